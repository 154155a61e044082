package browse

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"lernkoffer/app"
	"lernkoffer/materials"
)

// Sort is an order of the results.
type Sort = app.Sort

// The orders.
const (
	SortBest   = app.SortBest
	SortTitle  = app.SortTitle
	SortNewest = app.SortNewest
)

// Model is what the screen shows: the query, what it found, what is chosen.
type Model struct {
	services *app.Services
	query    string
	filter   materials.Filter
	sort     Sort
	result   *materials.Result
	rows     []Row
	marked   map[materials.ID]materials.Marked
	noted    map[materials.ID]bool
	values   map[materials.Facet][]Value // all that the library has, in their order
	selected materials.ID
	collator *collate.Collator
}

// Row is a material in the results.
type Row struct {
	Meta      *materials.Meta
	Note      bool
	Favourite bool
}

// Value is a value to filter by.
type Value struct {
	Key    string
	Label  string
	Count  int
	Chosen bool
}

// Group is a facet with its values.
type Group struct {
	Facet  materials.Facet
	Label  string
	Values []Value
	Chosen int
}

// Chip is an active filter.
type Chip struct {
	Facet materials.Facet
	Key   string
	Label string
}

// NewModel returns a model that shows all materials.
func NewModel(s *app.Services) (*Model, error) {
	m := &Model{services: s, filter: materials.Filter{}, collator: collate.New(language.German)}
	m.values = m.libraryValues()
	if err := m.Reload(); err != nil {
		return nil, err
	}
	return m, nil
}

// libraryValues collects the values that the library has. Short lists keep their
// order; in long ones the most frequent come first.
func (m *Model) libraryValues() map[materials.Facet][]Value {
	out := make(map[materials.Facet][]Value)
	metas := m.services.Library.Metas()
	for _, info := range materials.Facets {
		counts := make(map[string]int)
		for i := range metas {
			for _, v := range metas[i].Values(info.Facet) {
				counts[v]++
			}
		}
		keys := info.Values.Keys()
		for _, meta := range metas {
			if p := meta.ID.Publisher(); info.Facet == materials.FacetPublisher && !slices.Contains(keys, p) {
				keys = append(keys, p)
			}
		}
		always := info.Facet == materials.FacetLevel || info.Facet == materials.FacetOwn
		var values []Value
		for _, key := range keys {
			if counts[key] > 0 || always {
				values = append(values, Value{Key: key, Label: info.Values.Label(key)})
			}
		}
		if len(info.Values) > 8 {
			slices.SortStableFunc(values, func(a, b Value) int { return cmp.Compare(counts[b.Key], counts[a.Key]) })
		}
		out[info.Facet] = values
	}
	return out
}

// Reload reads the own marks again and searches anew.
func (m *Model) Reload() error {
	m.marked, m.noted = nil, make(map[materials.ID]bool)
	if own := m.services.Own; own != nil {
		marked, err := own.Marked()
		if err != nil {
			return err
		}
		notes, err := own.Notes("")
		if err != nil {
			return err
		}
		m.marked = marked
		for _, n := range notes {
			m.noted[n.Material] = true
		}
	}
	return m.search()
}

func (m *Model) search() error {
	result, err := m.services.Searcher.Search(context.Background(), materials.Query{Text: m.query, Filter: m.filter})
	if err != nil {
		return err
	}
	m.result = result
	m.rows = m.rows[:0]
	for _, hit := range result.Hits {
		m.rows = append(m.rows, Row{Meta: hit.Meta, Note: m.noted[hit.Meta.ID], Favourite: m.marked[hit.Meta.ID].Favourite})
	}
	m.order()
	return nil
}

func (m *Model) order() {
	switch m.sort {
	case SortTitle:
		slices.SortStableFunc(m.rows, func(a, b Row) int { return m.collator.CompareString(a.Meta.Title, b.Meta.Title) })
	case SortNewest:
		slices.SortStableFunc(m.rows, func(a, b Row) int { return cmp.Compare(b.Meta.Changed, a.Meta.Changed) })
	}
}

// SetQuery searches for other words.
func (m *Model) SetQuery(text string) error {
	if text == m.query {
		return nil
	}
	m.query = text
	return m.search()
}

// Query returns the words searched for.
func (m *Model) Query() string { return m.query }

// Toggle chooses a value of a facet, or no longer.
func (m *Model) Toggle(facet materials.Facet, key string) error {
	m.filter.Toggle(facet, key)
	return m.search()
}

// Clear drops all filters and keeps the words.
func (m *Model) Clear() error {
	m.filter = materials.Filter{}
	return m.search()
}

// SetSort orders the results otherwise.
func (m *Model) SetSort(s Sort) error {
	m.sort = s
	return m.search()
}

// Sort returns the order of the results.
func (m *Model) Sort() Sort { return m.sort }

// Rows returns the results; they stay valid until the next change.
func (m *Model) Rows() []Row { return m.rows }

// Chips returns the active filters in the order of the facets.
func (m *Model) Chips() []Chip {
	var chips []Chip
	for _, info := range materials.Facets {
		for _, key := range m.filter[info.Facet] {
			chips = append(chips, Chip{info.Facet, key, info.Values.Label(key)})
		}
	}
	return chips
}

// Groups returns the facets that the library has values for.
func (m *Model) Groups() []Group {
	var groups []Group
	for _, info := range materials.Facets {
		if len(m.values[info.Facet]) == 0 {
			continue
		}
		g := Group{Facet: info.Facet, Label: info.Label, Chosen: len(m.filter[info.Facet])}
		for _, v := range m.values[info.Facet] {
			v.Count = m.result.Counts[info.Facet][v.Key]
			v.Chosen = slices.Contains(m.filter[info.Facet], v.Key)
			g.Values = append(g.Values, v)
		}
		groups = append(groups, g)
	}
	return groups
}

// Select chooses a material; it stays chosen when the results change.
func (m *Model) Select(id materials.ID) { m.selected = id }

// Selected returns the chosen material, nil if there is none.
func (m *Model) Selected() *Row {
	if m.selected == "" {
		return nil
	}
	if i := m.SelectedIndex(); i >= 0 {
		return &m.rows[i]
	}
	metas := m.services.Library.Metas()
	for i := range metas {
		if id := metas[i].ID; id == m.selected {
			return &Row{Meta: &metas[i], Note: m.noted[id], Favourite: m.marked[id].Favourite}
		}
	}
	return nil
}

// SelectedIndex returns the place of the chosen material in the results, -1 if it
// is not among them.
func (m *Model) SelectedIndex() int {
	return slices.IndexFunc(m.rows, func(r Row) bool { return r.Meta.ID == m.selected })
}

// SetFavourite marks the chosen material, or no longer.
func (m *Model) SetFavourite(id materials.ID, on bool) error {
	if m.services.Own == nil {
		return m.services.OwnErr
	}
	if err := m.services.Own.SetFavourite(id, on); err != nil {
		return err
	}
	m.services.Searcher.Refresh()
	return m.Reload()
}

// NothingFound says what could help where there are no results.
func (m *Model) NothingFound() (byWords, byFilter bool) {
	return strings.TrimSpace(m.query) != "", !m.filter.Empty()
}
