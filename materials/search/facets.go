package search

import (
	"cmp"
	"slices"

	"lernkoffer/materials"
)

// catalog is what is known of all materials without reading their texts.
type catalog struct {
	metas  []materials.Meta  // as the library gave them
	docs   []*materials.Meta // by title, then id: the order of an empty search
	places map[materials.ID]int
	facets map[materials.Facet]map[string]set
}

func newCatalog(metas []materials.Meta) *catalog {
	c := &catalog{metas: slices.Clone(metas), places: make(map[materials.ID]int, len(metas))}
	type titled struct {
		key  string
		meta *materials.Meta
	}
	order := make([]titled, len(metas))
	for i := range c.metas {
		order[i] = titled{titleKey(c.metas[i].Title), &c.metas[i]}
	}
	slices.SortFunc(order, func(a, b titled) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.meta.ID, b.meta.ID))
	})
	for i, t := range order {
		c.docs = append(c.docs, t.meta)
		c.places[t.meta.ID] = i
	}
	c.facets = facetsOf(c.docs)
	return c
}

// titleKey orders titles as a dictionary does: by letters and digits, ä as a.
func titleKey(title string) string {
	var key []byte
	for _, w := range words(compose(title)) {
		key = append(key, fold(spelling(w.text))...)
		key = append(key, ' ')
	}
	return string(key)
}

// facetsOf builds the sets of all values. Closed lists have a set for every
// value, so that a count of 0 is there.
func facetsOf(docs []*materials.Meta) map[materials.Facet]map[string]set {
	out := map[materials.Facet]map[string]set{}
	for _, info := range materials.Facets {
		if info.Facet == materials.FacetOwn {
			continue
		}
		sets := map[string]set{}
		for _, term := range info.Values {
			sets[term.Key] = newSet(len(docs))
		}
		for i, m := range docs {
			for _, v := range m.Values(info.Facet) {
				if sets[v] == nil {
					sets[v] = newSet(len(docs))
				}
				sets[v].add(i)
			}
		}
		out[info.Facet] = sets
	}
	return out
}

// filtered narrows the documents found by words to those that fit the filter, and
// counts every value of every facet among those that fit all other facets. own
// are the sets of FacetOwn. A facet or value that nobody has fits nothing.
func (c *catalog) filtered(found set, own map[string]set, filter materials.Filter) (set, map[materials.Facet]map[string]int) {
	setsOf := func(f materials.Facet) map[string]set {
		if f == materials.FacetOwn {
			return own
		}
		return c.facets[f]
	}
	masks := map[materials.Facet]set{}
	for facet, values := range filter {
		if len(values) == 0 {
			continue
		}
		mask := newSet(len(c.docs))
		for _, v := range values {
			if s := setsOf(facet)[v]; s != nil {
				mask.or(s)
			}
		}
		masks[facet] = mask
	}
	counts := make(map[materials.Facet]map[string]int, len(materials.Facets))
	for _, info := range materials.Facets {
		others := found.clone()
		for f, mask := range masks {
			if f != info.Facet {
				others.and(mask)
			}
		}
		sets := setsOf(info.Facet)
		counts[info.Facet] = make(map[string]int, len(sets))
		for v, s := range sets {
			counts[info.Facet][v] = others.common(s)
		}
	}
	result := found.clone()
	for _, mask := range masks {
		result.and(mask)
	}
	return result, counts
}
