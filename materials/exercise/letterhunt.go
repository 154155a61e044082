package exercise

import (
	"slices"
	"strings"

	"lernkoffer/materials"
)

// LetterHunt is a grid of letters in which some are to be found.
type LetterHunt struct {
	Head
	Letters []string   // to be found
	Grid    [][]string // rows of cells
	Count   int        // how many cells hold one of Letters
}

// The size of a letter hunt without options, and what a page holds.
const (
	huntRows    = 6
	huntColumns = 9
	huntMost    = 20
)

// NewLetterHunt makes a grid from the options of the block: letters and
// distractors (by space or comma), rows and columns. About a third of the cells
// hold a letter to find, each of them at least once. It refuses options without
// letters or distractors, or with one that is both.
func NewLetterHunt(o Options) (*LetterHunt, error) {
	letters, others := letterList(o.Block, "letters"), letterList(o.Block, "distractors")
	rows, columns := o.Block.Int("rows", huntRows), o.Block.Int("columns", huntColumns)
	switch {
	case len(letters) == 0:
		return nil, refuse("Es fehlt, welche Buchstaben gesucht werden. Bitte ergänzen Sie zum Beispiel letters=\"M m\".")
	case len(others) == 0:
		return nil, refuse("Es fehlen die anderen Buchstaben. Bitte ergänzen Sie zum Beispiel distractors=\"N n W w\".")
	case rows < 2 || rows > huntMost || columns < 2 || columns > huntMost:
		return nil, refuse("Das Feld hat 2 bis %d Zeilen und Spalten. Bitte ändern Sie „rows“ oder „columns“.", huntMost)
	case rows*columns < 2*len(letters):
		return nil, refuse("Das Feld ist zu klein für %d gesuchte Buchstaben. Bitte vergrößern Sie „rows“ oder „columns“.", len(letters))
	}
	for _, l := range letters {
		if slices.Contains(others, l) {
			return nil, refuse("„%s“ steht bei „letters“ und bei „distractors“. Bitte streichen Sie es an einer Stelle.", l)
		}
	}
	d := newDice(o.Seed, "letter-hunt", o.group())
	cells := rows * columns
	targets := max(len(letters), cells/4+d.below(cells/8+1))
	all := make([]string, cells)
	for i := range all {
		if i < targets {
			all[i] = letters[i%len(letters)]
			continue
		}
		all[i] = others[d.below(len(others))]
	}
	all = take(all, d.order(cells))
	return &LetterHunt{
		Head: o.head("letter-hunt"), Letters: letters, Count: targets,
		Grid: slices.Collect(slices.Chunk(all, columns)),
	}, nil
}

func letterList(o materials.Options, key string) []string {
	return distinctExact(strings.FieldsFunc(o.Get(key), func(r rune) bool { return r == ' ' || r == ',' || r == '|' }))
}

// distinctExact drops what came before; unlike distinct it tells M from m.
func distinctExact(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// Envelope returns the letters as items, data.grid and data.count; the solution
// is the cells [row, column] that hold a letter to find.
func (e *LetterHunt) Envelope() Envelope {
	solution := [][2]int{}
	for r, row := range e.Grid {
		for c, cell := range row {
			if slices.Contains(e.Letters, cell) {
				solution = append(solution, [2]int{r, c})
			}
		}
	}
	data := map[string]any{"grid": e.Grid, "count": e.Count}
	return Envelope{Head: e.Head, Items: e.Letters, Data: data, Solution: solution}
}
