package exercise

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"lernkoffer/materials"
)

// Crossword is a grid in which words cross.
type Crossword struct {
	Head
	Grid    [][]string      // rows of cells, one letter each; "" for a block
	Numbers [][]int         // of the cells that words begin in; 0 for the others
	Words   []CrosswordWord // by number, across before down
	// Word is made of the letters of some cells, Letters[i] (row, column) being that
	// of its letter i; "" for a crossword without one.
	Word    string
	Letters [][2]int
}

// CrosswordEntry is a word to be found and what is said of it.
type CrosswordEntry struct {
	Lemma string
	Clue  Clue
}

// CrosswordWord is a word in the grid: from Row, Col (from 0) on to the right, or
// down.
type CrosswordWord struct {
	Word   string `json:"word"` // the letters as they stand in the grid
	Lemma  string `json:"lemma"`
	Row    int    `json:"row"`
	Col    int    `json:"col"`
	Down   bool   `json:"down"`
	Number int    `json:"number"`
	Clue   Clue   `json:"clue"`
}

// Clue asks for a word by a picture or, if Picture is empty, by a text, in which a
// gap may stand for the word.
type Clue struct {
	Text    materials.Text
	Picture string
}

// MarshalJSON writes the text, gaps as ___, or {"picture": …}.
func (c Clue) MarshalJSON() ([]byte, error) {
	if c.Picture != "" {
		return json.Marshal(map[string]string{"picture": c.Picture})
	}
	return json.Marshal(withBlanks(c.Text))
}

// key is equal for clues that say the same.
func (c Clue) key() string {
	if c.Picture != "" {
		return ":" + c.Picture
	}
	return sameText(withBlanks(c.Text))
}

// How many words a crossword has, and of how many letters at least.
const (
	fewestCrossing = 4
	mostCrossing   = 16
	shortestCross  = 2
)

// The cells a side of a crossword.
const (
	smallestCrossword = 5
	usualCrossword    = 17
	largestCrossword  = 20
)

// NewCrossword lays all entries into one connected grid. Options of the block: size
// (the most cells a side, 17 without it) and solution (a word that letters of the
// grid make). Letters are those of a word search: capitals, Ä, Ö, Ü and ß in cells
// of their own, no hyphens.
//
// It refuses fewer than four and more than sixteen words, words with spaces, a word
// or a clue that stands twice, a clue that names its word, words that find no place,
// and a solution word that the grid lacks letters for.
func NewCrossword(entries []CrosswordEntry, o Options) (*Crossword, error) {
	size, err := crosswordSize(o)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if err := fitsCrossword(e, size); err != nil {
			return nil, err
		}
	}
	if err := differ(entries); err != nil {
		return nil, err
	}
	entries = sample(o, "crossword", entries, o.Count)
	if err := enough(len(entries), fewestCrossing, "Wörter"); err != nil {
		return nil, err
	}
	if len(entries) > mostCrossing {
		return nil, refuse("%d Wörter sind zu viele für ein Kreuzworträtsel, höchstens %d. Bitte teilen Sie die Liste.", len(entries), mostCrossing)
	}
	hidden := o.Block.Get("solution")
	best := compile(newDice(o.Seed, "crossword", GroupA), crossLetters(entries), size, len(entries), []rune(gridLetters(hidden)))
	if len(best.placed) < len(entries) {
		return nil, best.refusal(entries, size)
	}
	c := newCrossword(best, entries, o)
	if err := c.hideWord(hidden, o); err != nil {
		return nil, err
	}
	return c, nil
}

// newCrossword makes the crossword of a finished grid, or of another arrangement of
// its words for group B.
func newCrossword(first *crossGrid, entries []CrosswordEntry, o Options) *Crossword {
	g := first
	if o.group() == GroupB {
		g = rearranged(first, o)
	}
	top, left, height, width := g.bounds()
	c := &Crossword{Head: o.head("crossword"), Grid: make([][]string, height), Numbers: make([][]int, height)}
	for r := range c.Grid {
		c.Grid[r], c.Numbers[r] = make([]string, width), make([]int, width)
		for k := range c.Grid[r] {
			if letter := g.cells[g.at(top+r, left+k)]; letter != 0 {
				c.Grid[r][k] = string(letter)
			}
		}
	}
	for _, p := range g.placed {
		e := entries[p.word]
		c.Words = append(c.Words, CrosswordWord{
			Word: gridLetters(e.Lemma), Lemma: e.Lemma, Row: p.row - top, Col: p.col - left, Down: p.down, Clue: e.Clue,
		})
	}
	c.number()
	return c
}

// number numbers the cells that words begin in, row by row.
func (c *Crossword) number() {
	slices.SortFunc(c.Words, func(a, b CrosswordWord) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col), rank(a.Down)-rank(b.Down))
	})
	n := 0
	for i, w := range c.Words {
		if c.Numbers[w.Row][w.Col] == 0 {
			n++
			c.Numbers[w.Row][w.Col] = n
		}
		c.Words[i].Number = n
	}
}

func crosswordSize(o Options) (int, error) {
	if o.Block.Get("size") == "" {
		return usualCrossword, nil
	}
	size := o.Block.Int("size", 0)
	if size < smallestCrossword || size > largestCrossword {
		return 0, refuse("Ein Kreuzworträtsel hat %d bis %d Felder je Seite. Bitte ändern Sie „size“.", smallestCrossword, largestCrossword)
	}
	return size, nil
}

func fitsCrossword(e CrosswordEntry, size int) error {
	if err := fitsGrid(e.Lemma, shortestCross, largestCrossword); err != nil {
		return err
	}
	if n := len([]rune(gridLetters(e.Lemma))); n > size {
		return refuse("„%s“ hat %d Buchstaben und passt nicht in %d Felder. Bitte vergrößern Sie „size“ oder streichen Sie das Wort.", e.Lemma, n, size)
	}
	if e.Clue.Picture != "" {
		return nil
	}
	clue := withBlanks(e.Clue.Text)
	if strings.TrimSpace(clue) == "" {
		return refuse("Zu „%s“ fehlt der Hinweis. Bitte schreiben Sie „%s = …“.", e.Lemma, e.Lemma)
	}
	for _, t := range tokens(clue) {
		if gridLetters(t.word) == gridLetters(e.Lemma) {
			return refuse("Der Hinweis „%s“ nennt das Wort selbst. Bitte ändern Sie ihn.", clue)
		}
	}
	return nil
}

// differ refuses words and clues that stand twice.
func differ(entries []CrosswordEntry) error {
	words, clues := map[string]bool{}, map[string]string{}
	for _, e := range entries {
		word := gridLetters(e.Lemma)
		if words[word] {
			return refuse("„%s“ steht zweimal in der Liste. Bitte streichen Sie eines.", e.Lemma)
		}
		words[word] = true
		if first, ok := clues[e.Clue.key()]; ok {
			return refuse("„%s“ und „%s“ haben denselben Hinweis. Bitte ändern Sie einen.", first, e.Lemma)
		}
		clues[e.Clue.key()] = e.Lemma
	}
	return nil
}

func crossLetters(entries []CrosswordEntry) [][]rune {
	out := make([][]rune, len(entries))
	for i, e := range entries {
		out[i] = []rune(gridLetters(e.Lemma))
	}
	return out
}

// Envelope returns items {lemma, length, clue} in the order of the lemmas, data.grid
// and data.numbers as rows of cells, data.word and data.letters (its cells), and
// where each word lies as the solution.
func (c *Crossword) Envelope() Envelope {
	type itemJSON struct {
		Lemma  string `json:"lemma"`
		Length int    `json:"length"`
		Clue   Clue   `json:"clue"`
	}
	items := make([]itemJSON, len(c.Words))
	for i, w := range c.Words {
		items[i] = itemJSON{w.Lemma, len([]rune(w.Word)), w.Clue}
	}
	slices.SortFunc(items, func(a, b itemJSON) int { return strings.Compare(a.Lemma, b.Lemma) })
	data := map[string]any{
		"grid": c.Grid, "numbers": c.Numbers, "word": c.Word, "letters": slices.Concat([][2]int{}, c.Letters),
	}
	return Envelope{Head: c.Head, Items: items, Data: data, Solution: c.Words}
}
