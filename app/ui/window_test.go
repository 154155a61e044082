package ui_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lernkoffer/app"
	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/app/uitest"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
)

// page is a screen that remembers what it was told.
type page struct {
	content           fyne.CanvasObject
	params, words     string
	prints, resets    int
	escapable, closed bool
	onShow            func()
}

func (p *page) Content() fyne.CanvasObject { return p.content }
func (p *page) Params() string             { return p.params }
func (p *page) Close()                     { p.closed = true }
func (p *page) Search(text string)         { p.words = text }
func (p *page) SearchText() string         { return p.words }
func (p *page) Print()                     { p.prints++ }
func (p *page) Reset()                     { p.resets++ }
func (p *page) Escape() bool               { e := p.escapable; p.escapable = false; return e }

func (p *page) Show(params string) {
	p.params = params
	if p.onShow != nil {
		p.onShow()
	}
}

func entry(name string, p *page) ui.Entry {
	p.content = container.NewStack()
	return ui.Entry{Name: name, Label: "browse.name", Glyph: theme.GlyphBooks, New: func(*ui.Context) ui.Screen { return p }}
}

func openPages(t *testing.T) (*uitest.Window, *page, *page) {
	t.Helper()
	a, b := &page{}, &page{}
	w := uitest.New(t, files, 1280, 800)
	return w.Open(uitest.Services(t, files), entry("a", a), entry("b", b)), a, b
}

// Ensure that the frame says what the library holds and that nothing is unsaved.
func TestFrame(t *testing.T) {
	w, _, _ := openPages(t)
	w.Want("Lernkoffer", "Bibliothek", "5 Materialien", "Stand 1.\u00a011.\u00a02026", "Alles gespeichert", "Strg K")
	w.Context.Saved(ui.NotSaved)
	w.Want("Nicht gespeichert")
	w.WantNot("Alles gespeichert")
}

// Ensure that the window fits on a small screen.
func TestLeastSize(t *testing.T) {
	w, _, _ := openPages(t)
	if least := w.Context.Window.Content().MinSize(); least.Width > 900 || least.Height > 520 {
		t.Errorf("the window can't be smaller than %v", least)
	}
}

// Ensure that one gets back where one was, and ahead again.
func TestHistory(t *testing.T) {
	w, a, b := openPages(t)
	a.params = "one"
	w.Context.Visited(false)
	a.params = "two"
	w.Context.Visited(true) // takes the place of "one"
	w.Context.Go(ui.Route{Screen: "b", Params: "three"})
	if b.params != "three" {
		t.Fatalf("the other screen shows %q", b.params)
	}

	w.Menu("Zurück")
	if a.params != "two" {
		t.Errorf("back to %q, want two", a.params)
	}
	w.Menu("Zurück")
	if a.params != "" {
		t.Errorf("back to %q, want the beginning", a.params)
	}
	w.Menu("Zurück") // nothing is before
	w.Menu("Vor")
	w.Menu("Vor")
	if b.params != "three" {
		t.Errorf("ahead to %q, want three", b.params)
	}
	w.Context.Go(ui.Route{Screen: "nowhere"})
}

// Ensure that the keys of the menu reach the screen, but not behind a dialog.
func TestMenu(t *testing.T) {
	w, a, _ := openPages(t)
	w.Shortcut(fyne.KeyP)
	w.Shortcut(fyne.KeyR)
	w.Shortcut(fyne.KeyK)
	if w.Context.Window.Canvas().Focused() != w.Field("Suchen") {
		t.Error("Strg+K does not lead into the search field")
	}
	w.Type("Suchen", "Wort")
	if a.prints != 1 || a.resets != 1 || a.words != "Wort" {
		t.Errorf("prints %d, resets %d, words %q", a.prints, a.resets, a.words)
	}

	w.Context.Ask(&ui.Dialog{Title: "Frage", Body: container.NewStack(), Confirm: "Ja"})
	w.Shortcut(fyne.KeyP)
	if a.prints != 1 {
		t.Error("Strg+P works behind a dialog")
	}
	w.Tap("Abbrechen")
	w.Shortcut(fyne.KeyP)
	if a.prints != 2 {
		t.Error("Strg+P is dead after a dialog")
	}
}

// Ensure that Escape first closes what the screen has open, then clears the search.
func TestEscape(t *testing.T) {
	w, a, _ := openPages(t)
	w.Type("Suchen", "Wort")
	a.escapable = true
	w.Key(fyne.KeyEscape)
	if a.words != "Wort" {
		t.Error("Escape cleared the search though the screen had something open")
	}
	w.Key(fyne.KeyEscape)
	if a.words != "" {
		t.Errorf("the search still is %q", a.words)
	}
}

// Ensure that Enter confirms a dialog, Escape cancels it, and the keyboard comes
// back to where it was.
func TestDialog(t *testing.T) {
	w, _, _ := openPages(t)
	search := w.Field("Suchen")
	w.Context.Window.Canvas().Focus(search)
	confirmed, keep := 0, true
	ask := func() {
		w.Context.Ask(&ui.Dialog{Title: "Frage", Body: container.NewStack(), Confirm: "Ja", OnConfirm: func() bool {
			confirmed++
			return !keep
		}})
	}

	ask()
	w.Want("Frage")
	w.Key(fyne.KeyReturn)
	w.Want("Frage") // it was not content
	w.Key(fyne.KeyEscape)
	w.WantNot("Frage")
	if w.Context.Window.Canvas().Focused() != search {
		t.Error("the keyboard did not come back")
	}
	keep = false
	ask()
	w.Key(fyne.KeyReturn)
	w.WantNot("Frage")
	if confirmed != 2 {
		t.Errorf("confirmed %d times", confirmed)
	}
}

// Ensure that the last change is taken back, once, and a fault is told.
func TestUndo(t *testing.T) {
	w, _, _ := openPages(t)
	var undone []int
	w.Context.CanUndo("Eins ist zurück.", func() error { undone = append(undone, 1); return nil })
	w.Context.CanUndo("Zwei", func() error {
		return materials.Errorf(materials.CodeBusy, "Das geht gerade nicht.")
	})
	w.Shortcut(fyne.KeyZ)
	w.Want("Das geht gerade nicht.")
	w.Shortcut(fyne.KeyZ)
	w.Shortcut(fyne.KeyZ)
	if len(undone) != 1 {
		t.Errorf("undone: %v", undone)
	}
	w.Want("Eins ist zurück.")
}

// start opens a window by a start function.
func start(t *testing.T, begin func(context.Context, materials.Progress) (*app.Services, func() error, error)) (*uitest.Window, *page) {
	t.Helper()
	p := &page{}
	w := uitest.New(t, files, 1280, 800)
	w.Context.Begin(ui.Program{Start: begin, Screens: []ui.Entry{entry("a", p)}})
	return w, p
}

// Ensure that the first start shows how far the library is unfolded, and then the
// screens.
func TestBeginShowsProgress(t *testing.T) {
	s := uitest.Services(t, files)
	hold := make(chan struct{})
	w, _ := start(t, func(_ context.Context, progress materials.Progress) (*app.Services, func() error, error) {
		progress(12, 30)
		<-hold
		return s, func() error { return nil }, nil
	})
	for !w.Shows("12 von 30") {
		w.Queue.Run()
	}
	w.Want("Die Bibliothek wird eingerichtet")

	close(hold)
	w.Settle()

	w.WantNot("12 von 30")
	w.Want("5 Materialien")
}

// Ensure that a library that can't be opened is explained, and can be tried again.
func TestBeginFails(t *testing.T) {
	s := uitest.Services(t, files)
	tries := 0
	w, _ := start(t, func(context.Context, materials.Progress) (*app.Services, func() error, error) {
		if tries++; tries == 1 {
			return nil, nil, materials.Errorf(materials.CodeDamaged, "Die Bibliothek ist beschädigt.")
		}
		return s, func() error { return nil }, nil
	})
	w.Settle()
	w.Want("Die Bibliothek ist beschädigt.")
	w.Tap("Noch einmal versuchen")
	w.Want("5 Materialien")
}

// Ensure that closing saves what the screens hold and the size, and gives the
// services back, in this order.
func TestClosing(t *testing.T) {
	s := uitest.Services(t, files)
	given := false
	w, p := start(t, func(context.Context, materials.Progress) (*app.Services, func() error, error) {
		return s, func() error { given = true; return errors.New("late") }, nil
	})
	w.Settle()
	w.Context.Window.Resize(fyne.NewSize(1000, 700))

	w.Context.Quit()
	w.Context.Quit()

	if !p.closed || !given {
		t.Errorf("screen closed: %v, services given back: %v", p.closed, given)
	}
	if size, err := s.Own.Setting("window.size"); err != nil || size != "1000×700" {
		t.Errorf("remembered size: %q, %v", size, err)
	}
}

// Ensure that the window comes back in its size, within bounds.
func TestSizeIsRemembered(t *testing.T) {
	tests := []struct {
		setting string
		want    fyne.Size
	}{
		{"1000×700", fyne.NewSize(1000, 700)},
		{"10×10", fyne.NewSize(900, 520)},
		{"90000×90000", fyne.NewSize(2400, 1600)},
		{"", fyne.NewSize(1280, 800)},
		{"groß", fyne.NewSize(1280, 800)},
		{"NaN×NaN", fyne.NewSize(900, 520)},
	}
	for _, test := range tests {
		t.Run(test.setting, func(t *testing.T) {
			s := uitest.Services(t, files)
			if err := s.Own.SetSetting("window.size", test.setting); err != nil {
				t.Fatal(err)
			}
			w, _ := start(t, func(context.Context, materials.Progress) (*app.Services, func() error, error) {
				return s, func() error { return nil }, nil
			})
			w.Settle()
			if got := w.Context.Window.Canvas().Size(); got != test.want {
				t.Errorf("size %v, want %v", got, test.want)
			}
		})
	}
}

// Ensure that what happened at opening is told.
func TestReport(t *testing.T) {
	s := uitest.Services(t, files)
	s.Report = []string{"Eine Sicherung wurde eingespielt.", "Zwei Notizen fehlen."}
	w, _ := start(t, func(context.Context, materials.Progress) (*app.Services, func() error, error) {
		return s, func() error { return nil }, nil
	})
	w.Settle()
	w.Want("Eine Sicherung wurde eingespielt. Zwei Notizen fehlen.")
}

// Ensure that a message goes by itself and that its action is done once.
func TestToast(t *testing.T) {
	w, _, _ := openPages(t)
	done := 0
	w.Context.Toast("Fertig.", widgets.Action{Label: "Öffnen", Do: func() { done++ }})
	w.Want("Fertig.")
	w.Tap("Öffnen")
	w.WantNot("Fertig.")
	w.Context.Toast("Noch eins.")
	w.Pass(11e9)
	w.WantNot("Noch eins.")
	if done != 1 {
		t.Errorf("done %d times", done)
	}
}

// Ensure that what a screen tells of its way while it is shown a route does not
// take the place of where one came from.
func TestHistoryWhileShowing(t *testing.T) {
	w, a, b := openPages(t)
	a.params = "here"
	w.Context.Visited(true)
	b.onShow = func() { w.Context.Visited(true) }
	w.Context.Go(ui.Route{Screen: "b", Params: "there"})
	w.Menu("Zurück")
	if a.params != "here" {
		t.Errorf("back to %q", a.params)
	}
	if w.Surface("Bibliothek") == nil {
		t.Error("no rail")
	}
}

// Ensure that screens are reached by Strg and their number, as they were left.
func TestPlacesByKey(t *testing.T) {
	w, a, b := openPages(t)
	a.params = "left here"
	w.Shortcut(fyne.Key2)
	w.Shortcut(fyne.Key1)
	if a.params != "left here" {
		t.Errorf("back at %q", a.params)
	}
	w.Shortcut(fyne.Key1) // where one is already: all of it
	if a.params != "" || b.params != "" {
		t.Errorf("at %q, the other at %q", a.params, b.params)
	}
}

// Ensure that days are named as one says them.
func TestAgo(t *testing.T) {
	uitest.New(t, files, 400, 300)
	now := time.Date(2026, 11, 20, 7, 40, 0, 0, time.UTC) // a Friday
	for _, tt := range []struct {
		then time.Time
		want string
	}{
		{time.Date(2026, 11, 20, 0, 5, 0, 0, time.UTC), "heute, 0:05\u00a0Uhr"},
		{time.Date(2026, 11, 19, 23, 59, 0, 0, time.UTC), "gestern"},
		{time.Date(2026, 11, 18, 8, 0, 0, 0, time.UTC), "Mittwoch"},
		{time.Date(2026, 11, 14, 8, 0, 0, 0, time.UTC), "Samstag"},
		{time.Date(2026, 11, 13, 8, 0, 0, 0, time.UTC), "13.\u00a0November"},
		{time.Date(2025, 3, 1, 8, 0, 0, 0, time.UTC), "1.\u00a0März\u00a02025"},
		{time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC), "22.\u00a0November"}, // the clock was wrong
	} {
		if got := ui.Ago(tt.then, now); got != tt.want {
			t.Errorf("%v: %q, want %q", tt.then, got, tt.want)
		}
	}
}
