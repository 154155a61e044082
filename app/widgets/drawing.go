package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"lernkoffer/app/theme"
)

// Drawing is a line drawing in one colour, which follows the theme.
type Drawing struct {
	widget.BaseWidget
	name   string
	svg    []byte
	colour fyne.ThemeColorName
	size   float32
	image  *canvas.Image
}

// NewDrawing returns a black line drawing in a colour, as a square of a size. The
// name tells it from other drawings.
func NewDrawing(name string, svg []byte, size float32, colour fyne.ThemeColorName) *Drawing {
	d := &Drawing{name: name, svg: svg, colour: colour, size: size}
	d.image = canvas.NewImageFromResource(theme.Drawing(name, svg, colour))
	d.image.FillMode = canvas.ImageFillContain
	d.ExtendBaseWidget(d)
	return d
}

// MinSize implements fyne.CanvasObject.
func (d *Drawing) MinSize() fyne.Size { return fyne.NewSquareSize(d.size) }

// Refresh implements fyne.CanvasObject.
func (d *Drawing) Refresh() {
	res := theme.Drawing(d.name, d.svg, d.colour)
	if d.image.Resource.Name() != res.Name() {
		d.image.Resource = res
		d.image.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (d *Drawing) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(d.image) }
