package worksheet

import (
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/picture"
	"lernkoffer/materials/typeset"
)

// plan is a table of minutes or days.
func plan(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	unit := "Minuten"
	if blk.Options.Get("unit") == "day" {
		unit = "Tag"
	}
	style := b.style()
	widths := []float64{24, 38, b.look.width - 62}
	head := make([][]piece, 3)
	for i, label := range []string{unit, "Schritt", "Was Sie tun"} {
		head[i] = b.line(label, b.bold(), black, widths[i]-3)
	}
	first := gridRow(widths, head, true)
	first.hold = true
	out := []piece{first}
	for _, row := range blk.Rows {
		cells := make([][]piece, 3)
		for i := range cells {
			if i >= len(row.Cells) {
				continue
			}
			st := style
			st.Bold = i == 1
			p := &para{opts: typeset.Options{Width: widths[i] - 4}}
			cells[i] = b.pieces(b.text(p, row.Cells[i], st, nil, true))
		}
		out = append(out, gridRow(widths, cells, false))
	}
	return part{pupil: out}, nil
}

// checklist has a box to tick before every line.
func checklist(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	var out []piece
	for i, row := range blk.Rows {
		lines := b.tickLine(row.Left, 0)
		if i > 0 {
			lines = space(lines, 1.6)
		}
		out = append(out, lines...)
	}
	return part{pupil: out}, nil
}

// selfCheck has three columns to tick: faces for children, words for the others.
func selfCheck(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	const tick = 23.0
	child := blk.Options.Get("age") == "child"
	widths := []float64{b.look.width - 3*tick, tick, tick, tick}
	head := piece{height: 8, hold: true, draw: func(c *canvas, x, y float64) {
		for i := range 3 {
			centre := x + widths[0] + tick*(float64(i)+0.5)
			if child {
				face(c, centre, y+4, 3, 1-i)
			}
		}
	}}
	if !child {
		cells := [][]piece{nil, b.centred("sicher", b.small(), black, tick-2), b.centred("fast", b.small(), black, tick-2), b.centred("noch nicht", b.small(), black, tick-2)}
		head = gridRow(widths, cells, true)
		head.hold = true
	}
	out := []piece{head}
	for _, row := range blk.Rows {
		p := &para{opts: typeset.Options{Width: widths[0] - 4}}
		line := gridRow(widths, [][]piece{b.pieces(b.text(p, row.Left, b.style(), nil, true)), nil, nil, nil}, false)
		draw, h := line.draw, line.height
		line.draw = func(c *canvas, x, y float64) {
			draw(c, x, y)
			for i := range 3 {
				c.tickBox(x+widths[0]+tick*(float64(i)+0.5)-2.1, y+h/2-2.1, 4.2, false)
			}
		}
		out = append(out, line)
	}
	return part{pupil: holdAll(out)}, nil
}

// face is a smiling (1), calm (0) or thoughtful (-1) face.
func face(c *canvas, x, y, r float64, mood int) {
	bend := float64(mood) * r * 0.35
	mouth := picture.Path{
		{Op: picture.MoveTo, Points: point(x-r*0.5, y+r*0.35-bend*0.3)},
		{Op: picture.CubicTo, Points: [3]picture.Point{{X: x - r*0.2, Y: y + r*0.35 + bend}, {X: x + r*0.2, Y: y + r*0.35 + bend}, {X: x + r*0.5, Y: y + r*0.35 - bend*0.3}}},
	}
	c.artifact(
		stroke(circle(x, y, r), black, 0.3), stroke(mouth, black, 0.3),
		fill(circle(x-r*0.35, y-r*0.25, 0.32), black), fill(circle(x+r*0.35, y-r*0.25, 0.32), black))
}

// letterPart sets the German line of a block of a letter. Slots are left as
// ruled blanks to be filled in by hand.
func letterPart(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	role := blk.Options.Get("role")
	var out []piece
	for _, row := range blk.Rows {
		if row.Speaker != "de" {
			continue
		}
		style := b.style()
		style.Bold = role == "greeting" || role == "head" || role == "slip-head"
		p := &para{opts: typeset.Options{Width: b.look.width - 8, Leading: 1.4}}
		for _, span := range row.Left {
			if span.Kind == materials.SpanSlot {
				p.blank(style, slotWidth(b.slotType(span.Text)))
				continue
			}
			p.add(span.Text, style, black)
		}
		if role == "fill" || role == "tick-fill" {
			used := b.width(row.Left.String()+" ", style)
			p.add(" ", style, black).blank(style, max(40, b.look.width-16-used))
		}
		out = append(out, b.letterLine(role, b.pieces(p), style)...)
	}
	return part{pupil: out}, nil
}

// letterLine adds what a role shows before its line.
func (b *builder) letterLine(role string, lines []piece, style typeset.Style) []piece {
	switch role {
	case "item":
		return b.hang("•", style, lines, 1, 5)
	case "tick", "tick-fill":
		return b.ticked(lines, 0)
	case "slip-head":
		cut := piece{height: 6, hold: true, draw: func(c *canvas, x, y float64) {
			c.artifact(stroke(linePath(x, y+3, x+b.look.width, y+3), grey, 0.3, 2, 1.6))
		}}
		return append([]piece{cut}, lines...)
	case "signature":
		return append([]piece{{height: 10, hold: true}}, lines...)
	}
	return lines
}

func (b *builder) slotType(name string) string {
	for _, slot := range b.m.Slots {
		if slot.Name == name {
			return slot.Type
		}
	}
	return "text"
}

// slotWidth is the room in mm that a hand needs for a value of the type.
func slotWidth(slotType string) float64 {
	switch strings.ToLower(slotType) {
	case "time", "amount", "euro":
		return 26
	case "date":
		return 44
	}
	return 62
}
