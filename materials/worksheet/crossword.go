package worksheet

import (
	"slices"
	"strconv"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/page"
	"lernkoffer/materials/picture"
	"lernkoffer/materials/typeset"
)

// The cells of a crossword in mm: as wide as a pupil's capitals where the paper
// allows it.
const (
	crossCell    = 9.0
	crossSide    = 150.0 // of the widest grid
	crossKeyCell = 5.5
	crossGap     = 8.0 // between the grid and the clues beside it
	leastClues   = 58.0
)

// crossword sets the grid with the clues below it in two columns, or beside it where
// that takes less room.
func crossword(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	entries, err := exercise.CrosswordEntries(blk.Rows, b.words)
	if err != nil {
		return part{}, err
	}
	ex, err := exercise.NewCrossword(entries, o)
	if err != nil {
		return part{}, err
	}
	most := float64(max(len(ex.Grid), len(ex.Grid[0])))
	cell := min(crossCell, crossSide/most)
	puzzle := []piece{b.crossGrid(ex, cell, exampleCells(ex, blk), answer)}
	if ex.Word != "" {
		puzzle = append(puzzle, b.solutionBoxes(ex, cell))
	}
	side := cell * float64(len(ex.Grid[0]))
	if ex.Word != "" {
		side = max(side, cell*float64(len(ex.Letters)))
	}
	out := part{pupil: b.withClues(ex, holdAll(puzzle), side)}
	small := min(crossKeyCell, keyWidth/most)
	out.key = []piece{b.crossGrid(ex, small, allCells(ex), black)}
	if ex.Word != "" {
		out.key = append(out.key, space(b.keyLine("Lösungswort: "+ex.Word), 1.5)...)
	}
	return out, nil
}

// withClues puts the clues where the whole is lower: below the puzzle, or beside it.
func (b *builder) withClues(ex *exercise.Crossword, puzzle []piece, side float64) []piece {
	half := (b.look.width - crossGap) / 2
	below := beside([]column{
		{pieces: b.clues(ex, false, half)},
		{x: half + crossGap, pieces: b.clues(ex, true, half)},
	})
	below.before = 5
	room := b.look.width - side - crossGap
	if room >= leastClues {
		list := append(b.clues(ex, false, room), space(b.clues(ex, true, room), 4)...)
		if heightOf(list) < heightOf(puzzle)+below.before+below.height {
			return []piece{beside([]column{{pieces: puzzle}, {x: side + crossGap, pieces: list}})}
		}
	}
	puzzle[len(puzzle)-1].hold = true
	return append(indent(puzzle, (b.look.width-side)/2), below)
}

// exampleCells are the cells of the first word, where it is the solved example.
func exampleCells(ex *exercise.Crossword, blk *materials.Block) map[[2]int]bool {
	if !blk.Options.Has("example") {
		return nil
	}
	cells, first := map[[2]int]bool{}, ex.Words[0]
	for i := range []rune(first.Word) {
		if first.Down {
			cells[[2]int{first.Row + i, first.Col}] = true
		} else {
			cells[[2]int{first.Row, first.Col + i}] = true
		}
	}
	return cells
}

func allCells(ex *exercise.Crossword) map[[2]int]bool {
	cells := map[[2]int]bool{}
	for r, row := range ex.Grid {
		for k := range row {
			cells[[2]int{r, k}] = true
		}
	}
	return cells
}

// crossGrid draws the cells; the letters of those to show stand in them, and the
// numbers where pupils write.
func (b *builder) crossGrid(ex *exercise.Crossword, cell float64, shown map[[2]int]bool, ink picture.Colour) piece {
	letters := typeset.Style{Size: cell * 0.6 / typeset.MMPerPoint, Language: "de"}
	numbers := typeset.Style{Size: cell * 0.27 / typeset.MMPerPoint, Language: "de"}
	solved := len(shown) > 0 && ink == black
	mark := map[[2]int]int{}
	for i, at := range ex.Letters {
		mark[at] = i + 1
	}
	draw := func(c *canvas, x, y float64, at [2]int) {
		letter, n := ex.Grid[at[0]][at[1]], mark[at]
		var background *picture.Colour
		if n > 0 {
			background = &found
		}
		c.frame(x, y, cell, cell, 0, black, 0.3, background)
		if number := ex.Numbers[at[0]][at[1]]; number > 0 && !solved {
			drawStack(c, bare(b.line(strconv.Itoa(number), numbers, black, 0)), x+0.09*cell, y+0.02*cell)
		}
		if n > 0 && !solved {
			b.ringed(c, x+0.78*cell, y+0.78*cell, 0.17*cell, n)
		}
		if shown[at] {
			set := bare(b.centred(letter, letters, ink, cell))
			drawStack(c, set, x, y+cell/2-heightOf(set)/2)
		}
	}
	height := cell * float64(len(ex.Grid))
	return piece{height: height, parts: []*tag{{role: page.RoleTable}}, draw: func(c *canvas, x, y float64) {
		for r, row := range ex.Grid {
			c.begin(page.RoleRow)
			for k, letter := range row {
				c.begin(page.RoleCell)
				if letter != "" {
					draw(c, x+cell*float64(k), y+cell*float64(r), [2]int{r, k})
				}
				c.end()
			}
			c.end()
		}
	}}
}

// ringed is a small number in a circle around x, y: the place of a letter in the
// solution word.
func (b *builder) ringed(c *canvas, x, y, radius float64, n int) {
	style := typeset.Style{Size: radius * 1.35 / typeset.MMPerPoint, Language: "de"}
	c.artifact(stroke(circle(x, y, radius), black, 0.15))
	set := bare(b.centred(strconv.Itoa(n), style, black, 2*radius))
	drawStack(c, set, x-radius, y-heightOf(set)/2)
}

// solutionBoxes are the cells that pupils write the solution word into.
func (b *builder) solutionBoxes(ex *exercise.Crossword, cell float64) piece {
	label := b.line("Lösungswort", b.bold(), black, 0)
	top := heightOf(label) + 1.2
	return piece{height: top + cell, before: 5, draw: func(c *canvas, x, y float64) {
		drawStack(c, label, x, y)
		c.begin(page.RoleText)
		for i := range ex.Letters {
			left := x + cell*float64(i)
			c.frame(left, y+top, cell, cell, 0, black, 0.3, &found)
			b.ringed(c, left+0.78*cell, y+top+0.78*cell, 0.17*cell, i+1)
		}
		c.end()
	}}
}

// clues lists what is asked for to the right, or down. Pictures stand beside each
// other, texts below.
func (b *builder) clues(ex *exercise.Crossword, down bool, width float64) []piece {
	head := b.clueHead(down)
	var items []piece
	words := slices.DeleteFunc(slices.Clone(ex.Words), func(w exercise.CrosswordWord) bool { return w.Down != down })
	for len(words) > 0 {
		n := 0
		for n < len(words) && words[n].Clue.Picture != "" && n < max(1, int(width/clueWidth)) {
			n++
		}
		if n == 0 {
			items, words = append(items, b.textClue(words[0], width)...), words[1:]
			continue
		}
		items, words = append(items, b.pictureClues(words[:n])), words[n:]
	}
	head.hold = true
	return append([]piece{head}, inside(items, &tag{role: page.RoleList})...)
}

// clueHead says which way words run, in a word and with an arrow.
func (b *builder) clueHead(down bool) piece {
	text := "waagerecht"
	if down {
		text = "senkrecht"
	}
	set := b.line(text, b.bold(), black, 0)
	const arrow, barb = 6.0, 1.4
	start := b.width(text, b.bold()) + 3.5
	return piece{height: heightOf(set), draw: func(c *canvas, x, y float64) {
		drawStack(c, set, x, y)
		x, y = x+start, y+heightOf(set)*0.55
		if down {
			y -= arrow / 2
			c.rule(x, y, x, y+arrow, black, 0.5)
			c.rule(x-barb, y+arrow-barb, x, y+arrow, black, 0.5)
			c.rule(x+barb, y+arrow-barb, x, y+arrow, black, 0.5)
			return
		}
		c.rule(x, y, x+arrow, y, black, 0.5)
		c.rule(x+arrow-barb, y-barb, x+arrow, y, black, 0.5)
		c.rule(x+arrow-barb, y+barb, x+arrow, y, black, 0.5)
	}}
}

// A picture clue in mm: its number, the picture and the room to the next one.
const (
	clueNumber  = 7.0
	cluePicture = 14.0
	clueWidth   = clueNumber + cluePicture + 4
)

func (b *builder) textClue(w exercise.CrosswordWord, width float64) []piece {
	p := &para{opts: typeset.Options{Width: width - clueNumber}}
	gap := func(materials.Span) float64 { return 16 }
	lines := b.hang(strconv.Itoa(w.Number), b.bold(), b.pieces(b.text(p, w.Clue.Text, b.style(), gap, false)), 0, clueNumber)
	return space(inside(lines, &tag{role: page.RoleItem}), 1.2)
}

func (b *builder) pictureClues(words []exercise.CrosswordWord) piece {
	pictures := make([]*picture.Picture, len(words))
	for i, w := range words {
		pictures[i], _ = b.picture(w.Clue.Picture, !b.o.Grey)
	}
	return piece{height: cluePicture, before: 1.5, draw: func(c *canvas, x, y float64) {
		for i, w := range words {
			left := x + clueWidth*float64(i)
			number := b.line(strconv.Itoa(w.Number), b.bold(), black, 0)
			c.begin(page.RoleItem)
			drawStack(c, number, left, y+(cluePicture-heightOf(number))/2)
			b.figure(c, left+clueNumber, y, cluePicture, cluePicture, pictures[i], "Bild zu "+strconv.Itoa(w.Number))
			c.end()
		}
	}}
}
