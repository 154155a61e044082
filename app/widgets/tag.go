package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lernkoffer/app/theme"
)

// Tag is a quiet fact that can't be pressed.
type Tag struct {
	widget.BaseWidget
	text *Paragraph
	face fyne.CanvasObject
}

// NewTag returns a tag on a ground.
func NewTag(label string, ground, colour fyne.ThemeColorName) *Tag {
	t := &Tag{text: NewBoldParagraph(label, theme.TextSmall, colour, 1)}
	t.face = container.NewStack(NewRect(ground, theme.RadiusTag), Pad(2, 6, 2, 6, t.text))
	t.ExtendBaseWidget(t)
	return t
}

// NewLevelTag returns the tag of a level.
func NewLevelTag(label string) *Tag { return NewTag(label, theme.Soft, theme.OnSoft) }

// NewKindTag returns the tag of a kind of material.
func NewKindTag(label string) *Tag { return NewTag(label, theme.Ground, theme.Ink2) }

// Text returns the label.
func (t *Tag) Text() string { return t.text.Text() }

const tagHeight = 20

// MinSize implements fyne.CanvasObject: the whole label. A narrower tag shortens it.
func (t *Tag) MinSize() fyne.Size {
	return fyne.NewSize(float32(math.Ceil(float64(t.text.measure(t.text.text))))+13, tagHeight)
}

// Set changes the label; an empty one hides the tag.
func (t *Tag) Set(label string) {
	t.text.SetText(label)
	if label == "" {
		t.Hide()
	} else {
		t.Show()
	}
}

// CreateRenderer implements fyne.Widget.
func (t *Tag) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.face) }

// NewChip returns an active filter; pressing it removes the filter, as remove says.
func NewChip(label, remove string, tapped func()) *Surface {
	face := Row(4, NewText(label, theme.TextPane, theme.OnSoft), NewIcon(theme.GlyphClose, 14, theme.OnSoft))
	return NewSurface(remove, NewRect(theme.Soft, 14), Sized(0, 28, container.NewCenter(Pad(0, 8, 0, 12, face))), tapped)
}
