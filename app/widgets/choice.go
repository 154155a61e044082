package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lernkoffer/app/theme"
)

// Segmented is a choice of two or three values side by side; the chosen one is
// filled and bold. A value with an icon shows that alone.
type Segmented struct {
	widget.BaseWidget
	OnChanged func(i int)
	cells     []*Surface
	texts     []*Text
	icons     []*Icon
	glyphs    []theme.Glyph
	chosen    int
	face      fyne.CanvasObject
}

// Segment is one value.
type Segment struct {
	Label string
	Glyph theme.Glyph // shown in place of the label
	Key   string      // names the key that chooses it, for the tooltip
}

// NewSegmented returns a choice with the first value chosen.
func NewSegmented(segments []Segment, changed func(i int)) *Segmented {
	s := &Segmented{OnChanged: changed}
	row := RowAligned(AlignStretch, 0)
	for i, seg := range segments {
		var face fyne.CanvasObject
		text, icon := NewText(seg.Label, theme.TextPane, theme.Ink), (*Icon)(nil)
		if seg.Glyph != "" {
			icon = NewIcon(seg.Glyph, 18, theme.Ink2)
			face = Sized(32, 28, container.NewCenter(icon))
		} else {
			face = Sized(0, 28, container.NewCenter(Pad(0, 12, 0, 12, text)))
		}
		cell := NewSurface(seg.Label, NewRect(theme.None, 7), face, func() { s.choose(i) })
		cell.Tip, cell.Key = icon != nil || seg.Key != "", seg.Key
		s.cells, s.texts, s.icons, s.glyphs = append(s.cells, cell), append(s.texts, text), append(s.icons, icon), append(s.glyphs, seg.Glyph)
		row.Add(cell)
	}
	s.face = container.NewStack(NewBox(theme.Paper, theme.Edge, theme.RadiusBox, 1), PadAll(2, row))
	s.ExtendBaseWidget(s)
	s.Set(0)
	return s
}

// Chosen returns the number of the chosen value.
func (s *Segmented) Chosen() int { return s.chosen }

// Set chooses a value without telling OnChanged.
func (s *Segmented) Set(chosen int) {
	s.chosen = chosen
	for i, cell := range s.cells {
		fill, ink := theme.None, theme.Ink
		if i == chosen {
			fill, ink = theme.Accent, theme.OnAccent
			if s.icons[i] != nil {
				fill, ink = theme.Soft, theme.OnSoft
			}
		}
		cell.Back().Set(fill, theme.None, 0)
		s.texts[i].SetLook(ink, i == chosen)
		if s.icons[i] != nil {
			s.icons[i].Set(s.glyphs[i], ink)
		}
	}
}

func (s *Segmented) choose(i int) {
	if i == s.chosen {
		return
	}
	s.Set(i)
	if s.OnChanged != nil {
		s.OnChanged(i)
	}
}

// CreateRenderer implements fyne.Widget.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.face) }

// Dropdown shows the chosen of several values and opens a menu of all.
type Dropdown struct {
	widget.BaseWidget
	OnChanged func(i int)
	values    []string
	chosen    int
	text      *Text
	surface   *Surface
}

// NewDropdown returns a dropdown with the first value chosen.
func NewDropdown(label string, values []string, changed func(i int)) *Dropdown {
	d := &Dropdown{OnChanged: changed, values: values, text: NewText(values[0], theme.TextPane, theme.Ink)}
	face := Sized(0, theme.ControlBar, Pad(0, 8, 0, 10, Row(4, Grow(d.text), NewIcon(theme.GlyphDown, 16, theme.Ink2))))
	d.surface = NewSurface(label, NewBox(theme.Paper, theme.Edge, theme.RadiusBox, 1), face, d.open)
	d.surface.Tip = true
	d.ExtendBaseWidget(d)
	return d
}

// Chosen returns the number of the chosen value.
func (d *Dropdown) Chosen() int { return d.chosen }

// Surface returns what is pressed to open the menu.
func (d *Dropdown) Surface() *Surface { return d.surface }

// Set chooses a value without telling OnChanged.
func (d *Dropdown) Set(i int) {
	d.chosen = i
	d.text.SetText(d.values[i])
}

func (d *Dropdown) open() {
	c := fyne.CurrentApp().Driver().CanvasForObject(d)
	if c == nil {
		return
	}
	menu := fyne.NewMenu("")
	for i, v := range d.values {
		item := fyne.NewMenuItem(v, func() {
			d.Set(i)
			if d.OnChanged != nil {
				d.OnChanged(i)
			}
		})
		item.Checked = i == d.chosen
		menu.Items = append(menu.Items, item)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(d)
	widget.ShowPopUpMenuAtPosition(menu, c, at.AddXY(0, d.Size().Height+2))
}

// CreateRenderer implements fyne.Widget.
func (d *Dropdown) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(d.surface) }
