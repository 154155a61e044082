package reader

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/app"
	"lernkoffer/app/export"
	"lernkoffer/app/notes"
	"lernkoffer/app/pages"
	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
)

// Entry is the screen, which one reaches from the library.
var Entry = ui.Entry{
	Name: ui.ReaderScreen, Label: "reader.name", Glyph: theme.GlyphRead, New: New, Within: ui.LibraryScreen,
}

// Screen is a material on the screen.
type Screen struct {
	context *ui.Context
	model   *Model
	id      materials.ID // asked for, also where there is no such material
	thumbs  *pages.Thumbnails
	ids     notes.IDs

	bar   *bar
	paper *paper
	strip *strip
	pane  *pane
	fault *fyne.Container
	root  *fyne.Container
}

var (
	_ ui.Screen      = (*Screen)(nil)
	_ ui.Searchable  = (*Screen)(nil)
	_ ui.Printable   = (*Screen)(nil)
	_ ui.Refreshable = (*Screen)(nil)
	_ ui.Escapable   = (*Screen)(nil)
	_ ui.Keyed       = (*Screen)(nil)
)

// New returns the screen without a material.
func New(c *ui.Context) ui.Screen {
	s := &Screen{context: c, model: NewModel(c.Services), ids: notes.IDs{}, fault: container.NewStack()}
	s.bar = newBar(s)
	s.paper = newPaper(s)
	s.strip = newStrip(s)
	s.pane = newPane(s)
	s.thumbs = pages.NewThumbnails(c, func() { s.pane.fillRelated() })
	s.root = &fyne.Container{Layout: s, Objects: []fyne.CanvasObject{
		s.bar.root, s.strip.root, s.paper.root, s.pane.root, s.fault,
	}}
	return s
}

// Content implements ui.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Params implements ui.Screen.
func (s *Screen) Params() string { return string(s.id) }

// Show implements ui.Screen.
func (s *Screen) Show(params string) {
	if _, inText := s.context.Window.Canvas().Focused().(*widgets.Field); !inText {
		s.context.Window.Canvas().Unfocus() // keys go to the pages
	}
	if id := materials.ID(params); id != s.id || s.model.ID() == "" {
		s.open(id)
	}
}

func (s *Screen) open(id materials.ID) {
	s.pane.leave()
	s.id = id
	err := s.model.Open(id)
	s.fault.Objects = nil
	if err != nil {
		const width = 420
		back := widgets.NewLink("", lang.L("reader.library"), s.leave)
		s.fault.Add(container.NewStack(widgets.NewRect(theme.Ground, 0), container.NewCenter(widgets.Sized(width, 0,
			widgets.NewCallout(widgets.MoodFault, lang.L("reader.fault"), materials.ErrorMessage(err), width, back)))))
		s.root.Refresh()
		return
	}
	s.context.Seen(id)
	s.bar.show()
	s.strip.clear()
	s.paper.open()
	s.pane.show()
	s.root.Refresh()
}

// Close implements ui.Screen.
func (s *Screen) Close() { s.pane.leave() }

// Print implements ui.Printable.
func (s *Screen) Print() {
	if s.model.ID() != "" && !s.bar.pdf.Disabled() {
		s.pane.leave() // a teacher's copy has the note that is being written
		export.Ask(s.context, s.model.ID())
	}
}

// Search implements ui.Searchable: the library answers.
func (s *Screen) Search(text string) {
	if text != "" {
		s.context.Go(ui.Route{Screen: ui.LibraryScreen, Params: app.Place{Text: text}.Params()})
	}
}

// SearchText implements ui.Searchable.
func (s *Screen) SearchText() string { return "" }

// Refresh implements ui.Refreshable.
func (s *Screen) Refresh() {
	if s.model.ID() == "" {
		return
	}
	if err := s.model.Reload(); err != nil {
		s.context.Complain(materials.ErrorMessage(err))
		return
	}
	s.bar.showStar()
	s.pane.refresh()
}

// Escape implements ui.Escapable.
func (s *Screen) Escape() bool {
	canvas := s.context.Window.Canvas()
	if _, inText := canvas.Focused().(*widgets.Field); inText {
		canvas.Unfocus() // out of the text first
		return true
	}
	if !s.pane.cancelPassage() {
		s.leave()
	}
	return true
}

// leave goes back to where one came from, or into the library.
func (s *Screen) leave() {
	s.pane.leave()
	if !s.context.Back() {
		s.context.Go(ui.Route{Screen: ui.LibraryScreen, Params: app.Place{Material: s.id}.Params()})
	}
}

// Key implements ui.Keyed.
func (s *Screen) Key(name fyne.KeyName) bool { return s.model.ID() != "" && s.paper.key(name) }

// Rune implements ui.Keyed.
func (s *Screen) Rune(r rune) bool {
	if s.model.ID() == "" {
		return false
	}
	if n := int(r - '1'); n >= 0 && n < len(tabKeys) {
		s.pane.choose(n)
		return true
	}
	if s.context.Services.Own == nil {
		return s.paper.rune(r)
	}
	switch strings.ToUpper(string(r)) {
	case keyStar:
		s.bar.toggle()
	case keyNote:
		s.pane.choose(tabOwn)
		s.pane.notes.Write(materials.Note{Material: s.model.ID()})
	case keyPassage:
		if len(s.model.Passages()) > 0 {
			s.pane.choosePassage()
		}
	default:
		return s.paper.rune(r)
	}
	return true
}

// The letters that are keys where nobody writes, as tooltips name them.
const (
	keyStar    = "M"
	keyNote    = "N"
	keyPassage = "S"
)

// change does something to the teacher's own things, and shows that it is kept.
func (s *Screen) change(do func() error) bool {
	if err := do(); err != nil {
		s.context.Complain(materials.ErrorMessage(err))
		return false
	}
	s.context.Saved(ui.AllSaved)
	s.bar.showStar()
	return true
}

// canUndo remembers how a change is taken back.
func (s *Screen) canUndo(key string, do func() error) {
	s.context.CanUndo(lang.L(key), func() error {
		if err := do(); err != nil {
			return err
		}
		s.bar.showStar()
		s.pane.refresh()
		return nil
	})
}
