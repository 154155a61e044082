package raster_test

import (
	"errors"
	"flag"
	"image"
	"image/draw"
	"image/png"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"testing"

	"lernkoffer/materials/page"
	"lernkoffer/materials/picture"
	"lernkoffer/materials/raster"
	"lernkoffer/materials/typeset"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// golden compares an image with testdata/<name>.png: on average a channel may be
// off by 2, for rounding differs between processors, and hardly any by much.
func golden(t *testing.T, name string, got *image.RGBA) {
	t.Helper()
	file := filepath.Join("testdata", name+".png")
	if *update {
		write(t, file, got)
	}
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("no golden picture %s: look at what is drawn, then run with -update", file)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	decoded, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	want := image.NewRGBA(decoded.Bounds())
	draw.Draw(want, want.Rect, decoded, want.Rect.Min, draw.Src)
	if got.Rect != want.Rect {
		t.Fatalf("%s: size %v, want %v", name, got.Rect, want.Rect)
	}
	sum, far := 0.0, 0
	for i := range got.Pix {
		off := math.Abs(float64(got.Pix[i]) - float64(want.Pix[i]))
		sum += off
		if off > 48 {
			far++
		}
	}
	const tolerance = 2.0
	if mean := sum / float64(len(got.Pix)); mean > tolerance || far > len(got.Pix)/2000 {
		t.Errorf("%s: off by %.2f of 255 on average, at most %g; %d channels by far", name, mean, tolerance, far)
	}
}

func write(t *testing.T, file string, img image.Image) {
	t.Helper()
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(png.Encode(f, img), f.Close()); err != nil {
		t.Fatal(err)
	}
}

func drawing(t *testing.T, body string, w, h int) *image.RGBA {
	t.Helper()
	p, err := picture.Parse([]byte(`<svg viewBox="0 0 60 40">` + body + `</svg>`))
	if err != nil {
		t.Fatal(err)
	}
	return raster.RenderPicture(p, w, h)
}

// Ensure that pictures look as they did when they were looked at.
func TestGoldenPictures(t *testing.T) {
	for name, body := range map[string]string{
		"joins": `<g fill="none" stroke="#000" stroke-width="5">
			<path d="M5 15L12 5L19 15" stroke-linejoin="round"/><path d="M24 15L31 5L38 15" stroke-linejoin="bevel"/>
			<path d="M43 15L50 5L57 15"/><path d="M5 35L12 25L19 35Z" stroke-linejoin="round"/>
			<path d="M28 35L31 22L34 35" stroke-miterlimit="2"/><path d="M47 35L50 25L53 35" stroke-miterlimit="9"/></g>`,
		"caps": `<g fill="none" stroke="#06c" stroke-width="4"><path d="M8 6H52"/><path d="M8 14H52" stroke-linecap="round"/>
			<path d="M8 22H52" stroke-linecap="square"/><path d="M8 32H52H30" stroke-linecap="round" stroke-linejoin="round"/></g>`,
		"dashes": `<g fill="none" stroke="#a00" stroke-width="2"><circle cx="14" cy="14" r="10" stroke-dasharray="5 3"/>
			<rect x="30" y="5" width="24" height="18" stroke-dasharray="7 4"/>
			<path d="M4 32H56" stroke-dasharray="0 4" stroke-linecap="round"/><path d="M4 37H56" stroke-dasharray="6 2 1"/></g>`,
		"curves": `<g fill="none" stroke="#000" stroke-width="6" stroke-opacity=".5"><path d="M5 35C5 -20 15 50 25 5"/>
			<path d="M34 20C34 8 38 8 38 20S42 32 42 20"/><path d="M50 10C56 10 56 30 50 30S50 20 56 20"/></g>`,
		"evenodd": `<path fill-rule="evenodd" d="M15 3L22 25L4 11H26L8 25Z"/><path d="M45 3L52 25L34 11H56L38 25Z"/>
			<path fill="#080" fill-rule="evenodd" d="M20 30H40V39H20ZM-9 32H30V37H-9Z"/>`,
	} {
		t.Run(name, func(t *testing.T) { golden(t, name, drawing(t, body, 120, 80)) })
	}
}

// Ensure that a page looks as it did: letters upright, slanted, to trace and
// coloured, a ruling, a picture in colour and in grey.
func TestGoldenPage(t *testing.T) {
	fonts := typeset.NewFonts(os.DirFS("../../assets/fonts"))
	p := &page.Page{Width: 70, Height: 50}
	text := func(y float64, s string, style typeset.Style, colour picture.Colour, dotted bool) {
		lines, err := fonts.Layout([]typeset.Span{{Text: s, Style: style}}, typeset.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, run := range lines[0].Runs {
			p.Items = append(p.Items, page.Text{X: 4, Y: y, Run: run, Colour: colour, Dotted: dotted})
		}
	}
	text(9, "Größe, Äpfel, „Übung“", typeset.Style{Size: 16}, black, false)
	text(17, "kursiv geschrieben", typeset.Style{Size: 14, Italic: true, Family: typeset.FamilyVA}, picture.Colour{R: 150}, false)
	text(30, "Mimi", typeset.Style{Size: 30, Family: typeset.FamilyGrund}, black, true)
	text(45, "Wa", typeset.Style{Size: 60, Bold: true}, picture.Colour{B: 160}, false)
	for _, y := range []float64{25, 30} {
		p.Items = append(p.Items, page.Path{Shape: picture.Shape{
			Path:   picture.Path{{Op: picture.MoveTo, Points: [3]picture.Point{{X: 3, Y: y}}}, {Op: picture.LineTo, Points: [3]picture.Point{{X: 40, Y: y}}}},
			Stroke: picture.Stroke{Paint: solid(picture.Colour{R: 160, G: 160, B: 160}), Width: 0.25},
		}})
	}
	face, err := picture.Parse([]byte(`<svg viewBox="0 0 72 72"><circle cx="36" cy="36" r="24" fill="#FCEA2B" stroke="#000" stroke-width="2"/>
		<path d="M26 42c5 6 15 6 20 0" fill="none" stroke="#000" stroke-width="2" stroke-linecap="round"/>
		<circle cx="28" cy="30" r="3"/><circle cx="44" cy="30" r="3"/></svg>`))
	if err != nil {
		t.Fatal(err)
	}
	p.Items = append(p.Items, page.Picture{X: 42, Y: 22, W: 26, H: 13, Picture: face}, page.Picture{X: 42, Y: 36, W: 26, H: 13, Picture: face, Grey: true})
	for name, scale := range map[string]float64{"page": 4, "thumbnail": 1} {
		img, err := raster.Render(p, scale)
		if err != nil {
			t.Fatal(err)
		}
		golden(t, name, img)
	}
}
