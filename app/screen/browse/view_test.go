package browse_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lernkoffer/app"
	"lernkoffer/app/screen/browse"
	"lernkoffer/app/ui"
	"lernkoffer/app/uitest"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
)

func openBrowse(t *testing.T, s *app.Services, width, height float32) *uitest.Window {
	t.Helper()
	return uitest.New(t, files, width, height).Open(s, browse.Entry)
}

func openLibrary(t *testing.T) (*uitest.Window, *app.Services) {
	t.Helper()
	s := uitest.Services(t, files)
	return openBrowse(t, s, 1280, 800), s
}

const cloze = "Im Klassenzimmer: Lückentext"

// Ensure that results, counts and order change while someone types.
func TestSearchAsYouType(t *testing.T) {
	w, _ := openLibrary(t)
	w.Type("Suchen", "arz")
	if got := w.Cards(); !slices.Equal(got, []string{"Beim Arzt"}) {
		t.Errorf("cards: %q", got)
	}
	w.Want("1 Material")
	w.Key(fyne.KeyEscape)
	w.Want("5 Materialien")
}

// Ensure that facets filter, say how many, and are cleared by one key.
func TestFacets(t *testing.T) {
	w, _ := openLibrary(t)
	w.Tap("A1")
	w.Want("3 Materialien", "1 gewählt")
	w.Tap("Schule")
	if got := w.Cards(); !slices.Equal(got, []string{cloze}) {
		t.Errorf("cards: %q", got)
	}
	w.Tap("Filter „Schule“ entfernen")
	w.Want("3 Materialien")
	w.Tap("Materialart")
	w.Want("Arbeitsblatt")
	w.Shortcut(fyne.KeyR)
	if len(w.Cards()) != 5 {
		t.Errorf("after clearing: %q", w.Cards())
	}
	w.WantNot("Zurücksetzen")
}

// Ensure that an empty result says what helps.
func TestNothingFound(t *testing.T) {
	w, _ := openLibrary(t)
	w.Tap("B2")
	w.Type("Suchen", "Zebra")
	w.Want("Nichts gefunden", "Mit weniger Filtern finden Sie mehr.")
	w.Tap("Suche leeren")
	w.Tap("Zurücksetzen")
	w.WantNot("Nichts gefunden")
	if len(w.Cards()) != 5 {
		t.Errorf("cards: %q", w.Cards())
	}
}

// Ensure that a chosen material shows its pages and facts.
func TestDetail(t *testing.T) {
	w, _ := openLibrary(t)
	w.Want("Wählen Sie links ein Material aus")
	w.TapCard(cloze)
	w.Want("Seite 1 von 2", "1 Seite, Lösung extra", "8–14\u00a0Jahre", "30\u00a0Minuten, allein", "CC BY-SA 4.0", "überarbeitet")
	w.Tap("Nächste Seite")
	w.Want("Seite 2 von 2 · Lösung")
	if !w.Surface("Nächste Seite").Disabled() {
		t.Error("there is a page after the last one")
	}
	w.Tap("Vorige Seite")
	w.Want("Seite 1 von 2")
}

// reading is a screen in the place of the reader.
type reading struct{ id string }

func (r *reading) Content() fyne.CanvasObject { return widgets.NewText("Gelesen wird "+r.id, 14, "") }
func (r *reading) Show(id string)             { r.id = id }
func (r *reading) Params() string             { return r.id }
func (r *reading) Close()                     {}

// Ensure that the results can be gone through by keys alone, Enter leads to the
// pages, and one comes back to where one was.
func TestKeysInResults(t *testing.T) {
	reader := &reading{}
	w := uitest.New(t, files, 1280, 800).Open(uitest.Services(t, files), browse.Entry, ui.Entry{
		Name: ui.ReaderScreen, Label: "reader.name", Within: ui.LibraryScreen, New: func(*ui.Context) ui.Screen { return reader },
	})
	w.Shortcut(fyne.KeyK)
	w.Key(fyne.KeyDown)
	w.Want("Seite 1 von 2") // the first one is chosen
	first := w.Cards()[0]
	w.Key(fyne.KeyRight)
	w.Key(fyne.KeyLeft)
	w.Key(fyne.KeyEnd)
	w.Key(fyne.KeyHome)
	w.Key(fyne.KeyReturn)
	if reader.id != "lernkoffer/fruehstueck" {
		t.Fatalf("Enter on „%s“ leads to %q", first, reader.id)
	}
	w.WantNot("Filtern")
	w.Menu("Zurück")
	w.Key(fyne.KeyRight) // the keyboard is in the results
	w.Tap("Lesen")
	if reader.id != "lernkoffer/arzt" {
		t.Errorf("„Lesen“ leads to %q", reader.id)
	}
}

// Ensure that what was changed while one read is shown when one comes back.
func TestComingBack(t *testing.T) {
	s := uitest.Services(t, files)
	w := uitest.New(t, files, 1280, 800).Open(s, browse.Entry, ui.Entry{
		Name: ui.ReaderScreen, Label: "reader.name", Within: ui.LibraryScreen, New: func(*ui.Context) ui.Screen { return &reading{} },
	})
	w.TapCard(cloze)
	w.Tap("Lesen")
	if err := s.Own.SetFavourite("lernkoffer/klassenzimmer", true); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Own.PutNote(materials.Note{Material: "lernkoffer/klassenzimmer", Text: "beim Lesen"}); err != nil {
		t.Fatal(err)
	}
	w.Menu("Zurück")
	w.Want("beim Lesen")
	if w.Surface("Nicht mehr merken") == nil {
		t.Error("the star is not shown")
	}
}

// Ensure that a note is on disk with every letter, and its card shows it.
func TestNoteIsSavedWhileWriting(t *testing.T) {
	w, s := openLibrary(t)
	w.TapCard(cloze)
	w.Tap("Notiz hinzufügen")
	w.Type("Was Sie sich", "Lief gut")
	if notes, _ := s.Own.Notes("lernkoffer/klassenzimmer"); len(notes) != 1 || notes[0].Text != "Lief gut" {
		t.Fatalf("notes before the end: %+v", notes)
	}
	w.Want("Alles gespeichert")
	w.Type("Was Sie sich", " in der 5b.")
	w.Key(fyne.KeyEscape)
	w.Want("Meine Notiz", "Lief gut in der 5b.", "1.\u00a09.")

	w.Tap("Notiz bearbeiten")
	field := w.Field("Was Sie sich")
	field.SetText("Nur Aufgabe 1.")
	w.Settle()
	w.Tap("Fertig")
	if notes, _ := s.Own.Notes("lernkoffer/klassenzimmer"); len(notes) != 1 || notes[0].Text != "Nur Aufgabe 1." {
		t.Errorf("notes: %+v", notes)
	}
}

// Ensure that one writes on at the end of a note.
func TestNoteGoesOnAtItsEnd(t *testing.T) {
	w, s := openLibrary(t)
	if _, err := s.Own.PutNote(materials.Note{Material: "lernkoffer/arzt", Text: "Erste Zeile\nzweite"}); err != nil {
		t.Fatal(err)
	}
	w.TapCard("Beim Arzt")
	w.Tap("Notiz bearbeiten")
	w.Pass(time.Second)
	w.Type("Was Sie sich", " und mehr")
	if notes, _ := s.Own.Notes("lernkoffer/arzt"); notes[0].Text != "Erste Zeile\nzweite und mehr" {
		t.Errorf("note: %q", notes[0].Text)
	}
}

// Ensure that a note is kept when another material is chosen, and when the window
// closes, in the middle of a word.
func TestNoteIsKeptOnLeaving(t *testing.T) {
	w, s := openLibrary(t)
	w.TapCard(cloze)
	w.Tap("Notiz hinzufügen")
	test.Type(w.Field("Was Sie sich"), "weg")
	w.TapCard("Beim Arzt")
	if notes, _ := s.Own.Notes("lernkoffer/klassenzimmer"); len(notes) != 1 || notes[0].Text != "weg" {
		t.Errorf("notes of the first: %+v", notes)
	}
	w.Tap("Notiz hinzufügen")
	test.Type(w.Field("Was Sie sich"), "zu")
	w.Context.Quit()
	if notes, _ := s.Own.Notes("lernkoffer/arzt"); len(notes) != 1 || notes[0].Text != "zu" {
		t.Errorf("notes at the end: %+v", notes)
	}
}

// Ensure that a deleted note can be brought back, by the message and by Strg+Z.
func TestDeletedNoteComesBack(t *testing.T) {
	w, s := openLibrary(t)
	if _, err := s.Own.PutNote(materials.Note{Material: "lernkoffer/klassenzimmer", Text: "wichtig"}); err != nil {
		t.Fatal(err)
	}
	w.TapCard(cloze)
	for _, back := range []func(){func() { w.Tap("Rückgängig") }, func() { w.Shortcut(fyne.KeyZ) }} {
		w.Tap("Notiz löschen")
		w.Want("Die Notiz ist gelöscht.")
		if notes, _ := s.Own.Notes(""); len(notes) != 0 {
			t.Fatalf("still there: %+v", notes)
		}
		back()
		if notes, _ := s.Own.Notes(""); len(notes) != 1 || notes[0].Text != "wichtig" {
			t.Fatalf("back: %+v", notes)
		}
		w.Want("wichtig")
	}
}

// Ensure that a note that was emptied is deleted, and can be brought back.
func TestEmptiedNote(t *testing.T) {
	w, s := openLibrary(t)
	if _, err := s.Own.PutNote(materials.Note{Material: "lernkoffer/arzt", Text: "alt"}); err != nil {
		t.Fatal(err)
	}
	w.TapCard("Beim Arzt")
	w.Tap("Notiz bearbeiten")
	w.Field("Was Sie sich").SetText("")
	w.Settle()
	w.Tap("Fertig")
	w.WantNot("Meine Notiz")
	if notes, _ := s.Own.Notes(""); len(notes) != 0 {
		t.Errorf("notes: %+v", notes)
	}
	w.Tap("Rückgängig")
	w.Want("alt")
}

// Ensure that a note that can't be saved is not lost without a word.
func TestNoteTooLong(t *testing.T) {
	w, s := openLibrary(t)
	w.TapCard("Beim Arzt")
	w.Tap("Notiz hinzufügen")
	w.Field("Was Sie sich").SetText(strings.Repeat("a", materials.MaxNote+1))
	w.Settle()
	w.Want("Noch nicht gespeichert", "Nicht gespeichert")
	w.Field("Was Sie sich").SetText("kurz")
	w.Settle()
	w.WantNot("Noch nicht gespeichert")
	w.Want("Alles gespeichert")
	if notes, _ := s.Own.Notes(""); len(notes) != 1 || notes[0].Text != "kurz" {
		t.Errorf("notes: %+v", notes)
	}
}

// Ensure that a favourite is one at once, and Strg+Z takes it back.
func TestFavourite(t *testing.T) {
	w, s := openLibrary(t)
	w.TapCard("Beim Arzt")
	w.Tap("Merken")
	if marked, _ := s.Own.Marked(); !marked["lernkoffer/arzt"].Favourite {
		t.Error("not marked")
	}
	w.Shortcut(fyne.KeyZ)
	if marked, _ := s.Own.Marked(); marked["lernkoffer/arzt"].Favourite {
		t.Error("still marked")
	}
	if w.Surface("Merken") == nil {
		t.Error("the star does not offer to mark again")
	}
}

// Ensure that without an own store the window says why there are no notes, and
// everything else goes on.
func TestWithoutOwnStore(t *testing.T) {
	s := uitest.Services(t, files)
	s.Own, s.OwnErr = nil, materials.Errorf(materials.CodeBusy, "Ihre Notizen sind in einem anderen Fenster offen.")
	w := openBrowse(t, s, 1280, 800)
	w.TapCard(cloze)
	w.Want("Notizen und Merken gehen gerade nicht", "Ihre Notizen sind in einem anderen Fenster offen.", "Seite 1 von 2")
	if !w.Surface("Merken").Disabled() {
		t.Error("the star can be pressed")
	}
	w.Shortcut(fyne.KeyP)
	w.Want("PDF: " + cloze)
}

// Ensure that a PDF is written where the window says, with its solution as chosen,
// and can be opened from the message.
func TestExport(t *testing.T) {
	w, s := openLibrary(t)
	w.TapCard(cloze)
	w.Tap("PDF erstellen")
	w.Tap("als eigene Datei")
	w.Field("Dateiname").SetText("Mein Blatt: 5b/6")
	w.Key(fyne.KeyReturn)

	w.Want("Die 2 PDF-Dateien sind fertig.")
	w.Tap("Öffnen")
	if len(w.Opened) != 1 || filepath.Base(w.Opened[0]) != "Mein Blatt 5b6.pdf" {
		t.Fatalf("opened: %q", w.Opened)
	}
	for _, name := range []string{w.Opened[0], strings.TrimSuffix(w.Opened[0], ".pdf") + "-loesung.pdf"} {
		if data, err := os.ReadFile(name); err != nil || !strings.HasPrefix(string(data), "%PDF-") {
			t.Errorf("%s: %v, begins %.5q", name, err, data)
		}
	}
	if folder, _ := s.Own.Setting("pdf.folder"); folder != filepath.Dir(w.Opened[0]) {
		t.Errorf("remembered folder: %q", folder)
	}

	w.Tap("PDF erstellen")
	w.WantNot("wird ersetzt")
	w.Field("Dateiname").SetText("Mein Blatt 5b6")
	w.Want("ist schon da und wird ersetzt")
	w.Tap("Abbrechen")
}

// Ensure that Escape leaves the choice of a folder and not the dialog behind it.
func TestChooseFolder(t *testing.T) {
	w, _ := openLibrary(t)
	w.TapCard(cloze)
	w.Shortcut(fyne.KeyP)
	w.Tap("Ändern")
	w.Want("Ordner für die PDF-Dateien")
	w.Shortcut(fyne.KeyP) // rests
	w.Key(fyne.KeyEscape)
	w.WantNot("Ordner für die PDF-Dateien")
	w.Want("PDF: " + cloze)
	w.Key(fyne.KeyEscape)
	w.WantNot("PDF: " + cloze)
	w.Shortcut(fyne.KeyP)
	w.Want("PDF: " + cloze)
}

// Ensure that a folder that can't be made is told, and nothing else happens.
func TestExportFails(t *testing.T) {
	w, s := openLibrary(t)
	blocked := filepath.Join(t.TempDir(), "Datei")
	if err := os.WriteFile(blocked, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.Own.SetSetting("pdf.folder", filepath.Join(blocked, "Ordner")); err != nil {
		t.Fatal(err)
	}
	w.TapCard(cloze)
	w.Shortcut(fyne.KeyP)
	w.Key(fyne.KeyReturn)
	w.Want("lässt sich nicht anlegen")
}

// Ensure that a material whose exercise can't be made says why and offers no PDF.
func TestSheetThatCannotBeMade(t *testing.T) {
	broken := strings.Replace(uitest.Material("kaputt", "Kaputt", "A1", "school", "2026-01-01"),
		"``` cloze bank\n", "``` word-search\nA\n```\n\n``` cloze bank\n", 1)
	w := openBrowse(t, uitest.Services(t, files, broken), 1280, 800)
	w.TapCard("Kaputt")
	w.Want("Aus diesem Material wird kein Blatt")
	w.Shortcut(fyne.KeyP)
	w.WantNot("PDF: Kaputt")
}

// Ensure that going back shows the material from before.
func TestHistoryOfMaterials(t *testing.T) {
	w, _ := openLibrary(t)
	w.TapCard(cloze)
	w.TapCard("Beim Arzt")
	w.Menu("Zurück")
	w.Want("Sätze und Wörter zu „" + cloze + "“.")
}

// Ensure that what one looks at for a while is remembered, and not what one goes
// past.
func TestSeen(t *testing.T) {
	w, s := openLibrary(t)
	w.TapCard(cloze)
	w.Pass(time.Second)
	w.TapCard("Beim Arzt")
	w.Pass(3 * time.Second)
	visits, err := s.Own.History()
	if err != nil || len(visits) != 1 || visits[0].Material != "lernkoffer/arzt" {
		t.Errorf("looked at: %+v, %v", visits, err)
	}
}

// Ensure that a route to a filter leads there, and back from it.
func TestRouteWithFilter(t *testing.T) {
	w, _ := openLibrary(t)
	place := app.Place{Filter: materials.Filter{materials.FacetTopic: {"school"}}}
	w.Context.Go(ui.Route{Screen: ui.LibraryScreen, Params: place.Params()})
	w.Want("2 Materialien")
	if w.Surface("Filter „Schule“ entfernen") == nil {
		t.Error("no chip")
	}
	w.Menu("Zurück")
	w.Want("5 Materialien")
}

// Ensure that who wants a list has one the next time, too.
func TestListIsRemembered(t *testing.T) {
	w, s := openLibrary(t)
	w.Tap("Liste")
	if got := w.Cards(); len(got) != 5 {
		t.Errorf("rows: %q", got)
	}
	if _, row := w.CardSize(cloze); row != widgets.RowHeight {
		t.Errorf("the row is %g high", row)
	}
	again := openBrowse(t, s, 1280, 800)
	if _, row := again.CardSize(cloze); row != widgets.RowHeight {
		t.Errorf("the next time it is %g high", row)
	}
}

// Ensure that small windows show a list, and the facets over it on demand.
func TestSmallWindow(t *testing.T) {
	w := openBrowse(t, uitest.Services(t, files), 900, 520)
	if w.Surface("A1") != nil {
		t.Error("facets are in sight")
	}
	w.Tap("Filter")
	w.Tap("A1")
	w.Key(fyne.KeyEscape)
	if w.Surface("A2") != nil {
		t.Error("Escape did not close the facets")
	}
	w.Want("3 Materialien")
	w.TapCard(cloze)
	w.Want("Seite 1 von 2")
}

// Ensure that in windows of middle size the detail lies over the results and can
// be closed.
func TestMiddleWindow(t *testing.T) {
	w := openBrowse(t, uitest.Services(t, files), 1100, 700)
	w.WantNot("PDF erstellen")
	w.TapCard(cloze)
	w.Want("PDF erstellen")
	w.Key(fyne.KeyEscape)
	w.WantNot("PDF erstellen")
}

// Ensure that a window that was small and is large again looks as before.
func TestResize(t *testing.T) {
	w, _ := openLibrary(t)
	w.TapCard(cloze)
	before := slices.Sorted(slices.Values(w.Texts()))
	w.Context.Window.Resize(fyne.NewSize(900, 520))
	w.Settle()
	w.Context.Window.Resize(fyne.NewSize(1280, 800))
	w.Settle()
	if after := slices.Sorted(slices.Values(w.Texts())); !slices.Equal(before, after) {
		t.Errorf("before: %q\nafter: %q", before, after)
	}
}

// Ensure that the keyboard reaches everything, from left to right.
func TestTabOrder(t *testing.T) {
	w, _ := openLibrary(t)
	w.TapCard(cloze)
	c := w.Context.Window.Canvas()
	c.Unfocus()
	var order []string
	for range 60 {
		c.FocusNext()
		switch o := c.Focused().(type) {
		case *widgets.Surface:
			order = append(order, o.Label)
		case *widgets.Grid:
			order = append(order, "Ergebnisse")
		case *widgets.Field:
			order = append(order, "Suche")
		}
	}
	at := -1
	for _, want := range []string{"Suche", "Bibliothek", "Niveau", "A1", "Thema", "Reihenfolge", "Liste", "Ergebnisse", "Nächste Seite", "Merken", "Notiz hinzufügen", "PDF erstellen"} {
		i := slices.Index(order, want)
		if i <= at {
			t.Errorf("„%s“ is at %d after %d in %q", want, i, at, order)
		}
		at = i
	}
}
