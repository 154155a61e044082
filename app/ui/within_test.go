package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"lernkoffer/app/ui"
	"lernkoffer/app/uitest"
)

// keyed is a page with keys of its own, that is told when one comes back.
type keyed struct {
	page
	keys      []fyne.KeyName
	runes     string
	returned  int
	refreshed int
}

func (k *keyed) Key(name fyne.KeyName) bool { k.keys = append(k.keys, name); return true }
func (k *keyed) Rune(r rune) bool           { k.runes += string(r); return true }
func (k *keyed) Returned()                  { k.returned++ }
func (k *keyed) Refresh()                   { k.refreshed++ }

// Ensure that a screen within another is not in the rail, which says that one is at
// the other, and not among the keys that lead to screens.
func TestWithin(t *testing.T) {
	a, b := &page{}, &page{}
	inner := entry("b", b)
	inner.Within, inner.Label = "a", "reader.name"
	w := uitest.New(t, files, 1280, 800).Open(uitest.Services(t, files), entry("a", a), inner)
	w.Context.Go(ui.Route{Screen: "b", Params: "x"})
	if b.params != "x" {
		t.Fatal("the inner screen is not shown")
	}
	if w.Surface("Material") != nil {
		t.Error("the inner screen is in the rail")
	}
	w.Shortcut(fyne.Key2)
	w.Shortcut(fyne.KeyP)
	if b.prints != 1 {
		t.Error("Strg+2 leads away")
	}
	if !w.Context.Back() || w.Context.Back() {
		t.Error("the way back is not one step")
	}
}

// Ensure that a screen has the keys that nobody with the focus wants, but not while
// a dialog is open.
func TestKeysOfScreens(t *testing.T) {
	k := &keyed{}
	e := entry("a", &k.page)
	e.New = func(*ui.Context) ui.Screen { return k }
	w := uitest.New(t, files, 1280, 800).Open(uitest.Services(t, files), e)
	w.Key(fyne.KeyEnd)
	w.Rune('+')
	w.Context.Window.Canvas().Focus(w.Surface("Bibliothek"))
	w.Key(fyne.KeyHome)
	w.Rune('-')
	if len(k.keys) != 2 || k.keys[0] != fyne.KeyEnd || k.keys[1] != fyne.KeyHome || k.runes != "+-" {
		t.Errorf("keys %q, signs %q", k.keys, k.runes)
	}
	w.Context.Ask(&ui.Dialog{Title: "Frage", Confirm: "Ja"})
	w.Rune('x')
	w.Key(fyne.KeyEnd)
	if len(k.keys) != 2 || k.runes != "+-" {
		t.Errorf("behind a dialog: keys %q, signs %q", k.keys, k.runes)
	}
}

// Ensure that a screen is told when one comes back to it from another, and looks
// again at what may have changed.
func TestReturned(t *testing.T) {
	k, b := &keyed{}, &page{}
	e := entry("a", &k.page)
	e.New = func(*ui.Context) ui.Screen { return k }
	w := uitest.New(t, files, 1280, 800).Open(uitest.Services(t, files), e, entry("b", b))
	k.params = "one"
	w.Context.Visited(false)
	w.Context.Back() // within the screen
	if k.returned != 0 {
		t.Error("one comes back without having left")
	}
	before := k.refreshed
	w.Context.Go(ui.Route{Screen: "b"})
	w.Context.Back()
	if k.returned != 1 || k.refreshed != before+1 {
		t.Errorf("told %d times, refreshed %d times", k.returned, k.refreshed-before)
	}
}

// Ensure that a dialog's second button does its own thing, and that neither does
// anything while there is nothing to confirm.
func TestDialogWithTwoVerbs(t *testing.T) {
	w, _, _ := openPages(t)
	var done []string
	ask := func() *ui.Dialog {
		d := &ui.Dialog{
			Title: "Frage", Confirm: "Sichern", OnConfirm: func() bool { done = append(done, "save"); return true },
			Other: "Ausgeben", OnOther: func() bool { done = append(done, "print"); return true },
		}
		w.Context.Ask(d)
		return d
	}
	d := ask()
	d.SetDisabled(true)
	w.Tap("Sichern")
	w.Tap("Ausgeben")
	w.Key(fyne.KeyReturn)
	if len(done) != 0 || !d.Disabled() {
		t.Errorf("done while there is nothing to confirm: %q", done)
	}
	d.SetDisabled(false)
	w.Tap("Ausgeben")
	w.WantNot("Frage")
	ask()
	w.Key(fyne.KeyReturn)
	if len(done) != 2 || done[0] != "print" || done[1] != "save" {
		t.Errorf("done: %q", done)
	}
}
