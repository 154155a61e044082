package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lernkoffer/app/theme"
)

// FacetRow is a value to filter by: tick box, name, count. The whole row is the
// target; it is kept and only told what has changed.
type FacetRow struct {
	*Surface
	box         *Rect
	tick        *Icon
	name, count *Text
}

// NewFacetRow returns a row that is not chosen.
func NewFacetRow(label string, tapped func()) *FacetRow {
	r := &FacetRow{
		box:   NewBox(theme.Paper, theme.Edge, theme.RadiusTag, 1.2),
		tick:  NewIcon(theme.GlyphCheck, 14, theme.OnAccent),
		name:  NewText(label, theme.TextBody, theme.Ink),
		count: NewText("", theme.TextSecond, theme.Ink2).Trailing(),
	}
	r.tick.Hide()
	box := Sized(16, 16, container.NewStack(r.box, PadAll(1, r.tick)))
	face := Pad(0, 8, 0, 8, Row(8, box, Grow(r.name), r.count))
	r.Surface = NewSurface(label, NewRect(theme.None, theme.RadiusRow), Sized(0, 28, face), tapped)
	return r
}

// Object returns what is put on the screen.
func (r *FacetRow) Object() fyne.CanvasObject { return r.Surface }

// Set says how many materials have the value and whether it is chosen.
func (r *FacetRow) Set(count int, chosen bool) {
	r.count.SetText(strconv.Itoa(count))
	colour := theme.Ink
	if count == 0 && !chosen {
		colour = theme.Ink2
	}
	r.name.SetLook(colour, chosen)
	if chosen {
		r.count.SetLook(theme.Ink, true)
		r.box.Set(theme.Accent, theme.Accent, 1.2)
		r.tick.Show()
	} else {
		r.count.SetLook(theme.Ink2, false)
		r.box.Set(theme.Paper, theme.Edge, 1.2)
		r.tick.Hide()
	}
}

// Count returns the number shown.
func (r *FacetRow) Count() string { return r.count.Text() }

// FacetHead opens and folds a group of values.
type FacetHead struct {
	*Surface
	chevron *Icon
	sum     *Text
}

// NewFacetHead returns the head of a folded group.
func NewFacetHead(label string, tapped func()) *FacetHead {
	h := &FacetHead{chevron: NewIcon(theme.GlyphRight, 16, theme.Ink2), sum: NewText("", theme.TextSecond, theme.Ink2)}
	face := Pad(0, 8, 0, 4, Row(4, h.chevron, NewBold(label, theme.TextBody, theme.Ink), Spacer(), h.sum))
	h.Surface = NewSurface(label, NewRect(theme.None, theme.RadiusRow), Sized(0, 32, face), tapped)
	return h
}

// Object returns what is put on the screen.
func (h *FacetHead) Object() fyne.CanvasObject { return h.Surface }

// Set says whether the group is open and what is chosen in it.
func (h *FacetHead) Set(open bool, sum string) {
	glyph := theme.GlyphRight
	if open {
		glyph = theme.GlyphDown
	}
	h.chevron.Set(glyph, theme.Ink2)
	h.sum.SetText(sum)
}
