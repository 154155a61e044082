package exercise

import (
	"slices"
	"strings"

	"lernkoffer/materials"
)

// grid is a word search in the making. A cell is 0 until it is set.
type grid struct {
	size   int
	cells  []rune
	axes   []uint8 // the axes on which words run through each cell
	placed []Placement
	banned bans
}

// perSize is how often words are laid out anew before the grid grows.
const perSize = 25

// hideWords lays words out in the smallest of sizes that takes them and fills the
// rest; nil if none does.
func hideWords(d *dice, words []materials.Word, sizes []int, allowed []way, level string) *grid {
	lemmas := lemmas(words)
	banned := newBans(lemmas)
	for _, size := range sizes {
		for range perSize {
			g := &grid{size: size, cells: make([]rune, size*size), axes: make([]uint8, size*size), banned: banned}
			if g.placeAll(d, lemmas, allowed) && g.isClean() && g.fill(d, fillers(lemmas, level)) {
				return g
			}
		}
	}
	return nil
}

// placeAll lays the words, the longest first, and turns through the directions
// so that each of them is used.
func (g *grid) placeAll(d *dice, lemmas []string, allowed []way) bool {
	g.placed = make([]Placement, len(lemmas))
	longestFirst := d.order(len(lemmas))
	slices.SortStableFunc(longestFirst, func(a, b int) int {
		return len([]rune(lemmas[b])) - len([]rune(lemmas[a]))
	})
	turn := d.order(len(allowed))
	for i, word := range longestFirst {
		p := Placement{Word: gridLetters(lemmas[word]), Lemma: lemmas[word]}
		if !g.place(d, &p, allowed, turn[i%len(turn)]) {
			return false
		}
		g.placed[word] = p
	}
	return true
}

// place lays one word, in its direction if that goes, else in another.
func (g *grid) place(d *dice, p *Placement, allowed []way, first int) bool {
	letters := []rune(p.Word)
	for k := range allowed {
		w := allowed[(first+k)%len(allowed)]
		var starts []int
		for cell := range g.cells {
			if g.takes(letters, cell, w) {
				starts = append(starts, cell)
			}
		}
		if len(starts) == 0 {
			continue
		}
		cell := starts[d.below(len(starts))]
		p.Row, p.Col, p.DRow, p.DCol = cell/g.size, cell%g.size, w.row, w.col
		for i, r := range letters {
			at := (p.Row+i*w.row)*g.size + p.Col + i*w.col
			g.cells[at] = r
			g.axes[at] |= w.axis()
		}
		return true
	}
	return false
}

// axis is a bit for the line that a direction runs on, whichever way.
func (w way) axis() uint8 {
	switch {
	case w.row == 0:
		return 1
	case w.col == 0:
		return 2
	case w.row == w.col:
		return 4
	}
	return 8
}

// takes reports whether a word fits from a cell on: its cells are free or hold
// its letter for a word on another axis.
func (g *grid) takes(letters []rune, cell int, w way) bool {
	row, col := cell/g.size, cell%g.size
	if !g.inside(row+(len(letters)-1)*w.row, col+(len(letters)-1)*w.col) {
		return false
	}
	for i, r := range letters {
		at := (row+i*w.row)*g.size + col + i*w.col
		if g.cells[at] != 0 && (g.cells[at] != r || g.axes[at]&w.axis() != 0) {
			return false
		}
	}
	return true
}

func (g *grid) inside(row, col int) bool {
	return row >= 0 && col >= 0 && row < g.size && col < g.size
}

// reads reports whether letters stand from row, col on.
func (g *grid) reads(letters []rune, row, col int, w way) bool {
	end := len(letters) - 1
	if !g.inside(row, col) || !g.inside(row+end*w.row, col+end*w.col) {
		return false
	}
	for i, r := range letters {
		if g.cells[(row+i*w.row)*g.size+col+i*w.col] != r {
			return false
		}
	}
	return true
}

// isClean reports whether the words laid have not made a banned word between
// them. Inside one word a banned one is no accident (Wasser).
func (g *grid) isClean() bool {
	for at, r := range g.cells {
		for _, b := range g.banned[r] {
			if b.at != 0 {
				continue
			}
			for _, w := range ways {
				row, col := at/g.size, at%g.size
				if g.reads(b.letters, row, col, w) && !g.insideOneWord(row, col, len(b.letters), w) {
					return false
				}
			}
		}
	}
	return true
}

// insideOneWord reports whether the n cells from row, col on belong to one word.
func (g *grid) insideOneWord(row, col, n int, w way) bool {
	for _, p := range g.placed {
		along := way{p.DRow, p.DCol}
		if along.axis() != w.axis() {
			continue
		}
		last := len([]rune(p.Word)) - 1
		if p.holds(row, col, last) && p.holds(row+(n-1)*w.row, col+(n-1)*w.col, last) {
			return true
		}
	}
	return false
}

// holds reports whether a cell is among the first last+1 of the placement.
func (p Placement) holds(row, col, last int) bool {
	for i := range last + 1 {
		if p.Row+i*p.DRow == row && p.Col+i*p.DCol == col {
			return true
		}
	}
	return false
}

// fill sets every free cell to a letter that completes no banned word.
func (g *grid) fill(d *dice, letters []rune) bool {
	for at, r := range g.cells {
		if r != 0 {
			continue
		}
		for range tries {
			g.cells[at] = letters[d.below(len(letters))]
			if !g.completes(at) {
				break
			}
			g.cells[at] = 0
		}
		if g.cells[at] == 0 {
			return false
		}
	}
	return true
}

// completes reports whether a banned word runs through a cell.
func (g *grid) completes(at int) bool {
	row, col := at/g.size, at%g.size
	for _, b := range g.banned[g.cells[at]] {
		for _, w := range ways {
			if g.reads(b.letters, row-b.at*w.row, col-b.at*w.col, w) {
				return true
			}
		}
	}
	return false
}

func (g *grid) rows() [][]string {
	all := strings.Split(string(g.cells), "")
	return slices.Collect(slices.Chunk(all, g.size))
}

// bans finds, by a letter, the words that must not come up by chance and the
// places of the letter in them.
type bans map[rune][]ban

type ban struct {
	letters []rune
	at      int
}

// newBans bans rude words, and words of the list but for their own place.
func newBans(lemmas []string) bans {
	out := bans{}
	for _, list := range [][]string{lemmas, rudeWords()} {
		for _, word := range list {
			letters := []rune(gridLetters(word))
			for at, r := range letters {
				out[r] = append(out[r], ban{letters, at})
			}
		}
	}
	return out
}

// fillers returns letters as often as German texts have them. Who learns to read
// sees only letters of the words.
func fillers(lemmas []string, level string) []rune {
	known := gridLetters(strings.Join(lemmas, ""))
	var out []rune
	for _, f := range frequencies {
		if level == "alpha" && !strings.ContainsRune(known, f.letter) {
			continue
		}
		out = append(out, slices.Repeat([]rune{f.letter}, f.count)...)
	}
	if len(slices.Compact(slices.Clone(out))) < fewest {
		return fillers(lemmas, "")
	}
	return out
}

// frequencies is how often a letter stands among 200 of a German text; none is
// so rare that it would point to a word.
var frequencies = []struct {
	letter rune
	count  int
}{
	{'A', 13},
	{'B', 4},
	{'C', 5},
	{'D', 10},
	{'E', 32},
	{'F', 4},
	{'G', 6},
	{'H', 9},
	{'I', 15},
	{'J', 2},
	{'K', 4},
	{'L', 8},
	{'M', 5},
	{'N', 19},
	{'O', 6},
	{'P', 3},
	{'Q', 1},
	{'R', 14},
	{'S', 13},
	{'T', 12},
	{'U', 9},
	{'V', 2},
	{'W', 4},
	{'X', 1},
	{'Y', 1},
	{'Z', 3},
	{'Ä', 2},
	{'Ö', 2},
	{'Ü', 2},
	{'ß', 1},
}
