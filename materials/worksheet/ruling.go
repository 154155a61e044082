package worksheet

import (
	"lernkoffer/materials"
	"lernkoffer/materials/picture"
	"lernkoffer/materials/typeset"
)

// ruling is the pattern of lines that pupils write on, in mm. Bands are the
// distances between its lines from top to bottom; middle is the band of the
// x-height, whose lower edge is the baseline; gap is the room to the next.
//
// Lineatur 1 follows DIN 16552-1 (5-5-5), 0 and 2 to 4 what makers print; they are
// data so that a school's own pattern is one line more.
type ruling struct {
	bands  []float64
	middle int
	gap    float64
	shaded bool // the middle band is tinted for beginners
}

var rulingsByKey = map[string]ruling{
	"0": {bands: []float64{6, 6, 6}, middle: 1, gap: 6, shaded: true},
	"1": {bands: []float64{5, 5, 5}, middle: 1, gap: 5, shaded: true},
	"2": {bands: []float64{4, 4, 4}, middle: 1, gap: 5},
	"3": {bands: []float64{3.5}, middle: 0, gap: 8},
	"4": {gap: 10},
}

// plainRuling is a single line for who writes freely.
var plainRuling = ruling{gap: 9}

// ruling returns the pattern that the teacher chose, else the block's own, else
// the one for the class.
func (b *builder) ruling(blk *materials.Block, fallback string) ruling {
	for _, key := range []string{b.o.Ruling, blk.Options.Get("ruling"), fallback} {
		if r, ok := rulingsByKey[key]; ok {
			return r
		}
	}
	return plainRuling
}

// height is the height of one writing line with the room above it.
func (r ruling) height() float64 {
	h := r.gap
	for _, band := range r.bands {
		h += band
	}
	return h
}

// baseline is the distance of the baseline from the top of the pattern.
func (r ruling) baseline() float64 {
	y := r.gap
	for i, band := range r.bands {
		if i <= r.middle {
			y += band
		}
	}
	return y
}

// xHeight is the height of small letters that the pattern is made for.
func (r ruling) xHeight() float64 {
	if len(r.bands) == 0 {
		return 3.2
	}
	return r.bands[r.middle]
}

// writingLine is one line of the pattern.
func (r ruling) writingLine(width float64) piece {
	return piece{height: r.height(), draw: func(c *canvas, x, y float64) { r.draw(c, x, y, width) }}
}

func (r ruling) draw(c *canvas, x, y, width float64) {
	top := y + r.gap
	if len(r.bands) == 0 {
		c.rule(x, top, x+width, top, grey, 0.25)
		return
	}
	line := top
	for i, band := range r.bands {
		if i == r.middle && r.shaded {
			c.artifact(fill(roundRect(x, line, width, band, 0), picture.Colour{R: 0xEE, G: 0xEE, B: 0xEC}))
		}
		line += band
	}
	line = top
	c.rule(x, line, x+width, line, grey, 0.15)
	for i, band := range r.bands {
		line += band
		weight := 0.15
		if i == r.middle {
			weight = 0.35
		}
		c.rule(x, line, x+width, line, grey, weight)
	}
}

// writingLines are n lines of the pattern.
func (r ruling) writingLines(n int, width float64) []piece {
	out := make([]piece, 0, n)
	for range n {
		out = append(out, r.writingLine(width))
	}
	return out
}

// styleFor returns the style whose small letters fill the pattern's middle band.
func (b *builder) styleFor(r ruling, family typeset.Family) typeset.Style {
	style := typeset.Style{Family: family, Size: 10, Language: "de", NoLiga: family == "" || family == typeset.FamilyText}
	font, err := b.e.Fonts.Font(style)
	if err != nil {
		b.fail(err)
		return style
	}
	style.Size = r.xHeight() / (font.XHeight / 1000) / typeset.MMPerPoint
	return style
}
