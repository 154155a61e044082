package finish

import (
	"fmt"
	"math"

	"lernkoffer/materials/picture"
	"lernkoffer/materials/typeset"
)

// Text shows a run that begins at x on the baseline y.
func (c *Content) Text(run typeset.Run, x, y float64, colour picture.Colour) {
	c.opacity(opacity{1, 1})
	c.fillColour(colour)
	c.text(run, x, y, "0 Tr")
}

// HiddenText lets readers find a run where something else draws it.
func (c *Content) HiddenText(run typeset.Run, x, y float64) {
	c.text(run, x, y, "3 Tr")
}

func (c *Content) text(run typeset.Run, x, y float64, mode string) {
	if run.Font == nil || len(run.Glyphs) == 0 {
		return
	}
	c.op("BT")
	font := c.resources.Font(run.Font)
	c.name(font.name)
	c.num(run.Size)
	c.op("Tf")
	if c.state.mode != mode {
		c.op(mode)
		c.state.mode = mode
	}
	m := Matrix{A: 1, D: 1, E: x, F: y}
	if run.Slant {
		m.C = typeset.Slant
	}
	c.matrix(m)
	c.op("Tm")
	c.showGlyphs(font, run)
	c.op("ET")
}

// showGlyphs writes the codes of a run's clusters, moved where the font's own
// widths don't put them.
func (c *Content) showGlyphs(font *Font, run typeset.Run) {
	pen, at, rise := 0.0, 0.0, 0.0 // thousandths of an em: where the reader is, where we are
	c.buf = append(c.buf, "[<"...)
	for i := 0; i < len(run.Glyphs); {
		j := i + 1
		for j < len(run.Glyphs) && run.Glyphs[j].Text == "" {
			j++
		}
		shown, dx, dy, advance := font.cluster(run.Glyphs[i:j])
		if math.Abs(dy-rise) > 0.5 {
			c.buf = append(c.buf, ">] TJ "...)
			c.num(dy * run.Size / 1000)
			c.buf = append(c.buf, "Ts [<"...)
			rise = dy
		}
		if move := at + dx - pen; math.Abs(move) > 0.4 {
			c.buf = append(c.buf, '>')
			c.buf = appendNumber(c.buf, -move, 1)
			c.buf = append(c.buf, '<')
			pen += move
		}
		c.buf = fmt.Appendf(c.buf, "%04X", font.code(shown))
		pen += font.thousandths(shown.advance)
		at += advance
		i = j
	}
	c.buf = append(c.buf, ">] TJ\n"...)
	if rise != 0 {
		c.op("0 Ts")
	}
}

// cluster makes one code of glyphs that belong together. It returns with it how
// far it is to be moved and by how much the next one stands further.
func (f *Font) cluster(glyphs []typeset.Glyph) (shown cluster, dx, dy, advance float64) {
	shown.text = glyphs[0].Text
	widest := 0
	for i, g := range glyphs {
		advance += g.Advance
		if g.Advance > glyphs[widest].Advance {
			widest = i
		}
	}
	first := glyphs[0]
	if len(glyphs) == 1 {
		if first.Advance == 0 && len(f.font.Contours(first.ID)) == 0 {
			// A character that steers the setting is nothing to be seen.
			return shown, 0, 0, 0
		}
		shown.parts = []part{{glyph: first.ID}}
		shown.advance = f.units(f.font.Advance(first.ID))
		return shown, first.XOffset, first.YOffset, advance
	}
	// Scripts that climb along the line lift all of a cluster: that is left out
	// of its shape, so that it is the same everywhere.
	dy = glyphs[widest].YOffset
	at := 0.0
	for _, g := range glyphs {
		shown.parts = append(shown.parts, part{g.ID, f.units(at + g.XOffset), f.units(g.YOffset - dy)})
		at += g.Advance
	}
	shown.advance = f.units(advance)
	return shown, 0, dy, advance
}
