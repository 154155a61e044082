package widgets

import (
	"fyne.io/fyne/v2"

	"lernkoffer/app/theme"
)

// Facts is a table of names and what is to be said to each.
type Facts struct {
	*fyne.Container
	width float32
}

// NewFacts returns an empty table of a width.
func NewFacts(width float32) Facts { return Facts{Column(5), width} }

// factNames is the width of the names.
const factNames = 84

// Add adds a line, unless there is nothing to say; it returns its text, or nil.
func (f Facts) Add(name, value string) *Paragraph {
	if value == "" {
		return nil
	}
	text := NewParagraph(value, theme.TextPane, theme.Ink, 1).Fit(f.width-factNames-8, 4)
	label := Sized(factNames, 0, NewParagraph(name, theme.TextPane, theme.Ink2, 1))
	f.Container.Add(RowAligned(AlignStart, 8, label, Grow(text)))
	return text
}
