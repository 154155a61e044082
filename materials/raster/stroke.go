package raster

import (
	"image"
	"image/color"
	"image/draw"

	"github.com/srwiley/rasterx"
	"golang.org/x/image/math/fixed"

	"lernkoffer/materials/picture"
)

// fine is how many of the stroker's units make a pixel. Its own are 1/64 of a
// pixel, too coarse for the hairlines of thumbnails.
const fine = 16

// edges collects the outline of a stroke, so that only the pixels it touches are
// painted. It is a rasterx.Scanner.
type edges struct {
	points []picture.Point // in pixels
	starts []int           // of each outline in points
}

var _ rasterx.Scanner = (*edges)(nil)

func (e *edges) reset() { e.points, e.starts = e.points[:0], e.starts[:0] }

// Start begins an outline.
func (e *edges) Start(a fixed.Point26_6) {
	e.starts = append(e.starts, len(e.points))
	e.Line(a)
}

// Line goes on to b.
func (e *edges) Line(b fixed.Point26_6) {
	e.points = append(e.points, picture.Point{X: float64(b.X) / 64 / fine, Y: float64(b.Y) / 64 / fine})
}

// Draw, Clear, SetBounds, SetColor, SetWinding, SetClip and GetPathExtent are of
// no use here: the canvas fills what was collected.
func (e *edges) Draw()                                  {}
func (e *edges) Clear()                                 {}
func (e *edges) SetBounds(int, int)                     {}
func (e *edges) SetColor(any)                           {}
func (e *edges) SetWinding(bool)                        {}
func (e *edges) SetClip(image.Rectangle)                {}
func (e *edges) GetPathExtent() (r fixed.Rectangle26_6) { return r }

// stroke paints the line along a path.
func (c *canvas) stroke(s picture.Shape, at placement, ink color.RGBA) {
	width := s.Stroke.Width * at.scale
	if !c.reaches(s.Path, at, width) {
		return
	}
	c.edges.reset()
	dasher := rasterx.NewDasher(1, 1, &c.edges)
	caps := [...]rasterx.CapFunc{picture.CapButt: rasterx.ButtCap, picture.CapRound: rasterx.RoundCap, picture.CapSquare: rasterx.SquareCap}
	joins := [...]rasterx.JoinMode{picture.JoinMiter: rasterx.Miter, picture.JoinRound: rasterx.Round, picture.JoinBevel: rasterx.Bevel}
	var dashes []float64
	for _, d := range s.Stroke.Dash {
		dashes = append(dashes, d*at.scale*fine)
	}
	cap := caps[s.Stroke.Cap]
	// The miter limit is that of SVG, in fixed point.
	dasher.SetStroke(fixed.Int26_6(width*fine*64), 4*64, cap, cap, rasterx.RoundGap, joins[s.Stroke.Join], dashes, 0)
	follow(dasher, s.Path, at)
	c.fillEdges(ink)
}

// reaches reports whether a stroke can touch the image at all. What is far
// outside would leave the stroker's range.
func (c *canvas) reaches(path picture.Path, at placement, width float64) bool {
	area := newBox()
	for _, s := range path {
		for _, p := range s.Points[:count[s.Op]] {
			area.add(at.point(p))
		}
	}
	const most = 1 << 14 // px
	pixels := area.pixels()
	pad := int(width) + 1
	return pixels.Inset(-pad).Overlaps(c.image.Rect) && pixels.Dx() < most && pixels.Dy() < most
}

// follow feeds a path to the stroker.
func follow(d *rasterx.Dasher, path picture.Path, at placement) {
	local := func(p picture.Point) fixed.Point26_6 {
		q := at.point(p)
		return rasterx.ToFixedP(q.X*fine, q.Y*fine)
	}
	open := false
	for _, s := range path {
		switch s.Op {
		case picture.MoveTo:
			if open {
				d.Stop(false)
			}
			d.Start(local(s.Points[0]))
			open = true
		case picture.LineTo:
			d.Line(local(s.Points[0]))
		case picture.CubicTo:
			d.CubeBezier(local(s.Points[0]), local(s.Points[1]), local(s.Points[2]))
		case picture.Close:
			if open {
				d.Stop(true)
			}
			open = false
		}
	}
	if open {
		d.Stop(false)
	}
}

// fillEdges paints what the stroker has outlined.
func (c *canvas) fillEdges(ink color.RGBA) {
	area := newBox()
	for _, p := range c.edges.points {
		area.add(p)
	}
	pixels := area.pixels().Intersect(c.image.Rect)
	if pixels.Empty() {
		return
	}
	c.filler.Reset(pixels.Dx(), pixels.Dy())
	c.filler.DrawOp = draw.Over
	for i, start := range c.edges.starts {
		end := len(c.edges.points)
		if i+1 < len(c.edges.starts) {
			end = c.edges.starts[i+1]
		}
		for k, p := range c.edges.points[start:end] {
			x, y := float32(p.X-float64(pixels.Min.X)), float32(p.Y-float64(pixels.Min.Y))
			if k == 0 {
				c.filler.MoveTo(x, y)
			} else {
				c.filler.LineTo(x, y)
			}
		}
		// Not closed: the stroker traces both sides apart, and together they close.
	}
	c.filler.Draw(c.image, pixels, image.NewUniform(ink), image.Point{})
}
