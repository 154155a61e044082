package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"lernkoffer/app/theme"
)

// Icon is an outline icon of a fixed size that follows the theme.
type Icon struct {
	widget.BaseWidget
	glyph  theme.Glyph
	colour fyne.ThemeColorName
	size   float32
	image  *canvas.Image
}

// NewIcon returns an icon.
func NewIcon(glyph theme.Glyph, size float32, colour fyne.ThemeColorName) *Icon {
	i := &Icon{glyph: glyph, colour: colour, size: size, image: canvas.NewImageFromResource(glyph.Resource(colour))}
	i.image.FillMode = canvas.ImageFillContain
	i.ExtendBaseWidget(i)
	return i
}

// Set changes the icon and its colour.
func (i *Icon) Set(glyph theme.Glyph, colour fyne.ThemeColorName) {
	if i.glyph != glyph || i.colour != colour {
		i.glyph, i.colour = glyph, colour
		i.Refresh()
	}
}

// MinSize implements fyne.CanvasObject.
func (i *Icon) MinSize() fyne.Size { return fyne.NewSquareSize(i.size) }

// Refresh implements fyne.CanvasObject.
func (i *Icon) Refresh() {
	res := i.glyph.Resource(i.colour)
	if i.image.Resource == nil || i.image.Resource.Name() != res.Name() {
		i.image.Resource = res
		i.image.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(i.image) }
