package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lernkoffer/app/theme"
)

// Mood says what a callout is about.
type Mood int

// The moods.
const (
	MoodInfo  Mood = iota
	MoodHint       // something to know
	MoodFault      // something went wrong
)

var moods = []struct {
	glyph      theme.Glyph
	ink, field fyne.ThemeColorName
}{
	{theme.GlyphInfo, theme.OnSoft, theme.Soft},
	{theme.GlyphWarning, theme.Amber, theme.AmberBg},
	{theme.GlyphFault, theme.Red, theme.RedBg},
}

// NewCallout returns a box with a bold sentence, what to do about it, and links. It
// is set for a width, which it is shown at.
func NewCallout(mood Mood, title, text string, width float32, links ...fyne.CanvasObject) fyne.CanvasObject {
	m := moods[mood]
	inner := width - 12 - 18 - 8 - 12
	body := Column(2, NewBoldParagraph(title, theme.TextBody, m.ink, 1).Fit(inner, 3))
	if text != "" {
		body.Add(NewParagraph(text, theme.TextPane, theme.Ink, 1).Fit(inner, 8))
	}
	if len(links) > 0 {
		body.Add(RowAligned(AlignStart, 4, links...))
	}
	face := RowAligned(AlignStart, 8, NewIcon(m.glyph, 18, m.ink), Grow(body))
	return container.NewStack(NewRect(m.field, theme.RadiusBox), Pad(10, 12, 10, 12, face))
}
