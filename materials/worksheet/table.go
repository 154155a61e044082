package worksheet

import (
	"lernkoffer/materials"
	"lernkoffer/materials/typeset"
)

// mostColumns is how many columns of a table have room on a page.
const mostColumns = 14

func tooManyColumns(n, most int) error {
	return materials.Errorf(materials.CodeContent,
		"%d Spalten haben auf einem Blatt keinen Platz, höchstens %d. Bitte teilen Sie die Tabelle.", n, most)
}

// table sets rows with a bold head; columns share the width by what they hold.
func (b *builder) table(rows [][]materials.Text, style typeset.Style, width float64) []piece {
	n := 0
	for _, row := range rows {
		n = max(n, len(row))
	}
	if n == 0 {
		return nil
	}
	if n > mostColumns {
		b.fail(tooManyColumns(n, mostColumns))
		return nil
	}
	widths := b.shares(rows, n, style, width)
	var out []piece
	for r, row := range rows {
		cellStyle := style
		if r == 0 {
			cellStyle.Bold = true
		}
		cells := make([][]piece, n)
		for i, cell := range row {
			p := &para{opts: typeset.Options{Width: widths[i] - 4}}
			cells[i] = b.pieces(b.text(p, cell, cellStyle, nil, true))
		}
		out = append(out, gridRow(widths, cells, r == 0))
	}
	return grid(out)
}

// shares divides a width among n columns by the longest text of each, within
// limits, so that a column of single words stays narrow and none starves.
func (b *builder) shares(rows [][]materials.Text, n int, style typeset.Style, width float64) []float64 {
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
		return scaled(wants, width)
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
	return scaled(out, width)
}

// scaled changes widths until they sum up to one.
func scaled(widths []float64, sum float64) []float64 {
	total := 0.0
	for _, w := range widths {
		total += w
	}
	for i := range widths {
		widths[i] *= sum / total
	}
	return widths
}
