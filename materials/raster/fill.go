package raster

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"lernkoffer/materials/picture"
)

// count is how many points each operation has.
var count = [...]int{picture.MoveTo: 1, picture.LineTo: 1, picture.CubicTo: 3, picture.Close: 0}

// bounds is the box of a path's points, control points among them.
func bounds(path picture.Path, at placement) box {
	b := newBox()
	for _, s := range path {
		for _, p := range s.Points[:count[s.Op]] {
			b.add(at.point(p))
		}
	}
	return b
}

// box is a rectangle that grows around points.
type box struct{ minX, minY, maxX, maxY float64 }

func newBox() box { return box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)} }

func (b *box) add(p picture.Point) {
	b.minX, b.maxX = min(b.minX, p.X), max(b.maxX, p.X)
	b.minY, b.maxY = min(b.minY, p.Y), max(b.maxY, p.Y)
}

// pixels is the box in whole pixels; empty if it holds no point.
func (b box) pixels() image.Rectangle {
	const limit = 1 << 24
	if !(b.minX <= b.maxX && b.minY <= b.maxY) {
		return image.Rectangle{}
	}
	edge := func(v float64) int { return int(min(max(v, -limit), limit)) }
	return image.Rect(edge(math.Floor(b.minX)), edge(math.Floor(b.minY)), edge(math.Ceil(b.maxX)), edge(math.Ceil(b.maxY)))
}

// trace feeds a path to the filler, which begins at the corner of area. Every
// subpath is closed.
func trace(filler *vector.Rasterizer, path picture.Path, at placement, area image.Rectangle) {
	dx, dy := float64(area.Min.X), float64(area.Min.Y)
	local := func(p picture.Point) (float32, float32) {
		q := at.point(p)
		return float32(q.X - dx), float32(q.Y - dy)
	}
	open := false
	for _, s := range path {
		switch s.Op {
		case picture.MoveTo:
			if open {
				filler.ClosePath()
			}
			filler.MoveTo(local(s.Points[0]))
			open = true
		case picture.LineTo:
			filler.LineTo(local(s.Points[0]))
		case picture.CubicTo:
			ax, ay := local(s.Points[0])
			bx, by := local(s.Points[1])
			x, y := local(s.Points[2])
			filler.CubeTo(ax, ay, bx, by, x, y)
		case picture.Close:
			filler.ClosePath()
		}
	}
	if open {
		filler.ClosePath()
	}
}

// fill paints the inside of a path.
func (c *canvas) fill(path picture.Path, evenOdd bool, at placement, ink color.RGBA) {
	all := bounds(path, at).pixels()
	area := all.Intersect(c.clip)
	switch {
	case area.Empty():
	case evenOdd || far(all, area):
		w := newWinding(area)
		w.path(path, at)
		c.mix(w.mask(evenOdd), ink)
	default:
		c.filler.Reset(area.Dx(), area.Dy())
		c.filler.DrawOp = draw.Over
		trace(c.filler, path, at, area)
		c.filler.Draw(c.image, area, image.NewUniform(ink), image.Point{})
	}
}

// fillPolygons paints closed polygons as one shape by the non-zero rule.
func (c *canvas) fillPolygons(polygons [][]picture.Point, ink color.RGBA) {
	b := newBox()
	for _, polygon := range polygons {
		for _, p := range polygon {
			b.add(p)
		}
	}
	all := b.pixels()
	area := all.Intersect(c.clip)
	switch {
	case area.Empty():
	case far(all, area):
		w := newWinding(area)
		for _, polygon := range polygons {
			w.polygon(polygon)
		}
		c.mix(w.mask(false), ink)
	default:
		c.filler.Reset(area.Dx(), area.Dy())
		c.filler.DrawOp = draw.Over
		for _, polygon := range polygons {
			for i, p := range polygon {
				x, y := float32(p.X-float64(area.Min.X)), float32(p.Y-float64(area.Min.Y))
				if i == 0 {
					c.filler.MoveTo(x, y)
				} else {
					c.filler.LineTo(x, y)
				}
			}
			c.filler.ClosePath()
		}
		c.filler.Draw(c.image, area, image.NewUniform(ink), image.Point{})
	}
}

// far reports whether a shape reaches so far above its visible part that the
// filler, which walks along every row from the top, would take long.
func far(all, visible image.Rectangle) bool {
	const rows = 1 << 12
	return visible.Min.Y-all.Min.Y > rows
}

// mix paints with a mask.
func (c *canvas) mix(mask *image.Alpha, ink color.RGBA) {
	draw.DrawMask(c.image, mask.Rect, image.NewUniform(ink), image.Point{}, mask, mask.Rect.Min, draw.Over)
}
