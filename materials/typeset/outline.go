package typeset

import (
	"math"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"

	"lernkoffer/materials/picture"
)

// ContourPoint is a point of a TrueType contour in font units, y upwards.
type ContourPoint struct {
	X, Y    int
	OnCurve bool
}

// Contours returns the closed quadratic contours of a glyph, for embedding it.
// An unknown or empty glyph has none.
func (f *Font) Contours(id GlyphID) [][]ContourPoint {
	var contours [][]ContourPoint
	add := func(p ot.SegmentPoint, on bool) {
		if len(contours) == 0 {
			contours = append(contours, nil)
		}
		last := &contours[len(contours)-1]
		*last = append(*last, ContourPoint{round(p.X), round(p.Y), on})
	}
	for _, s := range f.segments(id) {
		switch s.Op {
		case ot.SegmentOpMoveTo:
			contours = append(contours, nil)
			add(s.Args[0], true)
		case ot.SegmentOpLineTo:
			add(s.Args[0], true)
		case ot.SegmentOpQuadTo:
			add(s.Args[0], false)
			add(s.Args[1], true)
		}
	}
	kept := contours[:0]
	for _, c := range contours {
		// The way back to the start is implied.
		if n := len(c); n > 1 && c[0] == c[n-1] {
			c = c[:n-1]
		}
		if len(c) > 1 {
			kept = append(kept, c)
		}
	}
	return kept
}

// Outline returns the shape of a glyph in thousandths of an em, y upwards from
// the baseline; nil if it is empty or unknown.
func (f *Font) Outline(id GlyphID) Outline {
	var path Outline
	var at picture.Point
	k := f.scale()
	pt := func(p ot.SegmentPoint) picture.Point {
		return picture.Point{X: float64(p.X) * k, Y: float64(p.Y) * k}
	}
	open := false
	closePath := func() {
		if open {
			path = append(path, picture.Segment{Op: picture.Close})
		}
	}
	for _, s := range f.segments(id) {
		switch s.Op {
		case ot.SegmentOpMoveTo:
			closePath()
			open, at = true, pt(s.Args[0])
			path = append(path, picture.Segment{Op: picture.MoveTo, Points: [3]picture.Point{at}})
		case ot.SegmentOpLineTo:
			at = pt(s.Args[0])
			path = append(path, picture.Segment{Op: picture.LineTo, Points: [3]picture.Point{at}})
		case ot.SegmentOpQuadTo:
			c, end := pt(s.Args[0]), pt(s.Args[1])
			path = append(path, picture.Segment{Op: picture.CubicTo, Points: [3]picture.Point{
				towards(at, c), towards(end, c), end,
			}})
			at = end
		}
	}
	closePath()
	return path
}

// towards is two thirds of the way from p to c: raises a quadratic to a cubic.
func towards(p, c picture.Point) picture.Point {
	return picture.Point{X: p.X + (c.X-p.X)*2/3, Y: p.Y + (c.Y-p.Y)*2/3}
}

// segments returns nothing for a glyph whose data is damaged: they are read only
// now, and the reader trusts them.
func (f *Font) segments(id GlyphID) (segments []ot.Segment) {
	if id > math.MaxUint16 {
		return nil
	}
	defer func() {
		if recover() != nil {
			segments = nil
		}
	}()
	outline, ok := f.face.GlyphData(font.GID(id)).(font.GlyphOutline)
	if !ok {
		return nil
	}
	return outline.Segments
}

func round(v float32) int { return int(math.Round(float64(v))) }
