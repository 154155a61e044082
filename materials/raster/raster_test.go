package raster_test

import (
	"image"
	"image/color"
	"math"
	"os"
	"sync"
	"testing"

	"lernkoffer/materials/page"
	"lernkoffer/materials/picture"
	"lernkoffer/materials/raster"
	"lernkoffer/materials/typeset"
)

var (
	black = picture.Colour{}
	red   = picture.Colour{R: 255}
)

func solid(c picture.Colour) picture.Paint { return picture.Paint{Colour: c, Opacity: 1} }

func square(x, y, side float64) picture.Path {
	pt := func(x, y float64) [3]picture.Point { return [3]picture.Point{{X: x, Y: y}} }
	return picture.Path{
		{Op: picture.MoveTo, Points: pt(x, y)},
		{Op: picture.LineTo, Points: pt(x+side, y)},
		{Op: picture.LineTo, Points: pt(x+side, y+side)},
		{Op: picture.LineTo, Points: pt(x, y+side)},
		{Op: picture.Close},
	}
}

func render(t testing.TB, scale float64, items ...page.Item) *image.RGBA {
	t.Helper()
	img, err := raster.Render(&page.Page{Width: 20, Height: 20, Items: items}, scale)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// expect compares a pixel with a tolerance of 2 a channel.
func expect(t *testing.T, img *image.RGBA, x, y int, want color.RGBA) {
	t.Helper()
	got := img.RGBAAt(x, y)
	off := func(a, b uint8) bool { return math.Abs(float64(a)-float64(b)) > 2 }
	if off(got.R, want.R) || off(got.G, want.G) || off(got.B, want.B) || off(got.A, want.A) {
		t.Errorf("pixel %d,%d is %v, want %v", x, y, got, want)
	}
}

var (
	white = color.RGBA{255, 255, 255, 255}
	ink   = color.RGBA{0, 0, 0, 255}
)

// Ensure that fills cover what they enclose, to the part of a pixel.
func TestFill(t *testing.T) {
	img := render(t, 1, page.Path{Shape: picture.Shape{Path: square(2.5, 5, 5), Fill: solid(black)}})
	expect(t, img, 4, 7, ink)
	expect(t, img, 2, 7, color.RGBA{128, 128, 128, 255})
	expect(t, img, 1, 7, white)
	expect(t, img, 4, 4, white)
	expect(t, img, 4, 10, white)
}

// Ensure that the even-odd rule leaves a hole where the non-zero rule fills.
func TestFillRules(t *testing.T) {
	both := append(square(2, 2, 12), square(5, 5, 6)...)
	expect(t, render(t, 1, page.Path{Shape: picture.Shape{Path: both, Fill: solid(black)}}), 8, 8, ink)
	hole := render(t, 1, page.Path{Shape: picture.Shape{Path: both, Fill: solid(black), EvenOdd: true}})
	expect(t, hole, 8, 8, white)
	expect(t, hole, 3, 8, ink)
}

// Ensure that opacity mixes with the paper.
func TestOpacity(t *testing.T) {
	img := render(t, 1, page.Path{Shape: picture.Shape{Path: square(2, 2, 8), Fill: picture.Paint{Colour: red, Opacity: .5}}})
	expect(t, img, 5, 5, color.RGBA{255, 127, 127, 255})
}

// Ensure that strokes have their width, their caps and their dashes at any scale.
func TestStroke(t *testing.T) {
	line := picture.Path{
		{Op: picture.MoveTo, Points: [3]picture.Point{{X: 4, Y: 10}}},
		{Op: picture.LineTo, Points: [3]picture.Point{{X: 14, Y: 10}}},
	}
	draw := func(s picture.Stroke) *image.RGBA {
		s.Paint = solid(black)
		return render(t, 10, page.Path{Shape: picture.Shape{Path: line, Stroke: s}})
	}
	butt := draw(picture.Stroke{Width: 2})
	expect(t, butt, 90, 95, ink)
	expect(t, butt, 90, 112, white)
	expect(t, butt, 35, 100, white)
	expect(t, draw(picture.Stroke{Width: 2, Cap: picture.CapRound}), 33, 100, ink)
	expect(t, draw(picture.Stroke{Width: 2, Cap: picture.CapSquare}), 32, 92, ink)
	dashed := draw(picture.Stroke{Width: 1, Dash: []float64{2, 2}})
	expect(t, dashed, 50, 100, ink)
	expect(t, dashed, 70, 100, white)

	hair := render(t, .5, page.Path{Shape: picture.Shape{Path: line, Stroke: picture.Stroke{Paint: solid(black), Width: .25}}})
	sum := 0
	for y := range hair.Rect.Dy() {
		sum += 255 - int(hair.RGBAAt(4, y).R)
	}
	if sum < 25 || sum > 40 {
		t.Errorf("a hairline of an eighth of a pixel has %d/255 ink, want about 32", sum)
	}
}

// Ensure that a picture fits into its box, centred, and loses its colour in grey.
func TestPicture(t *testing.T) {
	pic := &picture.Picture{Width: 10, Height: 5, Shapes: []picture.Shape{{Path: square(0, 0, 5), Fill: solid(red)}}}
	img := render(t, 1, page.Picture{X: 0, Y: 0, W: 20, H: 20, Picture: pic})
	expect(t, img, 5, 10, color.RGBA{255, 0, 0, 255})
	expect(t, img, 5, 3, white)
	expect(t, img, 15, 10, white)
	grey := render(t, 1, page.Picture{W: 20, H: 20, Picture: pic, Grey: true})
	expect(t, grey, 5, 10, color.RGBA{76, 76, 76, 255})
	expect(t, raster.RenderPicture(pic, 40, 40), 10, 20, color.RGBA{255, 0, 0, 255})
	expect(t, raster.RenderPicture(pic, 40, 40), 10, 2, color.RGBA{})
}

func textLine(t testing.TB, text string, dotted bool) page.Text {
	t.Helper()
	fonts := typeset.NewFonts(os.DirFS("../../assets/fonts"))
	lines, err := fonts.Layout([]typeset.Span{{Text: text, Style: typeset.Style{Size: 24}}}, typeset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return page.Text{X: 2, Y: 14, Run: lines[0].Runs[0], Dotted: dotted}
}

func darkness(img *image.RGBA, r image.Rectangle) (sum int) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			sum += 255 - int(img.RGBAAt(x, y).G)
		}
	}
	return sum
}

// Ensure that letters stand on the baseline, at their place, and that letters to
// trace have less ink.
func TestText(t *testing.T) {
	img := render(t, 10, textLine(t, "HH", false))
	if darkness(img, image.Rect(0, 142, 200, 200)) != 0 {
		t.Error("there is ink below the baseline")
	}
	full := darkness(img, image.Rect(20, 80, 200, 140))
	if full == 0 || darkness(img, image.Rect(0, 0, 18, 200)) != 0 {
		t.Error("the letters are not where the run begins")
	}
	if dots := darkness(render(t, 10, textLine(t, "HH", true)), image.Rect(0, 0, 200, 200)); dots == 0 || dots > full {
		t.Errorf("letters to trace have %d ink, full ones %d", dots, full)
	}
}

// Ensure that a size that is no image is refused, and that what lies outside the
// paper does no harm.
func TestRenderRefuses(t *testing.T) {
	for _, scale := range []float64{0, -1, math.NaN(), math.Inf(1), 1e6} {
		if _, err := raster.Render(&page.Page{Width: 210, Height: 297}, scale); err == nil {
			t.Errorf("scale %g makes an image", scale)
		}
	}
	far := square(-1e7, -1e7, 2e7)
	expect(t, render(t, 1, page.Path{Shape: picture.Shape{Path: far, Fill: solid(red)}}), 5, 5, color.RGBA{255, 0, 0, 255})
	render(t, 1, page.Path{Shape: picture.Shape{Path: far, Fill: solid(black), Stroke: picture.Stroke{Paint: solid(red), Width: 3}}},
		page.Path{Shape: picture.Shape{Path: square(1e8, 1e8, 2), Stroke: picture.Stroke{Paint: solid(red), Width: 3}}}, page.Picture{})
}

// Ensure that pages can be painted side by side with the same pixels.
func TestRenderConcurrently(t *testing.T) {
	item := textLine(t, "Übung", false)
	want := render(t, 5, item)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			img, err := raster.Render(&page.Page{Width: 20, Height: 20, Items: []page.Item{item}}, 5)
			if err != nil || string(img.Pix) != string(want.Pix) {
				t.Errorf("other pixels than alone, %v", err)
			}
		})
	}
	group.Wait()
}

// Ensure that a picture stays within its box.
func TestPictureIsClipped(t *testing.T) {
	pic := &picture.Picture{Width: 10, Height: 10, Shapes: []picture.Shape{{
		Path: square(-20, -20, 50), Fill: solid(red), Stroke: picture.Stroke{Paint: solid(black), Width: 60},
	}}}
	img := render(t, 1, page.Picture{X: 5, Y: 5, W: 10, H: 10, Picture: pic}, page.Path{Shape: picture.Shape{Path: square(0, 17, 2), Fill: solid(black)}})
	expect(t, img, 4, 10, white)
	expect(t, img, 15, 10, white)
	expect(t, img, 5, 10, color.RGBA{0, 0, 0, 255})
	expect(t, img, 1, 18, ink)
}

// Ensure that dashes too fine to be seen neither hang nor vanish.
func TestFinestDashes(t *testing.T) {
	line := picture.Path{
		{Op: picture.MoveTo, Points: [3]picture.Point{{X: 1, Y: 10}}},
		{Op: picture.LineTo, Points: [3]picture.Point{{X: 16000, Y: 10}}},
	}
	img := render(t, 1, page.Path{Shape: picture.Shape{Path: line, Stroke: picture.Stroke{Paint: solid(black), Width: 2, Dash: []float64{1e-9, 1e-9}}}})
	expect(t, img, 10, 10, ink)
}

// Ensure that a glyph looks the same whether it was drawn before or not.
func TestGlyphsAreKeptByTheirLook(t *testing.T) {
	upright := textLine(t, "nn", false)
	slanted := upright
	slanted.Run.Slant = true
	first := render(t, 3, upright)
	if string(render(t, 3, slanted).Pix) == string(first.Pix) {
		t.Error("slanted letters look like upright ones")
	}
	for _, scale := range []float64{2, 4} {
		render(t, scale, upright, slanted)
	}
	if string(render(t, 3, upright).Pix) != string(first.Pix) {
		t.Error("the same page looks different the second time")
	}
}

func benchmarkPage(b *testing.B, scale float64) {
	item := textLine(b, "Im Klassenzimmer: Gibst du mir bitte die Schere?", false)
	p := &page.Page{Width: 210, Height: 297}
	for i := range 45 {
		item.Y = 20 + float64(i)*6
		p.Items = append(p.Items, item)
	}
	for b.Loop() {
		if _, err := raster.Render(p, scale); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPictures is a sheet of 24 picture cards.
func BenchmarkPictures(b *testing.B) {
	pic, err := picture.Parse([]byte(`<svg viewBox="0 0 72 72" stroke="#000" stroke-width="2"><g fill="#FCEA2B">
		<circle cx="36" cy="36" r="24"/><path d="M10 60c5-20 15-20 20 0z"/><path d="M40 60c5-20 15-20 20 0z"/></g>
		<g fill="none" stroke-linecap="round"><path d="M26 42c5 6 15 6 20 0"/><path d="M10 10C20 0 30 20 40 10s20 0 22 8"/></g></svg>`))
	if err != nil {
		b.Fatal(err)
	}
	p := &page.Page{Width: 210, Height: 297}
	for i := range 24 {
		p.Items = append(p.Items, page.Picture{X: 10 + float64(i%4)*48, Y: 10 + float64(i/4)*46, W: 40, H: 40, Picture: pic})
	}
	for name, width := range map[string]float64{"thumbnail": 100, "preview": 900} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := raster.Render(p, width/210); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkThumbnail(b *testing.B) { benchmarkPage(b, 100.0/210) }

func BenchmarkPreview(b *testing.B) { benchmarkPage(b, 900.0/210) }
