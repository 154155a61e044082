package exercise

import "lernkoffer/materials"

// Transform is sentences to be written anew in another form.
type Transform struct {
	Head
	Items []TransformItem
}

// TransformItem is what is given and what is wanted.
type TransformItem struct {
	Given  materials.Text
	Wanted materials.Text
	Key    materials.Text // the reason, for the key only
}

// NewTransform makes an exercise of rows "given = wanted". It refuses rows that
// lack a side or ask for what is given already.
func NewTransform(rows []materials.Row, o Options) (*Transform, error) {
	rows = sample(o, "transform", rows, o.Count)
	if err := enough(len(rows), 1, "Satz"); err != nil {
		return nil, err
	}
	ex := &Transform{Head: o.head("transform")}
	for _, r := range rows {
		if len(r.Left) == 0 || len(r.Right) == 0 {
			return nil, refuseRow(r, "Hier fehlt eine Seite. Bitte schreiben Sie „gegeben = gesucht“.")
		}
		if r.Left.String() == r.Right.String() {
			return nil, refuseRow(r, "„%s“ ist auf beiden Seiten gleich. Bitte schreiben Sie rechts die gesuchte Form.", r.Left)
		}
		ex.Items = append(ex.Items, TransformItem{r.Left, r.Right, r.Key})
	}
	ex.Items = forGroup(ex.Items, o, "transform")
	return ex, nil
}

// Envelope returns items {given, wanted}; the solution is what is wanted.
func (e *Transform) Envelope() Envelope {
	type itemJSON struct {
		Given  string `json:"given"`
		Wanted string `json:"wanted"`
	}
	items := make([]itemJSON, len(e.Items))
	solution := make([]string, len(e.Items))
	for i, item := range e.Items {
		items[i] = itemJSON{item.Given.String(), item.Wanted.String()}
		solution[i] = item.Wanted.String()
	}
	return Envelope{Head: e.Head, Items: items, Data: map[string]any{}, Solution: solution}
}
