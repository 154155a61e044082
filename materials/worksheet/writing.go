package worksheet

import (
	"fmt"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/typeset"
)

// numberedItem hangs "1." to the left of the first line of an item.
func (b *builder) numberedItem(n int, lines []piece) []piece {
	return b.hang(fmt.Sprintf("%d.", n), b.style(), lines, 0, b.hangWidth())
}

func (b *builder) hangWidth() float64 { return b.width("00. ", b.style()) }

// questions have ruled lines below; the key has a model answer.
func questions(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	ex, err := exercise.NewQuestions(blk.Rows, o)
	if err != nil {
		return part{}, err
	}
	lines := lineCount(blk, "lines", 2)
	r := b.ruling(blk, "")
	hang := b.hangWidth()
	var out part
	var items [][]piece
	for i, item := range ex.Items {
		p := &para{opts: typeset.Options{Width: b.look.width - hang}}
		q := b.numberedItem(i+1, b.pieces(b.text(p, item.Question, b.style(), nil, true)))
		q = append(q, indent(r.writingLines(lines, b.look.width-hang), hang)...)
		items = append(items, space(holdAll(q), 3))
		out.key = append(out.key, b.keyLine(fmt.Sprintf("%d. %s", i+1, item.Answer.String()))...)
	}
	out.pupil = list(items...)
	return out, nil
}

// transform has a sentence and a line to write it anew.
func transform(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	ex, err := exercise.NewTransform(blk.Rows, o)
	if err != nil {
		return part{}, err
	}
	var out part
	var items [][]piece
	for i, item := range ex.Items {
		p := &para{opts: typeset.Options{Width: b.look.width - b.hangWidth()}}
		set := b.numberedItem(i+1, b.pieces(b.text(p, item.Given, b.style(), nil, true)))
		solved := i == 0 && blk.Options.Has("example")
		items = append(items, space(b.answerLine(set, blk, item.Wanted.String(), solved), 2.5))
		out.key = append(out.key, b.keyLine(withReason(fmt.Sprintf("%d. %s", i+1, item.Wanted.String()), item.Key))...)
	}
	out.pupil = list(items...)
	return out, nil
}

// answerLine adds a line to write on below an item, or the answer where it is
// the solved example.
func (b *builder) answerLine(item []piece, blk *materials.Block, wanted string, solved bool) []piece {
	width := b.look.width - b.hangWidth()
	below := b.ruling(blk, "").writingLines(1, width)
	if solved {
		below = b.line(wanted, b.style(), answer, width)
	}
	return holdAll(append(item, indent(below, b.hangWidth())...))
}

// mostLines is the largest number of lines to write on that an option gets.
const mostLines = 60

// lineCount is the number of lines that an option asks for, within reason.
func lineCount(blk *materials.Block, option string, fallback int) int {
	return min(max(1, blk.Options.Int(option, fallback)), mostLines)
}

// leastLines is how many lines a writing frame keeps where the page is full.
const leastLines = 3

// writingFrame has sentence starters, then lines to go on.
func writingFrame(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	var starters [][]piece
	for i, row := range blk.Rows {
		line := b.line(row.Left.String(), b.style(), black, b.look.width-12)
		if i > 0 {
			line = space(line, 0.8)
		}
		starters = append(starters, line)
	}
	r := b.ruling(blk, "")
	out := boxed(list(starters...), b.look.width, true)
	if len(out) > 0 {
		out[len(out)-1].hold = true
	}
	lines := r.writingLines(lineCount(blk, "lines", 6), b.look.width)
	for i := range lines {
		lines[i].spare = i >= leastLines && i >= len(lines)/2
	}
	return part{pupil: append(out, lines...)}, nil
}
