package worksheet

import (
	"fmt"
	"slices"
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/page"
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
		for line := range slices.Chunk(cells, b.cellsFor(cells)) {
			widths := make([]float64, len(line))
			set := make([][]piece, len(line))
			for i, text := range line {
				widths[i] = b.look.width / float64(len(line))
				set[i] = b.centred(text, b.large(), black, widths[i]-2*cellPad)
			}
			out = append(out, gridRow(widths, set, false))
		}
	}
	return part{pupil: holdAll(grid(out))}, nil
}

// cellsFor is how many of the texts have room in a row of equal cells.
func (b *builder) cellsFor(texts []string) int {
	widest := 1.0
	for _, text := range texts {
		widest = max(widest, b.width(text, b.large())+2*cellPad)
	}
	return min(max(1, len(texts)), max(1, int(b.look.width/widest)))
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
	width := b.look.width / float64(len(ex.Grid[0]))
	style := b.large()
	style.Family = ""
	for _, letter := range slices.Concat(ex.Grid...) {
		if room := width - 1; b.width(letter, style) > room {
			style.Size *= room / b.width(letter, style)
		}
	}
	var out []piece
	for _, letters := range ex.Grid {
		line := row{role: page.RoleRow, least: 13}
		for i, letter := range letters {
			line.columns = append(line.columns, column{x: float64(i) * width, role: page.RoleCell, pieces: bare(b.centred(letter, style, black, width))})
		}
		out = append(out, line.piece())
	}
	return part{pupil: holdAll(grid(out)), key: b.keyLine(fmt.Sprintf("%s: %d-mal", commaList(ex.Letters), ex.Count))}, nil
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
			cells = append(cells, column{x: float64(i) * width, pieces: word, role: page.RoleItem})
		}
		row := beside(cells)
		row.before = 2
		out.pupil = append(out.pupil, row)
	}
	out.pupil = inside(out.pupil, &tag{role: page.RoleList})
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
	var items [][]piece
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
		items = append(items, space(b.numberedItem(i+1, b.pieces(b.text(p, row.Left, b.style(), nil, true))), 1))
		out.key = append(out.key, b.keyLine(fmt.Sprintf("%d. %s: %s", i+1, w.WithArticle(), colour))...)
	}
	out.pupil = append(list(items...), b.pictureGrid(pics, min(len(pics), 4), 34)...)
	return out, nil
}
