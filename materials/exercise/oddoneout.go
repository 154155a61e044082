package exercise

import (
	"slices"
	"strconv"
	"strings"

	"lernkoffer/materials"
)

// OddOneOut is rows of words, one of which does not belong to the others.
type OddOneOut struct {
	Head
	Items []OddItem
}

// OddItem is the words of a row in the order of printing and the odd one.
type OddItem struct {
	Words  []string
	Answer string
	Reason string // for the key only
}

// NewOddOneOut makes an exercise of rows "a, b, [c], d", the odd one in the gap.
// It refuses rows with none or several odd ones, with a word twice, or with
// fewer than three words.
func NewOddOneOut(rows []materials.Row, o Options) (*OddOneOut, error) {
	const kind = "odd-one-out"
	rows = sample(o, kind, rows, o.Count)
	if err := enough(len(rows), 1, "Zeile"); err != nil {
		return nil, err
	}
	ex := &OddOneOut{Head: o.head(kind)}
	for i, r := range rows {
		text := line(r)
		gaps := text.Gaps()
		if len(gaps) != 1 {
			return nil, refuseRow(r, "Genau ein Wort muss in [eckigen Klammern] stehen: das, was nicht passt.")
		}
		words := materials.SplitList(text.String())
		if err := enough(len(words), fewest, "Wörter in jeder Zeile"); err != nil {
			return nil, err
		}
		if s, double := firstDouble(words); double {
			return nil, refuseRow(r, "„%s“ steht zweimal. Bitte streichen Sie eines.", s)
		}
		answer := strings.TrimSpace(gaps[0].Text)
		if !slices.Contains(words, answer) {
			return nil, refuseRow(r, "„%s“ ist kein ganzes Wort der Zeile. Bitte trennen Sie die Wörter mit Komma.", answer)
		}
		p, _ := arranged(o, kind+strconv.Itoa(i), len(words), nil, nil)
		ex.Items = append(ex.Items, OddItem{take(words, p), answer, r.Key.String()})
	}
	ex.Items = forGroup(ex.Items, o, kind)
	return ex, nil
}

// Envelope returns items {words, answer, reason}; the solution is the odd ones.
func (e *OddOneOut) Envelope() Envelope {
	type itemJSON struct {
		Words  []string `json:"words"`
		Answer string   `json:"answer"`
		Reason string   `json:"reason"`
	}
	items := make([]itemJSON, len(e.Items))
	solution := make([]string, len(e.Items))
	for i, item := range e.Items {
		items[i] = itemJSON(item)
		solution[i] = item.Answer
	}
	return Envelope{Head: e.Head, Items: items, Data: map[string]any{}, Solution: solution}
}
