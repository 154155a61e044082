package pages

import (
	"context"
	"image"
	"slices"

	"lernkoffer/app/ui"
	"lernkoffer/materials"
	"lernkoffer/materials/worksheet"
)

// Thumbnails makes images of first pages, one at a time and off the screen's
// goroutine. After each it is asked again for what is in sight, so that no time
// goes into what has been scrolled away.
type Thumbnails struct {
	context *ui.Context
	latest  ui.Latest
	cache   *cache
	images  *LRU[Key, image.Image] // nil where a page can't be made
	wanted  []Key                  // in the order in which they are in sight
	busy    bool
	ready   func()
}

const mostImages = 200

// NewThumbnails returns thumbnails; ready is told that there is one more to Get.
func NewThumbnails(c *ui.Context, ready func()) *Thumbnails {
	return &Thumbnails{context: c, cache: newCache(c.Services, c.Now), images: NewLRU[Key, image.Image](mostImages), ready: ready}
}

// Get returns the image of a first page, so wide on this window; nil if it is not
// there yet.
func (t *Thumbnails) Get(m *materials.Meta, width float32) image.Image {
	key := Key{ID: m.ID, Version: m.Version, Pixels: int(width*t.context.Window.Canvas().Scale() + 0.5)}
	if img, ok := t.images.Get(key); ok {
		return img
	}
	if !slices.Contains(t.wanted, key) {
		t.wanted = append(t.wanted, key)
		t.next()
	}
	return nil
}

func (t *Thumbnails) next() {
	if t.busy || len(t.wanted) == 0 {
		return
	}
	key := t.wanted[0]
	t.busy = true
	ui.Load(t.context, &t.latest, func(context.Context) (image.Image, error) {
		return t.make(key)
	}, func(img image.Image, err error) {
		if err != nil {
			img = nil // the card keeps blank paper, the detail says why
		}
		t.images.Put(key, img)
		t.busy, t.wanted = false, nil
		t.ready()
		t.next()
	})
}

// make takes an image from the disk, or paints it and puts it there.
func (t *Thumbnails) make(key Key) (image.Image, error) {
	name, err := t.cache.name(key)
	if err != nil {
		return nil, err
	}
	if img, ok := t.cache.get(name); ok {
		return img, nil
	}
	sheet, err := t.context.Services.Sheet(key.ID, worksheet.Options{}, false)
	if err != nil {
		return nil, err
	}
	img, err := Render(sheet.Pupil.Pages[0], key.Pixels)
	if err != nil {
		return nil, err
	}
	t.cache.put(name, img)
	return img, nil
}
