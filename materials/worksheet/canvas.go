package worksheet

import (
	"lernkoffer/materials/page"
	"lernkoffer/materials/picture"
	"lernkoffer/materials/typeset"
)

// canvas collects the items of one page.
type canvas struct {
	items []page.Item
	grey  bool // without colour
}

func (c *canvas) add(items ...page.Item) {
	for _, item := range items {
		if c.grey {
			item = colourless(item)
		}
		c.items = append(c.items, item)
	}
}

// colourless takes the colour from an item. Pictures have grey forms of their own.
func colourless(item page.Item) page.Item {
	switch item := item.(type) {
	case page.Text:
		item.Colour = item.Colour.Grey()
		return item
	case page.Path:
		item.Shape.Fill.Colour = item.Shape.Fill.Colour.Grey()
		item.Shape.Stroke.Colour = item.Shape.Stroke.Colour.Grey()
		return item
	}
	return item
}

func (c *canvas) begin(role page.Role) { c.add(page.Begin{Role: role}) }

func (c *canvas) end() { c.add(page.End{}) }

// artifact draws what a reader need not hear: lines, frames, page furniture.
func (c *canvas) artifact(items ...page.Item) {
	c.begin(page.RoleArtifact)
	c.add(items...)
	c.end()
}

func point(x, y float64) [3]picture.Point { return [3]picture.Point{{X: x, Y: y}} }

func linePath(x0, y0, x1, y1 float64) picture.Path {
	return picture.Path{{Op: picture.MoveTo, Points: point(x0, y0)}, {Op: picture.LineTo, Points: point(x1, y1)}}
}

func stroke(path picture.Path, colour picture.Colour, width float64, dash ...float64) page.Path {
	return page.Path{Shape: picture.Shape{Path: path, Stroke: picture.Stroke{
		Paint: picture.Paint{Colour: colour, Opacity: 1}, Width: width, Cap: picture.CapRound, Join: picture.JoinRound, Dash: dash,
	}}}
}

func fill(path picture.Path, colour picture.Colour) page.Path {
	return page.Path{Shape: picture.Shape{Path: path, Fill: picture.Paint{Colour: colour, Opacity: 1}}}
}

// rule is a writing line or hairline.
func (c *canvas) rule(x0, y0, x1, y1 float64, colour picture.Colour, width float64) {
	c.artifact(stroke(linePath(x0, y0, x1, y1), colour, width))
}

// kappa places the control points of a quarter circle.
const kappa = 0.5523

// roundRect is a rectangle with corners of radius r.
func roundRect(x, y, w, h, r float64) picture.Path {
	r = min(r, w/2, h/2)
	k := r * (1 - kappa)
	pt := func(x, y float64) picture.Point { return picture.Point{X: x, Y: y} }
	curve := func(a, b, c picture.Point) picture.Segment {
		return picture.Segment{Op: picture.CubicTo, Points: [3]picture.Point{a, b, c}}
	}
	lineTo := func(x, y float64) picture.Segment { return picture.Segment{Op: picture.LineTo, Points: point(x, y)} }
	return picture.Path{
		{Op: picture.MoveTo, Points: point(x+r, y)},
		lineTo(x+w-r, y), curve(pt(x+w-k, y), pt(x+w, y+k), pt(x+w, y+r)),
		lineTo(x+w, y+h-r), curve(pt(x+w, y+h-k), pt(x+w-k, y+h), pt(x+w-r, y+h)),
		lineTo(x+r, y+h), curve(pt(x+k, y+h), pt(x, y+h-k), pt(x, y+h-r)),
		lineTo(x, y+r), curve(pt(x, y+k), pt(x+k, y), pt(x+r, y)),
		{Op: picture.Close},
	}
}

// circle is a circle around x, y.
func circle(x, y, r float64) picture.Path { return roundRect(x-r, y-r, 2*r, 2*r, r) }

// frame draws a rounded box, filled if a fill is given.
func (c *canvas) frame(x, y, w, h, r float64, edge picture.Colour, width float64, background *picture.Colour) {
	path := roundRect(x, y, w, h, r)
	if background != nil {
		c.artifact(fill(path, *background))
	}
	if width > 0 {
		c.artifact(stroke(path, edge, width))
	}
}

// tickBox draws an empty box to tick, with a cross in it if ticked.
func (c *canvas) tickBox(x, y, size float64, ticked bool) {
	c.frame(x, y, size, size, 0.6, black, 0.3, nil)
	if ticked {
		m := size * 0.2
		c.add(page.Begin{Role: page.RoleFigure, Alt: "angekreuzt"},
			stroke(linePath(x+m, y+m, x+size-m, y+size-m), answer, 0.6),
			stroke(linePath(x+size-m, y+m, x+m, y+size-m), answer, 0.6), page.End{})
	}
}

// runs draws the runs of a line at a baseline; inks has that of each tag.
func (c *canvas) runs(x, y float64, line typeset.Line, inks []ink) {
	for _, run := range line.Runs {
		style := ink{colour: black}
		if run.Tag < len(inks) {
			style = inks[run.Tag]
		}
		if run.Box != nil {
			if style.draw != nil {
				style.draw(c, x+run.X, y, run.Width)
			}
			continue
		}
		c.add(page.Text{X: x, Y: y, Run: run, Colour: style.colour, Dotted: style.dotted})
	}
}
