package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/app/theme"
	"lernkoffer/app/widgets"
)

// shell is the frame: bar, rail, status, and the screen in the middle.
type shell struct {
	context *Context
	entries []Entry
	screens map[string]Screen
	items   map[string]*widgets.RailItem
	current Screen
	name    string
	history history
	showing bool // a route: what a screen tells of its way meanwhile is no step

	search     *widgets.SearchField
	name2      *widgets.Text
	body       *fyne.Container
	savedIcon  *widgets.Icon
	savedText  *widgets.Text
	counts     *widgets.Text
	stand      *widgets.Text
	logo, tile fyne.CanvasObject
	rail       *fyne.Container
	status     fyne.CanvasObject
}

// Open shows the frame with the first of the screens in it.
func (c *Context) Open(entries []Entry) {
	s := &shell{context: c, entries: entries, screens: make(map[string]Screen), items: make(map[string]*widgets.RailItem)}
	c.shell = s
	c.pushKeys(s.typedKey)
	c.Window.Canvas().SetOnTypedRune(s.typedRune)
	c.bindKeys()
	s.build()
	c.stage.SetScreen(&fyne.Container{Layout: s, Objects: []fyne.CanvasObject{
		widgets.NewRect(theme.Chrome, 0), s.tile, s.logo, s.name2, s.search, s.rail, s.body, s.status,
	}})
	s.countLibrary()
	if len(entries) > 0 {
		s.visit(Route{Screen: entries[0].Name})
	}
}

// openScreens returns the screens that were shown.
func (c *Context) openScreens() []Screen {
	if c.shell == nil {
		return nil
	}
	var open []Screen
	for _, e := range c.shell.entries {
		if screen, ok := c.shell.screens[e.Name]; ok {
			open = append(open, screen)
		}
	}
	return open
}

func (s *shell) build() {
	s.logo = widgets.Sized(28, 28, container.NewStack(
		widgets.NewRect(theme.Accent, theme.RadiusBox), widgets.PadAll(4, widgets.NewIcon(theme.GlyphCase, 20, theme.OnAccent))))
	s.name2 = widgets.NewBold("Lernkoffer", theme.TextSection, theme.Ink)
	s.search = widgets.NewSearchField(lang.L("search.placeholder"), lang.L("search.key"), lang.L("search.clear"), func(text string) {
		if screen, ok := s.current.(Searchable); ok {
			screen.Search(text)
		}
	})
	s.search.Field.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name != fyne.KeyDown && e.Name != fyne.KeyReturn && e.Name != fyne.KeyEnter {
			return false
		}
		if screen, ok := s.current.(interface{ FocusResults() }); ok {
			screen.FocusResults()
		}
		return true
	}
	s.rail = widgets.Column(2)
	for i, e := range inRail(s.entries) {
		item := widgets.NewRailItem(e.Glyph, lang.L(e.Label), placeKey(i), func() { s.leadTo(e.Name) })
		s.items[e.Name] = item
		s.rail.Add(widgets.Sized(76, 58, item))
	}
	ground := widgets.NewRect(theme.Ground, 0)
	ground.TopLeft = theme.RadiusPage
	ground.Refresh()
	s.tile = ground
	s.body = container.NewStack()
	s.counts = widgets.NewText("", theme.TextSecond, theme.Ink2)
	s.stand = widgets.NewText("", theme.TextSecond, theme.Ink2)
	s.savedIcon = widgets.NewIcon(theme.GlyphCheck, 14, theme.Green)
	s.savedText = widgets.NewText("", theme.TextSecond, theme.Ink2)
	s.status = widgets.Pad(0, 16, 0, 20, widgets.Row(16, s.counts, s.stand, widgets.Spacer(), widgets.Row(6, s.savedIcon, s.savedText)))
	s.setSaved(AllSaved)
}

func (s *shell) countLibrary() {
	status := s.context.Services.Library.Status()
	s.counts.SetText(Count("status.materials", status.Materials))
	if day := ISODate(status.Date); day != "" {
		s.stand.SetText(lang.L("status.stand", map[string]any{"Day": day}))
	}
}

func (s *shell) setSaved(state SaveState) {
	if state == AllSaved && s.context.Services.Own == nil {
		state = NotSaved
	}
	switch state {
	case AllSaved:
		s.savedIcon.Set(theme.GlyphCheck, theme.Green)
		s.savedText.SetText(lang.L("saved.all"))
	case Saving:
		s.savedIcon.Set(theme.GlyphEdit, theme.Ink2)
		s.savedText.SetText(lang.L("saved.saving"))
	case NotSaved:
		s.savedIcon.Set(theme.GlyphFault, theme.Red)
		s.savedText.SetText(lang.L("saved.not"))
	}
	s.savedText.SetLook(theme.Ink2, state == NotSaved)
	if size := s.status.Size(); size.Width > 0 {
		s.status.Resize(size.AddWidthHeight(1, 0))
		s.status.Resize(size)
	}
}

// visit shows a route and keeps it in the history.
func (s *shell) visit(r Route) {
	s.show(r)
	s.visited(false)
}

// leadTo shows a screen as it was left; where one is there already, all of it.
func (s *shell) leadTo(name string) {
	r := Route{Screen: name}
	if screen, ok := s.screens[name]; ok && name != s.name {
		r.Params = screen.Params()
	}
	s.visit(r)
}

func (s *shell) visited(replace bool) {
	if s.current != nil && !s.showing {
		s.history.visit(Route{s.name, s.current.Params()}, replace)
	}
}

// step goes back or ahead; false if there is nothing.
func (s *shell) step(by int) bool {
	r, ok := s.history.step(by)
	if !ok {
		return false
	}
	before := s.current
	s.show(r)
	if returned, ok := s.current.(Returnable); ok && s.current != before {
		returned.Returned()
	}
	return true
}

// inRail returns the entries that the rail has.
func inRail(entries []Entry) []Entry {
	return slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool { return e.Within != "" })
}

// home returns the name of the screen that the rail says one is at.
func (s *shell) home(name string) string {
	for _, e := range s.entries {
		if e.Name == name && e.Within != "" {
			return e.Within
		}
	}
	return name
}

func (s *shell) show(r Route) {
	screen, ok := s.screens[r.Screen]
	if !ok {
		for _, e := range s.entries {
			if e.Name == r.Screen {
				screen = e.New(s.context)
			}
		}
		if screen == nil {
			return
		}
		s.screens[r.Screen] = screen
	}
	moved := s.current != screen
	s.current, s.name = screen, r.Screen
	for name, item := range s.items {
		item.SetHere(name == s.home(r.Screen))
	}
	if len(s.body.Objects) != 1 || s.body.Objects[0] != screen.Content() {
		s.body.Objects = []fyne.CanvasObject{screen.Content()}
		s.body.Refresh()
	}
	s.showing = true
	screen.Show(r.Params)
	s.showing = false
	if refreshable, ok := screen.(Refreshable); ok && moved {
		refreshable.Refresh() // another screen may have changed the teacher's own things
	}
	if searchable, ok := screen.(Searchable); ok {
		s.search.SetText(searchable.SearchText())
	}
}

func (s *shell) typedRune(r rune) {
	if screen, ok := s.current.(Keyed); ok && s.context.modal == 0 {
		screen.Rune(r)
	}
}

func (s *shell) typedKey(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyEscape {
		screen, ok := s.current.(Keyed)
		return ok && screen.Key(e.Name)
	}
	if screen, ok := s.current.(Escapable); ok && screen.Escape() {
		return true
	}
	if s.search.Field.Text != "" {
		s.search.Field.SetText("")
		return true
	}
	return false
}

// The least size of the window's content, and the width from which it is large.
const (
	leastWidth  float32 = 880
	leastHeight float32 = 480
	largeWidth  float32 = 1000
)

// MinSize implements fyne.Layout: the frame fits itself to less than its parts
// would like.
func (s *shell) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(leastWidth, leastHeight) }

// Layout implements fyne.Layout.
func (s *shell) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	top, rail, searchWidth, searchAt := float32(56), float32(88), float32(480), float32(192)
	if room.Width < largeWidth {
		top, rail, searchWidth, searchAt = 48, 80, 360, 88
		s.name2.Hide()
	} else {
		s.name2.Show()
	}
	const status = 28
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos(x, y))
	}
	body := room.Height - top - status
	place(objects[0], 0, 0, room.Width, room.Height)
	place(s.tile, rail, top, room.Width-rail, body)
	place(s.logo, (rail-28)/2-10, (top-28)/2, 28, 28)
	if room.Width < largeWidth {
		place(s.logo, (rail-28)/2, (top-28)/2, 28, 28)
	}
	name := s.name2.MinSize()
	place(s.name2, 58, (top-name.Height)/2, name.Width, name.Height)
	place(s.search, searchAt, (top-theme.Control)/2, searchWidth, theme.Control)
	place(s.rail, 6, top+4, rail-12, s.rail.MinSize().Height)
	place(s.body, rail, top, room.Width-rail, body)
	place(s.status, 0, room.Height-status, room.Width, status)
}
