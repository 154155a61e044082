package exercise

import "lernkoffer/materials"

// TrueFalse is statements to be judged.
type TrueFalse struct {
	Head
	Items []Statement
}

// Statement is a sentence that is right or wrong, with the evidence for the key.
type Statement struct {
	Text     materials.Text
	Right    bool
	Evidence materials.Text
}

// NewTrueFalse makes an exercise of rows marked + or -. Group A keeps their
// order, since it follows the text. It refuses rows without a mark and
// statements that stand twice.
func NewTrueFalse(rows []materials.Row, o Options) (*TrueFalse, error) {
	rows = sample(o, "true-false", rows, o.Count)
	if err := enough(len(rows), 2, "Aussagen"); err != nil {
		return nil, err
	}
	if s, double := firstDouble(rowTexts(rows)); double {
		return nil, refuse("Die Aussage „%s“ steht zweimal. Bitte streichen Sie eine.", s)
	}
	ex := &TrueFalse{Head: o.head("true-false")}
	for _, r := range rows {
		if r.Mark != "+" && r.Mark != "-" {
			return nil, refuseRow(r, "Vor „%s“ fehlt + (richtig) oder - (falsch).", r.Left)
		}
		ex.Items = append(ex.Items, Statement{r.Left, r.Mark == "+", r.Key})
	}
	ex.Items = forGroup(ex.Items, o, "true-false")
	return ex, nil
}

// forGroup keeps the order of the source for group A and shuffles for group B;
// an example stays first.
func forGroup[T any](items []T, o Options, kind string) []T {
	keep := 0
	if o.Block.Has("example") {
		keep = 1
	}
	if o.group() == GroupA || len(items)-keep < 2 {
		return items
	}
	p, _ := drawn(newDice(o.Seed, kind, "items", GroupB), len(items)-keep, notSorted)
	out := append([]T{}, items[:keep]...)
	return append(out, take(items[keep:], p)...)
}

// Envelope returns items {statement, answer, evidence}; the solution is the
// answers.
func (e *TrueFalse) Envelope() Envelope {
	type itemJSON struct {
		Statement string `json:"statement"`
		Answer    bool   `json:"answer"`
		Evidence  string `json:"evidence"`
	}
	items := make([]itemJSON, len(e.Items))
	solution := make([]bool, len(e.Items))
	for i, item := range e.Items {
		items[i] = itemJSON{item.Text.String(), item.Right, item.Evidence.String()}
		solution[i] = item.Right
	}
	return Envelope{Head: e.Head, Items: items, Data: map[string]any{}, Solution: solution}
}
