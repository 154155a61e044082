package browse_test

import (
	"slices"
	"strings"
	"testing"

	"lernkoffer/app"
	"lernkoffer/app/screen/browse"
	"lernkoffer/app/uitest"
	"lernkoffer/assets"
	"lernkoffer/materials"
)

var files = uitest.Files{Fonts: assets.Fonts, Icons: assets.Icons, Texts: assets.Lang, Pictograms: assets.Pictograms}

func newModel(t *testing.T) (*browse.Model, *app.Services) {
	t.Helper()
	s := uitest.Services(t, files)
	m, err := browse.NewModel(s)
	if err != nil {
		t.Fatal(err)
	}
	return m, s
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func slugs(m *browse.Model) string {
	var out []string
	for _, r := range m.Rows() {
		out = append(out, r.Meta.ID.Slug())
	}
	return strings.Join(out, " ")
}

func group(t *testing.T, m *browse.Model, facet materials.Facet) browse.Group {
	t.Helper()
	for _, g := range m.Groups() {
		if g.Facet == facet {
			return g
		}
	}
	t.Fatalf("no group %s", facet)
	return browse.Group{}
}

func counts(g browse.Group) map[string]int {
	out := make(map[string]int)
	for _, v := range g.Values {
		out[v.Label] = v.Count
	}
	return out
}

// Ensure that words and facets narrow the results, and that counts follow: those
// of a facet ignore its own choice.
func TestModelFinds(t *testing.T) {
	m, _ := newModel(t)
	if len(m.Rows()) != 5 {
		t.Fatalf("at first: %s", slugs(m))
	}

	ok(t, m.SetQuery("Apfel"))
	if slugs(m) != "fruehstueck" {
		t.Errorf("Apfel finds %q", slugs(m))
	}
	ok(t, m.SetQuery(""))
	ok(t, m.Toggle(materials.FacetLevel, "A1"))
	if got := counts(group(t, m, materials.FacetTopic)); got["Schule"] != 1 || got["Gesundheit"] != 0 {
		t.Errorf("topics among A1: %v", got)
	}
	if got := counts(group(t, m, materials.FacetLevel)); got["A1"] != 3 || got["A2"] != 1 || got["B2"] != 0 {
		t.Errorf("levels among A1: %v", got)
	}
	ok(t, m.Toggle(materials.FacetLevel, "B1"))
	ok(t, m.Toggle(materials.FacetTopic, "health"))
	if slugs(m) != "arzt" {
		t.Errorf("A1 or B1, health: %q", slugs(m))
	}
	ok(t, m.Clear())
	if len(m.Rows()) != 5 || len(m.Chips()) != 0 {
		t.Errorf("after clearing: %s, %v", slugs(m), m.Chips())
	}
}

// Ensure that all levels are offered, and of the other facets only what the library
// has.
func TestModelOffersWhatIsThere(t *testing.T) {
	m, _ := newModel(t)
	var levels, topics []string
	for _, v := range group(t, m, materials.FacetLevel).Values {
		levels = append(levels, v.Label)
	}
	for _, v := range group(t, m, materials.FacetTopic).Values {
		topics = append(topics, v.Label)
	}
	if want := []string{"Alphabetisierung", "A1", "A2", "B1", "B2"}; !slices.Equal(levels, want) {
		t.Errorf("levels: %v", levels)
	}
	if want := []string{"Schule", "Essen und Trinken", "Gesundheit", "Zahlen"}; !slices.Equal(topics, want) {
		t.Errorf("topics: %v, the most frequent first", topics)
	}
}

// Ensure that chips name the filters in the order of the facets.
func TestModelChips(t *testing.T) {
	m, _ := newModel(t)
	ok(t, m.Toggle(materials.FacetTopic, "school"))
	ok(t, m.Toggle(materials.FacetLevel, "A2"))
	var labels []string
	for _, c := range m.Chips() {
		labels = append(labels, c.Label)
	}
	if !slices.Equal(labels, []string{"A2", "Schule"}) {
		t.Errorf("chips: %v", labels)
	}
}

// Ensure that titles are ordered as in a German dictionary, and dates the newest
// first.
func TestModelSorts(t *testing.T) {
	m, _ := newModel(t)
	ok(t, m.SetSort(browse.SortTitle))
	if slugs(m) != "fruehstueck arzt schulweg klassenzimmer zahlen" {
		t.Errorf("by title: %s", slugs(m))
	}
	ok(t, m.SetSort(browse.SortNewest))
	if slugs(m) != "fruehstueck schulweg klassenzimmer arzt zahlen" {
		t.Errorf("by date: %s", slugs(m))
	}
}

// Ensure that the chosen material stays chosen by what it is and not by its place.
func TestModelSelection(t *testing.T) {
	m, _ := newModel(t)
	if m.Selected() != nil || m.SelectedIndex() != -1 {
		t.Error("something is chosen at first")
	}
	m.Select("lernkoffer/zahlen")
	ok(t, m.SetSort(browse.SortTitle))
	if m.SelectedIndex() != 4 {
		t.Errorf("place %d", m.SelectedIndex())
	}
	ok(t, m.Toggle(materials.FacetTopic, "school"))
	if m.SelectedIndex() != -1 || m.Selected() == nil || m.Selected().Meta.ID != "lernkoffer/zahlen" {
		t.Errorf("outside of the results: %d, %v", m.SelectedIndex(), m.Selected())
	}
}

// Ensure that own marks are seen, counted and filtered by.
func TestModelMarks(t *testing.T) {
	m, s := newModel(t)
	if _, err := s.Own.PutNote(materials.Note{Material: "lernkoffer/arzt", Text: "gut"}); err != nil {
		t.Fatal(err)
	}
	ok(t, m.SetFavourite("lernkoffer/zahlen", true))
	if got := counts(group(t, m, materials.FacetOwn)); got["mit Notiz"] != 1 || got["Favorit"] != 1 {
		t.Errorf("own marks: %v", got)
	}
	ok(t, m.Toggle(materials.FacetOwn, "favourite"))
	if slugs(m) != "zahlen" || !m.Rows()[0].Favourite || m.Rows()[0].Note {
		t.Errorf("favourites: %s, %+v", slugs(m), m.Rows()[0])
	}
}

// Ensure that without an own store the library can be searched, and marking says
// why it can't be done.
func TestModelWithoutOwnStore(t *testing.T) {
	s := uitest.Services(t, files)
	s.Own, s.OwnErr = nil, materials.Errorf(materials.CodeBusy, "Lernkoffer ist schon offen.")
	m, err := browse.NewModel(s)
	ok(t, err)
	if len(m.Rows()) != 5 {
		t.Errorf("found %s", slugs(m))
	}
	if err := m.SetFavourite("lernkoffer/arzt", true); materials.ErrorCode(err) != materials.CodeBusy {
		t.Errorf("marking: %v", err)
	}
}

// Ensure that a route leads back to the same place, and that a strange one leads
// nowhere bad.
func TestModelRoutes(t *testing.T) {
	m, _ := newModel(t)
	ok(t, m.SetQuery("Sätze & Wörter=?"))
	ok(t, m.Toggle(materials.FacetLevel, "A2"))
	ok(t, m.Toggle(materials.FacetLevel, "A1"))
	ok(t, m.SetSort(browse.SortTitle))
	m.Select("lernkoffer/arzt")
	params := m.Params()

	other, _ := newModel(t)
	ok(t, other.Show(params))
	if other.Params() != params || other.Query() != "Sätze & Wörter=?" || len(other.Chips()) != 2 || other.Selected() == nil {
		t.Errorf("%q became %q", params, other.Params())
	}
	ok(t, other.Show("f.level=C9&f.foo=bar&sort=99&id=niemand/nichts"))
	if len(other.Chips()) != 0 || other.Sort() != browse.SortBest || other.Selected() != nil {
		t.Errorf("a strange route led to %q", other.Params())
	}
}

// Ensure that a long query does no harm.
func TestModelLongQuery(t *testing.T) {
	m, _ := newModel(t)
	if err := m.SetQuery(strings.Repeat("Äpfel ", 200_000)); err != nil && materials.ErrorCode(err) == materials.CodeInternal {
		t.Error(err)
	}
}
