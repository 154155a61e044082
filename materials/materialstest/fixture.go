package materialstest

import (
	"strings"
	"testing/fstest"

	"lernkoffer/materials"
)

// Fixture is a small library, as sources and as the values that they stand for.
type Fixture struct {
	Bundle    materials.Bundle
	Sources   map[materials.ID][]byte
	Materials []materials.Material // blocks apart: what a parser makes of them is its own matter
	Words     []materials.Word
	Packs     []materials.Pack
}

// NewFixture returns a library of two collections, three materials and two words.
func NewFixture() Fixture {
	f := Fixture{Sources: make(map[materials.ID][]byte)}
	library := fstest.MapFS{}
	for _, p := range []materials.Pack{
		{ID: "stadt", Publisher: "bochum", Version: "2026.9", Title: "Stadt", Licence: "CC-BY-4.0"},
		{ID: "grundpaket", Publisher: "lernkoffer", Version: "2026.11.1", Title: "Grundpaket", Licence: "CC-BY-SA-4.0"},
	} {
		f.Packs = append(f.Packs, p)
		library[p.Publisher+"/pack.toml"] = &fstest.MapFile{Data: []byte(PackTOML(p))}
	}
	for _, m := range []materials.Meta{
		meta("bochum/stadtplan", "Der Stadtplan von Bochum", "2026-09-30", "town"),
		meta("lernkoffer/aepfel", "Äpfel und Grüße", "2026-11-02", "food"),
		meta("lernkoffer/klassenzimmer", "Im Klassenzimmer", "2026-10-05", "school"),
	} {
		text := []byte(Markdown(m, "Das ist die Straße. Hier sind **zwölf** Wörter."))
		f.Sources[m.ID] = text
		f.Materials = append(f.Materials, materials.Material{Meta: m, Blocks: []materials.Block{{
			Type: "prose", Prose: []materials.Prose{{Text: materials.Plain("Das ist die Straße. Hier sind zwölf Wörter.")}},
		}}})
		library[string(m.ID)+".md"] = &fstest.MapFile{Data: text}
	}
	f.Words = []materials.Word{
		{
			ID: "tisch", Lemma: "Tisch", PartOfSpeech: "noun", Article: "der", Plural: "Tische",
			Syllables: []string{"Tisch"}, Level: "A1", Topics: []string{"school", "home"}, Example: "Der Tisch ist groß.",
			Glosses: map[string]materials.Gloss{
				"ar": {Text: "طاولة", Transliteration: "tawila", Status: "unchecked"},
				"uk": {Text: "стіл", Status: "source-confirmed", Source: "Wiktionary"},
			},
		},
		{
			ID: "aufstehen", Lemma: "aufstehen", PartOfSpeech: "verb", Syllables: []string{"auf", "ste", "hen"},
			Level: "A1", Topics: []string{"verbs"}, Example: "Ich stehe früh auf.",
			Forms: materials.Forms{Third: "steht auf", Auxiliary: "ist", Perfect: "aufgestanden"},
		},
	}
	f.Bundle = materials.Bundle{Library: library, Words: fstest.MapFS{
		"words.csv": {Data: []byte("id,lemma,article,plural,plural_note,pos,syllables,level,topics,forms,picture,picture_grade,example,variants,remark\n" +
			"tisch,Tisch,der,Tische,,noun,Tisch,A1,school home,,,,Der Tisch ist groß.,,\n" +
			"aufstehen,aufstehen,,,,verb,auf-ste-hen,A1,verbs,steht auf; ist aufgestanden,,,Ich stehe früh auf.,,\n")},
		"gloss-ar.csv": {Data: []byte("word,text,transliteration,status,source\ntisch,طاولة,tawila,unchecked,\n")},
		"gloss-uk.csv": {Data: []byte("word,text,transliteration,status,source\ntisch,стіл,,source-confirmed,Wiktionary\n")},
	}}
	return f
}

func meta(id materials.ID, title, changed, topic string) materials.Meta {
	return materials.Meta{
		ID: id, Title: title, Summary: "Wörter und Sätze über „" + title + "“.", Kind: "worksheet",
		Levels: []string{"A1"}, Audience: []string{"primary", "lower-secondary"}, Age: materials.AgeRange{From: 8, To: 14},
		Competences: []string{"vocabulary", "writing"}, Topics: []string{topic}, Fields: []string{"schooling"},
		Languages: []string{"de"}, Duration: 30, Social: []string{"single"}, Licence: "CC-BY-SA-4.0",
		Authors: []string{"Lernkoffer-Redaktion"}, Version: 3, Changed: changed, Review: map[string]string{"de": "edited"},
	}
}

// Markdown returns the source of a material with one paragraph.
func Markdown(m materials.Meta, body string) string {
	list := func(values []string) string { return "[" + strings.Join(values, ", ") + "]" }
	var b strings.Builder
	line := func(parts ...string) { b.WriteString(strings.Join(parts, "") + "\n") }
	line("---")
	line("id: ", string(m.ID))
	line("title: ", m.Title)
	line("summary: '", m.Summary, "'")
	line("kind: ", m.Kind)
	line("levels: ", list(m.Levels))
	line("audience: ", list(m.Audience))
	line("age: [8, 14]")
	line("competences: ", list(m.Competences))
	line("topics: ", list(m.Topics))
	line("fields: ", list(m.Fields))
	line("languages: ", list(m.Languages))
	line("duration: 30")
	line("social: ", list(m.Social))
	line("licence: ", m.Licence)
	line("authors: ", list(m.Authors))
	line("version: 3")
	line("changed: ", m.Changed)
	line("review: {de: edited}")
	line("---")
	line(body)
	return b.String()
}

// PackTOML returns the pack.toml of a collection.
func PackTOML(p materials.Pack) string {
	return "id = \"" + p.ID + "\"\npublisher = \"" + p.Publisher + "\"\nversion = \"" + p.Version +
		"\"\ntitle = \"" + p.Title + "\"\nlicence = \"" + p.Licence + "\"\nmin_app = \"0.1.0\"\n"
}
