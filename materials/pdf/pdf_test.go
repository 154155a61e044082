package pdf_test

import (
	"bytes"
	"errors"
	"math"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"lernkoffer/materials/page"
	"lernkoffer/materials/pdf"
	"lernkoffer/materials/picture"
	"lernkoffer/materials/typeset"
)

var fonts = typeset.NewFonts(os.DirFS("../../assets/fonts"))

// sheet sets paragraphs on a page, one below the other.
type sheet struct {
	t    testing.TB
	page page.Page
	y    float64
}

func newSheet(t testing.TB) *sheet {
	return &sheet{t: t, page: page.Page{Width: page.A4Width, Height: page.A4Height}, y: 20}
}

func (s *sheet) paragraph(role page.Role, text string, style typeset.Style) {
	s.t.Helper()
	if style.Size == 0 {
		style.Size = 12
	}
	lines, err := fonts.Layout([]typeset.Span{{Text: text, Style: style}}, typeset.Options{Width: 170})
	if err != nil {
		s.t.Fatal(err)
	}
	s.add(page.Begin{Role: role})
	for _, l := range lines {
		for _, run := range l.Runs {
			s.add(page.Text{X: 20, Y: s.y + l.Ascent, Run: run})
		}
		s.y += l.Height()
	}
	s.add(page.End{})
}

func (s *sheet) add(items ...page.Item) { s.page.Items = append(s.page.Items, items...) }

func document(pages ...*sheet) *page.Document {
	doc := &page.Document{
		Title: "Im Klassenzimmer – Übung", Author: "Lernkoffer & Co", Language: "de", Keywords: []string{"A1", "Schule"},
		Created: time.Date(2026, 11, 25, 14, 30, 0, 0, time.FixedZone("", 3600)),
	}
	for _, p := range pages {
		doc.Pages = append(doc.Pages, &p.page)
	}
	return doc
}

func mustBytes(t testing.TB, doc *page.Document) []byte {
	t.Helper()
	data, err := pdf.Bytes(doc)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Ensure that what is printed is found, copied and read out as it was written.
func TestTextComesBack(t *testing.T) {
	for _, c := range []struct {
		name  string
		text  string
		style typeset.Style
		want  []string
	}{
		{name: "German", text: "„Äpfel“, Straße – Größe: 5 €; ẞ", want: []string{"„Äpfel“, Straße – Größe: 5 €; ẞ"}},
		{name: "ligatures", text: "Schifffahrt, fliegt", want: []string{"Schifffahrt, fliegt"}},
		{name: "no-break spaces", text: "z.\u00A0B. so", want: []string{"z.\u00A0B. so"}},
		{name: "bold", text: "Füchse", style: typeset.Style{Bold: true}, want: []string{"Füchse"}},
		{name: "slanted", text: "schräg", style: typeset.Style{Italic: true}, want: []string{"schräg"}},
		{name: "joined script", text: "Vogel Straße", style: typeset.Style{Family: typeset.FamilySAS}, want: []string{"Vogel Straße"}},
		{name: "Ukrainian", text: "Їжак і ґанок", style: typeset.Style{Language: "uk"}, want: []string{"Їжак і ґанок"}},
		{name: "stacked marks", text: "o\u031b\u0309", want: []string{"o\u031b\u0309"}},
		{name: "the space of a line's end stays", text: strings.Repeat("Haus ", 20), want: []string{
			strings.Repeat("Haus ", 15), strings.Repeat("Haus ", 5),
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newSheet(t)
			s.paragraph(page.RoleText, c.text, c.style)
			r := read(t, mustBytes(t, document(s)))

			got := r.text(r.contents()[0])
			if strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// Ensure that right-to-left text keeps each cluster's characters together.
func TestArabicComesBack(t *testing.T) {
	s := newSheet(t)
	s.paragraph(page.RoleText, "لا مُعَلِّمَة", typeset.Style{Language: "ar"})
	r := read(t, mustBytes(t, document(s)))

	want := strings.Join([]string{"ة", "مَ", "لِّ", "عَ", "مُ", " ", "ا", "ل"}, "") // as the glyphs stand
	if got := strings.Join(r.text(r.contents()[0]), "|"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Ensure that a line of mixed directions is read from its beginning.
func TestRunsAreReadInOrder(t *testing.T) {
	s := newSheet(t)
	s.paragraph(page.RoleText, "يوم Montag سعيد", typeset.Style{Language: "ar"})
	r := read(t, mustBytes(t, document(s)))

	got := strings.Join(r.text(r.contents()[0]), "|")
	if want := " موي|Montag| |ديعس"; got != want { // glyphs from the left, runs as read
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := r.entry(r.all(`/S /P `)[0], "/ActualText"), "يوم Montag سعيد"; got != want {
		t.Errorf("read out as %q, want %q", got, want)
	}
}

func TestFontsAreEmbedded(t *testing.T) {
	s := newSheet(t)
	s.paragraph(page.RoleText, "Straße", typeset.Style{})
	s.paragraph(page.RoleText, "Straße", typeset.Style{Bold: true})
	s.paragraph(page.RoleText, "Straße", typeset.Style{Family: typeset.FamilyLA})
	data := mustBytes(t, document(s))
	r := read(t, data)

	names := map[string]bool{}
	for _, font := range r.fonts() {
		descendant := r.follow(font, "/DescendantFonts")
		descriptor := r.follow(descendant, "/FontDescriptor")
		program := r.follow(descriptor, "/FontFile2")
		if !bytes.HasPrefix(program.data, []byte{0, 1, 0, 0}) {
			t.Errorf("%s: not a TrueType font", font.dict)
		}
		if len(program.data) > 6000 {
			t.Errorf("%s: %d bytes for six letters", font.dict, len(program.data))
		}
		_, name, _ := strings.Cut(r.find(font.dict, `/BaseFont /([A-Z]{6}\+[\w-]+)`), "+")
		names[name] = true
	}
	if len(names) != 3 || !names["Andika"] || !names["Andika-Bold"] || !names["PlaywriteDELA-Regular"] {
		t.Errorf("fonts %v", names)
	}
	if len(data) > 20_000 {
		t.Errorf("%d bytes for three words", len(data))
	}
}

func TestMetadata(t *testing.T) {
	s := newSheet(t)
	s.paragraph(page.RoleText, "x", typeset.Style{})
	r := read(t, mustBytes(t, document(s)))

	for key, want := range map[string]string{
		"/Title": "Im Klassenzimmer – Übung", "/Author": "Lernkoffer & Co", "/Keywords": "A1, Schule", "/Producer": "Lernkoffer",
	} {
		if got := r.entry(r.info, key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	if !strings.Contains(r.info.dict, "/CreationDate (D:20261125133000Z)") {
		t.Errorf("date: %s", r.info.dict)
	}
	if got := r.entry(r.root, "/Lang"); got != "de" {
		t.Errorf("language %q", got)
	}
	xmp := string(r.follow(r.root, "/Metadata").data)
	for _, want := range []string{
		"Im Klassenzimmer – Übung", "Lernkoffer &amp; Co", "2026-11-25T13:30:00Z", "<pdfuaid:part>1<",
	} {
		if !strings.Contains(xmp, want) {
			t.Errorf("no %q in %s", want, xmp)
		}
	}
}

// Ensure that the same document makes the same file, however often and by how
// many at a time.
func TestDeterministic(t *testing.T) {
	s := specimen(t)
	want := mustBytes(t, document(s, s))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			got, err := pdf.Bytes(document(s, s))
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("another file (error %v)", err)
			}
		})
	}
	wg.Wait()

	later := document(s, s)
	later.Created = later.Created.Add(time.Second)
	if got := mustBytes(t, later); bytes.Equal(got, want) {
		t.Error("the date is not in the file")
	}
	elsewhere := document(s, s)
	elsewhere.Created = elsewhere.Created.UTC()
	if got := mustBytes(t, elsewhere); !bytes.Equal(got, want) {
		t.Error("the time zone is in the file")
	}
}

func TestErrors(t *testing.T) {
	if _, err := pdf.Bytes(&page.Document{}); err == nil {
		t.Error("no pages: no error")
	}
	for name, items := range map[string][]page.Item{
		"end without begin":   {page.End{}},
		"begin without end":   {page.Begin{Role: page.RoleText}},
		"end twice":           {page.Begin{Role: page.RoleArtifact}, page.End{}, page.End{}},
		"artifact never ends": {page.Begin{Role: page.RoleText}, page.Begin{Role: page.RoleArtifact}, page.End{}},
	} {
		s := newSheet(t)
		s.add(items...)
		if _, err := pdf.Bytes(document(newSheet(t), s)); err == nil || !strings.Contains(err.Error(), "page 2") {
			t.Errorf("%s: error %v", name, err)
		}
	}
	full := errors.New("disk full")
	if err := pdf.Write(failing{full}, document(newSheet(t))); !errors.Is(err, full) {
		t.Errorf("error of the writer: %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// Ensure that impossible lengths don't make an illegible file.
func TestOddNumbers(t *testing.T) {
	s := newSheet(t)
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, -1e-300} {
		s.add(page.Path{Shape: picture.Shape{
			Path: picture.Path{
				{Op: picture.MoveTo, Points: [3]picture.Point{{X: v, Y: v}}},
				{Op: picture.LineTo, Points: [3]picture.Point{{X: 1, Y: v}}},
			},
			Stroke: picture.Stroke{Paint: picture.Paint{Opacity: 1}, Width: 1, Dash: []float64{v}},
		}})
	}
	r := read(t, mustBytes(t, document(s)))
	for _, bad := range []string{"NaN", "Inf", "e+", "e-"} {
		if strings.Contains(r.contents()[0], bad) {
			t.Errorf("%s in the contents", bad)
		}
	}
}
