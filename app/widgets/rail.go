package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"lernkoffer/app/theme"
)

// RailItem leads to a screen. Where one is, is said by tile, bar, weight and colour.
type RailItem struct {
	widget.BaseWidget
	surface *Surface
	icon    *Icon
	name    *Text
	bar     *Rect
	glyph   theme.Glyph
	here    bool
}

// NewRailItem returns an item; key names the key that leads there.
func NewRailItem(glyph theme.Glyph, label, key string, tapped func()) *RailItem {
	r := &RailItem{
		glyph: glyph, icon: NewIcon(glyph, 22, theme.Ink2),
		name: NewText(label, theme.TextSmall, theme.Ink), bar: NewRect(theme.Accent, 2),
	}
	face := container.NewCenter(ColumnAligned(AlignCentre, 3, r.icon, r.name))
	r.surface = NewSurface(label, NewRect(theme.None, theme.RadiusCard), face, tapped)
	r.surface.Tip, r.surface.Key = true, key
	r.bar.Hide()
	r.ExtendBaseWidget(r)
	return r
}

// SetHere says whether the window is at this screen.
func (r *RailItem) SetHere(on bool) {
	r.here = on
	r.Refresh()
}

// Refresh implements fyne.CanvasObject.
func (r *RailItem) Refresh() {
	if !r.here {
		r.bar.Hide()
		r.icon.Set(r.glyph, theme.Ink2)
		r.name.SetLook(theme.Ink, false)
		r.surface.Back().Set(theme.None, theme.None, 0)
		return
	}
	tile := theme.Paper
	if fyne.CurrentApp().Settings().ThemeVariant() == fynetheme.VariantDark {
		tile = theme.Soft
	}
	r.bar.Show()
	r.icon.Set(r.glyph, theme.Accent)
	r.name.SetLook(theme.OnSoft, true)
	r.surface.Back().Set(tile, theme.None, 0)
}

// CreateRenderer implements fyne.Widget.
func (r *RailItem) CreateRenderer() fyne.WidgetRenderer {
	bar := At(func(room, _ fyne.Size) (fyne.Position, fyne.Size) {
		return fyne.NewPos(-6, room.Height/2-12), fyne.NewSize(4, 24)
	}, r.bar)
	return widget.NewSimpleRenderer(container.NewStack(r.surface, bar))
}
