package search_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"lernkoffer/materials"
	"lernkoffer/materials/search"
)

// shelf is a library of metas and bodies.
type shelf struct {
	metas  []materials.Meta
	bodies map[materials.ID]string
}

func (s shelf) Metas() []materials.Meta { return s.metas }

func (s shelf) Source(id materials.ID) ([]byte, error) {
	return []byte("---\nid: x\n---\n" + s.bodies[id]), nil
}

func (s shelf) Words() *materials.WordList {
	return materials.NewWordList([]materials.Word{{ID: "rat", Lemma: "der Rat"}, {ID: "hof", Lemma: "Hof"}})
}

// desk is a teacher's own store.
type desk struct {
	notes  []materials.Note
	marked map[materials.ID]materials.Marked
}

func (d desk) Notes(materials.ID) ([]materials.Note, error)       { return d.notes, nil }
func (d desk) Marked() (map[materials.ID]materials.Marked, error) { return d.marked, nil }

func library(t testing.TB) shelf {
	t.Helper()
	s := shelf{bodies: map[materials.ID]string{}}
	add := func(slug, title, level, topic, body string) {
		id := materials.ID("lernkoffer/" + slug)
		s.metas = append(s.metas, materials.Meta{
			ID: id, Title: title, Kind: "worksheet", Levels: []string{level}, Topics: []string{topic},
			Age: materials.AgeRange{From: 8, To: 12}, Duration: 30, Licence: "CC-BY-SA-4.0",
		})
		s.bodies[id] = body
	}
	add("klasse", "Im Klassenzimmer", "A1", "school", "Ich übe die Wörter: der Stuhl, die Schere.")
	add("krank", "Im Krankenhaus", "A2", "health", "Die Häuser stehen neben der Straße.")
	add("reise", "Eine Reise", "A2", "traffic", "Samt und Seide, Heirat und Schuld.")
	add("uebung", "Übung macht Spaß", "B1", "languages", "Er ist gestern ins Schwimmbad gegangen. Das neue Auto.")
	add("wort", "Wortschatz: Tiere", "A1", "animals", "Der Hund sitzt auf dem Sofa.")
	return s
}

func ids(t testing.TB, x *search.Index, q materials.Query) []string {
	t.Helper()
	res, err := x.Search(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	out := []string{}
	for _, h := range res.Hits {
		out = append(out, h.Meta.ID.Slug())
	}
	return out
}

// Ensure that German is understood as a teacher types it.
func TestWords(t *testing.T) {
	x := search.New(library(t), nil)
	for _, tc := range []struct {
		query string
		want  []string
	}{
		{"Übung", []string{"uebung"}},
		{"Uebung", []string{"uebung"}},
		{"ubung", []string{"uebung"}},
		{"Strasse", []string{"krank"}},
		{"straße", []string{"krank"}},
		{"neue", []string{"uebung"}},
		{"Haus", []string{"krank"}},
		{"Hauses", []string{"krank"}},
		{"Zimmer", []string{"klasse"}},
		{"Klass", []string{"klasse"}},
		{"Worschatz", []string{"wort"}},
		{"Wortshcatz", []string{"wort"}},
		{"Stühle", []string{"klasse"}},
		{"Schule", []string{"klasse"}}, // the label of the topic
		{"Arbeitsblatt Hund", []string{"wort"}},
		{"Hund Schere", []string{}},
		{`"auf dem Sofa"`, []string{"wort"}},
		{`„dem auf Sofa“`, []string{}},
		{"im -krankenhaus", []string{"klasse"}},
		{"Eis", []string{}},
		{"Amt", []string{}},
		{"Rat", []string{}},
		{"xyzzy", []string{}},
		{"", []string{"reise", "klasse", "krank", "uebung", "wort"}},
		{"„“ - ! ?", []string{"reise", "klasse", "krank", "uebung", "wort"}},
	} {
		t.Run(tc.query, func(t *testing.T) {
			if got := ids(t, x, materials.Query{Text: tc.query}); !slices.Equal(got, tc.want) {
				t.Errorf("found %v, want %v", got, tc.want)
			}
		})
	}
}

// Ensure that a hit in the title comes before one in the text, and that its
// passage is shown.
func TestRankAndSnippet(t *testing.T) {
	s := library(t)
	s.bodies["lernkoffer/wort"] = "Hier steht das Wort Klassenzimmer mitten im Text, und noch mehr."
	res, err := search.New(s, nil).Search(t.Context(), materials.Query{Text: "Klassenzimmer"})
	if err != nil || res.Total != 2 || res.Hits[0].Meta.ID != "lernkoffer/klasse" {
		t.Fatalf("result %+v, %v", res, err)
	}
	if !strings.Contains(res.Hits[1].Snippet, "das Wort Klassenzimmer mitten") || len(res.Hits[1].Reasons) == 0 {
		t.Errorf("snippet %q, reasons %v", res.Hits[1].Snippet, res.Hits[1].Reasons)
	}
}

// Ensure that values of a facet are alternatives, facets combine, and the counts
// of a facet say what another choice in it would bring.
func TestFacets(t *testing.T) {
	x := search.New(library(t), nil)
	res, err := x.Search(t.Context(), materials.Query{Filter: materials.Filter{
		materials.FacetLevel: {"A1", "B1"}, materials.FacetTopic: {"school", "languages", "health"},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if res.Total != 2 {
		t.Errorf("total %d, want 2", res.Total)
	}
	level, topic := res.Counts[materials.FacetLevel], res.Counts[materials.FacetTopic]
	if level["A1"] != 1 || level["A2"] != 1 || level["B1"] != 1 || topic["animals"] != 1 || topic["health"] != 0 {
		t.Errorf("levels %v, topics %v", level, topic)
	}
	if n, ok := level["B2"]; !ok || n != 0 {
		t.Error("a value of a closed list without materials has no count of 0")
	}
	if got := res.Counts[materials.FacetAge]["10-13"]; got != 2 {
		t.Errorf("age 10-13: %d, want 2", got)
	}
}

// Ensure that own notes, tags and favourites are found, and new ones after a refresh.
func TestOwn(t *testing.T) {
	d := &desk{marked: map[materials.ID]materials.Marked{}}
	x := search.New(library(t), d)
	if got := ids(t, x, materials.Query{Text: "Lieblingsblatt"}); len(got) > 0 {
		t.Fatalf("found %v", got)
	}
	d.notes = []materials.Note{{Material: "lernkoffer/wort", Text: "Mein Lieblingsblatt", Changed: time.Unix(0, 0)}}
	d.marked["lernkoffer/krank"] = materials.Marked{Favourite: true, Tags: []string{"Vertretung"}}
	x.Refresh()
	if got := ids(t, x, materials.Query{Text: "lieblings"}); !slices.Equal(got, []string{"wort"}) {
		t.Errorf("by note: %v", got)
	}
	if got := ids(t, x, materials.Query{Text: "Vertretung"}); !slices.Equal(got, []string{"krank"}) {
		t.Errorf("by tag: %v", got)
	}
	if got := ids(t, x, materials.Query{Filter: materials.Filter{materials.FacetOwn: {"favourite"}}}); !slices.Equal(got, []string{"krank"}) {
		t.Errorf("favourites: %v", got)
	}
}

// Ensure that a megabyte pasted by mistake is read up to the limit only.
func TestHugeQuery(t *testing.T) {
	x := search.New(library(t), nil)
	got := ids(t, x, materials.Query{Text: "Krankenhaus " + strings.Repeat("Krankenhaus ", 90_000)})
	if !slices.Equal(got, []string{"krank"}) {
		t.Errorf("found %v", got)
	}
	if got := ids(t, x, materials.Query{Text: strings.Repeat("ß", 1<<20)}); len(got) > 0 {
		t.Errorf("found %v", got)
	}
}

func TestSearchConcurrently(t *testing.T) {
	x := search.New(library(t), nil)
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			if i%3 == 0 {
				x.Refresh()
			}
			if got := ids(t, x, materials.Query{Text: "Schere"}); len(got) != 1 {
				t.Errorf("found %v", got)
			}
		})
	}
	group.Wait()
}

func FuzzSearch(f *testing.F) {
	for _, s := range []string{"Übung", `"auf dem`, "-", "„a“b-c", "ä\u0308", "\xff\xfe"} {
		f.Add(s)
	}
	x := search.New(library(f), nil)
	f.Fuzz(func(t *testing.T, text string) {
		res, err := x.Search(t.Context(), materials.Query{Text: text})
		if err != nil || res.Total != len(res.Hits) || res.Total > 5 {
			t.Errorf("%q: %+v, %v", text, res, err)
		}
	})
}

// large is a library of n materials with all facets in use.
func large(n int) shelf {
	s := shelf{bodies: map[materials.ID]string{}}
	for i := range n {
		pick := func(l materials.List, k int) []string { return []string{l[(i*k+k)%len(l)].Key, l[(i*k+1)%len(l)].Key} }
		id := materials.ID(fmt.Sprintf("lernkoffer/m-%d", i))
		s.metas = append(s.metas, materials.Meta{
			ID: id, Title: fmt.Sprintf("Material %d: Wörter im Alltag", i), Kind: materials.Kinds[i%len(materials.Kinds)].Key,
			Levels: pick(materials.Levels, 3), Topics: pick(materials.Topics, 7), Audience: pick(materials.Audiences, 5),
			Competences: pick(materials.Competences, 5), Fields: pick(materials.Fields, 2), Languages: pick(materials.Languages, 11),
			Social: pick(materials.SocialForms, 1), Age: materials.AgeRange{From: 6 + i%8, To: 10 + i%9}, Duration: 10 + i%60,
			Licence: "CC-BY-SA-4.0",
		})
		s.bodies[id] = fmt.Sprintf("Text %d mit Wort%d und Satz%d über Schule und Stadt.", i, i%997, i%89)
	}
	return s
}

// BenchmarkFilter3000 filters 3 000 materials with the counts of all facets.
func BenchmarkFilter3000(b *testing.B) {
	x := search.New(large(3000), nil)
	q := materials.Query{Limit: 20, Filter: materials.Filter{materials.FacetLevel: {"A1", "A2"}, materials.FacetTopic: {"school"}}}
	for b.Loop() {
		if _, err := x.Search(b.Context(), q); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkKeystroke3000 is a word half typed, among 3 000 materials.
func BenchmarkKeystroke3000(b *testing.B) {
	x := search.New(large(3000), nil)
	for b.Loop() {
		if _, err := x.Search(b.Context(), materials.Query{Text: "Wörter schu", Limit: 20}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBuild3000 reads the texts of 3 000 materials and searches once.
func BenchmarkBuild3000(b *testing.B) {
	s := large(3000)
	for b.Loop() {
		if _, err := search.New(s, nil).Search(b.Context(), materials.Query{Text: "Schule"}); err != nil {
			b.Fatal(err)
		}
	}
}
