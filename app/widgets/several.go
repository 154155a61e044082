package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"lernkoffer/app/theme"
)

// Several is a choice of some values out of many: each chosen one is a chip with
// its remover, a menu adds another.
type Several struct {
	widget.BaseWidget
	OnChanged func(chosen []int)
	values    []string
	chosen    []int
	most      int
	removing  func(value string) string
	add       *Surface
	row       *fyne.Container
}

// NewSeveral returns a choice of at most so many values. removing names the button
// that takes a value out.
func NewSeveral(add string, values []string, most int, removing func(value string) string, changed func(chosen []int)) *Several {
	s := &Several{OnChanged: changed, values: values, most: most, removing: removing}
	face := Sized(0, 28, Pad(0, 10, 0, 8, Row(4, NewIcon(theme.GlyphPlus, 16, theme.Ink), NewText(add, theme.TextPane, theme.Ink))))
	s.add = NewSurface(add, NewBox(theme.Paper, theme.Edge, 14, 1), face, s.open)
	s.row = container.New(layout.NewRowWrapLayoutWithCustomPadding(8, 8))
	s.ExtendBaseWidget(s)
	s.show()
	return s
}

// Chosen returns the numbers of the chosen values in the order of their choice.
func (s *Several) Chosen() []int { return slices.Clone(s.chosen) }

// Set chooses values without telling OnChanged.
func (s *Several) Set(chosen []int) {
	s.chosen = slices.Clone(chosen[:min(len(chosen), s.most)])
	s.show()
}

func (s *Several) show() {
	s.row.Objects = nil
	for _, i := range s.chosen {
		s.row.Add(NewChip(s.values[i], s.removing(s.values[i]), func() { s.toggle(i) }))
	}
	if len(s.chosen) < s.most && len(s.chosen) < len(s.values) {
		s.row.Add(s.add)
	}
	s.row.Refresh()
}

func (s *Several) toggle(i int) {
	if at := slices.Index(s.chosen, i); at >= 0 {
		s.chosen = slices.Delete(s.chosen, at, at+1)
	} else {
		s.chosen = append(s.chosen, i)
	}
	s.show()
	s.OnChanged(s.Chosen())
}

func (s *Several) open() {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(s.add)
	if c == nil {
		return
	}
	menu := fyne.NewMenu("")
	for i, v := range s.values {
		if !slices.Contains(s.chosen, i) {
			menu.Items = append(menu.Items, fyne.NewMenuItem(v, func() { s.toggle(i) }))
		}
	}
	widget.ShowPopUpMenuAtPosition(menu, c, driver.AbsolutePositionForObject(s.add).AddXY(0, s.add.Size().Height+2))
}

// CreateRenderer implements fyne.Widget.
func (s *Several) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.row) }
