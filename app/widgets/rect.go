package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"lernkoffer/app/theme"
)

// Rect is a rectangle that keeps the names of its colours, so that it follows the
// theme. Change its fields, then Refresh.
type Rect struct {
	widget.BaseWidget
	Fill, Stroke fyne.ThemeColorName // "" for none
	Width        float32             // of the stroke
	Radius       float32
	TopRadius    float32 // of the upper corners, where they differ
	TopLeft      float32 // of the upper left corner, where it differs
	shape        *canvas.Rectangle
}

// NewRect returns a filled rectangle.
func NewRect(fill fyne.ThemeColorName, radius float32) *Rect {
	return newRect(&Rect{Fill: fill, Radius: radius})
}

// NewBox returns a filled rectangle with a stroke.
func NewBox(fill, stroke fyne.ThemeColorName, radius, width float32) *Rect {
	return newRect(&Rect{Fill: fill, Stroke: stroke, Radius: radius, Width: width})
}

func newRect(r *Rect) *Rect {
	r.shape = canvas.NewRectangle(nil)
	r.ExtendBaseWidget(r)
	r.apply()
	return r
}

func (r *Rect) apply() {
	r.shape.FillColor, r.shape.StrokeColor = theme.Color(or(r.Fill)), theme.Color(or(r.Stroke))
	if or(r.Fill) == theme.None {
		// The shader mixes stroke and fill at the edge: what is all but clear must have
		// the stroke's colour, or a dark line appears.
		r.shape.FillColor = faint(r.shape.StrokeColor)
	}
	r.shape.StrokeWidth = r.Width
	r.shape.CornerRadius = r.Radius
	r.shape.TopLeftCornerRadius, r.shape.TopRightCornerRadius = r.TopRadius, r.TopRadius
	if r.TopLeft > 0 {
		r.shape.TopLeftCornerRadius = r.TopLeft
	}
}

// faint is a colour that can't be seen. With no alpha at all it would be black.
func faint(c color.Color) color.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = min(n.A, 1)
	return n
}

func or(name fyne.ThemeColorName) fyne.ThemeColorName {
	if name == "" {
		return theme.None
	}
	return name
}

// Set changes fill and stroke.
func (r *Rect) Set(fill, stroke fyne.ThemeColorName, width float32) {
	if r.Fill == fill && r.Stroke == stroke && r.Width == width {
		return
	}
	r.Fill, r.Stroke, r.Width = fill, stroke, width
	r.Refresh()
}

// Refresh implements fyne.CanvasObject.
func (r *Rect) Refresh() {
	r.apply()
	r.shape.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *Rect) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.shape) }

// HLine and VLine are hairlines.
func HLine() fyne.CanvasObject { return Sized(1, 1, NewRect(theme.Line, 0)) }

// VLine is an upright hairline.
func VLine() fyne.CanvasObject { return Sized(1, 1, NewRect(theme.Line, 0)) }
