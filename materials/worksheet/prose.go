package worksheet

import (
	"fmt"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/page"
	"lernkoffer/materials/picture"
	"lernkoffer/materials/typeset"
)

func prose(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	return part{pupil: b.prose(blk.Prose, b.style(), b.look.width), torn: true}, nil
}

// teacherBlock sets a note or a listening text for the teacher's page.
func (b *builder) teacherBlock(blk *materials.Block) []piece {
	style := typeset.Style{Size: 10.5, Language: "de"}
	title := blk.Options.Get("title")
	if title == "" {
		spec, _ := materials.SpecFor(blk.Type)
		title = spec.Label
	}
	bold := style
	bold.Bold, bold.Size = true, 12
	p := &para{opts: typeset.Options{Width: bodyWidth}, role: page.RoleHeading2}
	head := b.pieces(p.add(title, bold, black))
	for i := range head {
		head[i].hold = true
	}
	if len(blk.Prose) == 0 {
		for _, row := range blk.Rows {
			head = append(head, b.line(row.Left.String(), style, black, bodyWidth)...)
		}
		return head
	}
	return append(head, space(b.prose(blk.Prose, style, bodyWidth), 1)...)
}

// prose sets running text.
func (b *builder) prose(text []materials.Prose, style typeset.Style, width float64) []piece {
	var out []piece
	for i, p := range text {
		var set []piece
		gap := 2.0
		switch p.Kind {
		case materials.ProseHeading:
			set = b.heading(p, style, width)
			if i > 0 {
				gap = 5
			}
		case materials.ProseItem:
			set = b.item(p, style, width)
			if i > 0 && text[i-1].Kind == materials.ProseItem {
				gap = 0.8
			}
		case materials.ProseTable:
			set = b.table(p.Cells, style, width)
			gap = 3
		default:
			par := &para{opts: typeset.Options{Width: width}}
			set = b.pieces(b.text(par, p.Text, style, nil, true))
		}
		if i > 0 {
			set = space(set, gap)
		}
		out = append(out, set...)
	}
	return out
}

func (b *builder) heading(h materials.Prose, style typeset.Style, width float64) []piece {
	style.Bold = true
	role := page.RoleHeading3
	if h.Level <= 2 {
		style.Size += 2.5
		role = page.RoleHeading2
	}
	p := &para{opts: typeset.Options{Width: width, Leading: 1.25}, role: role}
	out := b.pieces(b.text(p, h.Text, style, nil, true))
	for i := range out {
		out[i].hold = true
	}
	return out
}

// item hangs its text behind a bullet or number.
func (b *builder) item(item materials.Prose, style typeset.Style, width float64) []piece {
	label, hang := "•", 4.5
	if item.Number > 0 {
		label, hang = fmt.Sprintf("%d.", item.Number), 6.5
	}
	dx := float64(item.Level) * 6
	p := &para{opts: typeset.Options{Width: width - dx - hang}, role: page.RoleItem}
	lines := b.pieces(b.text(p, item.Text, style, nil, true))
	return b.hang(label, style, lines, dx, hang)
}

// hang puts a label before the first line of a paragraph.
func (b *builder) hang(label string, style typeset.Style, lines []piece, dx, hang float64) []piece {
	if len(lines) == 0 {
		return nil
	}
	first := lines[0]
	mark := b.line(label, style, black, 0)
	lines = indent(lines, dx+hang)
	draw := lines[0].draw
	lines[0] = piece{height: first.height, before: first.before, hold: first.hold, draw: func(c *canvas, x, y float64) {
		drawStack(c, mark, x+dx, y)
		draw(c, x, y)
	}}
	return lines
}

// table sets rows with a bold head; columns share the width by what they hold.
func (b *builder) table(rows [][]materials.Text, style typeset.Style, width float64) []piece {
	if len(rows) == 0 {
		return nil
	}
	widths := b.shares(rows, style, width)
	var out []piece
	for r, row := range rows {
		cellStyle := style
		if r == 0 {
			cellStyle.Bold = true
		}
		cells := make([][]piece, len(widths))
		for i := range widths {
			if i < len(row) {
				p := &para{opts: typeset.Options{Width: widths[i] - 4}}
				cells[i] = b.pieces(b.text(p, row[i], cellStyle, nil, true))
			}
		}
		out = append(out, gridRow(widths, cells, r == 0))
	}
	if len(out) > 1 {
		out[0].hold = true
	}
	return out
}

// gridRow is a row of framed cells.
func gridRow(widths []float64, cells [][]piece, head bool) piece {
	const padX, padY = 2.0, 1.3
	var columns []column
	x := 0.0
	for i, w := range widths {
		columns = append(columns, column{x: x + padX, pieces: cells[i], middle: !head})
		x += w
	}
	body := beside(columns)
	h := max(body.height, 4) + 2*padY
	return piece{height: h, draw: func(c *canvas, x, y float64) {
		left := x
		for _, w := range widths {
			path := roundRect(left, y, w, h, 0)
			if head {
				c.artifact(fill(path, tint))
			}
			c.artifact(stroke(path, grey, 0.2))
			left += w
		}
		body.draw(c, x, y+padY)
	}}
}

// shares divides a width by the longest text of each column, within limits, so
// that a column of single words stays narrow and none starves.
func (b *builder) shares(rows [][]materials.Text, style typeset.Style, width float64) []float64 {
	n := 0
	for _, row := range rows {
		n = max(n, len(row))
	}
	wants := make([]float64, n)
	for _, row := range rows {
		for i, cell := range row {
			wants[i] = max(wants[i], min(b.width(cell.String(), style)+6, 1.4*width))
		}
	}
	total := 0.0
	for i := range wants {
		wants[i] = max(wants[i], 14)
		total += wants[i]
	}
	if total <= width {
		for i := range wants {
			wants[i] *= width / total
		}
		return wants
	}
	return squeeze(wants, width)
}

// squeeze keeps the columns that fit their fair share and divides the rest among
// the others by their needs.
func squeeze(wants []float64, width float64) []float64 {
	fair := width / float64(len(wants))
	room, need := width, 0.0
	for _, w := range wants {
		if w <= fair {
			room -= w
		} else {
			need += w
		}
	}
	out := make([]float64, len(wants))
	for i, w := range wants {
		out[i] = w
		if w > fair {
			out[i] = max(room*w/need, fair*0.6)
		}
	}
	return normalise(out, width)
}

func normalise(widths []float64, width float64) []float64 {
	total := 0.0
	for _, w := range widths {
		total += w
	}
	for i := range widths {
		widths[i] *= width / total
	}
	return widths
}

// info is a box that pupils keep: a rule, numbers, an address.
func info(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	inner := b.prose(blk.Prose, b.style(), b.look.width-10)
	if title := blk.Options.Get("title"); title != "" {
		head := b.line(title, b.bold(), black, b.look.width-10)
		inner = append(head, space(inner, 1)...)
	}
	return part{pupil: []piece{boxed(inner, b.look.width, &tint)}}, nil
}

// boxed puts pieces into a rounded frame of a width.
func boxed(inner []piece, width float64, background *picture.Colour) piece {
	const pad = 4.0
	body := joined(inner)
	return piece{height: body.height + 2*pad, draw: func(c *canvas, x, y float64) {
		c.frame(x, y, width, body.height+2*pad, 2.5, grey, 0.25, background)
		body.draw(c, x+5, y+pad)
	}}
}
