package search

import (
	"math/bits"

	"lernkoffer/materials"
)

// set is a set of documents, a bit each.
type set []uint64

func newSet(n int) set { return make(set, (n+63)/64) }

func full(n int) set {
	s := newSet(n)
	for i := range n {
		s.add(i)
	}
	return s
}

func (s set) add(i int)      { s[i/64] |= 1 << (i % 64) }
func (s set) has(i int) bool { return s[i/64]>>(i%64)&1 == 1 }

func (s set) or(t set) {
	for i := range s {
		s[i] |= t[i]
	}
}

func (s set) and(t set) {
	for i := range s {
		s[i] &= t[i]
	}
}

func (s set) count() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// common counts what is in both.
func (s set) common(t set) int {
	n := 0
	for i, w := range s {
		n += bits.OnesCount64(w & t[i])
	}
	return n
}

func (s set) clone() set { return append(set(nil), s...) }

// facetsOf builds the sets of all values. Closed lists have a set for every
// value, so that a count of 0 is there.
func facetsOf(docs []document, own func(*materials.Meta) []string) map[materials.Facet]map[string]set {
	out := map[materials.Facet]map[string]set{}
	for _, info := range materials.Facets {
		sets := map[string]set{}
		for _, term := range info.Values {
			sets[term.Key] = newSet(len(docs))
		}
		for i, doc := range docs {
			values := doc.meta.Values(info.Facet)
			if info.Facet == materials.FacetOwn {
				values = own(doc.meta)
			}
			for _, v := range values {
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
// counts every value of every facet among those that fit all other facets.
func (s *snapshot) filtered(found set, filter materials.Filter) (set, map[materials.Facet]map[string]int) {
	masks := map[materials.Facet]set{}
	for facet, values := range filter {
		if len(values) == 0 {
			continue
		}
		mask := newSet(len(s.docs))
		for _, v := range values {
			if t := s.facets[facet][v]; t != nil {
				mask.or(t)
			}
		}
		masks[facet] = mask
	}
	counts := make(map[materials.Facet]map[string]int, len(s.facets))
	for facet, sets := range s.facets {
		others := found
		if len(masks) > 0 {
			others = found.clone()
			for f, mask := range masks {
				if f != facet {
					others.and(mask)
				}
			}
		}
		counts[facet] = make(map[string]int, len(sets))
		for v, t := range sets {
			counts[facet][v] = others.common(t)
		}
	}
	result := found.clone()
	for _, mask := range masks {
		result.and(mask)
	}
	return result, counts
}
