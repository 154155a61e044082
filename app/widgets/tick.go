package widgets

import (
	"fyne.io/fyne/v2/container"

	"lernkoffer/app/theme"
)

// Tick is a choice of yes or no; pressing its words counts, too.
type Tick struct {
	*Surface
	on   bool
	box  *Rect
	mark *Icon
	name *Text
}

// NewTick returns a tick box that is off.
func NewTick(label string, changed func(on bool)) *Tick {
	t := &Tick{
		box:  NewBox(theme.Paper, theme.Edge, theme.RadiusTag, 1.2),
		mark: NewIcon(theme.GlyphCheck, 14, theme.OnAccent),
		name: NewText(label, theme.TextPane, theme.Ink),
	}
	box := Sized(16, 16, container.NewStack(t.box, PadAll(1, t.mark)))
	face := Sized(0, 28, Pad(0, 6, 0, 4, Row(8, box, t.name)))
	t.Surface = NewSurface(label, NewRect(theme.None, theme.RadiusRow), face, func() {
		t.Set(!t.on)
		changed(t.on)
	})
	t.Set(false)
	return t
}

// On reports whether the box is ticked.
func (t *Tick) On() bool { return t.on }

// Set ticks the box or not, without telling anybody.
func (t *Tick) Set(on bool) {
	t.on = on
	if on {
		t.box.Set(theme.Accent, theme.Accent, 1.2)
	} else {
		t.box.Set(theme.Paper, theme.Edge, 1.2)
	}
	show(t.mark, on)
	t.name.SetLook(theme.Ink, on)
}

// Object returns what is put on the screen.
func (t *Tick) Object() *Surface { return t.Surface }
