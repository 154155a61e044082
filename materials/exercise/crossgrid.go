package exercise

import (
	"slices"
	"strings"
)

// crossGrid is a crossword in the making: a board wide enough for words to grow
// to any side of the first one. A cell is 0 while it is free.
type crossGrid struct {
	side   int // of the board, in cells
	most   int // cells a side that the words may take
	words  [][]rune
	cells  []rune
	runs   []uint8 // the directions in which words run through each cell
	filled []int   // cells that have a letter
	placed []crossing
	// the cells in use: first row and column, and those after the last
	top, left, bottom, right int
	crossed                  int // cells that two words share
	missing                  int // letters of the solution word that it lacks
}

// crossing is where a word lies.
type crossing struct {
	word     int // its index
	row, col int
	down     bool
}

const (
	runsAcross uint8 = 1 << iota
	runsDown
)

// layouts is how many grids are laid out to choose the best one from.
const layouts = 120

// compile lays words out many times, at most count of them, and returns the grid
// that holds the most, has the letters of the hidden word and is the most compact.
// It holds fewer than count words where no layout took more.
func compile(d *dice, words [][]rune, size, count int, hidden []rune) *crossGrid {
	var best *crossGrid
	for range layouts {
		g := layOut(d, words, size, count)
		g.missing = g.lacking(hidden)
		if best == nil || g.better(best) {
			best = g
		}
	}
	return best
}

// better prefers more words, then the letters of the hidden word, then a compact
// grid.
func (g *crossGrid) better(h *crossGrid) bool {
	if len(g.placed) != len(h.placed) {
		return len(g.placed) > len(h.placed)
	}
	if g.missing != h.missing {
		return g.missing < h.missing
	}
	return g.cost() < h.cost()
}

// cost grows with the area and with how far it is from a square, and sinks with
// every crossing.
func (g *crossGrid) cost() int {
	height, width := g.bottom-g.top, g.right-g.left
	return height*width + (height-width)*(height-width) - 5*g.crossed
}

// lacking counts the letters that have no cell of their own.
func (g *crossGrid) lacking(letters []rune) int {
	have := map[rune]int{}
	for _, cell := range g.filled {
		have[g.cells[cell]]++
	}
	n := 0
	for _, r := range letters {
		if have[r]--; have[r] < 0 {
			n++
		}
	}
	return n
}

// layOut places the words greedily: after the first each that crosses best.
func layOut(d *dice, words [][]rune, size, count int) *crossGrid {
	side := 2*size + 1
	g := &crossGrid{side: side, most: size, words: words, cells: make([]rune, side*side), runs: make([]uint8, side*side)}
	left := d.order(len(words))
	// A long word first carries many others.
	slices.SortStableFunc(left, func(a, b int) int { return len(words[b]) - len(words[a]) })
	first := d.below(min(3, len(left)))
	g.put(crossing{left[first], size, size, d.below(2) == 1})
	left = slices.Delete(left, first, first+1)
	for len(g.placed) < count && len(left) > 0 {
		best, at, most := crossing{}, -1, 0
		for i, word := range left {
			for _, p := range g.places(word) {
				if value := g.value(p)*8 + d.below(8); at < 0 || value > most {
					best, at, most = p, i, value
				}
			}
		}
		if at < 0 {
			break
		}
		g.put(best)
		left = slices.Delete(left, at, at+1)
	}
	return g
}

// value is high for a place that crosses much and makes the grid grow little; long
// words go first, since short ones find a place later.
func (g *crossGrid) value(p crossing) int {
	n := len(g.words[p.word])
	top, left, bottom, right := g.boundsWith(p, n)
	growth := (bottom-top)*(right-left) - (g.bottom-g.top)*(g.right-g.left)
	shared := 0
	for i := range n {
		if g.cells[g.cellOf(p, i)] != 0 {
			shared++
		}
	}
	return 12*shared + 2*n - growth
}

func (g *crossGrid) at(row, col int) int { return row*g.side + col }

// cellOf is the cell of letter i of a word.
func (g *crossGrid) cellOf(p crossing, i int) int {
	if p.down {
		return g.at(p.row+i, p.col)
	}
	return g.at(p.row, p.col+i)
}

// letter returns what stands in a cell, 0 outside the board.
func (g *crossGrid) letter(row, col int) rune {
	if row < 0 || col < 0 || row >= g.side || col >= g.side {
		return 0
	}
	return g.cells[g.at(row, col)]
}

func (g *crossGrid) put(p crossing) {
	n := len(g.words[p.word])
	if len(g.placed) == 0 {
		g.top, g.left, g.bottom, g.right = p.row, p.col, p.row, p.col
	}
	g.top, g.left, g.bottom, g.right = g.boundsWith(p, n)
	run := runsAcross
	if p.down {
		run = runsDown
	}
	for i, r := range g.words[p.word] {
		cell := g.cellOf(p, i)
		if g.cells[cell] != 0 {
			g.crossed++
		} else {
			g.filled = append(g.filled, cell)
		}
		g.cells[cell] = r
		g.runs[cell] |= run
	}
	g.placed = append(g.placed, p)
}

// boundsWith returns the cells in use with a word of n letters more.
func (g *crossGrid) boundsWith(p crossing, n int) (top, left, bottom, right int) {
	height, width := 1, n
	if p.down {
		height, width = n, 1
	}
	return min(g.top, p.row), min(g.left, p.col), max(g.bottom, p.row+height), max(g.right, p.col+width)
}

// bounds returns the first row and column in use and how many there are.
func (g *crossGrid) bounds() (top, left, height, width int) {
	return g.top, g.left, g.bottom - g.top, g.right - g.left
}

// places returns where a word crosses what is laid, in the order of laying; a place
// with several crossings once for each.
func (g *crossGrid) places(word int) []crossing {
	var out []crossing
	for _, cell := range g.filled {
		if g.runs[cell] == runsAcross|runsDown {
			continue
		}
		row, col := cell/g.side, cell%g.side
		for i, r := range g.words[word] {
			if r != g.cells[cell] {
				continue
			}
			p := crossing{word, row, col - i, false}
			if g.runs[cell] == runsAcross {
				p = crossing{word, row - i, col, true}
			}
			if g.takes(p) {
				out = append(out, p)
			}
		}
	}
	return out
}

// takes reports whether a word fits: within the size, free before and behind, and
// every cell either crosses a word at its letter or has no neighbour beside it, so
// that no letters stand together that are no word.
func (g *crossGrid) takes(p crossing) bool {
	n := len(g.words[p.word])
	top, left, bottom, right := g.boundsWith(p, n)
	if top < 0 || left < 0 || bottom > g.side || right > g.side || bottom-top > g.most || right-left > g.most {
		return false
	}
	run, down, across := runsAcross, 0, 1
	if p.down {
		run, down, across = runsDown, 1, 0
	}
	if g.letter(p.row-down, p.col-across) != 0 || g.letter(p.row+n*down, p.col+n*across) != 0 {
		return false
	}
	for i, r := range g.words[p.word] {
		row, col := p.row+i*down, p.col+i*across
		switch here := g.letter(row, col); {
		case here == 0:
			if g.letter(row-across, col-down) != 0 || g.letter(row+across, col+down) != 0 {
				return false
			}
		case here != r || g.runs[g.at(row, col)]&run != 0:
			return false
		}
	}
	return true
}

// rearranged returns the words of a grid in another arrangement: one laid out anew
// if that takes all of them, else the same with rows and columns exchanged.
func rearranged(first *crossGrid, o Options) *crossGrid {
	var words [][]rune
	var index []int
	for _, p := range sortedByWord(first.placed) {
		words, index = append(words, first.words[p.word]), append(index, p.word)
	}
	hidden := []rune(gridLetters(o.Block.Get("solution")))
	g := compile(newDice(o.Seed, "crossword", GroupB), words, first.most, len(words), hidden)
	if len(g.placed) == len(words) && g.missing <= first.missing {
		for i := range g.placed {
			g.placed[i].word = index[g.placed[i].word]
		}
		g.words = first.words
		if !slices.Equal(g.shape(), first.shape()) {
			return g
		}
	}
	return first.mirrored()
}

func sortedByWord(placed []crossing) []crossing {
	return slices.SortedFunc(slices.Values(placed), func(a, b crossing) int { return a.word - b.word })
}

// shape is where the words lie, wherever on the board.
func (g *crossGrid) shape() []crossing {
	out := sortedByWord(g.placed)
	for i := range out {
		out[i].row -= g.top
		out[i].col -= g.left
	}
	return out
}

// mirrored exchanges rows and columns.
func (g *crossGrid) mirrored() *crossGrid {
	out := &crossGrid{side: g.side, most: g.most, words: g.words, cells: make([]rune, len(g.cells)), runs: make([]uint8, len(g.runs))}
	for _, p := range g.placed {
		out.put(crossing{p.word, p.col, p.row, !p.down})
	}
	return out
}

// refusal says which words found no place.
func (g *crossGrid) refusal(entries []CrosswordEntry, size int) error {
	in := make([]bool, len(entries))
	for _, p := range g.placed {
		in[p.word] = true
	}
	var out []string
	for i, e := range entries {
		if !in[i] {
			out = append(out, "„"+e.Lemma+"“")
		}
	}
	return refuse("Kein Platz im Kreuzworträtsel (höchstens %d × %d Felder) für: %s. Bitte streichen Sie diese Wörter, oder ergänzen Sie solche mit gleichen Buchstaben.",
		size, size, strings.Join(out, ", "))
}
