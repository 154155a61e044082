package worksheet

import (
	"fmt"
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/page"
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
	lines := max(1, blk.Options.Int("lines", 2))
	r := b.ruling(blk, "")
	hang := b.hangWidth()
	var out part
	for i, item := range ex.Items {
		p := &para{opts: typeset.Options{Width: b.look.width - hang}}
		q := b.numberedItem(i+1, b.pieces(b.text(p, item.Question, b.style(), nil, true)))
		q = append(q, indent(r.writingLines(lines, b.look.width-hang), hang)...)
		out.pupil = append(out.pupil, space(holdAll(q), 3)...)
		out.key = append(out.key, b.keyLine(fmt.Sprintf("%d. %s", i+1, item.Answer.String()))...)
	}
	return out, nil
}

// transform has a sentence and a line to write it anew.
func transform(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	ex, err := exercise.NewTransform(blk.Rows, o)
	if err != nil {
		return part{}, err
	}
	var out part
	for i, item := range ex.Items {
		p := &para{opts: typeset.Options{Width: b.look.width - b.hangWidth()}}
		set := b.numberedItem(i+1, b.pieces(b.text(p, item.Given, b.style(), nil, true)))
		solved := i == 0 && blk.Options.Has("example")
		out.pupil = append(out.pupil, space(b.answerLine(set, blk, item.Wanted.String(), solved), 2.5)...)
		out.key = append(out.key, b.keyLine(withReason(fmt.Sprintf("%d. %s", i+1, item.Wanted.String()), item.Key))...)
	}
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

// leastLines is how many lines a writing frame keeps where the page is full.
const leastLines = 3

// writingFrame has sentence starters, then lines to go on.
func writingFrame(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	var starters []piece
	for i, row := range blk.Rows {
		line := b.line(row.Left.String(), b.style(), black, b.look.width-12)
		if i > 0 {
			line = space(line, 0.8)
		}
		starters = append(starters, line...)
	}
	r := b.ruling(blk, "")
	var out []piece
	if len(starters) > 0 {
		box := boxed(starters, b.look.width, &tint)
		box.hold = true
		out = append(out, box)
	}
	lines := r.writingLines(blk.Options.Int("lines", 6), b.look.width)
	for i := range lines {
		lines[i].spare = i >= leastLines && i >= len(lines)/2
	}
	return part{pupil: append(out, lines...)}, nil
}

// tracing has the model at the start of each line, then dotted ones to trace and
// an empty rest; further rows are for free writing.
func tracing(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	family := b.o.Script
	if own := blk.Options.Get("script"); family == "" && own != "" {
		family = typeset.Family(own)
	}
	r := b.ruling(blk, "1")
	style := b.styleFor(r, family)
	rows := max(1, blk.Options.Int("rows", 1))
	var out []piece
	for i, row := range blk.Rows {
		set := []piece{b.traceLine(row.Left.String(), r, style)}
		for range rows - 1 {
			set = append(set, r.writingLine(b.look.width))
		}
		set = holdAll(set)
		if i > 0 {
			set = space(set, 1)
		}
		out = append(out, set...)
	}
	return part{pupil: out}, nil
}

// traceLine repeats the model over a bit more than half of the line.
func (b *builder) traceLine(text string, r ruling, style typeset.Style) piece {
	gap := 0.9 * r.xHeight() * 2
	width := b.width(text, style) + gap
	copies := max(1, min(8, int(b.look.width*0.6/width)))
	lines, err := b.e.Fonts.Layout([]typeset.Span{{Text: text, Style: style}}, typeset.Options{})
	if err != nil {
		b.fail(err)
		return piece{}
	}
	return piece{height: r.height(), draw: func(c *canvas, x, y float64) {
		r.draw(c, x, y, b.look.width)
		for i := range copies {
			if i == 0 {
				c.begin(page.RoleText)
			} else {
				c.begin(page.RoleArtifact)
			}
			for _, line := range lines {
				c.runs(x+2+float64(i)*width, y+r.baseline(), line, []ink{{colour: black, dotted: i > 0}})
			}
			c.end()
		}
	}}
}

// plural asks for the plural of each word.
func plural(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	words, err := b.wordsOf(blk)
	if err != nil {
		return part{}, err
	}
	ex, err := exercise.NewPlural(words, o)
	if err != nil {
		return part{}, err
	}
	var items [][2]string
	for _, item := range ex.Items {
		items = append(items, [2]string{item.Word.WithArticle(), "die " + item.Plural})
	}
	return b.pairsToWrite(items, blk.Options.Has("example")), nil
}

// pairsToWrite is a list in two columns: what is given, a line for what is asked.
func (b *builder) pairsToWrite(items [][2]string, example bool) part {
	const columns = 2
	width := b.look.width / columns
	var out part
	for start := 0; start < len(items); start += columns {
		var cells []column
		for i, item := range items[start:min(start+columns, len(items))] {
			p := &para{opts: typeset.Options{Width: width - 6}}
			p.add(item[0]+" – ", b.style(), black)
			if example && start+i == 0 {
				p.add(item[1], b.style(), answer)
			} else {
				p.blank(b.style(), max(18, width-8-b.width(item[0]+" – ", b.style())))
			}
			cells = append(cells, column{x: float64(i) * width, pieces: b.pieces(p)})
		}
		row := beside(cells)
		row.before = 3.5
		out.pupil = append(out.pupil, row)
	}
	var key []string
	for _, item := range items {
		key = append(key, item[0]+" – "+item[1])
	}
	out.key = b.keyLine(strings.Join(key, "; "))
	return out
}

// conjugation is a table of persons and verbs to fill in.
func conjugation(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	persons := blk.Options.List("persons")
	if len(persons) == 0 {
		persons = []string{"ich", "du", "er/sie/es", "wir", "ihr", "sie/Sie"}
	}
	widths := []float64{26}
	head := [][]piece{nil}
	n := min(len(blk.Rows), 4)
	for _, row := range blk.Rows[:n] {
		widths = append(widths, (b.look.width-26)/float64(n))
		head = append(head, b.line(row.Left.String(), b.bold(), black, widths[1]-4))
	}
	out := []piece{gridRow(widths, head, true)}
	for _, person := range persons {
		cells := make([][]piece, len(widths))
		cells[0] = append(b.line(person, b.style(), black, 24), piece{height: 2})
		out = append(out, gridRow(widths, cells, false))
	}
	return part{pupil: holdAll(out)}, nil
}
