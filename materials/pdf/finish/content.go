package finish

import (
	"math"
	"slices"
	"strconv"

	"lernkoffer/materials/picture"
)

// Matrix maps x, y to a·x + c·y + e, b·x + d·y + f.
type Matrix struct{ A, B, C, D, E, F float64 }

// Content collects the operators of a page or form. Lengths are in its own
// units, points on a page, y upwards. State is written only where it changes.
type Content struct {
	buf       []byte
	resources *Resources
	decimals  int
	state     state
	saved     []state
	alphas    []int // opacities in use
}

// state is what has been written of the graphics state; fresh is false until
// the first write of each part.
type state struct {
	fill, stroke *picture.Colour
	width        float64
	cap          picture.Cap
	join         picture.Join
	miter        float64 // 0: not known
	dash         []float64
	lines        bool   // width, cap, join and dash are known
	alpha        int    // index of the opacity; 0 is opaque
	mode         string // of text
}

// Content returns an empty content whose numbers have so many decimals.
func (r *Resources) Content(decimals int) *Content {
	return &Content{resources: r, decimals: decimals, state: state{mode: "0 Tr"}}
}

// String returns the operators.
func (c *Content) String() string { return string(c.buf) }

// Save and Restore bracket a change of state.
func (c *Content) Save() {
	c.saved = append(c.saved, c.state)
	c.op("q")
}

// Restore undoes what changed since the last Save.
func (c *Content) Restore() {
	last := len(c.saved) - 1
	c.state, c.saved = c.saved[last], c.saved[:last]
	c.op("Q")
}

// Transform puts m before the current matrix.
func (c *Content) Transform(m Matrix) {
	c.matrix(m)
	c.op("cm")
}

// Form draws a form.
func (c *Content) Form(f *Form) {
	c.opacity(opacity{1, 1}) // forms inherit what is set
	c.name(f.name)
	c.op("Do")
}

// Begin opens marked content of a tag with its number on the page.
func (c *Content) Begin(tag string, mcid int) {
	c.name(tag)
	c.buf = append(c.buf, "<</MCID "...)
	c.buf = strconv.AppendInt(c.buf, int64(mcid), 10)
	c.buf = append(c.buf, ">> "...)
	c.op("BDC")
}

// BeginLanguage opens a span in another language than what is around it.
func (c *Content) BeginLanguage(language string) {
	c.buf = append(c.buf, "/Span <</Lang "...)
	c.buf = append(c.buf, textString(language)...)
	c.buf = append(c.buf, ">> "...)
	c.op("BDC")
}

// BeginArtifact opens content that is not read out.
func (c *Content) BeginArtifact() { c.op("/Artifact BMC") }

// End closes what one of the Begins opened.
func (c *Content) End() { c.op("EMC") }

func (c *Content) op(operator string) {
	c.buf = append(c.buf, operator...)
	c.buf = append(c.buf, '\n')
}

func (c *Content) name(name string) {
	c.buf = append(c.buf, '/')
	c.buf = append(c.buf, name...)
	c.buf = append(c.buf, ' ')
}

func (c *Content) num(vs ...float64) {
	for _, v := range vs {
		c.buf = appendNumber(c.buf, v, c.decimals)
		c.buf = append(c.buf, ' ')
	}
}

// matrix writes scales finer than places, for they multiply them.
func (c *Content) matrix(m Matrix) {
	for _, v := range []float64{m.A, m.B, m.C, m.D} {
		c.buf = appendNumber(c.buf, v, 5)
		c.buf = append(c.buf, ' ')
	}
	c.num(m.E, m.F)
}

// appendNumber writes v without needless digits. What is no number is 0.
func appendNumber(b []byte, v float64, decimals int) []byte {
	const limit = 1e9 // keeps readers of 32 bits safe
	if math.IsNaN(v) {
		v = 0
	}
	v = min(max(v, -limit), limit)
	start := len(b)
	b = strconv.AppendFloat(b, v, 'f', decimals, 64)
	if slices.Contains(b[start:], '.') {
		for b[len(b)-1] == '0' {
			b = b[:len(b)-1]
		}
		if b[len(b)-1] == '.' {
			b = b[:len(b)-1]
		}
	}
	if string(b[start:]) == "-0" {
		return append(b[:start], '0')
	}
	return b
}

// number formats v for a dictionary.
func number(v float64) string { return string(appendNumber(nil, v, 2)) }
