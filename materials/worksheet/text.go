package worksheet

import (
	"lernkoffer/materials"
	"lernkoffer/materials/page"
	"lernkoffer/materials/picture"
	"lernkoffer/materials/typeset"
)

// ink is how the runs of a span are painted.
type ink struct {
	colour picture.Colour
	dotted bool
	// draw paints a Box at its left end on the baseline.
	draw func(c *canvas, x, y, width float64)
}

// para is a paragraph in the making.
type para struct {
	spans []typeset.Span
	inks  []ink
	opts  typeset.Options
	role  page.Role
	lang  string
}

func (p *para) add(text string, style typeset.Style, colour picture.Colour) *para {
	p.spans = append(p.spans, typeset.Span{Text: text, Style: style, Tag: len(p.inks)})
	p.inks = append(p.inks, ink{colour: colour})
	return p
}

func (p *para) box(style typeset.Style, box typeset.Box, alt string, draw func(c *canvas, x, y, width float64)) *para {
	p.spans = append(p.spans, typeset.Span{Text: alt, Style: style, Box: &box, Tag: len(p.inks)})
	p.inks = append(p.inks, ink{draw: draw})
	return p
}

// pieces breaks the paragraph into lines, one piece each. First and last lines
// keep their neighbours.
func (b *builder) pieces(p *para) []piece {
	if len(p.spans) == 0 {
		return nil
	}
	lines, err := b.e.Fonts.Layout(p.spans, p.opts)
	if err != nil {
		b.fail(err)
		return nil
	}
	t := &tag{role: p.role, lang: p.lang}
	if p.role == "" {
		t.role = page.RoleText
	}
	out := make([]piece, len(lines))
	for i, line := range lines {
		out[i] = piece{
			height: line.Height(),
			hold:   len(lines) > 1 && (i == 0 || i == len(lines)-2),
			parts:  []*tag{t},
			draw:   func(c *canvas, x, y float64) { c.runs(x, y+line.Ascent, line, p.inks) },
		}
	}
	return out
}

// width returns the width of text in mm.
func (b *builder) width(text string, style typeset.Style) float64 {
	return b.e.Fonts.Measure(text, style)
}

// text sets marked text. A gap becomes a ruled blank of width gap; with filled,
// its answer stands there instead.
func (b *builder) text(p *para, t materials.Text, style typeset.Style, gap func(materials.Span) float64, filled bool) *para {
	for _, span := range t {
		st := style
		switch span.Kind {
		case materials.SpanBold:
			st.Bold = true
		case materials.SpanItalic:
			st.Italic = true
		case materials.SpanBoldItalic:
			st.Bold, st.Italic = true, true
		case materials.SpanGap:
			if filled || gap == nil {
				st.Bold = true
				p.add(span.Text, st, answer)
			} else {
				p.blank(st, gap(span))
			}
			continue
		case materials.SpanSlot:
			p.add(span.Text, st, black)
			continue
		case materials.SpanPicture:
			b.inlinePicture(p, st, span.Text)
			continue
		}
		p.add(span.Text, st, black)
	}
	return p
}

// blank adds a ruled gap of a width in mm.
func (p *para) blank(style typeset.Style, width float64) *para {
	up := style.Size * typeset.MMPerPoint
	const alt = "Lücke"
	return p.box(style, typeset.Box{Width: width, Ascent: up, Descent: 0.8}, alt, func(c *canvas, x, y, w float64) {
		c.add(page.Begin{Role: page.RoleFigure, Alt: alt}, stroke(linePath(x+0.4, y+0.7, x+w-0.4, y+0.7), black, 0.25), page.End{})
	})
}

// inlinePicture stands as high as two lines of text.
func (b *builder) inlinePicture(p *para, style typeset.Style, word string) {
	size := 2.2 * style.Size * typeset.MMPerPoint
	pic, alt, ok := b.wordPicture(word)
	if !ok {
		p.add(word, style, black)
		return
	}
	p.box(style, typeset.Box{Width: size, Ascent: size * 0.75, Descent: size * 0.25}, alt, func(c *canvas, x, y, w float64) {
		c.add(page.Picture{X: x, Y: y - size*0.75, W: size, H: size, Picture: pic, Grey: b.o.Grey, Alt: alt})
	})
}

// line is a paragraph of plain text.
func (b *builder) line(text string, style typeset.Style, colour picture.Colour, width float64) []piece {
	if text == "" {
		return nil
	}
	p := &para{opts: typeset.Options{Width: width}}
	return b.pieces(p.add(text, style, colour))
}

// centred is a paragraph of plain text in the middle of its width.
func (b *builder) centred(text string, style typeset.Style, colour picture.Colour, width float64) []piece {
	p := &para{opts: typeset.Options{Width: width, Align: typeset.AlignCentre}}
	return b.pieces(p.add(text, style, colour))
}
