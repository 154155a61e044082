package exercise

import (
	"slices"
	"strconv"
	"strings"

	"lernkoffer/materials"
)

// Bingo is boards of entries and the order in which they are called.
type Bingo struct {
	Head
	Size   int          // cells a side
	Boards [][][]string // rows of cells, each entry at most once a board
	Calls  []string     // every entry once
}

// The limits and defaults of bingo. More boards than maxBoards serve no class.
const (
	boards    = 8
	maxBoards = 40
)

// NewBingo makes boards of rows. Options of the block: boards (how many, 8),
// size (cells a side; without it the greatest of 4, 3 and 2 that leaves entries
// over). No two boards have the same entries. It refuses too few entries for
// that, and entries that stand twice.
func NewBingo(rows []materials.Row, o Options) (*Bingo, error) {
	return newBingo(rowTexts(rows), o)
}

func newBingo(entries []string, o Options) (*Bingo, error) {
	// Who learns letters hears Ma and ma alike but sees two entries.
	if len(distinctExact(entries)) < len(entries) {
		s, _ := firstDouble(entries)
		return nil, refuse("„%s“ steht zweimal in der Liste. Bitte streichen Sie eines.", s)
	}
	n := o.Block.Int("boards", boards)
	if n < 1 || n > maxBoards {
		return nil, refuse("Es gehen 1 bis %d Bingo-Tafeln, nicht %d. Bitte ändern Sie „boards“.", maxBoards, n)
	}
	size, err := bingoSize(len(entries), o.Block)
	if err != nil {
		return nil, err
	}
	if !choosable(len(entries), size*size, n) {
		return nil, refuse("Aus %d Einträgen gibt es keine %d verschiedenen Tafeln mit %d Feldern. Bitte ergänzen Sie Einträge oder verkleinern Sie „size“.", len(entries), n, size*size)
	}
	d := newDice(o.Seed, "bingo", o.group())
	ex := &Bingo{Head: o.head("bingo"), Size: size, Calls: take(entries, d.order(len(entries)))}
	seen := map[string]bool{}
	for len(ex.Boards) < n {
		cells := d.order(len(entries))[:size*size]
		if key := setOf(cells); !seen[key] {
			seen[key] = true
			ex.Boards = append(ex.Boards, slices.Collect(slices.Chunk(take(entries, cells), size)))
		}
	}
	return ex, nil
}

func bingoSize(entries int, o materials.Options) (int, error) {
	if o.Get("size") != "" {
		size := o.Int("size", 0)
		if size < 2 || size > 5 {
			return 0, refuse("Eine Bingo-Tafel hat 2 bis 5 Felder je Seite. Bitte ändern Sie „size“.")
		}
		if entries <= size*size {
			return 0, refuse("Für Tafeln mit %d Feldern braucht es mehr als %d Einträge, hier sind es %d. Bitte ergänzen Sie die Liste oder verkleinern Sie „size“.", size*size, size*size, entries)
		}
		return size, nil
	}
	for size := 4; size >= 2; size-- {
		if entries > size*size {
			return size, nil
		}
	}
	return 0, enough(entries, 5, "Einträge")
}

// choosable reports whether there are comfortably more than n ways to choose k
// of the entries: the boards are drawn until they differ.
func choosable(entries, k, n int) bool {
	ways := 1.0
	for i := range k {
		ways *= float64(entries-i) / float64(i+1)
	}
	return ways >= float64(n)
}

func setOf(cells []int) string {
	sorted := slices.Sorted(slices.Values(cells))
	var b strings.Builder
	for _, c := range sorted {
		b.WriteString(strconv.Itoa(c))
		b.WriteByte(' ')
	}
	return b.String()
}

// Envelope returns no items, data.boards as rows of cells and data.calls; the
// solution is the calls.
func (e *Bingo) Envelope() Envelope {
	data := map[string]any{"boards": e.Boards, "calls": e.Calls, "size": e.Size}
	return Envelope{Head: e.Head, Items: []string{}, Data: data, Solution: e.Calls}
}
