package start_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"lernkoffer/app"
	"lernkoffer/app/screen/start"
	"lernkoffer/app/uitest"
	"lernkoffer/assets"
	"lernkoffer/materials"
	"lernkoffer/materials/materialstest"
)

var files = uitest.Files{Fonts: assets.Fonts, Icons: assets.Icons, Texts: assets.Lang, Pictograms: assets.Pictograms}

// material is a source of a kind in fields.
func material(slug, title, kind, fields, changed string) string {
	text := uitest.Material(slug, title, "A1", "school", changed)
	text = strings.Replace(text, "kind: worksheet", "kind: "+kind, 1)
	return strings.Replace(text, "fields: [schooling]", "fields: ["+fields+"]", 1)
}

// library has something for each task.
func library() []string {
	return append(slices.Clone(uitest.Library),
		material("ausflug", "Elternbrief: Ausflug", "letter", "counselling, school", "2026-11-01"),
		material("gespraech", "Im Gespräch", "handout", "counselling, kita", "2026-06-01"),
		material("erste-woche", "Die erste Woche", "idea", "accompaniment", "2026-05-01"))
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Ensure that every way leads to as many materials as it says, that none leads
// nowhere, and that the tiles are the three tasks.
func TestWays(t *testing.T) {
	s := uitest.Services(t, files, library()...)
	tiles := start.NewModel(s).Content().Tiles
	if len(tiles) != 3 {
		t.Fatalf("%d tiles", len(tiles))
	}
	ways := 0
	check := func(w start.Way) {
		t.Helper()
		ways++
		found, err := s.Searcher.Search(context.Background(), materials.Query{Filter: w.Filter})
		ok(t, err)
		if found.Total != w.Count || w.Count == 0 {
			t.Errorf("%s%s says %d, the library has %d", w.Key, w.Label, w.Count, found.Total)
		}
	}
	for _, tile := range tiles {
		check(tile.Way)
		if len(tile.Ways) == 0 || len(tile.Ways) > 4 {
			t.Errorf("%s has %d ways", tile.Key, len(tile.Ways))
		}
		for _, w := range tile.Ways {
			check(w)
		}
	}
	if ways < 7 {
		t.Errorf("only %d ways", ways)
	}
	around := tiles[2].Ways[0]
	if around.Label != "Kita, Schule" || around.Count != 2 {
		t.Errorf("the fields of no task: %+v", around)
	}
}

// Ensure that what was looked at and noted comes back, newest first, without what
// the library has no longer.
func TestOwnThings(t *testing.T) {
	s := uitest.Services(t, files)
	m := start.NewModel(s)
	if c := m.Content(); len(c.Recent)+len(c.Notes)+c.Favourites != 0 || c.OwnErr != nil {
		t.Errorf("an empty profile: %+v", c)
	}
	at := time.Date(2026, 11, 20, 7, 40, 0, 0, time.UTC)
	s.Own.(*materialstest.Memory).Now = func() time.Time { at = at.Add(time.Minute); return at }
	for _, id := range []materials.ID{"lernkoffer/arzt", "lernkoffer/weg", "lernkoffer/zahlen"} {
		ok(t, s.Own.Visited(id))
		_, err := s.Own.PutNote(materials.Note{Material: id, Text: "zu " + id.Slug()})
		ok(t, err)
		ok(t, s.Own.SetFavourite(id, true))
	}
	first, err := s.Own.Notes("lernkoffer/arzt")
	ok(t, err)
	first[0].Text = "geändert"
	_, err = s.Own.PutNote(first[0])
	ok(t, err)

	m.Load()
	c := m.Content()
	if len(c.Recent) != 2 || c.Recent[0].Meta.ID != "lernkoffer/zahlen" || c.Recent[1].Meta.ID != "lernkoffer/arzt" {
		t.Errorf("looked at: %+v", c.Recent)
	}
	if len(c.Notes) != 2 || c.Notes[0].Text != "geändert" || c.Notes[0].Meta.Title != "Beim Arzt" || c.Notes[1].Text != "zu zahlen" {
		t.Errorf("notes: %+v", c.Notes)
	}
	if c.Favourites != 2 {
		t.Errorf("%d favourites", c.Favourites)
	}
}

// Ensure that news are what the library has newest, own materials apart, and not
// what was looked at already.
func TestNews(t *testing.T) {
	improved := strings.Replace(material("neu", "Ärzte", "worksheet", "schooling", "2026-11-01"), "version: 1", "version: 3", 1)
	s := uitest.Services(t, files, append(library(), improved)...)
	ok(t, s.Own.Visited("lernkoffer/fruehstueck"))
	news := start.NewModel(s).Content().News
	if news.Date != "2026-11-01" || news.New != 2 || news.Improved != 1 {
		t.Errorf("news: %+v", news)
	}
	var titles []string
	for _, m := range news.Newest {
		titles = append(titles, m.Title)
	}
	want := []string{"Ärzte", "Elternbrief: Ausflug", "Der Schulweg"}
	if !slices.Equal(titles[:3], want) {
		t.Errorf("newest: %q, want %q", titles, want)
	}

	own := strings.Replace(improved, "id: lernkoffer/neu", "id: own/neu", 1)
	if news := start.NewModel(uitest.Services(t, files, own)).Content().News; news.Date != "" || len(news.Newest) != 0 {
		t.Errorf("own materials as news: %+v", news)
	}
}

// Ensure that a store that can't be had is told with its reason.
func TestWithoutOwn(t *testing.T) {
	s := uitest.Services(t, files)
	s.Own, s.OwnErr = nil, materials.Errorf(materials.CodeBusy, "Lernkoffer ist schon offen.")
	if c := start.NewModel(s).Content(); materials.ErrorMessage(c.OwnErr) != "Lernkoffer ist schon offen." || len(c.Tiles) != 3 {
		t.Errorf("content: %+v", c)
	}
	s.OwnErr = nil
	if c := start.NewModel(s).Content(); materials.ErrorMessage(c.OwnErr) == "" {
		t.Error("no reason")
	}
	s = uitest.Services(t, files)
	s.Own = brokenOwn{s.Own}
	if c := start.NewModel(s).Content(); materials.ErrorMessage(c.OwnErr) != "Ihre Notizen sind nicht lesbar." || c.News.Date == "" {
		t.Errorf("content: %+v", c)
	}
}

// brokenOwn is a store that can't be read.
type brokenOwn struct{ app.Own }

func (brokenOwn) Notes(materials.ID) ([]materials.Note, error) {
	return nil, materials.Errorf(materials.CodeDamaged, "Ihre Notizen sind nicht lesbar.")
}
