package browse

import (
	"net/url"
	"slices"
	"strconv"

	"lernkoffer/materials"
)

// Params returns where the screen is, for a route.
func (m *Model) Params() string {
	v := url.Values{}
	if m.query != "" {
		v.Set("q", m.query)
	}
	for facet, keys := range m.filter {
		for _, key := range slices.Sorted(slices.Values(keys)) {
			v.Add("f."+string(facet), key)
		}
	}
	if m.sort != SortBest {
		v.Set("sort", strconv.Itoa(int(m.sort)))
	}
	if m.selected != "" {
		v.Set("id", string(m.selected))
	}
	return v.Encode()
}

// Show brings the model to what Params said; what it does not understand is left
// out.
func (m *Model) Show(params string) error {
	v, err := url.ParseQuery(params)
	if err != nil {
		return err
	}
	m.query = v.Get("q")
	m.filter = materials.Filter{}
	for _, info := range materials.Facets {
		for _, key := range v["f."+string(info.Facet)] {
			if slices.ContainsFunc(m.values[info.Facet], func(val Value) bool { return val.Key == key }) {
				m.filter.Toggle(info.Facet, key)
			}
		}
	}
	m.sort = SortBest
	if n, err := strconv.Atoi(v.Get("sort")); err == nil && n >= int(SortBest) && n <= int(SortNewest) {
		m.sort = Sort(n)
	}
	m.selected = materials.ID(v.Get("id"))
	return m.search()
}
