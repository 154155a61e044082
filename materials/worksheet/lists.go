package worksheet

import (
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/page"
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
	out := []piece{gridRow(widths, head, true)}
	for _, row := range blk.Rows {
		cells := make([][]piece, 3)
		for i, text := range planCells(row) {
			k := min(i, len(cells)-1)
			st := style
			st.Bold = i == 1
			p := &para{opts: typeset.Options{Width: widths[k] - 4}}
			cells[k] = append(cells[k], b.pieces(b.text(p, text, st, nil, true))...)
		}
		out = append(out, gridRow(widths, cells, false))
	}
	return part{pupil: grid(out)}, nil
}

// planCells are the cells of a step; a line without bars is all description.
func planCells(row materials.Row) []materials.Text {
	if len(row.Cells) == 0 {
		return []materials.Text{nil, nil, row.Left}
	}
	return row.Cells
}

// checklist has a box to tick before every line.
func checklist(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	var items [][]piece
	for i, row := range blk.Rows {
		lines := b.tickLine(row.Left, 0)
		if i > 0 {
			lines = space(lines, 1.6)
		}
		items = append(items, lines)
	}
	return part{pupil: list(items...)}, nil
}

// selfCheck has three columns to tick: faces for children, words for the others.
func selfCheck(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	const tick = 23.0
	widths := []float64{b.look.width - 3*tick, tick, tick, tick}
	labels := []string{"sicher", "fast", "noch nicht"}
	var out []piece
	if blk.Options.Get("age") == "child" {
		out = append(out, faces(widths, labels))
	} else {
		head := [][]piece{nil}
		for _, label := range labels {
			head = append(head, b.centred(label, b.small(), black, tick-2*cellPad))
		}
		out = append(out, gridRow(widths, head, true))
	}
	for _, r := range blk.Rows {
		p := &para{opts: typeset.Options{Width: widths[0] - 4}}
		cells := [][]piece{b.pieces(b.text(p, r.Left, b.style(), nil, true)), nil, nil, nil}
		for i := range 3 {
			cells[i+1] = tickCell(tick, false)
		}
		out = append(out, gridRow(widths, cells, false))
	}
	return part{pupil: holdAll(grid(out))}, nil
}

// faces is the head of a table in faces; who cannot see them hears the labels.
func faces(widths []float64, labels []string) piece {
	const height, radius = 8.0, 3.0
	head := row{role: page.RoleRow, columns: []column{{role: page.RoleHead}}}
	x := widths[0]
	for i, label := range labels {
		centre := widths[i+1] / 2
		drawing := piece{height: height, draw: func(c *canvas, x, y float64) {
			c.add(page.Begin{Role: page.RoleFigure, Alt: label})
			face(c, x+centre, y+height/2, radius, 1-i)
			c.end()
		}}
		head.columns = append(head.columns, column{x: x, pieces: []piece{drawing}, role: page.RoleHead})
		x += widths[i+1]
	}
	return head.piece()
}

// face is a smiling (1), calm (0) or thoughtful (-1) face.
func face(c *canvas, x, y, r float64, mood int) {
	bend := float64(mood) * r * 0.35
	mouth := picture.Path{
		{Op: picture.MoveTo, Points: point(x-r*0.5, y+r*0.35-bend*0.3)},
		{Op: picture.CubicTo, Points: [3]picture.Point{{X: x - r*0.2, Y: y + r*0.35 + bend}, {X: x + r*0.2, Y: y + r*0.35 + bend}, {X: x + r*0.5, Y: y + r*0.35 - bend*0.3}}},
	}
	c.add(
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
		return list(b.hang("•", style, lines, 1, 5))
	case "tick", "tick-fill":
		return list(ticked(lines, 0))
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
