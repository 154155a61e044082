package worksheet

import (
	"slices"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/page"
	"lernkoffer/materials/typeset"
)

// wordSearch sets the grid with the list of words beside it, or below where the
// grid is wide.
func wordSearch(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	words, err := b.wordsOf(blk)
	if err != nil {
		return part{}, err
	}
	ex, err := exercise.NewWordSearch(words, o)
	if err != nil {
		return part{}, err
	}
	n := len(ex.Grid)
	cell := min(9, 118/float64(n))
	list := b.searchList(ex, blk.Options.Has("pictures"))
	grid := b.letterGrid(ex, cell, nil)
	side := cell * float64(len(ex.Grid[0]))
	room := b.look.width - side - 8
	var pupil []piece
	if room >= 36 {
		pupil = []piece{beside([]column{{pieces: []piece{grid}}, {x: side + 8, pieces: list(room)}})}
	} else {
		pupil = append([]piece{grid}, space(list(b.look.width), 3)...)
	}
	small := min(5.5, keyWidth/float64(n))
	return part{pupil: holdAll(pupil), key: []piece{b.letterGrid(ex, small, ex.Solution)}}, nil
}

// searchList returns the words to find as lines with a box to tick, or their
// pictures.
func (b *builder) searchList(ex *exercise.WordSearch, pictures bool) func(width float64) []piece {
	return func(width float64) []piece {
		if pictures {
			return b.searchPictures(ex.Words, width)
		}
		columns := max(1, int(width/48))
		each := width / float64(columns)
		var out []piece
		for words := range slices.Chunk(ex.Words, columns) {
			var cells []column
			for i, w := range words {
				lines := decorated(indent(b.line(w.Lemma, b.style(), black, each-6), 6), func(c *canvas, x, y, h float64) {
					c.tickBox(x, y+(h-3.4)/2, 3.4, false)
				})
				cells = append(cells, column{x: float64(i) * each, pieces: lines, role: page.RoleItem})
			}
			row := beside(cells)
			row.before = 1.2
			out = append(out, row)
		}
		return inside(out, &tag{role: page.RoleList})
	}
}

func (b *builder) searchPictures(words []materials.Word, width float64) []piece {
	const size = 15.0
	n := max(1, int(width/(size+3)))
	each := width / float64(n)
	var out []piece
	for line := range slices.Chunk(words, n) {
		var cells []column
		for i, w := range line {
			if w.Picture == "" {
				cells = append(cells, column{x: float64(i) * each, pieces: b.line(w.Lemma, b.small(), black, each)})
				continue
			}
			cells = append(cells, column{x: float64(i) * each, pieces: []piece{b.centredFigure(w, each, size)}})
		}
		row := beside(cells)
		row.before = 2
		out = append(out, row)
	}
	return out
}

// letterGrid draws the cells, and around the words found a capsule.
func (b *builder) letterGrid(ex *exercise.WordSearch, cell float64, solution []exercise.Placement) piece {
	style := typeset.Style{Size: cell * 0.62 / typeset.MMPerPoint, Language: "de"}
	rows, cols := len(ex.Grid), len(ex.Grid[0])
	set := map[string][]piece{}
	for _, letter := range slices.Concat(ex.Grid...) {
		if set[letter] == nil {
			set[letter] = bare(b.centred(letter, style, black, cell))
		}
	}
	height, width := cell*float64(rows), cell*float64(cols)
	return piece{height: height, parts: []*tag{{role: page.RoleTable}}, draw: func(c *canvas, x, y float64) {
		for _, p := range solution {
			b.capsule(c, x, y, cell, p)
		}
		c.frame(x, y, width, height, 1.5, grey, 0.4, nil)
		for r, letters := range ex.Grid {
			c.begin(page.RoleRow)
			for k, letter := range letters {
				c.begin(page.RoleCell)
				drawStack(c, set[letter], x+cell*float64(k), y+cell*(float64(r)+0.5)-heightOf(set[letter])/2)
				c.end()
			}
			c.end()
		}
	}}
}

// capsule marks a word from its first to its last letter.
func (b *builder) capsule(c *canvas, x, y, cell float64, p exercise.Placement) {
	n := float64(len([]rune(p.Word)) - 1)
	x0, y0 := x+cell*(float64(p.Col)+0.5), y+cell*(float64(p.Row)+0.5)
	path := linePath(x0, y0, x0+cell*n*float64(p.DCol), y0+cell*n*float64(p.DRow))
	c.artifact(stroke(path, found, cell*0.72))
}
