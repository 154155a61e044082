package export_test

import (
	"slices"
	"strings"
	"testing"

	"lernkoffer/app/export"
	"lernkoffer/app/uitest"
	"lernkoffer/assets"
	"lernkoffer/materials"
	"lernkoffer/materials/worksheet"
)

var files = uitest.Files{Fonts: assets.Fonts, Icons: assets.Icons, Texts: assets.Lang, Pictograms: assets.Pictograms}

const room materials.ID = "lernkoffer/klassenzimmer"

// Ensure that a choice is remembered as it was, and that what an older program
// wrote, or nobody, is a choice all the same.
func TestChoice(t *testing.T) {
	want := export.Choice{
		Part: worksheet.PartSeparate, Group: "B", Level: "A1", Script: "grund", Ruling: "2",
		Gloss: []string{"uk", "ar"}, Grey: true, Notes: true,
	}
	if got := export.ParseChoice(want.String()); got.String() != want.String() {
		t.Errorf("%+v, want %+v", got, want)
	}
	first := export.Choice{Part: worksheet.PartWith, Group: "A"}
	for _, text := range []string{"", "null", "{", `{"part":"only","group":"C","level":"C2","script":"fraktur","ruling":"9","gloss":["de","xx"]}`} {
		if got := export.ParseChoice(text); got.String() != first.String() {
			t.Errorf("%q: %+v", text, got)
		}
	}
	many := export.ParseChoice(`{"gloss":["uk","uk","ar","tr","ru"]}`)
	if !slices.Equal(many.Gloss, []string{"uk", "ar", "tr"}) {
		t.Errorf("languages: %q", many.Gloss)
	}
}

// FuzzParseChoice: whatever is remembered, the choice is one that can be printed.
func FuzzParseChoice(f *testing.F) {
	f.Add(`{"part":"with","group":"A","gloss":["uk"]}`)
	f.Add(`{"part":1}`)
	f.Fuzz(func(t *testing.T, text string) {
		c := export.ParseChoice(text)
		o := c.Options()
		if !slices.Contains(export.Parts, c.Part) || !slices.Contains(export.Groups, o.Group) || len(o.Gloss) > export.MostGlosses {
			t.Errorf("%q gives %+v", text, o)
		}
		if again := export.ParseChoice(c.String()); again.String() != c.String() {
			t.Errorf("%q: %s, then %s", text, c, again)
		}
	})
}

// Ensure that a level can be chosen where the material has parts for it, and that
// one remembered from another material does no harm.
func TestLevels(t *testing.T) {
	m := &materials.Material{Meta: materials.Meta{Levels: []string{"A1", "A2", "B1"}}}
	block := func(level string) materials.Block {
		return materials.Block{Options: materials.Options{{Key: "level", Value: level}}}
	}
	m.Blocks = []materials.Block{{}, block("A2,A1"), block("B2")}
	if got := export.Levels(m); !slices.Equal(got, []string{"", "A1", "A2"}) {
		t.Errorf("levels: %q", got)
	}
	for level, want := range map[string]string{"A2": "A2", "B1": "", "": ""} {
		if got := (export.Choice{Level: level}).For(m).Level; got != want {
			t.Errorf("level %q becomes %q, want %q", level, got, want)
		}
	}
}

// Ensure that a file gets a name that every system takes.
func TestFileName(t *testing.T) {
	for typed, want := range map[string]string{
		"Mein Blatt":           "Mein Blatt.pdf",
		" Blatt.pdf ":          "Blatt.pdf",
		`a/b\c:d*e?"f"<g>|h`:   "abcdefgh.pdf",
		"..":                   "fallback.pdf",
		"":                     "fallback.pdf",
		"Zeile\nzwei\x00":      "Zeilezwei.pdf",
		"Übung für Größen 5.a": "Übung für Größen 5.a.pdf",
	} {
		if got := export.FileName(typed, "fallback"); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}

// Ensure that those languages are offered that words are given in.
func TestGlossLanguages(t *testing.T) {
	words := materials.NewWordList([]materials.Word{
		{ID: "a", Glosses: map[string]materials.Gloss{"tr": {Text: "x"}, "uk": {Text: "y"}}},
		{ID: "b", Glosses: map[string]materials.Gloss{"uk": {Text: "z"}}},
	})
	if got := strings.Join(export.GlossLanguages(words), " "); got != "uk tr" {
		t.Errorf("languages: %q", got)
	}
}
