package exercise

import (
	"cmp"
	"slices"
	"strings"

	"lernkoffer/materials"
)

// The letters of a solution word that the program chooses.
const (
	shortestSolution = 4
	longestSolution  = 8
)

// hideWord marks the cells whose letters make the word, none for "". It refuses a
// word that is in the grid, and one that the grid lacks letters for.
func (c *Crossword) hideWord(word string, o Options) error {
	if word == "" {
		return nil
	}
	if err := fitsGrid(word, shortestCross, largestCrossword); err != nil {
		return err
	}
	letters := gridLetters(word)
	if slices.ContainsFunc(c.Words, func(w CrosswordWord) bool { return w.Word == letters }) {
		return refuse("Das Lösungswort „%s“ steht schon im Rätsel. Bitte ändern Sie „solution“.", word)
	}
	cells, lacks := c.cellsFor(letters, newDice(o.Seed, "crossword", "solution", o.group()))
	if lacks != "" {
		return refuse("Für das Lösungswort „%s“ fehlt im Gitter der Buchstabe %s. Bitte ändern Sie „solution“ oder ergänzen Sie ein Wort.", word, lacks)
	}
	c.Word, c.Letters = letters, cells
	return nil
}

// findWord takes the first word of the pool, in drawn order, that letters of the
// grid make; none at alpha, where it would be one thing too many.
func (c *Crossword) findWord(pool []materials.Word, o Options) {
	if o.Level == "alpha" {
		return
	}
	for _, i := range newDice(o.Seed, "crossword", "word").order(len(pool)) {
		w := pool[i]
		n := len([]rune(gridLetters(w.Lemma)))
		if w.PartOfSpeech == "noun" && n >= shortestSolution && n <= longestSolution && c.hideWord(w.Lemma, o) == nil {
			return
		}
	}
}

// cellsFor returns a cell for each letter, no two the same and spread over the
// words, or the first letter that there is no cell for.
func (c *Crossword) cellsFor(letters string, d *dice) (cells [][2]int, lacks string) {
	free := map[string][][2]int{}
	for r, row := range c.Grid {
		for k, letter := range row {
			free[letter] = append(free[letter], [2]int{r, k})
		}
	}
	used := make([]int, len(c.Words))
	for letter := range strings.SplitSeq(letters, "") {
		choice := take(free[letter], d.order(len(free[letter])))
		if len(choice) == 0 {
			return nil, letter
		}
		cell := slices.MinFunc(choice, func(a, b [2]int) int { return cmp.Compare(c.marked(a, used), c.marked(b, used)) })
		for i, w := range c.Words {
			if w.holds(cell) {
				used[i]++
			}
		}
		free[letter] = slices.DeleteFunc(free[letter], func(f [2]int) bool { return f == cell })
		cells = append(cells, cell)
	}
	return cells, ""
}

// marked counts the cells already marked in the words through a cell.
func (c *Crossword) marked(cell [2]int, used []int) int {
	n := 0
	for i, w := range c.Words {
		if w.holds(cell) {
			n += used[i]
		}
	}
	return n
}

// holds reports whether a word runs through a cell.
func (w CrosswordWord) holds(cell [2]int) bool {
	n := len([]rune(w.Word))
	if w.Down {
		return cell[1] == w.Col && cell[0] >= w.Row && cell[0] < w.Row+n
	}
	return cell[0] == w.Row && cell[1] >= w.Col && cell[1] < w.Col+n
}
