package raster

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"lernkoffer/materials/page"
	"lernkoffer/materials/picture"
)

// mostPixels bounds the size of an image: A4 at 600 dpi has 35 million.
const mostPixels = 64 << 20

// Render paints a page on white paper at scale pixels per mm. It fails for a size
// that is no image.
func Render(p *page.Page, scale float64) (*image.RGBA, error) {
	w, h := math.Ceil(p.Width*scale-1e-6), math.Ceil(p.Height*scale-1e-6)
	if !(w >= 1 && h >= 1 && w*h <= mostPixels) {
		return nil, fmt.Errorf("raster: a page of %g × %g mm at %g px/mm is no image", p.Width, p.Height, scale)
	}
	c := newCanvas(int(w), int(h))
	draw.Draw(c.image, c.image.Rect, image.White, image.Point{}, draw.Src)
	toPixels := placement{scale: scale}
	for _, item := range p.Items {
		switch item := item.(type) {
		case page.Text:
			c.text(item, toPixels)
		case page.Path:
			c.shape(item.Shape, toPixels, false)
		case page.Picture:
			c.picture(item.Picture, toPixels.within(item, item.Picture), item.Grey)
		}
	}
	return c.image, nil
}

// RenderPicture paints a picture into w × h transparent pixels, keeping its
// proportions and centred.
func RenderPicture(pic *picture.Picture, w, h int) *image.RGBA {
	c := newCanvas(max(w, 1), max(h, 1))
	box := page.Picture{W: float64(w), H: float64(h)}
	c.picture(pic, placement{scale: 1}.within(box, pic), false)
	return c.image
}

// placement maps a drawing's units to pixels.
type placement struct{ scale, x, y float64 }

func (p placement) point(q picture.Point) picture.Point {
	return picture.Point{X: q.X*p.scale + p.x, Y: q.Y*p.scale + p.y}
}

// within fits a picture into the box of an item on the page.
func (p placement) within(box page.Picture, pic *picture.Picture) placement {
	if pic == nil || pic.Width <= 0 || pic.Height <= 0 {
		return p
	}
	fit := min(box.W/pic.Width, box.H/pic.Height)
	corner := p.point(picture.Point{
		X: box.X + (box.W-pic.Width*fit)/2,
		Y: box.Y + (box.H-pic.Height*fit)/2,
	})
	return placement{scale: p.scale * fit, x: corner.X, y: corner.Y}
}

// canvas is an image being painted. It keeps its buffers from shape to shape.
type canvas struct {
	image  *image.RGBA
	clip   image.Rectangle // what may be painted
	filler *vector.Rasterizer
}

func newCanvas(w, h int) *canvas {
	size := image.Rect(0, 0, w, h)
	return &canvas{image: image.NewRGBA(size), clip: size, filler: vector.NewRasterizer(1, 1)}
}

// picture paints what lies within the picture's own size.
func (c *canvas) picture(pic *picture.Picture, at placement, grey bool) {
	if pic == nil {
		return
	}
	frame := newBox()
	frame.add(at.point(picture.Point{}))
	frame.add(at.point(picture.Point{X: pic.Width, Y: pic.Height}))
	defer func(clip image.Rectangle) { c.clip = clip }(c.clip)
	c.clip = c.clip.Intersect(frame.pixels())
	for _, s := range pic.Shapes {
		c.shape(s, at, grey)
	}
}

// shape fills, then strokes.
func (c *canvas) shape(s picture.Shape, at placement, grey bool) {
	if ink, ok := inkOf(s.Fill, grey); ok {
		c.fill(s.Path, s.EvenOdd, at, ink)
	}
	if ink, ok := inkOf(s.Stroke.Paint, grey); ok && s.Stroke.Width > 0 {
		c.stroke(s, at, ink)
	}
}

// inkOf is a paint as a colour with premultiplied alpha; false if it leaves no ink.
func inkOf(p picture.Paint, grey bool) (color.RGBA, bool) {
	if p.Opacity <= 0 {
		return color.RGBA{}, false
	}
	c := p.Colour
	if grey {
		c = c.Grey()
	}
	o := min(p.Opacity, 1)
	mix := func(v uint8) uint8 { return uint8(math.Round(float64(v) * o)) }
	return color.RGBA{mix(c.R), mix(c.G), mix(c.B), mix(255)}, true
}
