package exercise

import "lernkoffer/materials"

// Order is lines to be brought into their right order.
type Order struct {
	Head
	Items []OrderItem // in the order of printing
}

// OrderItem is a line and its place in the right order, from 1.
type OrderItem struct {
	Text   materials.Text
	Number int
}

// NewOrder shuffles lines that come in their right order. It refuses fewer than
// three lines and equal ones.
func NewOrder(rows []materials.Row, o Options) (*Order, error) {
	rows = sample(o, "order", rows, o.Count)
	if err := enough(len(rows), fewest, "Zeilen"); err != nil {
		return nil, err
	}
	if s, double := firstDouble(rowTexts(rows)); double {
		return nil, refuse("„%s“ steht zweimal, da ist die Reihenfolge nicht eindeutig. Bitte ändern Sie eine Zeile.", s)
	}
	p, _ := arranged(o, "order", len(rows), notSorted, nil)
	ex := &Order{Head: o.head("order")}
	for _, i := range p {
		ex.Items = append(ex.Items, OrderItem{line(rows[i]), i + 1})
	}
	return ex, nil
}

func rowTexts(rows []materials.Row) []string {
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = line(r).String()
	}
	return out
}

// Envelope returns items {text, number}; the solution is the lines in order.
func (e *Order) Envelope() Envelope {
	type itemJSON struct {
		Text   string `json:"text"`
		Number int    `json:"number"`
	}
	items := make([]itemJSON, len(e.Items))
	solution := make([]string, len(e.Items))
	for i, item := range e.Items {
		items[i] = itemJSON{item.Text.String(), item.Number}
		solution[item.Number-1] = item.Text.String()
	}
	return Envelope{Head: e.Head, Items: items, Data: map[string]any{}, Solution: solution}
}
