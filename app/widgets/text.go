package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"lernkoffer/app/theme"
)

// Text is one line that keeps the name of its colour. It has no padding, and is
// never narrower than what it says: use Paragraph in panes that get narrow.
type Text struct {
	widget.BaseWidget
	colour fyne.ThemeColorName
	line   *canvas.Text
}

// NewText returns a line of text.
func NewText(s string, size float32, colour fyne.ThemeColorName) *Text {
	t := &Text{colour: colour, line: canvas.NewText(s, theme.Color(colour))}
	t.line.TextSize = size
	t.ExtendBaseWidget(t)
	return t
}

// NewBold returns a line of semibold text.
func NewBold(s string, size float32, colour fyne.ThemeColorName) *Text {
	t := NewText(s, size, colour)
	t.line.TextStyle.Bold = true
	return t
}

// Trailing aligns the text at the right and returns it.
func (t *Text) Trailing() *Text {
	t.line.Alignment = fyne.TextAlignTrailing
	return t
}

// Text returns what it says.
func (t *Text) Text() string { return t.line.Text }

// SetText changes what it says.
func (t *Text) SetText(s string) {
	if t.line.Text != s {
		t.line.Text = s
		t.Refresh()
	}
}

// SetLook changes colour and weight.
func (t *Text) SetLook(colour fyne.ThemeColorName, bold bool) {
	if t.colour != colour || t.line.TextStyle.Bold != bold {
		t.colour, t.line.TextStyle.Bold = colour, bold
		t.Refresh()
	}
}

// Refresh implements fyne.CanvasObject.
func (t *Text) Refresh() {
	t.line.Color = theme.Color(t.colour)
	t.line.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.line) }
