package app

import (
	"net/url"
	"slices"
	"strconv"

	"lernkoffer/materials"
)

// Sort is an order of materials.
type Sort int

// The orders.
const (
	SortBest Sort = iota
	SortTitle
	SortNewest
)

// Place is a place in the library: what is searched for, filtered by and chosen.
type Place struct {
	Text     string
	Filter   materials.Filter
	Sort     Sort
	Material materials.ID // "" for none
}

// Params writes a place as the parameters of a route. Equal places give equal
// parameters.
func (p Place) Params() string {
	v := url.Values{}
	if p.Text != "" {
		v.Set("q", p.Text)
	}
	for facet, keys := range p.Filter {
		for _, key := range slices.Compact(slices.Sorted(slices.Values(keys))) {
			v.Add("f."+string(facet), key)
		}
	}
	if p.Sort != SortBest {
		v.Set("sort", strconv.Itoa(int(p.Sort)))
	}
	if p.Material != "" {
		v.Set("id", string(p.Material))
	}
	return v.Encode()
}

// ParsePlace reads what Params wrote. What it does not know is left out; it fails
// with CodeUsage for what are no parameters at all.
func ParsePlace(params string) (Place, error) {
	v, err := url.ParseQuery(params)
	if err != nil {
		return Place{}, &materials.Error{Code: materials.CodeUsage, Message: "Diesen Ort in der Bibliothek gibt es nicht.", Err: err}
	}
	p := Place{Text: v.Get("q"), Filter: materials.Filter{}, Material: materials.ID(v.Get("id"))}
	for _, info := range materials.Facets {
		if keys := v["f."+string(info.Facet)]; len(keys) > 0 {
			p.Filter[info.Facet] = slices.Compact(slices.Sorted(slices.Values(keys)))
		}
	}
	if n, err := strconv.Atoi(v.Get("sort")); err == nil && n >= int(SortBest) && n <= int(SortNewest) {
		p.Sort = Sort(n)
	}
	return p, nil
}
