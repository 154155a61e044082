package worksheet

import (
	"fmt"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/typeset"
)

// The columns of boxes to tick in a table.
const (
	tickWidth    = 22.0 // mm
	tickShare    = 0.6  // of the table's width that all of them may take
	mostTickable = 10
)

// tickTable has a statement a row and a box to tick under each column. Right is
// the column that is ticked as an example, row by row.
func (b *builder) tickTable(columns []string, rows []materials.Text, right []int) ([]piece, error) {
	if len(columns) > mostTickable {
		return nil, tooManyColumns(len(columns), mostTickable)
	}
	col := min(tickWidth, tickShare*b.look.width/float64(len(columns)))
	widths := []float64{b.look.width - col*float64(len(columns))}
	head := [][]piece{nil}
	for _, label := range columns {
		widths = append(widths, col)
		head = append(head, b.centred(label, b.small(), black, col-2*cellPad))
	}
	out := []piece{gridRow(widths, head, true)}
	for i, text := range rows {
		p := &para{opts: typeset.Options{Width: widths[0] - 2*cellPad - b.hangWidth()}}
		cells := [][]piece{b.numberedItem(i+1, b.pieces(b.text(p, text, b.style(), nil, true)))}
		for k := range columns {
			cells = append(cells, tickCell(col, i < len(right) && right[i] == k))
		}
		out = append(out, gridRow(widths, cells, false))
	}
	return grid(out), nil
}

// tickSize is the side of a box to tick in mm.
const tickSize = 4.2

// tickCell is a box to tick in the middle of a table's cell.
func tickCell(width float64, ticked bool) []piece {
	return []piece{{height: tickSize, draw: func(c *canvas, x, y float64) {
		c.tickBox(x+width/2-cellPad-tickSize/2, y, tickSize, ticked)
	}}}
}

// trueFalse has statements with two boxes each; the key quotes the evidence.
func trueFalse(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	ex, err := exercise.NewTrueFalse(blk.Rows, o)
	if err != nil {
		return part{}, err
	}
	var out part
	var texts []materials.Text
	var solved []int
	for i, item := range ex.Items {
		texts = append(texts, item.Text)
		verdict := "richtig"
		if !item.Right {
			verdict = "falsch"
		}
		out.key = append(out.key, b.keyLine(withReason(fmt.Sprintf("%d. %s", i+1, verdict), item.Evidence))...)
		if i == 0 && blk.Options.Has("example") {
			solved = []int{boolBit(!item.Right)}
		}
	}
	out.pupil, err = b.tickTable([]string{"richtig", "falsch"}, texts, solved)
	return out, err
}

// multipleChoice has a question and options to tick.
func multipleChoice(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	ex, err := exercise.NewMultipleChoice(blk.Rows, o)
	if err != nil {
		return part{}, err
	}
	var out part
	var items [][]piece
	for i, item := range ex.Items {
		p := &para{opts: typeset.Options{Width: b.look.width - b.hangWidth()}}
		set := b.numberedItem(i+1, b.pieces(b.text(p, item.Question, b.bold(), nil, true)))
		var choices [][]piece
		for _, choice := range item.Options {
			choices = append(choices, space(b.tickLine(choice.Text, b.hangWidth()), 1))
			if choice.Right {
				out.key = append(out.key, b.keyLine(withReason(fmt.Sprintf("%d. %s", i+1, choice.Text.String()), choice.Key))...)
			}
		}
		items = append(items, space(holdAll(append(set, list(choices...)...)), 3))
	}
	out.pupil = list(items...)
	return out, nil
}

// tickLine is a line behind a box to tick, moved right by dx.
func (b *builder) tickLine(text materials.Text, dx float64) []piece {
	p := &para{opts: typeset.Options{Width: b.look.width - dx - 8}}
	return ticked(b.pieces(b.text(p, text, b.style(), nil, true)), dx)
}

// ticked puts a box to tick before the first of some lines.
func ticked(lines []piece, dx float64) []piece {
	return decorated(indent(lines, dx+7), func(c *canvas, x, y, h float64) {
		c.tickBox(x+dx, y+(h-tickSize)/2, tickSize, false)
	})
}

// oddOneOut has a row of words each; the one in the gap mark is the odd one.
func oddOneOut(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	ex, err := exercise.NewOddOneOut(blk.Rows, o)
	if err != nil {
		return part{}, err
	}
	var out part
	var items [][]piece
	for i, item := range ex.Items {
		p := &para{opts: typeset.Options{Width: b.look.width - b.hangWidth()}}
		for k, w := range item.Words {
			if k > 0 {
				p.add("   –   ", b.style(), grey)
			}
			p.add(w, b.style(), black)
		}
		items = append(items, space(b.numberedItem(i+1, b.pieces(p)), 2.5))
		line := fmt.Sprintf("%d. %s", i+1, item.Answer)
		if item.Reason != "" {
			line += " – " + item.Reason
		}
		out.key = append(out.key, b.keyLine(line)...)
	}
	out.pupil = list(items...)
	return out, nil
}
