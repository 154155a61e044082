package worksheet

import (
	"slices"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/typeset"
)

// roleCards are cut out: two cards side by side for each situation.
func roleCards(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	width := b.look.width / 2
	var out []piece
	for start := 0; start < len(blk.Rows); {
		end := start + 1
		for end < len(blk.Rows) && blk.Rows[end].Group == blk.Rows[start].Group {
			end++
		}
		for pair := range slices.Chunk(blk.Rows[start:end], 2) {
			out = append(out, b.cutRow(pair, width))
		}
		start = end
	}
	return part{pupil: out}, nil
}

// cutRow draws cards with a dashed frame to cut along.
func (b *builder) cutRow(cards []materials.Row, width float64) piece {
	const pad = 5.0
	r := row{pad: pad, frame: func(c *canvas, x, y, h float64) {
		for i := range cards {
			c.cutFrame(x+float64(i)*width, y, width, h)
		}
	}}
	for i, card := range cards {
		head := b.line(card.Speaker, b.bold(), black, width-12)
		p := &para{opts: typeset.Options{Width: width - 12}}
		text := b.pieces(b.text(p, card.Left, b.style(), nil, true))
		r.columns = append(r.columns, column{x: float64(i)*width + pad, pieces: append(head, text...)})
	}
	return r.piece()
}

// cutFrame is a dashed frame to cut along.
func (c *canvas) cutFrame(x, y, w, h float64) {
	c.artifact(stroke(roundRect(x, y, w, h, 0), grey, 0.25, 2, 1.6))
}

// substitution has a sentence with a part to exchange and what may stand there.
func substitution(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	var models []piece
	var words []string
	for _, row := range blk.Rows {
		if !hasSlot(row.Left) {
			words = append(words, row.Left.String())
			continue
		}
		p := &para{opts: typeset.Options{Width: b.look.width}}
		for _, span := range row.Left {
			style := b.style()
			style.Size++
			style.Bold = span.Kind == materials.SpanSlot
			p.add(span.Text, style, black)
		}
		models = append(models, space(b.pieces(p), 1)...)
	}
	models = append(models, space(b.bank(words), 2.5)...)
	return part{pupil: holdAll(models)}, nil
}

func hasSlot(t materials.Text) bool {
	for _, span := range t {
		if span.Kind == materials.SpanSlot {
			return true
		}
	}
	return false
}

// askAnswer lists questions for two.
func askAnswer(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	var items [][]piece
	for i, row := range blk.Rows {
		p := &para{opts: typeset.Options{Width: b.look.width - b.hangWidth()}}
		items = append(items, space(b.numberedItem(i+1, b.pieces(b.text(p, row.Left, b.style(), nil, true))), 1.5))
	}
	return part{pupil: list(items...)}, nil
}
