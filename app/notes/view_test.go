package notes_test

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"lernkoffer/app"
	"lernkoffer/app/notes"
	"lernkoffer/app/uitest"
	"lernkoffer/assets"
	"lernkoffer/materials"
)

var files = uitest.Files{Fonts: assets.Fonts, Icons: assets.Icons, Texts: assets.Lang, Pictograms: assets.Pictograms}

const room materials.ID = "lernkoffer/klassenzimmer"

// refusing is an own store in which notes can't be written while it is full.
type refusing struct {
	app.Own
	full bool
}

func (r *refusing) PutNote(n materials.Note) (materials.Note, error) {
	if r.full {
		return materials.Note{}, &materials.Error{Code: materials.CodeDiskFull, Message: "Der Datenträger ist voll.", Err: errors.New("full")}
	}
	return r.Own.PutNote(n)
}

// shown puts the notes on a material into a window, and counts how often its host
// is told of changes.
func shown(t *testing.T, s *app.Services) (w *uitest.Window, v *notes.View, changed *int) {
	t.Helper()
	w = uitest.New(t, files, 400, 600)
	w.Context.Services = s
	changed = new(int)
	scroll := container.NewVScroll(container.NewStack())
	v = notes.NewView(w.Context, room, notes.Host{
		Scroll: scroll, Width: func() float32 { return 360 }, Resized: func() {}, Changed: func() { *changed++ },
		Current: func() *notes.View { return v }, IDs: notes.IDs{},
	})
	scroll.Content = v.Root
	w.Context.Window.SetContent(scroll)
	return w, v, changed
}

// Ensure that what can't be written stays on the screen, and that nothing takes its
// place until it is.
func TestFullDisk(t *testing.T) {
	s := uitest.Services(t, files)
	if _, err := s.Own.PutNote(materials.Note{Material: room, Text: "alt"}); err != nil {
		t.Fatal(err)
	}
	own := &refusing{Own: s.Own, full: true}
	s.Own = own
	w, v, _ := shown(t, s)
	w.Tap("Notiz hinzufügen")
	test.Type(w.Field("Was Sie sich"), "wichtig")
	w.Settle()
	w.Want("Noch nicht gespeichert", "Der Datenträger ist voll.")
	v.Finish()
	w.Tap("Notiz bearbeiten") // of the other one
	if got := w.Field("Was Sie sich").Text; got != "wichtig" || !v.Writing() {
		t.Fatalf("the text is %q", got)
	}
	own.full = false
	v.Finish()
	if list, _ := s.Own.Notes(room); len(list) != 2 || list[1].Text != "wichtig" {
		t.Errorf("notes: %+v", list)
	}
}

// Ensure that the host is told of a note when there is one, not with every letter.
func TestChangesAreTold(t *testing.T) {
	w, v, changed := shown(t, uitest.Services(t, files))
	w.Tap("Notiz hinzufügen")
	for _, r := range "fünf Wörter sind hier" {
		test.Type(w.Field("Was Sie sich"), string(r))
		w.Settle()
	}
	if *changed != 1 {
		t.Errorf("told %d times while writing", *changed)
	}
	v.Finish()
	if *changed != 2 {
		t.Errorf("told %d times", *changed)
	}
}

// Ensure that a note that stays empty is none.
func TestEmptyNote(t *testing.T) {
	s := uitest.Services(t, files)
	w, v, _ := shown(t, s)
	w.Tap("Notiz hinzufügen")
	test.Type(w.Field("Was Sie sich"), "   ")
	w.Settle()
	v.Finish()
	if list, _ := s.Own.Notes(room); len(list) != 0 {
		t.Errorf("notes: %+v", list)
	}
	w.WantNot("Meine Notiz")
}

// Ensure that a long quote and a long note are shown, and the passage is asked of
// the host alone.
func TestQuote(t *testing.T) {
	s := uitest.Services(t, files)
	if _, err := s.Own.PutNote(materials.Note{
		Material: room, Text: strings.Repeat("Zeile\n", 50), Anchor: materials.Anchor{Quote: strings.Repeat("Wort ", 100)},
	}); err != nil {
		t.Fatal(err)
	}
	w, _, _ := shown(t, s)
	w.Want("„Wort Wort", "Zeile")
	if w.Surface("Stelle auf dem Blatt zeigen") != nil {
		t.Error("a passage is offered where none can be shown")
	}
}
