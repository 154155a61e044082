package pdf_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lernkoffer/materials/page"
	"lernkoffer/materials/picture"
	"lernkoffer/materials/typeset"
)

func at(x, y float64) [3]picture.Point { return [3]picture.Point{{X: x, Y: y}} }

var triangle = picture.Path{
	{Op: picture.MoveTo, Points: at(10, 10)},
	{Op: picture.LineTo, Points: at(62, 10)},
	{Op: picture.LineTo, Points: at(36, 62)},
	{Op: picture.Close},
}

func drawing(opacity float64) *picture.Picture {
	return &picture.Picture{Width: 72, Height: 72, Shapes: []picture.Shape{{
		Path:   triangle,
		Fill:   picture.Paint{Colour: picture.Colour{R: 255}, Opacity: opacity},
		Stroke: picture.Stroke{Paint: picture.Paint{Opacity: 1}, Width: 2, Join: picture.JoinRound},
	}}}
}

// specimen has something of everything.
func specimen(t testing.TB) *sheet {
	s := newSheet(t)
	s.paragraph(page.RoleHeading1, "Im Klassenzimmer", typeset.Style{Size: 20, Bold: true})
	s.paragraph(page.RoleText, "Das Heft liegt auf dem Tisch.", typeset.Style{})
	s.paragraph(page.RoleText, "يوم سعيد", typeset.Style{Language: "ar"})
	s.add(page.Begin{Role: page.RoleList}, page.Begin{Role: page.RoleItem})
	s.paragraph(page.RoleText, "ein Punkt", typeset.Style{})
	s.add(page.End{}, page.End{})
	s.add(page.Begin{Role: page.RoleTable}, page.Begin{Role: page.RoleRow})
	s.paragraph(page.RoleHead, "Wort", typeset.Style{})
	s.paragraph(page.RoleCell, "Tisch", typeset.Style{})
	s.add(page.End{}, page.End{})
	s.add(page.Begin{Role: page.RoleArtifact},
		page.Path{Shape: picture.Shape{Path: triangle[:2], Stroke: picture.Stroke{Paint: picture.Paint{Opacity: 1}, Width: 0.3}}},
		page.End{})
	pic := drawing(0.5)
	s.add(page.Picture{X: 20, Y: 200, W: 30, H: 20, Picture: pic, Alt: "Ein Dreieck"})
	s.add(page.Picture{X: 60, Y: 200, W: 30, H: 20, Picture: pic})
	return s
}

func TestStructure(t *testing.T) {
	s := specimen(t)
	s.add(page.Begin{Role: page.RoleSection, Language: "uk"})
	s.paragraph(page.RoleText, "Привіт", typeset.Style{Language: "uk"})
	s.add(page.End{})
	r := read(t, mustBytes(t, document(s, specimen(t))))

	want := `Document
  H1
  P
  P
  L
    LI
      LBody
        P
  Table
    TR
      TH scope=Column
      TD
  Figure alt=Ein Dreieck
  Sect lang=uk
    P
`
	if got := r.structure(); !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}

	// Each number of marked content has its owner, page by page.
	root := r.follow(r.root, "/StructTreeRoot")
	parents := regexp.MustCompile(`\d+ \[([^\]]*)\]`).FindAllStringSubmatch(r.find(root.dict, `/Nums \[(.*)\]>>`), -1)
	for i, content := range r.contents() {
		owners := strings.Count(parents[i][1], " 0 R")
		var want []int
		for n := range owners {
			want = append(want, n)
		}
		if got := r.marks(content); !slices.Equal(got, want) || len(got) == 0 {
			t.Errorf("page %d: marks %v for %d owners", i+1, got, owners)
		}
	}
	if !strings.Contains(r.root.dict, "/MarkInfo <</Marked true>>") {
		t.Error("the file does not say that it is tagged")
	}
	if n := strings.Count(r.contents()[0], "/Span <</Lang <FEFF00610072>>> BDC"); n != 1 {
		t.Errorf("%d spans in Arabic, want 1", n)
	}
}

func TestPicturesAreWrittenOnce(t *testing.T) {
	s := newSheet(t)
	pic := drawing(1)
	for i := range 10 {
		s.add(page.Picture{X: float64(20 * i), Y: 50, W: 15, H: 15, Picture: pic, Alt: "Dreieck"})
	}
	s.add(page.Picture{X: 20, Y: 90, W: 15, H: 15, Picture: pic, Grey: true})
	r := read(t, mustBytes(t, document(s, s)))

	forms := r.all(`/Subtype /Form`)
	if len(forms) != 2 {
		t.Fatalf("%d forms, want the picture and its grey one", len(forms))
	}
	if got := string(forms[0].data); !strings.Contains(got, "1 0 0 rg") {
		t.Errorf("colour lost: %s", got)
	}
	if got := string(forms[1].data); strings.Contains(got, "rg") || !strings.Contains(got, "0.298 g") {
		t.Errorf("not grey: %s", got)
	}
	if n := strings.Count(r.contents()[1], " Do\n"); n != 11 {
		t.Errorf("%d pictures on the second page", n)
	}
}

// Ensure that a picture keeps its proportions in the middle of its box.
func TestPictureInItsBox(t *testing.T) {
	s := newSheet(t)
	s.add(page.Picture{X: 10, Y: 20, W: 72, H: 36, Picture: drawing(1)})
	r := read(t, mustBytes(t, document(s)))

	// 36 mm wide, 18 mm from the left of the box: its corner is at 28, 20 mm.
	const want = "0.10205 0 0 -0.10205 79.37 785.2 cm"
	if got := r.contents()[0]; !strings.Contains(got, want) {
		t.Errorf("no %q in %s", want, got)
	}
}

// Ensure that the corners of strokes are as sharp as the drawing says, and said
// once as long as they stay so.
func TestMiterLimit(t *testing.T) {
	s := newSheet(t)
	for _, limit := range []float64{4, 4, 0} {
		line := picture.Stroke{Paint: picture.Paint{Opacity: 1}, Width: 1, MiterLimit: limit}
		s.add(page.Path{Shape: picture.Shape{Path: triangle, Stroke: line}})
	}
	got := read(t, mustBytes(t, document(s))).contents()[0]
	if strings.Count(got, "4 M\n") != 1 || strings.Count(got, "10 M\n") != 1 {
		t.Errorf("want 4 M, then 10 M, each once: %s", got)
	}
}

func TestOpacity(t *testing.T) {
	s := newSheet(t)
	s.add(page.Picture{X: 10, Y: 20, W: 20, H: 20, Picture: drawing(0.5), Alt: "blass"})
	s.add(page.Path{Shape: picture.Shape{Path: triangle, Fill: picture.Paint{Opacity: 0.25}}})
	s.paragraph(page.RoleText, "schwarz", typeset.Style{})
	r := read(t, mustBytes(t, document(s)))

	form := r.all(`/Subtype /Form`)[0]
	alpha := r.ref(r.find(form.dict, `/A\d+ (\d+) 0 R`))
	if !strings.Contains(alpha.dict, "/ca 0.5 ") {
		t.Errorf("fill opacity: %s", alpha.dict)
	}
	if got := string(form.data); strings.Contains(got, "B\n") {
		t.Errorf("the stroke is painted with the pale fill: %s", got)
	}
	_, after, _ := strings.Cut(r.contents()[0], "f\n")
	if !strings.Contains(after, "/A0 gs") {
		t.Errorf("text after a pale shape is pale: %s", after)
	}
}

// Ensure that letters to trace are dots, and words all the same.
func TestDottedText(t *testing.T) {
	lines, err := fonts.Layout([]typeset.Span{{Text: "Mama", Style: typeset.Style{Family: typeset.FamilyLA, Size: 28}}}, typeset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := newSheet(t)
	s.add(page.Begin{Role: page.RoleText})
	for i := range 5 {
		s.add(page.Text{X: 20, Y: 30 + 20*float64(i), Run: lines[0].Runs[0], Dotted: true})
	}
	s.add(page.End{})
	r := read(t, mustBytes(t, document(s)))

	content := r.contents()[0]
	if got := r.text(content); len(got) != 5 || got[0] != "Mama" {
		t.Errorf("text %q", got)
	}
	if !strings.Contains(content, "3 Tr") {
		t.Error("the letters themselves are printed too")
	}
	forms := r.all(`/Subtype /Form`)
	if len(forms) != 1 || strings.Count(content, " Do\n") != 5 {
		t.Fatalf("%d forms, shown %d times", len(forms), strings.Count(content, " Do\n"))
	}
	if dots := strings.Count(string(forms[0].data), " l\n"); dots < 100 {
		t.Errorf("%d dots", dots)
	}
}

// Ensure that text follows where nothing is hidden any more.
func TestTextAfterDots(t *testing.T) {
	lines, err := fonts.Layout([]typeset.Span{{Text: "M", Style: typeset.Style{Size: 28}}}, typeset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := newSheet(t)
	s.add(page.Text{X: 20, Y: 30, Run: lines[0].Runs[0], Dotted: true}, page.Text{X: 20, Y: 60, Run: lines[0].Runs[0]})
	r := read(t, mustBytes(t, document(s)))
	_, after, _ := strings.Cut(r.contents()[0], "Do\n")
	if !strings.Contains(after, "0 Tr") {
		t.Errorf("still hidden: %s", after)
	}
}

func BenchmarkOnePage(b *testing.B) {
	s := specimen(b)
	for range 20 {
		s.paragraph(page.RoleText, "Lina geht in die vierte Klasse und feiert mit allen ein Fest.", typeset.Style{})
	}
	for b.Loop() {
		mustBytes(b, document(s))
	}
}

// BenchmarkFirstPage includes reading the fonts, as after the start.
func BenchmarkFirstPage(b *testing.B) {
	warm := fonts
	defer func() { fonts = warm }()
	for b.Loop() {
		fonts = typeset.NewFonts(os.DirFS("../../assets/fonts"))
		s := specimen(b)
		mustBytes(b, document(s))
	}
}
