package start

import (
	"slices"
	"strings"

	"lernkoffer/materials"
)

// Way leads into a part of the library.
type Way struct {
	Key    string // of its text
	Label  string // where there is no Key
	Filter materials.Filter
	Count  int
}

// Tile is one of the three tasks, with the ways that begin there.
type Tile struct {
	Way
	Line    string // key of the sentence below the title
	Picture string // in the picture sets
	Ways    []Way
}

// mostWays is how many ways a tile shows.
const mostWays = 4

// tiles lists the tasks. Of their ways the first ones that lead somewhere are
// shown.
func tiles(metas []materials.Meta) []Tile {
	by := func(facet materials.Facet, keys ...string) materials.Filter { return materials.Filter{facet: keys} }
	kind := func(key string, kinds ...string) Way { return Way{Key: key, Filter: by(materials.FacetKind, kinds...)} }
	return []Tile{
		{
			Way:  Way{Key: "start.counselling", Filter: by(materials.FacetField, "counselling")},
			Line: "start.counselling.line", Picture: "openmoji/1F4AC",
			Ways: []Way{
				kind("start.letters", "letter"),
				kind("start.phrases", "phrases"),
				kind("start.handouts", "handout"),
				kind("start.observation", "observation", "profile"),
				kind("start.signs", "sign"),
			},
		},
		{
			Way:  Way{Key: "start.schooling", Filter: by(materials.FacetField, "schooling")},
			Line: "start.schooling.line", Picture: "openmoji/1F4DD",
			Ways: []Way{
				kind("start.worksheets", "worksheet"),
				kind("start.texts", "reading", "listening", "dialogue"),
				kind("start.words", "vocabulary", "game"),
				{Key: "start.literacy", Filter: by(materials.FacetLevel, "alpha")},
				kind("start.grammar", "grammar"),
			},
		},
		{
			Way:  Way{Key: "start.accompaniment", Filter: by(materials.FacetField, "accompaniment")},
			Line: "start.accompaniment.line", Picture: "openmoji/1F9ED",
			Ways: []Way{
				{Key: "start.arrival", Filter: by(materials.FacetTopic, "arrival")},
				{Key: "start.intercultural", Filter: by(materials.FacetCompetence, "intercultural")},
				around(metas),
				kind("start.feasts", "feast"),
				kind("start.ideas", "idea"),
			},
		},
	}
}

// counted fills in what the ways lead to, and leaves out those that lead nowhere.
func counted(tiles []Tile, metas []materials.Meta) []Tile {
	for i := range tiles {
		t := &tiles[i]
		t.count(metas)
		for j := range t.Ways {
			t.Ways[j].count(metas)
		}
		t.Ways = slices.DeleteFunc(t.Ways, func(w Way) bool { return w.Count == 0 })
		t.Ways = t.Ways[:min(len(t.Ways), mostWays)]
	}
	return tiles
}

// around is the way to the fields that belong to no task alone, as far as there
// is something in them.
func around(metas []materials.Meta) Way {
	var fields, labels []string
	for _, field := range []string{"kita", "health", "sport", "administration", "economy", "school"} {
		if slices.ContainsFunc(metas, func(m materials.Meta) bool { return slices.Contains(m.Fields, field) }) {
			fields, labels = append(fields, field), append(labels, materials.Fields.Label(field))
		}
	}
	return Way{Label: strings.Join(labels, ", "), Filter: materials.Filter{materials.FacetField: fields}}
}

func (w *Way) count(metas []materials.Meta) {
	w.Count = 0
	for i := range metas {
		if matches(&metas[i], w.Filter) {
			w.Count++
		}
	}
}

// matches reports whether a material is in a part of the library.
func matches(m *materials.Meta, filter materials.Filter) bool {
	for facet, keys := range filter {
		if !slices.ContainsFunc(m.Values(facet), func(v string) bool { return slices.Contains(keys, v) }) {
			return false
		}
	}
	return true
}
