package worksheet

import (
	"strings"

	"lernkoffer/materials/page"
)

// The frame of a bank and the room between its words in mm.
const (
	bankPad  = 3.0
	bankSide = 5.0
	bankGap  = 9.0
	bankMost = 30.0 // between the words of a row that is not full
)

// bank is a framed row of words to choose from, or several rows.
func (b *builder) bank(words []string) []piece {
	rows := b.bankRows(words)
	var out []piece
	for i, row := range rows {
		line := beside(b.bankRow(row, len(rows) == 1, i == len(rows)-1))
		if i > 0 {
			line.before = 1.5
		}
		out = append(out, line)
	}
	frame := &box{pad: bankPad, draw: func(c *canvas, x, y, h float64) {
		c.frame(x, y, b.look.width, h, 2, grey, 0.3, nil)
	}}
	return frame.around(inside(indent(out, bankSide), &tag{role: page.RoleList}))
}

// bankRoom is the room for the words of a row.
func (b *builder) bankRoom() float64 { return b.look.width - 2*bankSide }

// bankRows divides words into rows.
func (b *builder) bankRows(words []string) [][]string {
	var rows [][]string
	x := 0.0
	for _, w := range words {
		width := b.width(w, b.style())
		if len(rows) == 0 || x+width > b.bankRoom() {
			rows = append(rows, nil)
			x = 0
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], w)
		x += width + bankGap
	}
	return rows
}

// bankRow spreads the words of a row: the only row stands in the middle, the last
// of several at the left.
func (b *builder) bankRow(words []string, only, last bool) []column {
	room, used := b.bankRoom(), 0.0
	for _, w := range words {
		used += min(b.width(w, b.style()), room)
	}
	spread := bankGap
	if only || !last {
		spread = min((room-used)/float64(len(words)+1), bankMost)
	}
	rest := max(0, room-used-spread*float64(len(words)-1))
	at := min(spread/2, rest)
	if only {
		at = rest / 2
	}
	var cells []column
	for _, w := range words {
		cells = append(cells, column{x: at, pieces: b.line(w, b.style(), black, room+0.1), role: page.RoleItem})
		at += b.width(w, b.style()) + spread
	}
	return cells
}

// commaList joins words as a key line does.
func commaList(words []string) string { return strings.Join(words, ", ") }
