package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lernkoffer/app/theme"
)

// Surface is the one thing that can be pressed: by pointer, Enter and Space. What
// looks like a button, chip, row or card is a Surface with other content.
type Surface struct {
	widget.BaseWidget
	// Label is the German name: the tooltip where the content has no text, and what
	// tests look for.
	Label    string
	OnTapped func()
	// OnFocus is told that the keyboard has come here, so that a pane can scroll.
	OnFocus func()
	// Tip shows Label beside the pointer, with Key.
	Tip bool
	Key string // names the key that does the same, "" for none

	back, veil, ring *Rect
	content          fyne.CanvasObject
	icon             *Icon // of icon buttons
	disabled         bool
}

var (
	_ fyne.Focusable     = (*Surface)(nil)
	_ fyne.Tappable      = (*Surface)(nil)
	_ desktop.Hoverable  = (*Surface)(nil)
	_ desktop.Cursorable = (*Surface)(nil)
)

// NewSurface returns a surface with a background and content.
func NewSurface(label string, back *Rect, content fyne.CanvasObject, tapped func()) *Surface {
	s := &Surface{Label: label, OnTapped: tapped, back: back, content: content}
	s.veil = NewRect(theme.Veil, back.Radius)
	s.veil.Hide()
	s.ring = NewBox(theme.None, theme.Accent, back.Radius+3, 2)
	s.ring.Hide()
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *Surface) CreateRenderer() fyne.WidgetRenderer {
	ring := At(func(room, _ fyne.Size) (fyne.Position, fyne.Size) {
		return fyne.NewPos(-3, -3), room.AddWidthHeight(6, 6)
	}, s.ring)
	return widget.NewSimpleRenderer(container.NewStack(s.back, s.veil, s.content, ring))
}

// Back returns the background.
func (s *Surface) Back() *Rect { return s.back }

// SetIcon changes the icon of an icon button, its colour and the label.
func (s *Surface) SetIcon(glyph theme.Glyph, colour fyne.ThemeColorName, label string) {
	s.Label = label
	if s.icon != nil {
		s.icon.Set(glyph, colour)
	}
}

// SetDisabled makes the surface deaf; an icon turns grey.
func (s *Surface) SetDisabled(on bool) {
	if s.icon != nil && s.disabled != on {
		colour := theme.Ink
		if on {
			colour = theme.Edge
		}
		s.icon.Set(s.icon.glyph, colour)
	}
	s.disabled = on
	if on {
		s.veil.Hide()
		s.ring.Hide()
	}
}

// Disabled reports whether the surface is deaf.
func (s *Surface) Disabled() bool { return s.disabled }

// Tapped implements fyne.Tappable.
func (s *Surface) Tapped(*fyne.PointEvent) {
	hideTip(s)
	if !s.disabled && s.OnTapped != nil {
		s.OnTapped()
	}
}

// MouseIn implements desktop.Hoverable.
func (s *Surface) MouseIn(e *desktop.MouseEvent) {
	if !s.disabled {
		s.veil.Show()
	}
	if s.Tip {
		tip := s.Label
		if s.Key != "" {
			tip += "\u2003" + s.Key
		}
		showTip(s, tip)
	}
}

// MouseMoved implements desktop.Hoverable.
func (s *Surface) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (s *Surface) MouseOut() {
	s.veil.Hide()
	hideTip(s)
}

// Cursor implements desktop.Cursorable.
func (s *Surface) Cursor() desktop.Cursor {
	if s.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// FocusGained implements fyne.Focusable.
func (s *Surface) FocusGained() {
	s.ring.Show()
	if s.OnFocus != nil {
		s.OnFocus()
	}
}

// FocusLost implements fyne.Focusable.
func (s *Surface) FocusLost() { s.ring.Hide() }

// TypedRune implements fyne.Focusable. Signs mean nothing here and go to the window.
func (s *Surface) TypedRune(r rune) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		if typed := c.OnTypedRune(); typed != nil {
			typed(r)
		}
	}
}

// TypedKey implements fyne.Focusable. Keys that mean nothing here go to the window.
func (s *Surface) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		s.Tapped(nil)
	default:
		passKey(s, e)
	}
}

// passKey hands a key on to the window that o is in.
func passKey(o fyne.CanvasObject, e *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		if typed := c.OnTypedKey(); typed != nil {
			typed(e)
		}
	}
}
