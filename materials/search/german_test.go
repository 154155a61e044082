package search_test

import (
	"slices"
	"strings"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/search"
)

// one is a library of a single material with a text.
func one(title, text string) shelf {
	const id = "lernkoffer/x"
	return shelf{metas: []materials.Meta{{ID: id, Title: title, Kind: "worksheet"}}, bodies: map[materials.ID]string{id: text}}
}

// Ensure that words find what they should and nothing that only looks like it.
func TestGerman(t *testing.T) {
	for _, tc := range []struct {
		query, text string
		found       bool
	}{
		// spelling
		{"schon", "Das ist schön.", true},
		{"Kaese", "Wir essen Käse.", true},
		{"Käse", "Wir essen Kaese.", true},
		{"Ka\u0308se", "Wir essen Käse.", true},
		{"Kasten", "Wir essen Käse.", false},
		{"Feuer", "Das Feuer brennt.", true},
		{"säen", "Wir säen Kresse.", true},
		{"cafe", "Kommt ins Café!", true},
		{"Łódź", "Piotr kommt aus Lodz.", true},
		{"школа", "Це школа.", true},
		{"Silbe", "Die Sil\u00ADbe klingt.", true},
		{"Schülerinnen", "Alle Schüler*innen lesen.", true},
		{"Schüler", "Alle Schüler:innen lesen.", true},
		{"Lehrer", "Die Lehrerin kommt.", true},
		// inflection
		{"Buch", "viele Bücher", true},
		{"Häuser", "das Haus", true},
		{"lesen", "er liest und las", false},
		{"Schulen", "die Schule", true},
		// compounds
		{"Haus", "Im Krankenhaus.", true},
		{"Hof", "Der Schulhof ist groß.", false}, // three letters are too few
		{"Schule", "Der Schulhof ist groß.", true},
		{"Schule", "Ein Schuldgefühl.", false},
		{"Schuld", "Entschuldigung! Die Ente quakt.", false},
		{"Ehre", "Die Lehre dauert lange.", false},
		{"Arten", "Der Garten ist schön.", false},
		{"raten", "Sie heiraten.", false},
		{"Arbeit", "Ein Arbeitsplatz. Der Platz.", true},
		{"Eis ", "Eine Reise nach Eisenach.", false},
		// half a word: three letters anywhere, less only in titles and labels
		{"Sche", "Die Schere ist scharf.", true},
		{"Sc", "Die Schere ist scharf.", false},
		{"Ti", "", true},
		{"Sche ", "Die Schere ist scharf.", false},
		// typing mistakes: one, from four letters on, not in the first
		{"Shcere ", "Die Schere ist scharf.", true},
		{"Scherre ", "Die Schere ist scharf.", true},
		{"Shere ", "Die Schere ist scharf.", true},
		{"Tchere ", "Die Schere ist scharf.", false},
		{"Shrere ", "Die Schere ist scharf.", false},
		{"Scgere", "Ein Scherenschnitt.", true},
		{"Scherr", "Ein Scherenschnitt.", false},
		{"Hut ", "Hat er Mut?", false},
		{"Schuld ", "In der Schule.", false},
		{"Zimmermamn ", "Der Zimmermann kommt.", true},
		{"Zimmermang ", "Der Zimmermanz kommt.", true},
		// all words, without those that say nothing
		{"die Schere in der Tasche", "Schere, Tasche", true},
		{"Schere Heft", "Schere, Tasche", false},
		{"der", "Kein Artikel.", false},
		// phrases
		{`"Schere, Tasche"`, "eine Schere – Tasche dabei", true},
		{"„auf dem Tisch“", "Es liegt auf dem Tisch.", true},
		{"»auf dem Tisch«", "Es liegt auf dem Tisch.", true},
		{`"auf dem Tisch`, "Es liegt auf dem Tisch.", true},
		{`"auf dem Tisch"`, "Es liegt auf dem großen Tisch.", false},
		{`"dem Tis"`, "Es liegt auf dem Tisch.", false},
		// without
		{"Schere -Tasche", "Schere, Tasche", false},
		{"Schere -Tas", "Schere, Tasche", true},
		{"Schere -Taschen", "Schere, Tasche", false},
		{`Schere -"in der Tasche"`, "Schere in der Tasche", false},
		{`Schere -"aus der Tasche"`, "Schere in der Tasche", true},
		{"-Schere", "Tasche", true},
		{"S-Bahn", "mit der S-Bahn", true},
		// labels
		{"Arbeitsblatt", "", true},
		{"Arbeitsblätter", "", true},
		// the marks of Markdown are no text
		{"Bleistift", "Ich schreibe mit dem [Bleistift|Stift].", true},
		{"Tipps", "``` note title=\"Tipps zum Start\"\nx\n```", true},
		{"Merhaba", "tr@0a1b2c3d: Merhaba", false},
		{"wichtig", "Das ist **wich**tig.", true},
	} {
		t.Run(tc.query+" in "+tc.text, func(t *testing.T) {
			got := ids(t, search.New(one("Titel", tc.text), nil), materials.Query{Text: tc.query})
			if (len(got) == 1) != tc.found {
				t.Errorf("found %v, want it to be %t", got, tc.found)
			}
		})
	}
}

// Ensure that hits come by field, then by how exactly the word is there, then by
// title.
func TestOrder(t *testing.T) {
	s := shelf{bodies: map[materials.ID]string{}}
	add := func(slug, title, summary, text string) {
		m := materials.Meta{ID: materials.ID("lernkoffer/" + slug), Title: title, Summary: summary, Kind: "worksheet"}
		s.metas = append(s.metas, m)
		s.bodies[m.ID] = text
	}
	add("text-b", "Blatt B", "", "Das Wetter ist schön.")
	add("text-a", "Blatt A", "", "Das Wetter ist schön.")
	add("title", "Schönes Wetter", "", "")
	add("title-exact", "Wetter", "", "")
	add("summary", "Blatt C", "Über das Wetter.", "")
	add("compound", "Blatt D", "", "Das Regenwetter bleibt.")
	add("old", "Blatt E", "", "Schon gestern.")
	d := desk{notes: []materials.Note{{Material: "lernkoffer/old", Text: "Passt zum Wetter."}}}
	x := search.New(s, d)
	for query, want := range map[string][]string{
		"Wetter": {"title", "title-exact", "summary", "text-a", "text-b", "compound", "old"},
		"schön":  {"title", "text-a", "text-b", "old"},
		"schon":  {"title", "old", "text-a", "text-b"},
	} {
		if got := ids(t, x, materials.Query{Text: query}); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", query, got, want)
		}
	}
}

// Ensure that a hit says why it is there.
func TestReasons(t *testing.T) {
	for query, want := range map[string]string{
		"Haus":      "Titel: „krankenhaus“ (zusammengesetztes Wort)",
		"Titelwort": "Titel: „titelwort“",
		"Srtaße":    "Text: „straße“ (Tippfehler verziehen)",
	} {
		x := search.New(one("Titelwort im Krankenhaus", "Die Straße"), nil)
		res, err := x.Search(t.Context(), materials.Query{Text: query})
		if err != nil || len(res.Hits) != 1 || !slices.Equal(res.Hits[0].Reasons, []string{want}) {
			t.Errorf("%s: %+v, %v; want the reason %s", query, res, err, want)
		}
	}
}

// Ensure that a snippet shows the word found, whole words around it, and no marks.
func TestSnippet(t *testing.T) {
	long := strings.Repeat("Äpfel und Öl. ", 40)
	for _, tc := range []struct{ name, text, query, want string }{
		{"at the start", "Die Schere ist scharf.\nZweite Zeile", "schere", "Die Schere ist scharf. · Zweite Zeile"},
		{"in the middle", long + "Die [Schere] liegt. " + long, "schere", "… und Öl. Äpfel und Öl. Äpfel und Öl. Die Schere liegt. Äpfel und Öl. " +
			"Äpfel und Öl. Äpfel und Öl. Äpfel und Öl. Äpfel und Öl. Äpfel und Öl. …"},
		{"phrase", long + "Kein Ende. Am Ende gut.", `"ende gut"`, "… Äpfel und Öl. Äpfel und Öl. Kein Ende. Am Ende gut."},
		{"title only", "Text", "titel", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			res, err := search.New(one("Titel", tc.text), nil).Search(t.Context(), materials.Query{Text: tc.query})
			if err != nil || len(res.Hits) != 1 {
				t.Fatalf("%+v, %v", res, err)
			}
			if got := res.Hits[0].Snippet; got != tc.want {
				t.Errorf("snippet %q, want %q", got, tc.want)
			}
		})
	}
}
