package exercise

import "lernkoffer/materials"

// Matching is pairs of texts whose right sides have to be found.
type Matching struct {
	Head
	Left     []materials.Text
	Right    []materials.Text // none stands beside its partner
	Keys     []materials.Text // the reason for each of Left, for the key only
	Solution [][2]int         // index in Left, index in Right
}

// NewMatching makes a matching of rows "left = right". It refuses fewer than
// three pairs and equal texts on a side, which would have two partners.
func NewMatching(rows []materials.Row, o Options) (*Matching, error) {
	var left, right []string
	for _, r := range rows {
		if len(r.Left) == 0 || len(r.Right) == 0 {
			return nil, refuseRow(r, "Hier fehlt eine Seite des Paars. Bitte schreiben Sie „links = rechts“.")
		}
		left, right = append(left, r.Left.String()), append(right, r.Right.String())
	}
	for _, side := range [][]string{left, right} {
		if s, double := firstDouble(side); double {
			return nil, refuse("„%s“ steht zweimal auf einer Seite, da passen zwei Verbindungen. Bitte ändern Sie eines der Paare.", s)
		}
	}
	rows = sample(o, "matching", rows, o.Count)
	if err := enough(len(rows), fewest, "Paare"); err != nil {
		return nil, err
	}
	m := &Matching{Head: o.head("matching")}
	p, _ := arranged(o, "matching", len(rows), nothingInPlace, nil)
	for _, r := range rows {
		m.Left, m.Keys = append(m.Left, r.Left), append(m.Keys, r.Key)
	}
	for _, i := range p {
		m.Right = append(m.Right, rows[i].Right)
	}
	m.Solution = pairs(p)
	return m, nil
}

// pairs returns, for each thing on the left, its place on the right, where the
// thing p[j] stands at place j.
func pairs(p []int) [][2]int {
	out := make([][2]int, len(p))
	for place, thing := range p {
		out[thing] = [2]int{thing, place}
	}
	return out
}

type pairJSON struct {
	Left  string `json:"left"`
	Right string `json:"right"`
}

// Envelope returns items {left, right} and data.left, data.right as printed; the
// solution is pairs of their indices.
func (m *Matching) Envelope() Envelope {
	items := make([]pairJSON, len(m.Left))
	for i, s := range m.Solution {
		items[i] = pairJSON{m.Left[i].String(), m.Right[s[1]].String()}
	}
	data := map[string]any{"left": texts(m.Left), "right": texts(m.Right)}
	return Envelope{Head: m.Head, Items: items, Data: data, Solution: m.Solution}
}
