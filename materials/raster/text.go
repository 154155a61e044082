package raster

import (
	"lernkoffer/materials/page"
	"lernkoffer/materials/picture"
	"lernkoffer/materials/typeset"
)

// text paints a run: its glyphs, or its dots for tracing.
func (c *canvas) text(item page.Text, at placement) {
	run := item.Run
	if run.Font == nil {
		return
	}
	ink, _ := inkOf(picture.Paint{Colour: item.Colour, Opacity: 1}, false)
	origin := at.point(picture.Point{X: item.X + run.X, Y: item.Y})
	if item.Dotted {
		dots, diameter := run.Dots()
		var path picture.Path
		for _, dot := range dots {
			path = append(path, disc(dot, diameter/2)...)
		}
		c.fill(path, false, placement{scale: at.scale, x: origin.X, y: origin.Y}, ink)
		return
	}
	scale := at.scale * run.Size * typeset.MMPerPoint / 1000
	if scale*1000 <= largestMask {
		c.masked(run, scale, origin, ink)
		return
	}
	c.fill(glyphs(run), false, placement{scale: scale, x: origin.X, y: origin.Y}, ink)
}

// glyphs is the path of a run in thousandths of an em from its start, y downwards.
func glyphs(run typeset.Run) picture.Path {
	var out picture.Path
	pen := 0.0
	for _, g := range run.Glyphs {
		out = upright(out, outline(run.Font, g.ID), pen+g.XOffset, g.YOffset, slantOf(run))
		pen += g.Advance
	}
	return out
}

// disc is a small circle; at the size of a dot an octagon looks the same.
func disc(at picture.Point, r float64) picture.Path {
	const k = 0.41421 // tan of an eighth turn
	corners := [8]picture.Point{{X: 1, Y: k}, {X: k, Y: 1}, {X: -k, Y: 1}, {X: -1, Y: k}, {X: -1, Y: -k}, {X: -k, Y: -1}, {X: k, Y: -1}, {X: 1, Y: -k}}
	out := make(picture.Path, 0, 9)
	for i, p := range corners {
		op := picture.LineTo
		if i == 0 {
			op = picture.MoveTo
		}
		out = append(out, picture.Segment{Op: op, Points: [3]picture.Point{{X: at.X + p.X*r, Y: at.Y + p.Y*r}}})
	}
	return append(out, picture.Segment{Op: picture.Close})
}
