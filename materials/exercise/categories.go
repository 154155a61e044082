package exercise

import (
	"slices"
	"strings"

	"lernkoffer/materials"
)

// Categories is entries to be sorted into columns.
type Categories struct {
	Head
	Columns []string
	Items   []CategoryItem // in the order of printing
}

// CategoryItem is an entry and the column it belongs to.
type CategoryItem struct {
	Text   materials.Text
	Column int // index in Columns
	Key    materials.Text
}

// NewCategories makes an exercise of rows "entry = column". The option columns
// names the columns in their order; without it they come as in the rows. It
// refuses unknown and empty columns, entries that stand twice, fewer than two
// columns or three entries.
func NewCategories(rows []materials.Row, o Options) (*Categories, error) {
	ex := &Categories{Head: o.head("categories"), Columns: columnsOf(rows, o.Block)}
	if len(ex.Columns) < 2 {
		return nil, refuse("Zum Sortieren braucht es mindestens zwei Spalten. Bitte ergänzen Sie „columns“.")
	}
	if s, double := firstDouble(rowTexts(rows)); double {
		return nil, refuse("„%s“ steht zweimal, gehört aber nur in eine Spalte. Bitte streichen Sie eine Zeile.", s)
	}
	filled := make([]bool, len(ex.Columns))
	var items []CategoryItem
	for _, r := range rows {
		column := slices.Index(ex.Columns, strings.TrimSpace(r.Right.String()))
		if column < 0 {
			return nil, refuseRow(r, "Die Spalte „%s“ gibt es nicht. Erlaubt sind: %s.", r.Right, strings.Join(ex.Columns, ", "))
		}
		filled[column] = true
		items = append(items, CategoryItem{r.Left, column, r.Key})
	}
	if i := slices.Index(filled, false); i >= 0 {
		return nil, refuse("In die Spalte „%s“ gehört nichts. Bitte ergänzen Sie einen Eintrag oder streichen Sie die Spalte.", ex.Columns[i])
	}
	items = sample(o, "categories", items, o.Count)
	if err := enough(len(items), fewest, "Einträge"); err != nil {
		return nil, err
	}
	p, _ := arranged(o, "categories", len(items), notSorted, nil)
	ex.Items = take(items, p)
	return ex, nil
}

// columnsOf returns the columns in their order. A name may hold a comma where
// bars part them.
func columnsOf(rows []materials.Row, o materials.Options) []string {
	value := o.Get("columns")
	if !strings.Contains(value, "|") {
		if list := materials.SplitList(value); len(list) > 0 {
			return list
		}
	}
	var columns []string
	for name := range strings.SplitSeq(value, "|") {
		if name = strings.TrimSpace(name); name != "" {
			columns = append(columns, name)
		}
	}
	if len(columns) > 0 {
		return columns
	}
	for _, r := range rows {
		if name := strings.TrimSpace(r.Right.String()); name != "" && !slices.Contains(columns, name) {
			columns = append(columns, name)
		}
	}
	return columns
}

// Envelope returns items {entry, column} and data.columns; the solution is what
// stands in each column.
func (e *Categories) Envelope() Envelope {
	type itemJSON struct {
		Entry  string `json:"entry"`
		Column string `json:"column"`
	}
	items := make([]itemJSON, len(e.Items))
	columns := make([]columnJSON, len(e.Columns))
	for i, c := range e.Columns {
		columns[i] = columnJSON{c, []string{}}
	}
	for i, item := range e.Items {
		items[i] = itemJSON{item.Text.String(), e.Columns[item.Column]}
		columns[item.Column].Words = append(columns[item.Column].Words, item.Text.String())
	}
	return Envelope{Head: e.Head, Items: items, Data: map[string]any{"columns": e.Columns}, Solution: columns}
}
