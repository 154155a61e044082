package export

import (
	"encoding/json"
	"slices"
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/typeset"
	"lernkoffer/materials/worksheet"
)

// MostGlosses is how many family languages fit beside a word.
const MostGlosses = 3

// The values of a sheet's options, in the order in which they are offered.
var (
	Parts   = []worksheet.Part{worksheet.PartWith, worksheet.PartSeparate, worksheet.PartNone}
	Groups  = []string{"A", "B"}
	Scripts = []typeset.Family{"", typeset.FamilyGrund, typeset.FamilyVA, typeset.FamilyLA, typeset.FamilySAS}
	Rulings = []string{"", "0", "1", "2", "3", "4"}
)

// Choice is how a teacher wants a sheet. It is remembered for the next one.
type Choice struct {
	Part   worksheet.Part `json:"part"`
	Group  string         `json:"group"`
	Level  string         `json:"level,omitempty"` // "" for all
	Script typeset.Family `json:"script,omitempty"`
	Ruling string         `json:"ruling,omitempty"`
	Gloss  []string       `json:"gloss,omitempty"`
	Grey   bool           `json:"grey,omitempty"`
	Notes  bool           `json:"notes,omitempty"` // a teacher's copy
}

// ParseChoice reads what String wrote. What it does not know is as at first.
func ParseChoice(text string) Choice {
	var c Choice
	_ = json.Unmarshal([]byte(text), &c)
	if !slices.Contains(Parts, c.Part) {
		c.Part = Parts[0]
	}
	if !slices.Contains(Groups, c.Group) {
		c.Group = Groups[0]
	}
	if !materials.Levels.Has(c.Level) {
		c.Level = ""
	}
	if !slices.Contains(Scripts, c.Script) {
		c.Script = ""
	}
	if !slices.Contains(Rulings, c.Ruling) {
		c.Ruling = ""
	}
	c.Gloss = KnownLanguages(c.Gloss)
	return c
}

// KnownLanguages drops languages that no word is given in, repeated ones and those
// too many.
func KnownLanguages(languages []string) []string {
	var out []string
	for _, l := range languages {
		if l != "de" && materials.Languages.Has(l) && !slices.Contains(out, l) && len(out) < MostGlosses {
			out = append(out, l)
		}
	}
	return out
}

// String is the form that is remembered.
func (c Choice) String() string {
	text, err := json.Marshal(c)
	if err != nil {
		return ""
	}
	return string(text)
}

// For returns the choice as it can be had of a material: a level only where the
// material has parts for it.
func (c Choice) For(m *materials.Material) Choice {
	if !slices.Contains(Levels(m), c.Level) {
		c.Level = ""
	}
	return c
}

// Options are the options by which the sheet is set.
func (c Choice) Options() worksheet.Options {
	return worksheet.Options{
		Group: c.Group, Level: c.Level, Gloss: slices.Clone(c.Gloss),
		Script: c.Script, Ruling: c.Ruling, Grey: c.Grey,
	}
}

// Levels returns the levels that a material has parts of its own for, "" for all
// of it first.
func Levels(m *materials.Material) []string {
	out := []string{""}
	for _, level := range materials.Levels.Keys() {
		own := func(b materials.Block) bool { return slices.Contains(b.Options.List("level"), level) }
		if slices.Contains(m.Levels, level) && slices.ContainsFunc(m.Blocks, own) {
			out = append(out, level)
		}
	}
	return out
}

// GlossLanguages returns the languages that words are given in, by their names'
// order in the list of languages.
func GlossLanguages(words *materials.WordList) []string {
	given := make(map[string]bool)
	for _, w := range words.All() {
		for l := range w.Glosses {
			given[l] = true
		}
	}
	var out []string
	for _, l := range materials.Languages.Keys() {
		if given[l] && l != "de" {
			out = append(out, l)
		}
	}
	return out
}

// Counts are the pages of a sheet.
type Counts struct{ Pupil, Solution int }

// CountPages counts the pages of a sheet that the part asks for.
func CountPages(s *worksheet.Sheet, part worksheet.Part) Counts {
	n := Counts{Pupil: len(s.Pupil.Pages)}
	if s.Solution != nil && part != worksheet.PartNone {
		n.Solution = len(s.Solution.Pages)
	}
	return n
}

// FileName turns what was typed into the name of a PDF file: what no system takes
// is left out; fallback where nothing is left.
func FileName(typed, fallback string) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return -1
		}
		return r
	}, strings.TrimSpace(typed))
	name = strings.TrimSuffix(strings.Trim(name, ". "), ".pdf")
	if name == "" {
		name = fallback
	}
	return name + ".pdf"
}
