package raster

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"sync"

	"golang.org/x/image/vector"

	"lernkoffer/materials/picture"
	"lernkoffer/materials/typeset"
)

// glyphKey names a glyph's outline.
type glyphKey struct {
	font *typeset.Font
	id   typeset.GlyphID
}

// outlines keeps the outlines of glyphs for all pages: fonts are few and shared.
var outlines sync.Map // glyphKey → picture.Path

func outline(font *typeset.Font, id typeset.GlyphID) picture.Path {
	key := glyphKey{font, id}
	if p, ok := outlines.Load(key); ok {
		return p.(picture.Path)
	}
	p, _ := outlines.LoadOrStore(key, font.Outline(id))
	return p.(picture.Path)
}

const (
	// phases is how many places within a pixel a glyph may have, each way.
	phases = 4
	// largestMask is the em, in pixels, up to which glyphs are kept as masks. Larger
	// ones are few on a page and quicker drawn than looked up and mixed in.
	largestMask = 64.0
	// mostMaskBytes bounds the masks kept: the sizes of a window being resized.
	mostMaskBytes = 8 << 20
)

// maskKey names a glyph as it looks.
type maskKey struct {
	glyphKey
	scale  float64 // pixels of a thousandth of an em
	slant  float64
	dx, dy int // phase
}

// maskCache keeps the masks of glyphs for all pages.
type maskCache struct {
	mu    sync.RWMutex
	masks map[maskKey]*image.Alpha
	bytes int
}

var masks = maskCache{masks: map[maskKey]*image.Alpha{}}

// get returns a glyph's mask; its bounds are relative to the pixel of its origin.
func (m *maskCache) get(key maskKey) *image.Alpha {
	m.mu.RLock()
	mask := m.masks[key]
	m.mu.RUnlock()
	if mask != nil {
		return mask
	}
	mask = newMask(key)
	m.mu.Lock()
	defer m.mu.Unlock()
	const overhead = 200 // bytes of the key and the image
	if m.bytes += len(mask.Pix) + overhead; m.bytes > mostMaskBytes {
		clear(m.masks)
		m.bytes = len(mask.Pix) + overhead
	}
	m.masks[key] = mask
	return mask
}

func newMask(key maskKey) *image.Alpha {
	path := upright(nil, outline(key.font, key.id), 0, 0, key.slant)
	at := placement{scale: key.scale, x: float64(key.dx) / phases, y: float64(key.dy) / phases}
	area := bounds(path, at).pixels()
	mask := image.NewAlpha(area)
	if area.Empty() {
		return mask
	}
	filler := vector.NewRasterizer(area.Dx(), area.Dy())
	filler.DrawOp = draw.Src
	trace(filler, path, at, area)
	filler.Draw(mask, area, image.Opaque, image.Point{})
	return mask
}

// masked paints a run by the masks of its glyphs; origin is where it begins, in
// pixels.
func (c *canvas) masked(run typeset.Run, scale float64, origin picture.Point, ink color.RGBA) {
	source := image.NewUniform(ink)
	pen, slant := 0.0, slantOf(run)
	for _, g := range run.Glyphs {
		column, dx := phase(origin.X + (pen+g.XOffset+slant*g.YOffset)*scale)
		row, dy := phase(origin.Y - g.YOffset*scale)
		mask := masks.get(maskKey{glyphKey{run.Font, g.ID}, scale, slant, dx, dy})
		area := mask.Rect.Add(image.Pt(column, row))
		draw.DrawMask(c.image, area, source, image.Point{}, mask, mask.Rect.Min, draw.Over)
		pen += g.Advance
	}
}

// phase splits a coordinate into the pixel and the part of it.
func phase(v float64) (pixel, part int) {
	const limit = 1 << 24
	n := int(math.Round(min(max(v, -limit), limit) * phases))
	part = n & (phases - 1)
	return (n - part) / phases, part
}

func slantOf(run typeset.Run) float64 {
	if run.Slant {
		return typeset.Slant
	}
	return 0
}

// upright appends an outline, whose y runs upwards, moved by x and y and slanted,
// with y downwards.
func upright(to, outline picture.Path, x, y, slant float64) picture.Path {
	for _, s := range outline {
		for i, p := range s.Points[:count[s.Op]] {
			up := p.Y + y
			s.Points[i] = picture.Point{X: p.X + x + slant*up, Y: -up}
		}
		to = append(to, s)
	}
	return to
}
