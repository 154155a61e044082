package worksheet

import (
	"slices"
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/page"
	"lernkoffer/materials/typeset"
)

// The type of a text on a card that has no room in the sheet's type, in pt.
const (
	leastWhole  = 9.0 // no word is parted down to this size
	leastFitted = 7.0
)

// fitted sets text in the middle of a card of w × h mm, in smaller type where it is
// long. It refuses what has no room even then.
func (b *builder) fitted(text string, style typeset.Style, w, h float64) ([]piece, error) {
	for _, parting := range []bool{false, true} {
		st, least := style, leastWhole
		if parting {
			least = leastFitted
		}
		for ; st.Size >= least; st.Size -= 0.5 {
			if !parting && b.widestWord(text, st) > w {
				continue
			}
			if set := b.centred(text, st, black, w); heightOf(set) <= h {
				return set, nil
			}
		}
	}
	return nil, materials.Errorf(materials.CodeContent, "„%s“ ist zu lang für eine Karte. Bitte kürzen Sie den Text.", text)
}

func (b *builder) widestWord(text string, style typeset.Style) float64 {
	widest := 0.0
	for word := range strings.FieldsSeq(text) {
		widest = max(widest, b.width(word, style))
	}
	return widest
}

// The cards of a memory game: four a row.
const (
	cardColumns = 4
	cardHeight  = 38.0 // mm
	cardMargin  = 3.0  // mm
)

// memory makes a pair of cards of each word: its picture and itself.
func memory(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	words, err := b.wordsOf(blk)
	if err != nil {
		return part{}, err
	}
	ex, err := exercise.NewMemory(words, o)
	if err != nil {
		return part{}, err
	}
	var cards []piece
	for _, w := range ex.Pairs {
		word, err := b.textCard(w.WithArticle())
		if err != nil {
			return part{}, err
		}
		cards = append(cards, b.centredFigure(w, b.look.width/cardColumns-2*cardMargin, cardHeight-14), word)
	}
	return part{pupil: b.cardGrid(cards)}, nil
}

func (b *builder) textCard(text string) (piece, error) {
	set, err := b.fitted(text, b.bold(), b.look.width/cardColumns-2*cardMargin, cardHeight-2*cardMargin)
	return joined(set), err
}

// cardGrid sets cards of equal size with lines to cut along.
func (b *builder) cardGrid(cards []piece) []piece {
	width := b.look.width / cardColumns
	var out []piece
	for line := range slices.Chunk(cards, cardColumns) {
		out = append(out, piece{height: cardHeight, draw: func(c *canvas, x, y float64) {
			for i, card := range line {
				left := x + float64(i)*width
				c.cutFrame(left, y, width, cardHeight)
				drawStack(c, []piece{card}, left+cardMargin, y+(cardHeight-card.height)/2)
			}
		}})
	}
	return out
}

// bingo prints boards to cut out; the calls stand on the solution sheet.
func bingo(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	ex, err := exercise.NewBingo(blk.Rows, o)
	if err != nil {
		return part{}, err
	}
	side := b.boardWidth() / float64(ex.Size)
	high := min(side, mostCell)
	cells := map[string][]piece{}
	for _, entry := range ex.Calls {
		if cells[entry], err = b.fitted(entry, b.style(), side-2, high-2); err != nil {
			return part{}, err
		}
	}
	var out part
	for pair := range slices.Chunk(ex.Boards, 2) {
		out.pupil = append(out.pupil, b.boards(pair, cells, side, high))
	}
	out.key = b.keyLine("Ausrufen: " + commaList(ex.Calls))
	return out, nil
}

// The boards of bingo: two beside each other.
const (
	boardGutter = 8.0  // mm
	mostCell    = 22.0 // the greatest height of a cell in mm
)

func (b *builder) boardWidth() float64 { return (b.look.width - boardGutter) / 2 }

// boards sets up to two boards beside each other, of cells of side × high mm.
func (b *builder) boards(boards [][][]string, cells map[string][]piece, side, high float64) piece {
	var columns []column
	for i, board := range boards {
		var rows []piece
		for _, entries := range board {
			line := row{role: page.RoleRow, least: high, frame: func(c *canvas, x, y, h float64) {
				for k := range entries {
					c.artifact(stroke(roundRect(x+float64(k)*side, y, side, h, 0), black, 0.3))
				}
			}}
			for k, entry := range entries {
				line.columns = append(line.columns, column{x: float64(k)*side + 1, pieces: cells[entry], middle: true, role: page.RoleCell})
			}
			rows = append(rows, line.piece())
		}
		columns = append(columns, column{x: float64(i) * (b.boardWidth() + boardGutter), pieces: grid(rows)})
	}
	out := beside(columns)
	out.before = 6
	return out
}

// domino prints tiles to cut out, two a row.
func domino(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	ex, err := exercise.NewDomino(blk.Rows, o)
	if err != nil {
		return part{}, err
	}
	const height, margin = 24.0, 4.0
	half := b.look.width / 4
	var out part
	for tiles := range slices.Chunk(ex.Tiles, 2) {
		r := row{least: height, frame: func(c *canvas, x, y, h float64) {
			for i := range tiles {
				left := x + float64(2*i)*half
				c.cutFrame(left, y, 2*half, h)
				c.rule(left+half, y+3, left+half, y+h-3, black, 0.3)
			}
		}}
		for i, tile := range tiles {
			for k, text := range tile {
				set, err := b.fitted(text, b.style(), half-2*margin, height-margin)
				if err != nil {
					return part{}, err
				}
				r.columns = append(r.columns, column{x: float64(2*i+k)*half + margin, pieces: set, middle: true})
			}
		}
		out.pupil = append(out.pupil, r.piece())
	}
	for _, p := range ex.Pairs {
		out.key = append(out.key, b.keyLine(p[0]+" – "+p[1])...)
	}
	return out, nil
}
