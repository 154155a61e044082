package exercise

import "lernkoffer/materials"

// WordSearch is a grid of letters in which words are hidden.
type WordSearch struct {
	Head
	Grid       [][]string       // rows of cells, one capital letter each; ß stays ß
	Words      []materials.Word // to be found, in the order of the list
	Directions int              // 2: right, down · 4: and both slants downwards · 8: all
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

// NewWordSearch hides words in a grid. Options of the block: size (cells a
// side; without it the grid fits the words), directions (2, 4 or 8; without it
// by level).
func NewWordSearch(words []materials.Word, o Options) (*WordSearch, error) {
	return nil, refuse("noch nicht gebaut")
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
