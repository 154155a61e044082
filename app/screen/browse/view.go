package browse

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/app/export"
	"lernkoffer/app/pages"
	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
)

// Name is the name of the screen in routes.
const Name = ui.LibraryScreen

// Entry is the screen in the rail.
var Entry = ui.Entry{Name: Name, Label: "browse.name", Glyph: theme.GlyphBooks, New: New}

// Screen is the library on the screen.
type Screen struct {
	context    *ui.Context
	model      *Model
	thumbs     *pages.Thumbnails
	facets     *facetPane
	results    *resultPane
	detail     *detailPane
	drawer     fyne.CanvasObject // ground of the facets where they lie over the list
	facetsOpen bool
	stopSeen   func() // counting the time that the chosen material is looked at
	root       *fyne.Container
}

var (
	_ ui.Screen     = (*Screen)(nil)
	_ ui.Searchable = (*Screen)(nil)
	_ ui.Printable  = (*Screen)(nil)
	_ ui.Resettable = (*Screen)(nil)
	_ ui.Escapable  = (*Screen)(nil)

	_ ui.Refreshable = (*Screen)(nil)
	_ ui.Returnable  = (*Screen)(nil)
)

// New returns the screen, with all materials in it.
func New(c *ui.Context) ui.Screen {
	model, err := NewModel(c.Services)
	if err != nil {
		return newFaultScreen(err)
	}
	s := &Screen{context: c, model: model, stopSeen: func() {}}
	s.thumbs = pages.NewThumbnails(c, func() { s.results.current().UpdateCells() })
	s.facets = newFacetPane(model.Groups(), s.toggle, s.Reset, s.toggleFacets)
	s.results = newResultPane(s)
	s.detail = newDetailPane(s)
	s.drawer = container.NewStack(widgets.NewBox(theme.Paper, theme.Line, 0, 1))
	s.root = &fyne.Container{Layout: s, Objects: s.panes()}
	s.render(false)
	return s
}

// Content implements ui.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Params implements ui.Screen.
func (s *Screen) Params() string { return s.model.Params() }

// Show implements ui.Screen.
func (s *Screen) Show(params string) {
	defer s.countSeen()
	if params == s.model.Params() {
		return
	}
	s.detail.leave()
	s.change(s.model.Show(params))
	s.detail.show()
}

// Close implements ui.Screen.
func (s *Screen) Close() { s.detail.leave() }

// Search implements ui.Searchable.
func (s *Screen) Search(text string) { s.change(s.model.SetQuery(text)) }

// SearchText implements ui.Searchable.
func (s *Screen) SearchText() string { return s.model.Query() }

// Print implements ui.Printable.
func (s *Screen) Print() {
	row := s.model.Selected()
	switch {
	case row == nil:
		s.context.Complain(lang.L("export.nothing"))
	case !s.detail.pdf.Disabled():
		export.Ask(s.context, row.Meta.ID)
	}
}

// read leads to the chosen material's pages.
func (s *Screen) read() {
	if row := s.model.Selected(); row != nil {
		s.detail.leave()
		s.context.Read(row.Meta.ID)
	}
}

// Returned implements ui.Returnable: the keyboard is where it was.
func (s *Screen) Returned() {
	if s.model.Selected() != nil {
		s.FocusResults()
	}
}

// Reset implements ui.Resettable.
func (s *Screen) Reset() { s.change(s.model.Clear()) }

// Refresh implements ui.Refreshable.
func (s *Screen) Refresh() {
	s.marksChanged()
	if row := s.model.Selected(); row != nil && s.detail.star != nil {
		s.detail.showStar(row.Favourite)
	}
	if s.detail.notes != nil && !s.detail.notes.Writing() {
		s.detail.notes.Show()
	}
}

// FocusResults brings the keyboard from the search field into the results.
func (s *Screen) FocusResults() {
	s.context.Window.Canvas().Focus(s.results.current())
}

// Escape implements ui.Escapable.
func (s *Screen) Escape() bool {
	switch {
	case s.facetsOpen:
		s.toggleFacets()
	case s.detail.over && s.model.Selected() != nil:
		s.unselect()
	default:
		return false
	}
	return true
}

// change shows what a change of the model led to.
func (s *Screen) change(err error) {
	if err != nil {
		s.context.Complain(materials.ErrorMessage(err))
		return
	}
	s.render(true)
	s.context.Visited(true)
}

func (s *Screen) render(toTop bool) {
	s.facets.set(s.model.Groups())
	s.results.set(toTop)
}

func (s *Screen) toggle(facet materials.Facet, key string) { s.change(s.model.Toggle(facet, key)) }

func (s *Screen) clearWords() {
	s.change(s.model.SetQuery(""))
	s.context.Go(ui.Route{Screen: Name, Params: s.model.Params()})
}

func (s *Screen) toggleFacets() {
	s.facetsOpen = !s.facetsOpen
	s.root.Refresh()
}

// choose shows a material of the results.
func (s *Screen) choose(i int, byKey bool) {
	rows := s.model.Rows()
	if i < 0 || i >= len(rows) || rows[i].Meta.ID == s.model.selected {
		return
	}
	id := rows[i].Meta.ID // before a note is saved, which may change the rows
	s.detail.leave()
	s.model.Select(id)
	s.results.mark()
	s.detail.show()
	s.countSeen()
	s.context.Visited(byKey)
	s.root.Refresh()
}

// seenAfter is how long a material is looked at before it counts: one goes past
// many with the arrow keys.
const seenAfter = 2 * time.Second

// countSeen begins to count how long the chosen material is looked at.
func (s *Screen) countSeen() {
	s.stopSeen()
	if row := s.model.Selected(); row != nil {
		id := row.Meta.ID
		s.stopSeen = s.context.After(seenAfter, func() { s.context.Seen(id) })
	}
}

func (s *Screen) unselect() {
	s.stopSeen()
	s.detail.leave()
	s.model.Select("")
	s.results.mark()
	s.detail.show()
	s.root.Refresh()
}

// marksChanged shows own marks that have changed.
func (s *Screen) marksChanged() {
	s.context.Services.Searcher.Refresh()
	if err := s.model.Reload(); err != nil {
		s.context.Complain(materials.ErrorMessage(err))
		return
	}
	s.render(false)
}
