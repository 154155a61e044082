package browse

import (
	"context"
	"image"
	"slices"

	"lernkoffer/app/ui"
	"lernkoffer/materials"
	"lernkoffer/materials/page"
	"lernkoffer/materials/raster"
	"lernkoffer/materials/worksheet"
)

// pageKey names the image of a page.
type pageKey struct {
	id      materials.ID
	version int
	number  int // from 0
	pixels  int // wide
}

// thumbnails makes images of first pages, one at a time and off the screen's
// goroutine. After each it is asked again for what is in sight, so that no time
// goes into what has been scrolled away.
type thumbnails struct {
	context *ui.Context
	latest  ui.Latest
	images  *lru[pageKey, image.Image] // nil where a page can't be made
	wanted  []pageKey                  // in the order in which they are in sight
	busy    bool
	ready   func()
}

const mostImages = 200

func newThumbnails(c *ui.Context, ready func()) *thumbnails {
	return &thumbnails{context: c, images: newLRU[pageKey, image.Image](mostImages), ready: ready}
}

// get returns the image of a first page; nil if it is not there yet.
func (t *thumbnails) get(m *materials.Meta, width float32) image.Image {
	key := pageKey{id: m.ID, version: m.Version, pixels: t.pixels(width)}
	if img, ok := t.images.get(key); ok {
		return img
	}
	if i := slices.Index(t.wanted, key); i >= 0 {
		return nil
	}
	t.wanted = append(t.wanted, key)
	t.next()
	return nil
}

// pixels is the width of an image on this window.
func (t *thumbnails) pixels(width float32) int {
	return int(width*t.context.Window.Canvas().Scale() + 0.5)
}

func (t *thumbnails) next() {
	if t.busy || len(t.wanted) == 0 {
		return
	}
	key := t.wanted[0]
	t.busy = true
	ui.Load(t.context, &t.latest, func(context.Context) (image.Image, error) {
		sheet, err := t.context.Services.Sheet(key.id, worksheet.Options{}, false)
		if err != nil {
			return nil, err
		}
		return render(sheet.Pupil.Pages[0], key.pixels)
	}, func(img image.Image, err error) {
		if err != nil {
			img = nil // the card keeps blank paper, the detail says why
		}
		t.images.put(key, img)
		t.busy, t.wanted = false, nil
		t.ready()
		t.next()
	})
}

// render paints a page so many pixels wide.
func render(p *page.Page, pixels int) (image.Image, error) {
	img, err := raster.Render(p, float64(pixels)/p.Width)
	if err != nil {
		return nil, err
	}
	return img, nil
}
