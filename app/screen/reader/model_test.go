package reader_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"lernkoffer/app"
	"lernkoffer/app/screen/reader"
	"lernkoffer/app/uitest"
	"lernkoffer/assets"
	"lernkoffer/materials"
)

var files = uitest.Files{Fonts: assets.Fonts, Icons: assets.Icons, Texts: assets.Lang, Pictograms: assets.Pictograms}

const room materials.ID = "lernkoffer/klassenzimmer"

func openModel(t *testing.T, s *app.Services, id materials.ID) *reader.Model {
	t.Helper()
	m := reader.NewModel(s)
	if err := m.Open(id); err != nil {
		t.Fatal(err)
	}
	return m
}

// Ensure that a day is read as teachers write it, and nothing else.
func TestParseDay(t *testing.T) {
	now := time.Date(2026, 11, 20, 7, 40, 0, 0, time.Local)
	for text, want := range map[string]string{
		"":                  "2026-11-20",
		"heute":             "2026-11-20",
		" Gestern ":         "2026-11-19",
		"24.11.":            "2026-11-24",
		"24. 11.":           "2026-11-24",
		"24.\u00a011.":      "2026-11-24",
		"1.9.":              "2026-09-01",
		"24. 12.":           "2025-12-24", // too far ahead
		"24. 12. 2026":      "2026-12-24",
		"24.12.26":          "2026-12-24",
		"29. 2. 2024":       "2024-02-29",
		"2026-09-01":        "2026-09-01",
		"29. 2. 2026":       "",
		"31.4.":             "",
		"0.1.":              "",
		"24":                "",
		"24.11.2026.1":      "",
		"morgen vielleicht": "",
		"24.xi.":            "",
	} {
		got, err := reader.ParseDay(text, now)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v; want %q", text, got, err, want)
		}
	}
}

// FuzzParseDay: whatever is written, the day is one, or there is a sentence.
func FuzzParseDay(f *testing.F) {
	for _, seed := range []string{"24. 11.", "24.11.2026", "heute", "2026-11-24", "99.99.9999", "1.1.-1", "٣.٤."} {
		f.Add(seed)
	}
	now := time.Date(2026, 11, 20, 7, 40, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, text string) {
		day, err := reader.ParseDay(text, now)
		if err != nil {
			if materials.ErrorMessage(err) == "" || day != "" {
				t.Errorf("%q: %q, %v", text, day, err)
			}
			return
		}
		if _, err := (materials.Use{Material: room, Day: day}).Checked(); err != nil {
			t.Errorf("%q gives %q, which is not kept: %v", text, day, err)
		}
	})
}

// Ensure that a passage can be pointed at by its words and neighbours, and is found
// again after the material has changed.
func TestPassages(t *testing.T) {
	m := openModel(t, uitest.Services(t, files), room)
	var texts []string
	for _, p := range m.Passages() {
		texts = append(texts, p.Where+": "+p.Text)
	}
	want := []string{
		"Text: Lies die Sätze.", "Lückentext: Ich schreibe mit dem Bleistift.",
		"Lückentext: Lina sitzt auf dem Stuhl.", "Lückentext: Das Heft ist blau.",
	}
	if !slices.Equal(texts, want) {
		t.Fatalf("passages: %q", texts)
	}
	anchor := m.Passages()[2].Anchor
	if anchor != (materials.Anchor{Before: "Ich schreibe mit dem Bleistift.", Quote: "Lina sitzt auf dem Stuhl.", After: "Das Heft ist blau."}) {
		t.Errorf("anchor: %+v", anchor)
	}
	for _, tc := range []struct {
		name   string
		anchor materials.Anchor
		want   int
	}{
		{"as it was", anchor, 2},
		{"with other neighbours", materials.Anchor{Before: "x", Quote: anchor.Quote, After: "y"}, 2},
		{"with other words", materials.Anchor{Before: anchor.Before, Quote: "Lina sitzt am Tisch.", After: anchor.After}, 2},
		{"gone", materials.Anchor{Before: anchor.Before, Quote: "Lina sitzt am Tisch.", After: "y"}, -1},
		{"none", materials.Anchor{}, -1},
	} {
		if got := m.Find(tc.anchor); got != tc.want {
			t.Errorf("%s: found at %d, want %d", tc.name, got, tc.want)
		}
	}
}

// Ensure that a line in another language is named by it, and a German one by
// nothing.
func TestPassagesInLanguages(t *testing.T) {
	text := strings.Replace(uitest.Material("klassenzimmer", "Im Klassenzimmer", "A1", "school", "2026-09-01"),
		"Lies die Sätze.\n", "``` phrases\nde: Guten Tag!\ntr: İyi günler!\n```\n", 1)
	m := openModel(t, uitest.Services(t, files, text), room)
	if p := m.Passages(); len(p) < 2 || p[0].Text != "Guten Tag!" || p[1].Text != "Türkisch: İyi günler!" {
		t.Errorf("passages: %+v", p)
	}
}

// Ensure that what belongs together has topic and level in common, that with the
// most first, and never the material itself.
func TestRelated(t *testing.T) {
	s := uitest.Services(t, files,
		uitest.Material("klassenzimmer", "Im Klassenzimmer", "A1", "school", "2026-09-01"),
		uitest.Material("pause", "In der Pause", "A1", "school", "2026-09-01"),
		uitest.Material("hof", "Auf dem Hof", "A1", "school", "2026-09-01"),
		uitest.Material("schulweg", "Der Schulweg", "A2", "school", "2026-10-01"),
		uitest.Material("obst", "Obst", "A1", "food", "2026-10-01"))
	found, err := openModel(t, s, room).Related(5)
	if err != nil {
		t.Fatal(err)
	}
	var titles []string
	for _, meta := range found {
		titles = append(titles, meta.Title)
	}
	if !slices.Equal(titles, []string{"Auf dem Hof", "In der Pause"}) {
		t.Errorf("related: %q", titles)
	}
}

// Ensure that uses are listed newest first, and that one comes back after it was
// deleted twice.
func TestUses(t *testing.T) {
	m := openModel(t, uitest.Services(t, files), room)
	use := func(day, class string) materials.Use {
		t.Helper()
		u, err := m.PutUse(materials.Use{Material: room, Day: day, Class: class})
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
	use("2026-09-01", "5b")
	late := use("2026-11-20", "6a")
	if got := m.Uses(); len(got) != 2 || got[0].Class != "6a" || m.LastClass() != "6a" {
		t.Errorf("uses: %v, last class %q", got, m.LastClass())
	}
	for range 2 {
		if err := m.DeleteUse(late.ID); err != nil {
			t.Fatal(err)
		}
		if _, err := m.PutUse(late); err != nil {
			t.Fatal(err)
		}
	}
	if err := m.DeleteUse(late.ID); err != nil || len(m.Uses()) != 1 {
		t.Errorf("uses: %v, %v", m.Uses(), err)
	}
}

// Ensure that tags of other materials are offered, the most frequent first.
func TestTagsAreOffered(t *testing.T) {
	s := uitest.Services(t, files)
	for id, tags := range map[materials.ID][]string{
		"lernkoffer/arzt": {"Montag", "IFK"}, "lernkoffer/schulweg": {"IFK", "Hof"}, room: {"Hof"},
	} {
		if err := s.Own.SetTags(id, tags); err != nil {
			t.Fatal(err)
		}
	}
	m := openModel(t, s, room)
	if got := m.OtherTags(4); !slices.Equal(got, []string{"IFK", "Montag"}) {
		t.Errorf("offered: %q", got)
	}
	if err := m.SetTags(room, append(m.Tags(), "IFK")); err != nil {
		t.Fatal(err)
	}
	if got := m.OtherTags(4); !slices.Equal(got, []string{"Montag"}) || !slices.Equal(m.Tags(), []string{"Hof", "IFK"}) {
		t.Errorf("offered %q, has %q", got, m.Tags())
	}
}

// Ensure that a material that is not there is an error, and nothing is shown.
func TestOpenUnknown(t *testing.T) {
	m := reader.NewModel(uitest.Services(t, files))
	if err := m.Open("lernkoffer/fehlt"); materials.ErrorCode(err) != materials.CodeNotFound || m.ID() != "" {
		t.Errorf("error %v, shown %q", err, m.ID())
	}
	if m.Words() != nil || m.Tags() != nil || m.Uses() != nil {
		t.Error("something is shown")
	}
}
