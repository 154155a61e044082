package finish

import (
	"slices"

	"lernkoffer/materials/picture"
)

// Shape fills and strokes a path; place maps its points, scale its line widths.
func (c *Content) Shape(s picture.Shape, place func(picture.Point) picture.Point, scale float64) {
	fill, stroke := s.Fill.Opacity > 0, s.Stroke.Opacity > 0 && s.Stroke.Width > 0
	if !drawable(s.Path) || !fill && !stroke {
		return
	}
	opaque := s.Fill.Opacity >= 1 && s.Stroke.Opacity >= 1
	if fill && stroke && !opaque {
		// One operator for both would let the stroke cut into the fill.
		c.paint(s, true, false, place, scale)
		c.paint(s, false, true, place, scale)
		return
	}
	c.paint(s, fill, stroke, place, scale)
}

func (c *Content) paint(s picture.Shape, fill, stroke bool, place func(picture.Point) picture.Point, scale float64) {
	var alpha opacity
	alpha.fill, alpha.stroke = 1, 1
	if fill {
		c.fillColour(s.Fill.Colour)
		alpha.fill = s.Fill.Opacity
	}
	if stroke {
		c.line(s.Stroke, scale)
		alpha.stroke = s.Stroke.Opacity
	}
	c.opacity(alpha)
	c.path(s.Path, place)
	operator := "S"
	switch {
	case fill && stroke:
		operator = "B"
	case fill:
		operator = "f"
	}
	if fill && s.EvenOdd {
		operator += "*"
	}
	c.op(operator)
}

// drawable reports whether a path begins as one must.
func drawable(p picture.Path) bool { return len(p) > 1 && p[0].Op == picture.MoveTo }

func (c *Content) path(p picture.Path, place func(picture.Point) picture.Point) {
	for _, s := range p {
		switch s.Op {
		case picture.MoveTo:
			c.points(place, s.Points[:1])
			c.op("m")
		case picture.LineTo:
			c.points(place, s.Points[:1])
			c.op("l")
		case picture.CubicTo:
			c.points(place, s.Points[:3])
			c.op("c")
		case picture.Close:
			c.op("h")
		}
	}
}

func (c *Content) points(place func(picture.Point) picture.Point, points []picture.Point) {
	for _, p := range points {
		p = place(p)
		c.num(p.X, p.Y)
	}
}

func (c *Content) fillColour(colour picture.Colour) {
	if c.state.fill == nil || *c.state.fill != colour {
		c.colour(colour, "g", "rg")
		c.state.fill = &colour
	}
}

func (c *Content) strokeColour(colour picture.Colour) {
	if c.state.stroke == nil || *c.state.stroke != colour {
		c.colour(colour, "G", "RG")
		c.state.stroke = &colour
	}
}

func (c *Content) colour(colour picture.Colour, grey, rgb string) {
	channel := func(v uint8) {
		c.buf = appendNumber(c.buf, float64(v)/255, 3)
		c.buf = append(c.buf, ' ')
	}
	channel(colour.R)
	if colour.R == colour.G && colour.G == colour.B {
		c.op(grey)
		return
	}
	channel(colour.G)
	channel(colour.B)
	c.op(rgb)
}

// line sets how strokes are drawn.
func (c *Content) line(s picture.Stroke, scale float64) {
	c.strokeColour(s.Colour)
	width := s.Width * scale
	dash := make([]float64, len(s.Dash))
	for i, d := range s.Dash {
		dash[i] = d * scale
	}
	known := c.state.lines
	if !known || c.state.width != width {
		c.num(width)
		c.op("w")
	}
	if !known || c.state.cap != s.Cap {
		c.num(float64(s.Cap))
		c.op("J")
	}
	if !known || c.state.join != s.Join {
		c.num(float64(s.Join))
		c.op("j")
	}
	if limit := miterLimit(s); s.Join == picture.JoinMiter && c.state.miter != limit {
		c.num(limit)
		c.op("M")
		c.state.miter = limit
	}
	if !known || !slices.Equal(c.state.dash, dash) {
		c.buf = append(c.buf, '[')
		c.num(dash...)
		c.buf = append(c.buf, "] 0 "...)
		c.op("d")
	}
	c.state.lines, c.state.width, c.state.cap, c.state.join, c.state.dash = true, width, s.Cap, s.Join, dash
}

// usualMiter is the limit of PDF (8.4.3.5) and of strokes that name none.
const usualMiter = 10

func miterLimit(s picture.Stroke) float64 {
	if s.MiterLimit > 0 {
		return s.MiterLimit
	}
	return usualMiter
}

func (c *Content) opacity(o opacity) {
	alpha := c.resources.alpha(o)
	if alpha == c.state.alpha {
		return
	}
	c.state.alpha = alpha
	if !slices.Contains(c.alphas, alpha) {
		c.alphas = append(c.alphas, alpha)
	}
	c.name(alphaName(alpha))
	c.op("gs")
}
