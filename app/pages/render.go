package pages

import (
	"image"

	"lernkoffer/materials"
	"lernkoffer/materials/page"
	"lernkoffer/materials/raster"
)

// Key names the image of a page.
type Key struct {
	ID      materials.ID
	Version int
	Number  int // from 0
	Pixels  int // wide
}

// Render paints a page so many pixels wide.
func Render(p *page.Page, pixels int) (image.Image, error) {
	img, err := raster.Render(p, float64(pixels)/p.Width)
	if err != nil {
		return nil, err
	}
	return img, nil
}
