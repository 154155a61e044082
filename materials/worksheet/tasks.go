package worksheet

import (
	"fmt"
	"slices"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/typeset"
)

// cloze sets sentences with ruled gaps, all of one length so that it tells
// nothing, and the bank above them.
func cloze(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	ex, err := exercise.NewCloze(blk.Rows, o)
	if err != nil {
		return part{}, err
	}
	var out part
	if len(ex.Bank) > 0 {
		out.pupil = b.bank(b.struckBank(ex, blk))
	}
	if blk.Options.Has("pictures") {
		return b.pictureCloze(ex, out)
	}
	gap := b.gapWidth(ex)
	var items [][]piece
	for i, item := range ex.Items {
		p := &para{opts: typeset.Options{Width: b.look.width - b.hangWidth(), Leading: 1.5}}
		solved := i == 0 && blk.Options.Has("example")
		lines := b.numberedItem(i+1, b.pieces(b.text(p, item.Text, b.style(), gap, solved)))
		items = append(items, space(holdAll(lines), 1.6))
		out.key = append(out.key, b.clozeKey(i+1, item)...)
	}
	out.pupil = append(out.pupil, list(items...)...)
	return out, nil
}

// struckBank leaves the word of a solved example out of the bank.
func (b *builder) struckBank(ex *exercise.Cloze, blk *materials.Block) []string {
	bank := slices.Clone(ex.Bank)
	if blk.Options.Has("example") && !ex.Reuse && len(ex.Items) > 0 {
		for _, a := range ex.Items[0].Answers {
			if i := slices.Index(bank, a); i >= 0 {
				bank = slices.Delete(bank, i, i+1)
			}
		}
	}
	return bank
}

// gapWidth makes gaps as long as the longest answer needs in a pupil's hand;
// gaps inside a word stay as short as their letters.
func (b *builder) gapWidth(ex *exercise.Cloze) func(materials.Span) float64 {
	longest := 0.0
	for _, item := range ex.Items {
		for _, a := range item.Answers {
			longest = max(longest, b.width(a, b.style()))
		}
	}
	width := min(max(longest*1.5+6, 14), b.look.width/2)
	return func(materials.Span) float64 { return width }
}

func (b *builder) clozeKey(n int, item exercise.ClozeItem) []piece {
	p := &para{opts: typeset.Options{Width: keyWidth - 7}}
	lines := b.pieces(b.text(p, item.Text, b.keyStyle(), nil, true))
	lines = b.hang(fmt.Sprintf("%d.", n), b.keyStyle(), lines, 0, 7)
	if reason := item.Key.String(); reason != "" {
		style := b.keyStyle()
		style.Size = 9
		lines = append(lines, indent(b.line(reason, style, grey, keyWidth-7), 7)...)
	}
	return lines
}

// pictureCloze has the picture of each item's word above its gapped spelling.
func (b *builder) pictureCloze(ex *exercise.Cloze, out part) (part, error) {
	const n, size = 4, 20.0
	width := b.look.width / n
	narrow := func(s materials.Span) float64 { return b.width(s.Text, b.style()) + 3 }
	number := 0
	for items := range slices.Chunk(ex.Items, n) {
		var cells []column
		for i, item := range items {
			number++
			ref := item.Text.String()
			w, ok := b.words.Resolve(ref)
			if !ok || w.Picture == "" {
				return part{}, noPicture(ref)
			}
			p := &para{opts: typeset.Options{Width: width - 3, Align: typeset.AlignCentre, Leading: 1.5}}
			cells = append(cells, column{x: float64(i) * width, pieces: append(
				[]piece{b.centredFigure(w, width-3, size)}, b.pieces(b.text(p, item.Text, b.style(), narrow, false))...)})
			out.key = append(out.key, b.keyLine(fmt.Sprintf("%d. %s", number, ref))...)
		}
		row := beside(cells)
		row.before = 2.5
		out.pupil = append(out.pupil, row)
	}
	return out, nil
}

// centredFigure is a word's picture in the middle of a width.
func (b *builder) centredFigure(w materials.Word, width, size float64) piece {
	pic, ok := b.picture(w.Picture, !b.o.Grey)
	if !ok {
		return piece{height: size}
	}
	return piece{height: size, draw: func(c *canvas, x, y float64) {
		b.figure(c, x+(width-size)/2, y, size, size, pic, w.Lemma)
	}}
}

// articles has the words in a box and a column for each article to sort them
// into; marks and colours of the articles help where the block says colours.
func articles(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	words, err := b.wordsOf(blk)
	if err != nil {
		return part{}, err
	}
	ex, err := exercise.NewArticles(words, o)
	if err != nil {
		return part{}, err
	}
	sorted := map[string][]string{}
	var bank []string
	most := 0
	for _, item := range ex.Items {
		bank = append(bank, item.Word.Lemma)
		sorted[item.Article] = append(sorted[item.Article], item.Word.Lemma)
		most = max(most, len(sorted[item.Article]))
	}
	columns := b.plainColumns(ex.Columns)
	if blk.Options.Has("colours") {
		columns = b.articleColumns(ex.Columns)
	}
	out := part{pupil: b.sortInto(bank, columns, most)}
	for _, article := range ex.Columns {
		out.key = append(out.key, b.keyLine(article+": "+commaList(sorted[article]))...)
	}
	return out, nil
}
