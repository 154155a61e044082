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

// traceLines repeats a short model over a bit more than half of the line; a long
// one is broken into several lines.
func (b *builder) traceLines(text string, r ruling, style typeset.Style) []piece {
	const margin = 2.0
	gap := 0.9 * r.xHeight() * 2
	lines, err := b.e.Fonts.Layout([]typeset.Span{{Text: text, Style: style}}, typeset.Options{Width: b.look.width - 2*margin})
	if err != nil {
		b.fail(err)
		return nil
	}
	out := make([]piece, len(lines))
	t := &tag{role: page.RoleText}
	for i, line := range lines {
		step := line.Width + gap
		copies := 1
		if len(lines) == 1 {
			copies = max(1, min(8, int(b.look.width*0.6/step)))
		}
		out[i] = piece{height: r.height(), parts: []*tag{t}, draw: func(c *canvas, x, y float64) {
			r.draw(c, x, y, b.look.width)
			c.runs(x+margin, y+r.baseline(), line, []ink{{colour: black}})
			c.begin(page.RoleArtifact)
			for k := 1; k < copies; k++ {
				c.runs(x+margin+float64(k)*step, y+r.baseline(), line, []ink{{colour: black, dotted: true}})
			}
			c.end()
		}}
	}
	return out
}
