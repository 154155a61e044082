package worksheet

import (
	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/page"
	"lernkoffer/materials/typeset"
)

// tracing has the model at the start of each line, then dotted ones to trace and
// an empty rest; further rows are for free writing.
func tracing(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	family := b.o.Script
	if own := blk.Options.Get("script"); family == "" && own != "" {
		family = typeset.Family(own)
	}
	r := b.ruling(blk, "1")
	style := b.styleFor(r, family)
	rows := lineCount(blk, "rows", 1)
	var out []piece
	for i, row := range blk.Rows {
		set := b.traceLines(row.Left.String(), r, style)
		set = holdAll(append(set, r.writingLines(rows-1, b.look.width)...))
		if i > 0 {
			set = space(set, 1)
		}
		out = append(out, set...)
	}
	return part{pupil: out}, nil
}

// traceMargin is the room at both ends of a line to trace in mm.
const traceMargin = 2.0

// traceLines repeats a short model over a bit more than half of the line. A model
// that has no room twice is broken into lines, each with its copy to trace below.
func (b *builder) traceLines(text string, r ruling, style typeset.Style) []piece {
	room := b.look.width - 2*traceMargin
	lines, err := b.e.Fonts.Layout([]typeset.Span{{Text: text, Style: style}}, typeset.Options{Width: room})
	if err != nil {
		b.fail(err)
		return nil
	}
	gap := 1.8 * r.xHeight()
	model := &tag{role: page.RoleText}
	var out []piece
	for _, line := range lines {
		step := line.Width + gap
		copies := min(8, int(b.look.width*0.6/step))
		switch {
		case len(lines) > 1:
			copies = 1
		case copies < 2 && 2*step-gap <= room:
			copies = 2
		}
		first := b.traceLine(r, line, step, 1, max(1, copies))
		first.parts = []*tag{model}
		out = append(out, first)
		if copies < 2 {
			out = append(out, b.traceLine(r, line, step, 0, 1))
		}
	}
	return out
}

// traceLine has solid copies of a model, then dotted ones, n altogether and every
// step mm one. Only the solid ones are read.
func (b *builder) traceLine(r ruling, line typeset.Line, step float64, solid, n int) piece {
	return piece{height: r.height(), draw: func(c *canvas, x, y float64) {
		r.draw(c, x, y, b.look.width)
		for k := range n {
			at := x + traceMargin + float64(k)*step
			if k < solid {
				c.runs(at, y+r.baseline(), line, []ink{{colour: black}})
				continue
			}
			c.begin(page.RoleArtifact)
			c.runs(at, y+r.baseline(), line, []ink{{colour: black, dotted: true}})
			c.end()
		}
	}}
}
