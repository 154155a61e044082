package start

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lernkoffer/app"
	"lernkoffer/app/pages"
	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
)

// Entry is the screen in the rail.
var Entry = ui.Entry{Name: ui.StartScreen, Label: "start.name", Glyph: theme.GlyphHome, New: New}

// Screen is the first screen of the window.
type Screen struct {
	context *ui.Context
	model   *Model
	thumbs  *pages.Thumbnails
	form    form
	sheets  []thumbnail       // the pages in sight
	first   *widgets.Surface  // where the keyboard begins
	scroll  *container.Scroll // over all of it
	root    *fyne.Container
}

// thumbnail is a page that waits for its image.
type thumbnail struct {
	meta  *materials.Meta
	sheet *widgets.Sheet
	width float32
}

var (
	_ ui.Screen      = (*Screen)(nil)
	_ ui.Searchable  = (*Screen)(nil)
	_ ui.Refreshable = (*Screen)(nil)
)

// New returns the screen.
func New(c *ui.Context) ui.Screen {
	s := &Screen{context: c, model: NewModel(c.Services)}
	s.thumbs = pages.NewThumbnails(c, s.fill)
	s.scroll = container.NewVScroll(container.NewWithoutLayout())
	s.root = &fyne.Container{Layout: s, Objects: []fyne.CanvasObject{s.scroll}}
	return s
}

// Content implements ui.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Params implements ui.Screen: there is one place here.
func (s *Screen) Params() string { return "" }

// Show implements ui.Screen.
func (s *Screen) Show(string) { s.Refresh() }

// Close implements ui.Screen.
func (s *Screen) Close() {}

// Refresh implements ui.Refreshable. Where nothing has changed, everything stays
// as it is, and the keyboard where it is.
func (s *Screen) Refresh() {
	before := *s.model.Content()
	s.model.Load()
	if s.form.inner > 0 && !reflect.DeepEqual(before, *s.model.Content()) {
		s.build()
	}
}

// Search implements ui.Searchable: the library answers.
func (s *Screen) Search(text string) {
	if text != "" {
		s.lead(app.Place{Text: text})
	}
}

// SearchText implements ui.Searchable.
func (s *Screen) SearchText() string { return "" }

// FocusResults brings the keyboard from the search field to the first tile.
func (s *Screen) FocusResults() {
	if s.first != nil {
		s.context.Window.Canvas().Focus(s.first)
	}
}

// lead leads to a place in the library.
func (s *Screen) lead(p app.Place) {
	s.context.Go(ui.Route{Screen: ui.LibraryScreen, Params: p.Params()})
}

// page is the page of a material as paper, which gets its image when it is made.
func (s *Screen) page(m *materials.Meta, width float32) *widgets.Sheet {
	sheet := widgets.NewSheet(width)
	s.sheets = append(s.sheets, thumbnail{m, sheet, width})
	return sheet
}

// fill shows the images that are there.
func (s *Screen) fill() {
	for _, t := range s.sheets {
		t.sheet.SetImage(s.thumbs.Get(t.meta, t.width))
	}
}

// press returns a surface that scrolls into sight with the keyboard.
func (s *Screen) press(label string, back *widgets.Rect, face fyne.CanvasObject, tapped func()) *widgets.Surface {
	surface := widgets.NewSurface(label, back, face, tapped)
	surface.OnFocus = func() { widgets.Reveal(s.scroll, surface) }
	return surface
}
