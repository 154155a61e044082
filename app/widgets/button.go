package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lernkoffer/app/theme"
)

// NewFilled returns the one filled button of a screen; glyph may be "".
func NewFilled(glyph theme.Glyph, label string, tapped func()) *Surface {
	text := NewBold(label, theme.TextBody, theme.OnAccent)
	return NewSurface(label, NewRect(theme.Accent, theme.RadiusBox), buttonFace(glyph, theme.OnAccent, text, 16), tapped)
}

// NewOutlined returns a button with a border.
func NewOutlined(glyph theme.Glyph, label string, tapped func()) *Surface {
	text := NewText(label, theme.TextBody, theme.Ink)
	return NewSurface(label, NewBox(theme.Paper, theme.Edge, theme.RadiusBox, 1), buttonFace(glyph, theme.Ink, text, 12), tapped)
}

// NewLink returns a button of text alone.
func NewLink(glyph theme.Glyph, label string, tapped func()) *Surface {
	text := NewBold(label, theme.TextBody, theme.Accent)
	return NewSurface(label, NewRect(theme.None, theme.RadiusRow), buttonFace(glyph, theme.Accent, text, 8), tapped)
}

func buttonFace(glyph theme.Glyph, colour fyne.ThemeColorName, text *Text, side float32) fyne.CanvasObject {
	face := Row(8, text)
	if glyph != "" {
		face = Row(8, NewIcon(glyph, 18, colour), text)
	}
	return Sized(0, theme.ControlBar, container.NewCenter(Pad(0, side, 0, side, face)))
}

// NewIconButton returns a square button with an icon alone; its label is its tooltip.
func NewIconButton(glyph theme.Glyph, label string, tapped func()) *Surface {
	icon := NewIcon(glyph, 20, theme.Ink)
	s := NewSurface(label, NewRect(theme.None, theme.RadiusBox), Sized(theme.ControlBar, theme.ControlBar, container.NewCenter(icon)), tapped)
	s.Tip, s.icon = true, icon
	return s
}
