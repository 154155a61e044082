package worksheet

import (
	"fmt"
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/typeset"
)

// large is the type of what first readers read aloud.
func (b *builder) large() typeset.Style {
	return typeset.Style{Size: 24, Language: "de", NoLiga: true, Family: b.o.Script}
}

// syllableTable has a cell for each syllable.
func syllableTable(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	var out []piece
	for _, row := range blk.Rows {
		cells := strings.Fields(row.Left.String())
		n := max(1, len(cells))
		width := b.look.width / float64(n)
		widths := make([]float64, n)
		set := make([][]piece, n)
		for i := range widths {
			widths[i] = width
			if i < len(cells) {
				set[i] = b.centred(cells[i], b.large(), black, width-4)
			}
		}
		out = append(out, gridRow(widths, set, false))
	}
	return part{pupil: holdAll(out)}, nil
}

// readingLines sets a line for each row, in two columns where they are short.
func readingLines(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	longest := 0.0
	for _, row := range blk.Rows {
		longest = max(longest, b.width(row.Left.String(), b.large()))
	}
	columns := 1
	if longest < b.look.width/2-10 {
		columns = 2
	}
	width := b.look.width / float64(columns)
	var out []piece
	for start := 0; start < len(blk.Rows); start += columns {
		var cells []column
		for i, row := range blk.Rows[start:min(start+columns, len(blk.Rows))] {
			cells = append(cells, column{x: float64(i) * width, pieces: b.line(row.Left.String(), b.large(), black, width-4)})
		}
		row := beside(cells)
		row.before = 2
		out = append(out, row)
	}
	return part{pupil: out}, nil
}

// letterHunt is a grid of letters among which some are to be circled.
func letterHunt(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	ex, err := exercise.NewLetterHunt(o)
	if err != nil {
		return part{}, err
	}
	style := b.large()
	style.Family = ""
	var out []piece
	for _, row := range ex.Grid {
		width := b.look.width / float64(len(row))
		out = append(out, piece{height: 13, draw: func(c *canvas, x, y float64) {
			for i, letter := range row {
				drawStack(c, b.centred(letter, style, black, width), x+float64(i)*width, y)
			}
		}})
	}
	return part{pupil: holdAll(out), key: b.keyLine(fmt.Sprintf("%s: %d-mal", commaList(ex.Letters), ex.Count))}, nil
}

// syllables has the word with room for arcs below it.
func syllables(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	words, err := b.wordsOf(blk)
	if err != nil {
		return part{}, err
	}
	ex, err := exercise.NewSyllables(words, o)
	if err != nil {
		return part{}, err
	}
	const columns = 3
	width := b.look.width / columns
	style := b.style()
	style.Size += 4
	var out part
	for start := 0; start < len(ex.Items); start += columns {
		var cells []column
		for i, item := range ex.Items[start:min(start+columns, len(ex.Items))] {
			word := append(b.line(item.Word.Lemma, style, black, width-4), piece{height: 6})
			if blk.Options.Has("pictures") {
				word = append([]piece{b.wordFigure(item.Word, width, 15)}, word...)
			}
			cells = append(cells, column{x: float64(i) * width, pieces: word})
		}
		row := beside(cells)
		row.before = 2
		out.pupil = append(out.pupil, row)
	}
	var key []string
	for _, item := range ex.Items {
		key = append(key, strings.Join(item.Syllables, "·"))
	}
	out.key = b.keyLine(commaList(key))
	return out, nil
}

// colouring has sentences and large line drawings to colour.
func colouring(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	var out part
	var pics []pictured
	for i, row := range blk.Rows {
		ref, colour, _ := strings.Cut(row.Right.String(), " ")
		w, ok := b.words.Resolve(ref)
		if !ok || w.Picture == "" {
			return part{}, noPicture(ref)
		}
		pic, ok := b.picture(w.Picture, false)
		if !ok {
			return part{}, b.err
		}
		pics = append(pics, pictured{pic: pic, alt: w.Lemma})
		p := &para{opts: typeset.Options{Width: b.look.width - b.hangWidth()}}
		out.pupil = append(out.pupil, space(b.numberedItem(i+1, b.pieces(b.text(p, row.Left, b.style(), nil, true))), 1)...)
		out.key = append(out.key, b.keyLine(fmt.Sprintf("%d. %s: %s", i+1, w.WithArticle(), colour))...)
	}
	out.pupil = append(out.pupil, b.pictureGrid(pics, min(len(pics), 4), 34)...)
	return out, nil
}
