package worksheet

import (
	"fmt"
	"slices"
	"strings"

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
		out.pupil = append(out.pupil, b.bank(b.struckBank(ex, blk)))
	}
	if blk.Options.Has("pictures") {
		return b.pictureCloze(ex, out)
	}
	gap := b.gapWidth(ex)
	for i, item := range ex.Items {
		p := &para{opts: typeset.Options{Width: b.look.width - b.hangWidth(), Leading: 1.5}}
		solved := i == 0 && blk.Options.Has("example")
		lines := b.numberedItem(i+1, b.pieces(b.text(p, item.Text, b.style(), gap, solved)))
		out.pupil = append(out.pupil, space(holdAll(lines), 1.6)...)
		out.key = append(out.key, b.clozeKey(i+1, item)...)
	}
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
	for start := 0; start < len(ex.Items); start += n {
		var cells []column
		for i, item := range ex.Items[start:min(start+n, len(ex.Items))] {
			ref := item.Text.String()
			w, ok := b.words.Resolve(ref)
			if !ok || w.Picture == "" {
				return part{}, noPicture(ref)
			}
			p := &para{opts: typeset.Options{Width: width - 3, Align: typeset.AlignCentre, Leading: 1.5}}
			cells = append(cells, column{x: float64(i) * width, pieces: append(
				[]piece{b.centredFigure(w, width-3, size)}, b.pieces(b.text(p, item.Text, b.style(), narrow, false))...)})
			out.key = append(out.key, b.keyLine(fmt.Sprintf("%d. %s", start+i+1, ref))...)
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

// side is one end of a pair to connect.
type side struct {
	height, width float64
	draw          func(c *canvas, x, y float64)
}

func (b *builder) textSide(text materials.Text) side {
	width := b.look.width*0.5 - 22
	p := &para{opts: typeset.Options{Width: width}}
	set := joined(b.pieces(b.text(p, text, b.style(), nil, true)))
	used := min(width, b.width(text.String(), b.style()))
	return side{height: set.height, width: used, draw: set.draw}
}

func (b *builder) pictureSide(w materials.Word, size float64) (side, error) {
	pic, ok := b.picture(w.Picture, !b.o.Grey)
	if !ok {
		return side{}, noPicture(w.Lemma)
	}
	return side{height: size, width: size, draw: func(c *canvas, x, y float64) { b.figure(c, x, y, size, size, pic, w.Lemma) }}, nil
}

// connectRows sets both sides with dots between which lines are drawn.
func (b *builder) connectRows(left, right []side) []piece {
	widest := 0.0
	for _, s := range left {
		widest = max(widest, s.width)
	}
	dotLeft := min(widest+7, b.look.width/2-14)
	dotRight := b.look.width/2 + 12
	var out []piece
	for i := range max(len(left), len(right)) {
		h := 0.0
		if i < len(left) {
			h = max(h, left[i].height)
		}
		if i < len(right) {
			h = max(h, right[i].height)
		}
		out = append(out, piece{height: h, before: 2.6, draw: func(c *canvas, x, y float64) {
			dot := func(at float64) {
				c.artifact(fill(circle(x+at, y+h/2, 0.9), black))
			}
			if i < len(left) {
				left[i].draw(c, x, y+(h-left[i].height)/2)
				dot(dotLeft)
			}
			if i < len(right) {
				dot(dotRight)
				right[i].draw(c, x+dotRight+6, y+(h-right[i].height)/2)
			}
		}})
	}
	return holdAll(out)
}

// connectAround has words in the middle and pictures left and right of them: half
// as high as one column of each. Every word has a dot on both sides.
func (b *builder) connectAround(pictures, words []side) []piece {
	half := (len(pictures) + 1) / 2
	picture, word := side{}, side{}
	for _, s := range pictures {
		picture.height, picture.width = max(picture.height, s.height), max(picture.width, s.width)
	}
	for _, s := range words {
		word.height, word.width = max(word.height, s.height), max(word.width, s.width)
	}
	const gap = 2.4
	h := max(float64(half)*(picture.height+gap), float64(len(words))*(word.height+gap))
	middle := b.look.width / 2
	dots := word.width/2 + 5
	return []piece{{height: h, draw: func(c *canvas, x, y float64) {
		dot := func(at, level float64) { c.artifact(fill(circle(at, level, 0.9), black)) }
		for i, s := range words {
			level := y + h*(float64(i)+0.5)/float64(len(words))
			dot(x+middle-dots, level)
			s.draw(c, x+middle-s.width/2, level-s.height/2)
			dot(x+middle+dots, level)
		}
		for i, s := range pictures {
			row, rows, left, at := i, half, x+6, x+6+picture.width+6
			if i >= half {
				row, rows = i-half, len(pictures)-half
				left, at = x+b.look.width-6-picture.width, x+b.look.width-12-picture.width
			}
			level := y + h*(float64(row)+0.5)/float64(rows)
			s.draw(c, left+(picture.width-s.width)/2, level-s.height/2)
			dot(at, level)
		}
	}}}
}

// pictureWords connects pictures with words.
func pictureWords(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	words, err := b.wordsOf(blk)
	if err != nil {
		return part{}, err
	}
	ex, err := exercise.NewPictureWords(words, o)
	if err != nil {
		return part{}, err
	}
	var pictures, lemmas []side
	for _, w := range ex.Pictures {
		s, err := b.pictureSide(w, 15)
		if err != nil {
			return part{}, err
		}
		pictures = append(pictures, s)
	}
	for _, w := range ex.Words {
		lemmas = append(lemmas, b.textSide(materials.Plain(w.Lemma)))
	}
	var key []string
	for n, w := range ex.Pictures {
		key = append(key, fmt.Sprintf("Bild %d: %s", n+1, w.Lemma))
	}
	return part{pupil: b.connectAround(pictures, lemmas), key: b.keyLine(strings.Join(key, " · "))}, nil
}

// matching connects two texts.
func matching(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	ex, err := exercise.NewMatching(blk.Rows, o)
	if err != nil {
		return part{}, err
	}
	return part{pupil: b.connectRows(b.textSides(ex.Left), b.textSides(ex.Right)), key: b.pairKey(ex)}, nil
}

func (b *builder) textSides(texts []materials.Text) []side {
	out := make([]side, len(texts))
	for i, t := range texts {
		out[i] = b.textSide(t)
	}
	return out
}

// pairKey lists the right pairs of a matching.
func (b *builder) pairKey(ex *exercise.Matching) []piece {
	var out []piece
	for i, pair := range ex.Solution {
		out = append(out, b.keyLine(fmt.Sprintf("%d. %s – %s", i+1, ex.Left[pair[0]].String(), ex.Right[pair[1]].String()))...)
	}
	return out
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
	out := part{pupil: []piece{b.bank(bank), b.fillColumns(columns, most)}}
	out.pupil[0].hold = true
	out.pupil[1].before = 3
	for _, article := range ex.Columns {
		out.key = append(out.key, b.keyLine(article+": "+commaList(sorted[article]))...)
	}
	return out, nil
}
