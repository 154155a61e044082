package uitest

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"lernkoffer/app"
	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/app/widgets"
)

// Window is a window under test.
type Window struct {
	Context *ui.Context
	Queue   *Queue
	Clock   *Clock
	// Opened lists the files and folders that were shown by the system.
	Opened []string
	t      testing.TB
}

// Look applies the theme to a fresh application and the German texts.
func Look(t testing.TB, files Files, variant fyne.ThemeVariant) *theme.Theme {
	t.Helper()
	look, err := theme.New(files.Fonts, files.Icons)
	if err != nil {
		t.Fatal(err)
	}
	look = look.Fixed(variant)
	test.NewTempApp(t).Settings().SetTheme(look)
	if err := ui.Translate(files.Texts); err != nil {
		t.Fatal(err)
	}
	return look
}

// New returns an empty window of a size. Its desktop opens nothing and remembers
// what it was asked for.
func New(t testing.TB, files Files, width, height float32) *Window {
	t.Helper()
	Look(t, files, fynetheme.VariantLight)
	w := &Window{Queue: NewQueue(), Clock: NewClock(), t: t}
	window := test.NewWindow(nil) // closed by what it shows, or never
	w.Context = ui.NewContext(t.Context(), window, w.Queue.Post, w.Clock.After)
	w.Context.Now = w.Clock.Now
	documents := t.TempDir()
	open := func(path string) error {
		w.Opened = append(w.Opened, path)
		return nil
	}
	w.Context.Desktop = ui.Desktop{OpenFile: open, OpenFolder: open, Documents: func() string { return documents }}
	window.Resize(fyne.NewSize(width, height))
	return w
}

// Open shows the screens with services.
func (w *Window) Open(s *app.Services, screens ...ui.Entry) *Window {
	w.Context.Services = s
	w.Context.Open(screens)
	w.Settle()
	return w
}

// Settle waits until no work is under way.
func (w *Window) Settle() {
	w.t.Helper()
	w.Queue.Settle(w.t, w.Context.Idle)
}

// Pass lets time pass.
func (w *Window) Pass(d time.Duration) {
	w.Clock.Advance(d)
	w.Settle()
}

// walk visits what is in sight below o.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			walk(child, visit)
		}
	}
}

// Objects returns all that is in sight, what lies in front last.
func (w *Window) Objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	add := func(o fyne.CanvasObject) { all = append(all, o) }
	walk(w.Context.Window.Content(), add)
	for _, o := range w.Context.Window.Canvas().Overlays().List() {
		walk(o, add)
	}
	return all
}

// Texts returns all that can be read, paragraphs whole.
func (w *Window) Texts() []string {
	var texts []string
	for _, o := range w.Objects() {
		switch o := o.(type) {
		case *widgets.Paragraph:
			texts = append(texts, o.Text())
		case *canvas.Text:
			texts = append(texts, o.Text)
		}
	}
	return texts
}

// Shows reports whether a text can be read somewhere.
func (w *Window) Shows(text string) bool {
	return slices.ContainsFunc(w.Texts(), func(s string) bool { return strings.Contains(s, text) })
}

// Want fails unless each of the texts can be read.
func (w *Window) Want(texts ...string) {
	w.t.Helper()
	for _, text := range texts {
		if !w.Shows(text) {
			w.t.Errorf("„%s“ is not to be read in %q", text, w.Texts())
		}
	}
}

// WantNot fails if one of the texts can be read.
func (w *Window) WantNot(texts ...string) {
	w.t.Helper()
	for _, text := range texts {
		if w.Shows(text) {
			w.t.Errorf("„%s“ is to be read", text)
		}
	}
}

// Surface returns what can be pressed under a German name, nil if it is not in
// sight. What lies in front counts.
func (w *Window) Surface(label string) *widgets.Surface {
	var found *widgets.Surface
	for _, o := range w.Objects() {
		if s, ok := o.(*widgets.Surface); ok && s.Label == label {
			found = s
		}
	}
	return found
}

// Tap presses what has a German name.
func (w *Window) Tap(label string) {
	w.t.Helper()
	s := w.Surface(label)
	if s == nil {
		w.t.Fatalf("nothing to press is called „%s“", label)
	}
	test.Tap(s)
	w.Settle()
}

// TapCard presses the card or row with a title.
func (w *Window) TapCard(title string) {
	w.t.Helper()
	var holder desktop.Mouseable
	for _, o := range w.Objects() {
		if m, ok := o.(desktop.Mouseable); ok {
			holder = m
		}
		if c, ok := o.(*widgets.Card); ok && c.Title() == title && holder != nil {
			holder.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
			holder.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
			w.Settle()
			return
		}
	}
	w.t.Fatalf("no card has the title „%s“", title)
}

// Cards returns the titles in sight, in their order on the screen.
func (w *Window) Cards() []string {
	type placed struct {
		title string
		at    fyne.Position
	}
	var cards []placed
	for _, o := range w.Objects() {
		if c, ok := o.(*widgets.Card); ok {
			cards = append(cards, placed{c.Title(), fyne.CurrentApp().Driver().AbsolutePositionForObject(o)})
		}
	}
	slices.SortStableFunc(cards, func(a, b placed) int {
		if a.at.Y != b.at.Y {
			return int(a.at.Y - b.at.Y)
		}
		return int(a.at.X - b.at.X)
	})
	titles := make([]string, len(cards))
	for i, c := range cards {
		titles[i] = c.title
	}
	return titles
}

// CardSize returns the size of the card or row with a title; zero if it is not in
// sight.
func (w *Window) CardSize(title string) (width, height float32) {
	for _, o := range w.Objects() {
		if c, ok := o.(*widgets.Card); ok && c.Title() == title {
			return c.Size().Width, c.Size().Height
		}
	}
	return 0, 0
}

// Field returns the entry with a placeholder.
func (w *Window) Field(placeholder string) *widgets.Field {
	w.t.Helper()
	for _, o := range w.Objects() {
		if f, ok := o.(*widgets.Field); ok && strings.HasPrefix(f.PlaceHolder, placeholder) {
			return f
		}
	}
	w.t.Fatalf("no field has the placeholder „%s“", placeholder)
	return nil
}

// Type types into the field with a placeholder.
func (w *Window) Type(placeholder, text string) {
	w.t.Helper()
	test.Type(w.Field(placeholder), text)
	w.Settle()
}

// Key types a key where the keyboard is.
func (w *Window) Key(name fyne.KeyName) {
	e := &fyne.KeyEvent{Name: name}
	c := w.Context.Window.Canvas()
	if focused := c.Focused(); focused != nil {
		focused.TypedKey(e)
	} else if typed := c.OnTypedKey(); typed != nil {
		typed(e)
	}
	w.Settle()
}

// Rune types a sign where the keyboard is.
func (w *Window) Rune(r rune) {
	c := w.Context.Window.Canvas()
	if focused := c.Focused(); focused != nil {
		focused.TypedRune(r)
	} else if typed := c.OnTypedRune(); typed != nil {
		typed(r)
	}
	w.Settle()
}

// TapMenu presses an entry of the menu that is open.
func (w *Window) TapMenu(label string) {
	w.t.Helper()
	var entry, found fyne.Tappable
	for _, o := range w.Context.Window.Canvas().Overlays().List() {
		walk(o, func(o fyne.CanvasObject) {
			if tappable, ok := o.(fyne.Tappable); ok {
				entry = tappable
			}
			if text, ok := o.(*canvas.Text); ok && text.Text == label {
				found = entry
			}
		})
	}
	if found == nil {
		w.t.Fatalf("no menu has an entry „%s“", label)
	}
	found.Tapped(&fyne.PointEvent{})
	w.Settle()
}

// Shortcut types a letter with Ctrl where the keyboard is.
func (w *Window) Shortcut(name fyne.KeyName) {
	w.t.Helper()
	var shortcut fyne.Shortcut = &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierShortcutDefault}
	if name == fyne.KeyZ {
		shortcut = &fyne.ShortcutUndo{}
	}
	c := w.Context.Window.Canvas()
	if focused, ok := c.Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(shortcut)
	} else {
		c.(fyne.Shortcutable).TypedShortcut(shortcut)
	}
	w.Settle()
}

// Menu chooses an item of the main menu by the beginning of its label.
func (w *Window) Menu(label string) {
	w.t.Helper()
	for _, menu := range w.Context.Menu().Items {
		for _, item := range menu.Items {
			if strings.HasPrefix(item.Label, label) {
				item.Action()
				w.Settle()
				return
			}
		}
	}
	w.t.Fatalf("the menu has no „%s“", label)
}
