package browse

import (
	"slices"

	"lernkoffer/app"
	"lernkoffer/materials"
)

// Params returns where the screen is, for a route.
func (m *Model) Params() string {
	return app.Place{Text: m.query, Filter: m.filter, Sort: m.sort, Material: m.selected}.Params()
}

// Show brings the model to what Params said; what it does not understand, and
// values that no material has, are left out.
func (m *Model) Show(params string) error {
	p, err := app.ParsePlace(params)
	if err != nil {
		return err
	}
	m.query, m.sort, m.selected = p.Text, p.Sort, p.Material
	m.filter = materials.Filter{}
	for facet, keys := range p.Filter {
		for _, key := range keys {
			if slices.ContainsFunc(m.values[facet], func(v Value) bool { return v.Key == key }) {
				m.filter.Toggle(facet, key)
			}
		}
	}
	return m.search()
}
