package picture_test

import (
	"math"
	"strings"
	"testing"

	"lernkoffer/materials/picture"
)

func svg(body string) []byte {
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72">` + body + `</svg>`)
}

func parse(t *testing.T, body string) *picture.Picture {
	t.Helper()
	p, err := picture.Parse(svg(body))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// ends lists where each segment of a shape ends.
func ends(s picture.Shape) []picture.Point {
	var out []picture.Point
	for _, seg := range s.Path {
		switch seg.Op {
		case picture.CubicTo:
			out = append(out, seg.Points[2])
		case picture.Close:
		default:
			out = append(out, seg.Points[0])
		}
	}
	return out
}

func near(a, b picture.Point) bool { return math.Hypot(a.X-b.X, a.Y-b.Y) < 1e-6 }

// Ensure that each way to draw gives the points it names.
func TestShapes(t *testing.T) {
	for _, tc := range []struct {
		name, body string
		want       []picture.Point
	}{
		{"absolute path", `<path d="M1 2L3 4H5V6z"/>`, []picture.Point{{1, 2}, {3, 4}, {5, 4}, {5, 6}}},
		{"relative path, numbers run together", `<path d="m1,2l2-2.5.5.5h2v-1"/>`, []picture.Point{{1, 2}, {3, -.5}, {3.5, 0}, {5.5, 0}, {5.5, -1}}},
		{"a move goes on as lines", `<path d="M0 0 1 1 2 0"/>`, []picture.Point{{0, 0}, {1, 1}, {2, 0}}},
		{"relative after close starts at the subpath", `<path d="M5 5h2zm1 1h1"/>`, []picture.Point{{5, 5}, {7, 5}, {6, 6}, {7, 6}}},
		{"a line after close gets its move", `<path d="M5 5h2zv3"/>`, []picture.Point{{5, 5}, {7, 5}, {5, 5}, {5, 8}}},
		{"arc without radius is a line", `<path d="M0 0A0 5 0 0 1 3 4"/>`, []picture.Point{{0, 0}, {3, 4}}},
		{"quadratic", `<path d="M0 0Q3 3 6 0t6 0"/>`, []picture.Point{{0, 0}, {6, 0}, {12, 0}}},
		{"exponents", `<path d="M1e1 1e-1L.5e1-1"/>`, []picture.Point{{10, .1}, {5, -1}}},
		{"units", `<line x2="1in" y2="3pt" stroke="#000"/>`, []picture.Point{{0, 0}, {96, 4}}},
		{"an editor's data and definitions", `<x:view xmlns:x="urn:x"><x:deep/></x:view><defs><text/></defs><path d="M1 1h1"/>`, []picture.Point{{1, 1}, {2, 1}}},
		{"skew", `<path transform="skewX(45)skewY(0)" d="M0 1h1"/>`, []picture.Point{{1, 1}, {2, 1}}},
		{"arc of a half circle", `<path d="M0 0A5 5 0 0 1 10 0"/>`, []picture.Point{{0, 0}, {5, -5}, {10, 0}}},
		{"arc flags without spaces", `<path d="M0 0a5 5 0 0110 0"/>`, []picture.Point{{0, 0}, {5, -5}, {10, 0}}},
		{"arc that is too small grows", `<path d="M0 0A1 1 0 0 0 10 0"/>`, []picture.Point{{0, 0}, {5, 5}, {10, 0}}},
		{"polyline", `<polyline points="1,2 3,4" fill="none" stroke="#000"/>`, []picture.Point{{1, 2}, {3, 4}}},
		{"line", `<line x1="1" y1="2" x2="3" y2="4" stroke="black"/>`, []picture.Point{{1, 2}, {3, 4}}},
		{"rect", `<rect x="1" y="2" width="3" height="4"/>`, []picture.Point{{1, 2}, {4, 2}, {4, 6}, {1, 6}}},
		{"translate, then scale", `<g transform="translate(10 20) scale(2)"><path d="M1 1"/></g>`, []picture.Point{{12, 22}}},
		{"rotate around a point", `<path transform="rotate(90 10 10)" d="M20 10"/>`, []picture.Point{{10, 20}}},
		{"matrix", `<path transform="matrix(1 0 0 -1 5 6)" d="M1 1"/>`, []picture.Point{{6, 5}}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			p := parse(t, tc.body)
			if len(p.Shapes) != 1 {
				t.Fatalf("%d shapes, want 1", len(p.Shapes))
			}
			got := ends(p.Shapes[0])
			if len(got) != len(tc.want) {
				t.Fatalf("points %v, want %v", got, tc.want)
			}
			for i := range got {
				if !near(got[i], tc.want[i]) {
					t.Errorf("points %v, want %v", got, tc.want)
				}
			}
		})
	}
}

// Ensure that a circle keeps its distance from the centre, at the curves' middle too.
func TestCircle(t *testing.T) {
	for _, seg := range parse(t, `<circle cx="36" cy="36" r="10"/>`).Shapes[0].Path {
		if seg.Op != picture.CubicTo {
			continue
		}
		if r := math.Hypot(seg.Points[2].X-36, seg.Points[2].Y-36); math.Abs(r-10) > 0.01 {
			t.Errorf("distance %.3f, want 10", r)
		}
	}
}

// Ensure that smooth curves mirror their last control point, and start straight
// after another command.
func TestSmoothCurves(t *testing.T) {
	p := parse(t, `<path d="M0 0C0 5 5 10 10 10S20 15 20 20M0 0S1 1 2 2"/>`)
	path := p.Shapes[0].Path
	if got := path[2].Points[0]; !near(got, picture.Point{X: 15, Y: 10}) {
		t.Errorf("mirrored control point %v, want {15 10}", got)
	}
	if got := path[4].Points[0]; !near(got, picture.Point{}) {
		t.Errorf("control point after a move %v, want the point itself", got)
	}
}

// Ensure that paints are inherited, overridden and thinned by every opacity.
func TestPaints(t *testing.T) {
	p := parse(t, `<g fill="#f00" opacity=".5" stroke-linecap="round">
		<path d="M0 0h1"/>
		<path d="M0 0h1" style="fill:none;stroke:rgb(0,0,255);stroke-width:2px;stroke-opacity:50%"/>
		<g fill="none"><path d="M0 0h1"/></g>
		<path d="M0 0h1" display="none"/>
	</g><g transform="scale(3)"><path d="M0 0h1" fill="none" stroke="#123" stroke-dasharray="1 2 3"/></g>`)
	if len(p.Shapes) != 3 {
		t.Fatalf("%d shapes, want 3: what has no ink is left out", len(p.Shapes))
	}
	first, second, third := p.Shapes[0], p.Shapes[1], p.Shapes[2]
	if want := (picture.Paint{Colour: picture.Colour{R: 255}, Opacity: .5}); first.Fill != want {
		t.Errorf("fill %+v, want %+v", first.Fill, want)
	}
	if second.Fill.Opacity != 0 || second.Stroke.Colour != (picture.Colour{B: 255}) || second.Stroke.Opacity != .25 ||
		second.Stroke.Width != 2 || second.Stroke.Cap != picture.CapRound {
		t.Errorf("stroke %+v", second.Stroke)
	}
	if third.Stroke.Width != 3 || len(third.Stroke.Dash) != 6 || third.Stroke.Dash[0] != 3 {
		t.Errorf("a scaled stroke is %+v, want width 3 and six dashes from 3", third.Stroke)
	}
}

// Ensure that every way to name a colour gives it.
func TestColours(t *testing.T) {
	for value, want := range map[string]picture.Paint{
		"#1a2b3c":               {Colour: picture.Colour{R: 0x1a, G: 0x2b, B: 0x3c}, Opacity: 1},
		"#FC0":                  {Colour: picture.Colour{R: 0xff, G: 0xcc}, Opacity: 1},
		"#0000ff33":             {Colour: picture.Colour{B: 0xff}, Opacity: 0.2},
		"rgb(1, 2,3)":           {Colour: picture.Colour{R: 1, G: 2, B: 3}, Opacity: 1},
		"rgb(100% 50% 0% / .5)": {Colour: picture.Colour{R: 255, G: 128}, Opacity: 0.5},
		"DarkSlateGray":         {Colour: picture.Colour{R: 47, G: 79, B: 79}, Opacity: 1},
		"currentColor":          {Opacity: 1},
	} {
		p := parse(t, `<path d="M0 0h1v1z" fill="`+value+`"/>`)
		if len(p.Shapes) != 1 || p.Shapes[0].Fill != want {
			t.Errorf("%s: %+v, want %+v", value, p.Shapes, want)
		}
	}
}

// Ensure that what is hidden can be shown further in, what is gone can't.
func TestHidden(t *testing.T) {
	p := parse(t, `<g visibility="hidden"><path d="M0 0h1"/><path visibility="visible" d="M1 0h1"/></g>
		<g style="display:none"><path visibility="visible" style="display:inline" d="M2 0h1"/></g>`)
	if len(p.Shapes) != 1 || p.Shapes[0].Path[0].Points[0].X != 1 {
		t.Errorf("shapes %+v, want the one that is visible", p.Shapes)
	}
}

// Ensure that paint-order puts the stroke below the fill.
func TestPaintOrder(t *testing.T) {
	p := parse(t, `<path d="M0 0h1v1z" stroke="red" paint-order="stroke fill" stroke-miterlimit="2" fill-rule="evenodd"/>`)
	if len(p.Shapes) != 2 || p.Shapes[0].Fill.Opacity != 0 || p.Shapes[0].Stroke.MiterLimit != 2 ||
		p.Shapes[1].Stroke.Opacity != 0 || !p.Shapes[1].EvenOdd {
		t.Errorf("shapes %+v, want the stroke, then the fill", p.Shapes)
	}
}

// Ensure that the corner of the viewBox is the origin.
func TestViewBox(t *testing.T) {
	p, err := picture.Parse([]byte(`<svg viewBox="-10 -20 30 40"><path d="M0 0"/></svg>`))
	if err != nil || p.Width != 30 || p.Height != 40 || !near(ends(p.Shapes[0])[0], picture.Point{X: 10, Y: 20}) {
		t.Errorf("picture %+v, %v", p, err)
	}
}

// Ensure that what can't be drawn is refused by name, and damage told.
func TestParseRefuses(t *testing.T) {
	deep := strings.Repeat("<g>", 70) + strings.Repeat("</g>", 70)
	for name, tc := range map[string]struct {
		svg  []byte
		want string
	}{
		"text":              {svg(`<text>Hallo</text>`), "text"},
		"image":             {svg(`<image href="x.png"/>`), "image"},
		"gradient fill":     {svg(`<path d="M0 0" fill="url(#a)"/>`), "url(#a)"},
		"style sheet":       {svg(`<style>.a{fill:red}</style>`), "style"},
		"mask":              {svg(`<g mask="url(#m)"><path d="M0 0h1"/></g>`), "mask"},
		"use":               {svg(`<use href="#a"/>`), "use"},
		"text in a group":   {svg(`<g><a><text>Hallo</text></a></g>`), "text"},
		"entity":            {[]byte(`<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"><title>&a;</title></svg>`), "entity"},
		"foreign root":      {[]byte(`<svg xmlns="http://example.org" viewBox="0 0 1 1"/>`), "svg"},
		"line number":       {svg("\n\n<text/>"), "Zeile 3"},
		"far away":          {svg(`<g transform="scale(9e5)"><path transform="scale(9e5)" d="M1 1h1"/></g>`), "außerhalb"},
		"unknown unit":      {svg(`<line x2="3em" stroke="#000"/>`), "Einheit"},
		"unknown colour":    {svg(`<path d="M0 0" fill="blurple"/>`), "blurple"},
		"bad path":          {svg(`<path d="M0 0 L1"/>`), "Zahl fehlt"},
		"path from nowhere": {svg(`<path d="L1 1"/>`), "beginnt"},
		"huge number":       {svg(`<path d="M1e300 0"/>`), "brauchbare"},
		"too deep":          {svg(deep), "ineinander"},
		"not SVG":           {[]byte(`<html/>`), "html"},
		"no XML":            {[]byte("GIF89a"), "svg fehlt"},
		"cut off":           {svg(`<path d="M0 0"/>`)[:60], "EOF"},
		"no size":           {[]byte(`<svg/>`), "viewBox"},
		"empty":             {nil, "svg fehlt"},
		"too large":         {make([]byte, 2<<20), "höchstens"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := picture.Parse(tc.svg); err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("error %v, want one with %q", err, tc.want)
			}
		})
	}
}

// Ensure that no bytes bring the parser down, and that what it returns is finite.
func FuzzParse(f *testing.F) {
	for _, body := range []string{
		`<path d="M0 0A5 5 0 0 1 10 0z"/>`, `<g transform="rotate(3) skewX(2)"><rect rx="2" width="3" height="3"/></g>`,
		`<ellipse rx="1" ry="2" style="stroke-dasharray:1 2"/>`,
	} {
		f.Add(svg(body))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := picture.Parse(data)
		if err != nil {
			return
		}
		for _, s := range p.Shapes {
			for _, pt := range ends(s) {
				if !(math.Abs(pt.X) <= 1e6 && math.Abs(pt.Y) <= 1e6) {
					t.Fatalf("point %v in %q", pt, data)
				}
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	data := svg(strings.Repeat(`<path fill="none" stroke="#000" d="M12 60A5 5 0 0 1 20 60c1 1 2 2 3 3s4 4 5 5z"/>`, 20))
	for b.Loop() {
		if _, err := picture.Parse(data); err != nil {
			b.Fatal(err)
		}
	}
}
