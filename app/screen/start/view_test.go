package start_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"lernkoffer/app"
	"lernkoffer/app/screen/start"
	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/app/uitest"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
	"lernkoffer/materials/materialstest"
)

// shelf stands in for the library and remembers where it was led to.
type shelf struct {
	content fyne.CanvasObject
	params  string
}

func (s *shelf) Content() fyne.CanvasObject { return s.content }
func (s *shelf) Show(params string)         { s.params = params }
func (s *shelf) Params() string             { return s.params }
func (s *shelf) Close()                     {}

func open(t *testing.T, s *app.Services, width, height float32) (*uitest.Window, *shelf) {
	t.Helper()
	there := &shelf{content: container.NewStack()}
	w := uitest.New(t, files, width, height)
	entry := ui.Entry{Name: ui.LibraryScreen, Label: "browse.name", Glyph: theme.GlyphBooks, New: func(*ui.Context) ui.Screen { return there }}
	return w.Open(s, start.Entry, entry), there
}

// used returns services of someone who has worked with the program.
func used(t *testing.T) *app.Services {
	t.Helper()
	s := uitest.Services(t, files, library()...)
	clock := uitest.NewClock()
	s.Own.(*materialstest.Memory).Now = clock.Now
	for _, id := range []materials.ID{"lernkoffer/zahlen", "lernkoffer/arzt", "lernkoffer/klassenzimmer"} {
		ok(t, s.Own.Visited(id))
		clock.Advance(time.Second)
	}
	_, err := s.Own.PutNote(materials.Note{Material: "lernkoffer/arzt", Text: "Lief gut in der 5b."})
	ok(t, err)
	ok(t, s.Own.SetFavourite("lernkoffer/arzt", true))
	return s
}

// Ensure that every link leads to what it says.
func TestLinks(t *testing.T) {
	for label, want := range map[string]app.Place{
		"Beratung":               {Filter: materials.Filter{materials.FacetField: {"counselling"}}},
		"Elternbriefe":           {Filter: materials.Filter{materials.FacetKind: {"letter"}}},
		"Arbeitsblätter":         {Filter: materials.Filter{materials.FacetKind: {"worksheet"}}},
		"Kita, Schule":           {Filter: materials.Filter{materials.FacetField: {"kita", "school"}}},
		"1 gemerktes Material":   {Filter: materials.Filter{materials.FacetOwn: {"favourite"}}},
		"Alle":                   {Filter: materials.Filter{materials.FacetOwn: {"note"}}},
		"Notiz zu „Beim Arzt“":   {Material: "lernkoffer/arzt"},
		"Zahlen bis zwanzig":     {Material: "lernkoffer/zahlen"},
		"Äpfel zum Frühstück":    {Material: "lernkoffer/fruehstueck"},
		"Neueste zuerst ansehen": {Sort: app.SortNewest},
	} {
		t.Run(label, func(t *testing.T) {
			w, there := open(t, used(t), 1280, 800)
			w.Tap(label)
			if there.params != want.Params() {
				t.Errorf("leads to %q, want %q", there.params, want.Params())
			}
			w.Menu("Zurück")
			w.Want("Was brauchen Sie heute?")
		})
	}
}

// Ensure that one is led back to what was looked at, with when that was, and to
// notes and news.
func TestUsedProfile(t *testing.T) {
	w, _ := open(t, used(t), 1280, 800)
	w.Want("Was brauchen Sie heute?", "Weitermachen", "heute, 7:40\u00a0Uhr", "Meine Notizen", "Lief gut in der 5b.",
		"Neu in der Bibliothek", "1.\u00a0November: 2 neue Materialien", "Arbeitsblatt · A1")
	w.WantNot("Schön, dass Sie da sind")
}

// Ensure that who begins finds no empty boxes but what is new, and one friendly
// line.
func TestEmptyProfile(t *testing.T) {
	w, _ := open(t, uitest.Services(t, files), 1280, 800)
	w.Want("Schön, dass Sie da sind.", "Neu in der Bibliothek", "Äpfel zum Frühstück", "Dazu hat Ihre Bibliothek noch nichts.")
	w.WantNot("Weitermachen", "Meine Notizen", "gemerkte")
	if !w.Surface("Beratung").Disabled() {
		t.Error("a tile leads nowhere")
	}
}

// Ensure that without an own store one is told why, and the rest is there.
func TestWithoutOwnStore(t *testing.T) {
	s := uitest.Services(t, files)
	s.Own, s.OwnErr = nil, materials.Errorf(materials.CodeBusy, "Ihre Notizen sind in einem anderen Fenster offen.")
	w, there := open(t, s, 900, 520)
	w.Want("Notizen und Merken gehen gerade nicht", "Ihre Notizen sind in einem anderen Fenster offen.", "Neu in der Bibliothek")
	w.Tap("Beschulung")
	if there.params == "" {
		t.Error("the tile leads nowhere")
	}
}

// Ensure that words typed here are searched for in the library.
func TestSearch(t *testing.T) {
	w, there := open(t, uitest.Services(t, files), 1280, 800)
	w.Type("Suchen", "a")
	if there.params != "q=a" {
		t.Errorf("the library shows %q", there.params)
	}
	w.Menu("Zurück")
	if text := w.Field("Suchen").Text; text != "" {
		t.Errorf("back at Start the field has %q", text)
	}
}

// Ensure that the screen shows what happened meanwhile, and that the keyboard
// stays where it is where nothing has.
func TestRefresh(t *testing.T) {
	s := uitest.Services(t, files)
	w, _ := open(t, s, 1280, 800)
	canvas := w.Context.Window.Canvas()
	canvas.Focus(w.Surface("Beschulung"))
	focused := canvas.Focused()
	w.Shortcut(fyne.Key2)
	w.Shortcut(fyne.Key1)
	if w.Surface("Beschulung") != focused {
		t.Error("everything was built anew")
	}
	w.Context.Seen("lernkoffer/arzt")
	w.Settle()
	w.Shortcut(fyne.Key2)
	w.Shortcut(fyne.Key1)
	w.Want("Weitermachen", "Beim Arzt")
}

// Ensure that all can be reached by the keyboard in the order in which it is read,
// and is in sight then.
func TestKeyboard(t *testing.T) {
	w, there := open(t, used(t), 900, 520)
	w.Shortcut(fyne.KeyK)
	w.Key(fyne.KeyDown)
	canvas := w.Context.Window.Canvas()
	var order []string
	for range 40 {
		surface, ok := canvas.Focused().(*widgets.Surface)
		if !ok {
			break
		}
		order = append(order, surface.Label)
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(surface)
		if at.Y < 40 || at.Y+surface.Size().Height > 520 && surface.Size().Height < 300 {
			t.Errorf("„%s“ is out of sight at %v", surface.Label, at)
		}
		canvas.FocusNext()
	}
	at := -1
	for _, want := range []string{"Beratung", "Elternbriefe", "Beschulung", "Begleitung", "1 gemerktes Material", "Beim Arzt", "Äpfel zum Frühstück", "Alle", "Notiz zu „Beim Arzt“"} {
		i := slices.Index(order, want)
		if i <= at {
			t.Errorf("„%s“ is at %d after %d in %q", want, i, at, order)
		}
		at = i
	}
	canvas.Focus(w.Surface("Beim Arzt"))
	w.Key(fyne.KeyReturn)
	if there.params != (app.Place{Material: "lernkoffer/arzt"}).Params() {
		t.Errorf("Enter leads to %q", there.params)
	}
}

// Ensure that a window that was small and is large again looks as before.
func TestResize(t *testing.T) {
	w, _ := open(t, used(t), 1280, 800)
	before := w.Texts()
	for _, size := range []fyne.Size{{Width: 900, Height: 520}, {Width: 1920, Height: 1080}, {Width: 1280, Height: 800}} {
		w.Context.Window.Resize(size)
		w.Settle()
		w.Want("Beratung", "Weitermachen", "Meine Notizen")
	}
	if after := w.Texts(); !slices.Equal(before, after) {
		t.Errorf("before: %q\nafter: %q", before, after)
	}
}

// Ensure that the screen looks as it was looked at last.
func TestGolden(t *testing.T) {
	for name, variant := range map[string]fyne.ThemeVariant{"light": fynetheme.VariantLight, "dark": fynetheme.VariantDark} {
		t.Run(name, func(t *testing.T) {
			w := uitest.New(t, files, 1192, 716)
			uitest.Look(t, files, variant)
			w.Context.Services = used(t)
			content := start.New(w.Context).Content()
			shown := test.NewTempWindow(t, content)
			shown.SetPadded(false)
			shown.Resize(fyne.NewSize(1192, 716))
			w.Settle()
			uitest.Golden(t, "start-"+name+".xml", test.RenderToMarkup(shown.Canvas()))
		})
	}
}
