package raster

import (
	"sync"

	"lernkoffer/materials/page"
	"lernkoffer/materials/picture"
	"lernkoffer/materials/typeset"
)

// glyphKey names a glyph's outline.
type glyphKey struct {
	font *typeset.Font
	id   typeset.GlyphID
}

// outlines keeps the outlines of glyphs for all pages: fonts are few and shared.
var outlines sync.Map // glyphKey → picture.Path

func outline(font *typeset.Font, id typeset.GlyphID) picture.Path {
	key := glyphKey{font, id}
	if p, ok := outlines.Load(key); ok {
		return p.(picture.Path)
	}
	p, _ := outlines.LoadOrStore(key, font.Outline(id))
	return p.(picture.Path)
}

// text paints a run: its glyphs as one path, or its dots for tracing.
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
		c.fill(path, placement{scale: at.scale, x: origin.X, y: origin.Y}, ink)
		return
	}
	c.fill(glyphs(run), placement{scale: at.scale * run.Size * typeset.MMPerPoint / 1000, x: origin.X, y: origin.Y}, ink)
}

// glyphs is the path of a run in thousandths of an em from its start, y downwards.
func glyphs(run typeset.Run) picture.Path {
	var out picture.Path
	pen, slant := 0.0, 0.0
	if run.Slant {
		slant = typeset.Slant
	}
	for _, g := range run.Glyphs {
		x, y := pen+g.XOffset, g.YOffset
		for _, s := range outline(run.Font, g.ID) {
			for i, p := range s.Points[:count[s.Op]] {
				up := p.Y + y
				s.Points[i] = picture.Point{X: p.X + x + slant*up, Y: -up}
			}
			out = append(out, s)
		}
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
