package widgets

import (
	"image"
	"image/color"
	"image/draw"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"lernkoffer/app/theme"
)

// Mask shows a drawing in one colour of the theme. It is for writing that Fyne's
// fonts can't set.
type Mask struct {
	widget.BaseWidget
	shape  *image.Alpha
	colour fyne.ThemeColorName
	size   fyne.Size
	image  *canvas.Image
}

// NewMask returns a drawing of a size; what is dark in img is seen.
func NewMask(img image.Image, size fyne.Size, colour fyne.ThemeColorName) *Mask {
	m := &Mask{shape: darkness(img), colour: colour, size: size, image: &canvas.Image{FillMode: canvas.ImageFillStretch}}
	m.tint()
	m.ExtendBaseWidget(m)
	return m
}

// darkness turns black on white into opaque on clear.
func darkness(img image.Image) *image.Alpha {
	b := img.Bounds()
	out := image.NewAlpha(image.Rect(0, 0, b.Dx(), b.Dy()))
	for y := range b.Dy() {
		for x := range b.Dx() {
			grey := color.GrayModel.Convert(img.At(b.Min.X+x, b.Min.Y+y)).(color.Gray)
			out.SetAlpha(x, y, color.Alpha{A: 255 - grey.Y})
		}
	}
	return out
}

func (m *Mask) tint() {
	tinted := image.NewNRGBA(m.shape.Bounds())
	draw.DrawMask(tinted, tinted.Bounds(), image.NewUniform(theme.Color(m.colour)), image.Point{}, m.shape, image.Point{}, draw.Src)
	m.image.Image = tinted
}

// MinSize implements fyne.CanvasObject.
func (m *Mask) MinSize() fyne.Size { return m.size }

// Refresh implements fyne.CanvasObject.
func (m *Mask) Refresh() {
	m.tint()
	m.image.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (m *Mask) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(m.image) }
