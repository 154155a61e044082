package worksheet

import (
	"fmt"
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/typeset"
)

// order has mixed lines with a box for the number of each.
func order(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	ex, err := exercise.NewOrder(blk.Rows, o)
	if err != nil {
		return part{}, err
	}
	const box = 7.0
	var out part
	var items [][]piece
	byNumber := make([]string, len(ex.Items)+1)
	for _, item := range ex.Items {
		byNumber[item.Number] = item.Text.String()
		p := &para{opts: typeset.Options{Width: b.look.width - box - 4}}
		row := beside([]column{
			{x: box + 4, middle: true, pieces: b.pieces(b.text(p, item.Text, b.style(), nil, true))},
			{pieces: []piece{{height: box, draw: func(c *canvas, x, y float64) {
				c.frame(x, y, box, box, 1, grey, 0.3, nil)
			}}}, middle: true},
		})
		row.before = 1.6
		items = append(items, []piece{row})
	}
	for n, text := range byNumber[1:] {
		out.key = append(out.key, b.keyLine(fmt.Sprintf("%d. %s", n+1, text))...)
	}
	out.pupil = holdAll(list(items...))
	return out, nil
}

// shortEntry is the longest entry, in letters, that is written into a column;
// longer ones are ticked.
const shortEntry = 22

// categories has columns to sort entries into: to write where they are short, to
// tick where they are long.
func categories(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	ex, err := exercise.NewCategories(blk.Rows, o)
	if err != nil {
		return part{}, err
	}
	var out part
	sorted := make([][]string, len(ex.Columns))
	var entries []string
	var texts []materials.Text
	long := len(ex.Columns) > 4
	for _, item := range ex.Items {
		entries, texts = append(entries, item.Text.String()), append(texts, item.Text)
		sorted[item.Column] = append(sorted[item.Column], item.Text.String())
		long = long || len([]rune(item.Text.String())) > shortEntry
	}
	if long {
		if out.pupil, err = b.tickTable(ex.Columns, texts, nil); err != nil {
			return part{}, err
		}
	} else {
		most := 0
		for _, s := range sorted {
			most = max(most, len(s))
		}
		out.pupil = b.sortInto(entries, b.plainColumns(ex.Columns), most)
	}
	for i, column := range ex.Columns {
		out.key = append(out.key, b.keyLine(column+": "+strings.Join(sorted[i], entryGap(long)))...)
	}
	return out, nil
}

// entryGap stands between entries on the solution sheet: sentences keep their full
// stops, so a comma would not do.
func entryGap(sentences bool) string {
	if sentences {
		return " · "
	}
	return ", "
}

// scrambledWords has letters to bring in order.
func scrambledWords(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	words, err := b.wordsOf(blk)
	if err != nil {
		return part{}, err
	}
	ex, err := exercise.NewScrambledWords(words, o)
	if err != nil {
		return part{}, err
	}
	var items [][2]string
	for _, item := range ex.Items {
		items = append(items, [2]string{item.Scrambled, item.Word.Lemma})
	}
	return b.pairsToWrite(items, blk.Options.Has("example")), nil
}

// scrambledSentences has words to make a sentence of, and a line for it.
func scrambledSentences(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	ex, err := exercise.NewScrambledSentences(blk.Rows, o)
	if err != nil {
		return part{}, err
	}
	var out part
	var items [][]piece
	for i, item := range ex.Items {
		text := strings.Join(item.Words, " / ")
		if item.End != "" {
			text += " / " + item.End
		}
		set := b.numberedItem(i+1, b.line(text, b.style(), black, b.look.width-b.hangWidth()))
		solved := i == 0 && blk.Options.Has("example")
		items = append(items, space(b.answerLine(set, blk, item.Answers[0], solved), 2.5))
		out.key = append(out.key, b.keyLine(fmt.Sprintf("%d. %s", i+1, strings.Join(item.Answers, " / ")))...)
	}
	out.pupil = list(items...)
	return out, nil
}
