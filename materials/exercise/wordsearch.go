package exercise

import (
	"math"
	"slices"
	"strings"

	"lernkoffer/materials"
)

// WordSearch is a grid of letters in which words are hidden.
type WordSearch struct {
	Head
	Grid       [][]string       // rows of cells, one letter each
	Words      []materials.Word // to be found, in the order of the list
	Directions int              // 2, 4 or 8, see NewWordSearch
	Solution   []Placement      // one for each of Words
}

// Placement says where a word lies: from Row, Col (from 0) on by DRow, DCol.
type Placement struct {
	Word  string `json:"word"` // the letters as they stand in the grid
	Lemma string `json:"lemma"`
	Row   int    `json:"row"`
	Col   int    `json:"col"`
	DRow  int    `json:"drow"`
	DCol  int    `json:"dcol"`
}

// The cells a side of a word search: smaller is no search, larger no print.
const (
	smallestGrid = 5
	largestGrid  = 20
)

// NewWordSearch hides words in a grid. Options of the block: size (cells a side;
// without it the grid fits the words) and directions: 2 is right and down, 4 is
// also both slants to the right, 8 is all; without it by level (2 up to A1, 4 at
// A2, 8 above).
//
// The letters are capitals; Ä, Ö, Ü are cells of their own and ß stays ß, since
// no word of the list is written otherwise. Hyphens are left out (TSHIRT). Every
// word stands exactly once in the grid, whichever of the eight ways one reads.
// It refuses fewer than three words, words with spaces or under three letters,
// a word that stands in another (read either way), and words that don't fit.
func NewWordSearch(words []materials.Word, o Options) (*WordSearch, error) {
	directions, err := searchDirections(o)
	if err != nil {
		return nil, err
	}
	for _, w := range words {
		if err := fitsSearch(w); err != nil {
			return nil, err
		}
	}
	words = sample(o, "word-search", words, o.Count)
	if err := enough(len(words), fewest, "Wörter"); err != nil {
		return nil, err
	}
	if a, b, ok := oneInAnother(words); ok {
		return nil, refuse("„%s“ steht in „%s“ und wäre zweimal zu finden. Bitte streichen Sie eines der Wörter.", a, b)
	}
	sizes, err := gridSizes(words, o)
	if err != nil {
		return nil, err
	}
	hide := func(group string) *grid {
		return hideWords(newDice(o.Seed, "word-search", group), words, sizes, ways[:directions], o.Level)
	}
	g := hide(GroupA)
	for i := 0; g != nil && o.group() == GroupB && i < 9; i++ {
		first := g
		if g = hide(GroupB + strings.Repeat("'", i)); g == nil || !slices.Equal(g.placed, first.placed) {
			break
		}
		g = first
	}
	if g == nil {
		return nil, refuse("Die Wörter passen nicht in ein Gitter mit %d × %d Feldern. Bitte streichen Sie Wörter oder vergrößern Sie „size“.", sizes[len(sizes)-1], sizes[len(sizes)-1])
	}
	return &WordSearch{
		Head: o.head("word-search"), Grid: g.rows(), Words: words, Directions: directions, Solution: g.placed,
	}, nil
}

// way is a direction of reading, by row and column.
type way struct{ row, col int }

// ways lists all directions; the first two and four are those of learners.
var ways = []way{{0, 1}, {1, 0}, {1, 1}, {-1, 1}, {0, -1}, {-1, 0}, {-1, -1}, {1, -1}}

func searchDirections(o Options) (int, error) {
	byLevel := map[string]int{"": 4, "alpha": 2, "A1": 2, "A2": 4}
	n, ok := byLevel[o.Level]
	if !ok {
		n = len(ways)
	}
	if o.Block.Get("directions") != "" {
		n = o.Block.Int("directions", 0)
	}
	if n != 2 && n != 4 && n != 8 {
		return 0, refuse("Ein Suchsel hat 2, 4 oder 8 Richtungen. Bitte ändern Sie „directions“.")
	}
	return n, nil
}

func fitsSearch(w materials.Word) error { return fitsGrid(w.Lemma, fewest, largestGrid) }

// oneInAnother finds a word whose letters also stand in another, read either way.
func oneInAnother(words []materials.Word) (inner, outer string, found bool) {
	for i, a := range words {
		for j, b := range words {
			if i != j && standsIn(gridLetters(a.Lemma), gridLetters(b.Lemma)) {
				return a.Lemma, b.Lemma, true
			}
		}
	}
	return "", "", false
}

func standsIn(inner, outer string) bool {
	return strings.Contains(outer, inner) || strings.Contains(outer, reversed(inner))
}

// gridSizes returns the sizes to try, smallest first.
func gridSizes(words []materials.Word, o Options) ([]int, error) {
	longest, letters, lemma := 0, 0, ""
	for _, w := range words {
		n := len([]rune(gridLetters(w.Lemma)))
		letters += n
		if n > longest {
			longest, lemma = n, w.Lemma
		}
	}
	if o.Block.Get("size") != "" {
		size := o.Block.Int("size", 0)
		if size < smallestGrid || size > largestGrid {
			return nil, refuse("Ein Suchsel hat %d bis %d Felder je Seite. Bitte ändern Sie „size“.", smallestGrid, largestGrid)
		}
		if longest > size {
			return nil, refuse("„%s“ hat %d Buchstaben und passt nicht in %d Felder. Bitte vergrößern Sie „size“ oder streichen Sie das Wort.", lemma, longest, size)
		}
		return []int{size, size, size}, nil
	}
	// Words on three cells in five are dense enough to waste no paper and loose
	// enough to leave something to search.
	size := max(smallestGrid+1, longest, int(math.Ceil(math.Sqrt(1.6*float64(letters)))))
	var sizes []int
	for ; size <= largestGrid; size++ {
		sizes = append(sizes, size)
	}
	if len(sizes) == 0 {
		return nil, refuse("%d Wörter sind zu viele für ein Suchsel. Bitte teilen Sie die Liste.", len(words))
	}
	return sizes, nil
}

type searchItemJSON struct {
	Word  string `json:"word"`
	Lemma string `json:"lemma"`
}

// Envelope returns items {word, lemma}, data.grid as rows of cells and where
// each word lies as the solution.
func (s *WordSearch) Envelope() Envelope {
	items := make([]searchItemJSON, len(s.Solution))
	for i, p := range s.Solution {
		items[i] = searchItemJSON{p.Word, p.Lemma}
	}
	data := map[string]any{"grid": s.Grid, "directions": s.Directions}
	return Envelope{Head: s.Head, Items: items, Data: data, Solution: s.Solution}
}
