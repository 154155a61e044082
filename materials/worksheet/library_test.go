package worksheet_test

import (
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/page"
	"lernkoffer/materials/source"
	"lernkoffer/materials/typeset"
	"lernkoffer/materials/worksheet"
)

// bundled is the content that the program carries.
type bundled struct {
	engine    *worksheet.Engine
	materials []*materials.Material
	options   worksheet.Options
}

var load = sync.OnceValues(func() (*bundled, error) {
	assets := os.DirFS("../../assets")
	sub := func(dir string) fs.FS { s, _ := fs.Sub(assets, dir); return s }
	words, err := source.ReadWords(sub("words"))
	if err != nil {
		return nil, err
	}
	pictures, err := source.ReadPictures(sub("pictures"))
	if err != nil {
		return nil, err
	}
	list := materials.NewWordList(words)
	library := sub("library/lernkoffer")
	b := &bundled{
		engine: &worksheet.Engine{
			Fonts: typeset.NewFonts(sub("fonts")), Pictures: pictures, Pictograms: sub("pictograms"),
			Words: func() *materials.WordList { return list },
		},
		options: worksheet.Options{Attachment: func(name string) ([]byte, error) { return fs.ReadFile(library, name) }},
	}
	names, err := fs.Glob(library, "*.md")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		src, err := fs.ReadFile(library, name)
		if err != nil {
			return nil, err
		}
		doc, err := source.Parse(name, src)
		if err != nil {
			return nil, err
		}
		b.materials = append(b.materials, doc.Material)
	}
	if len(b.materials) < 30 {
		return nil, fmt.Errorf("only %d bundled materials found", len(b.materials))
	}
	return b, nil
})

func library(t testing.TB) *bundled {
	t.Helper()
	b, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func (b *bundled) build(t testing.TB, m *materials.Material, change func(*worksheet.Options)) *worksheet.Sheet {
	t.Helper()
	o := b.options
	if change != nil {
		change(&o)
	}
	sheet, err := b.engine.Build(m, o)
	if err != nil {
		t.Fatal(err)
	}
	return sheet
}

// each runs a test for every bundled material.
func each(t *testing.T, test func(t *testing.T, b *bundled, m *materials.Material)) {
	b := library(t)
	for _, m := range b.materials {
		t.Run(m.ID.Slug(), func(t *testing.T) { test(t, b, m) })
	}
}

func pages(s *worksheet.Sheet) []*page.Page {
	return s.Documents(worksheet.PartWith)[0].Pages
}

// Ensure that every bundled material prints, in both groups, without colour and
// with word lists in three languages and scripts.
func TestEveryMaterialPrints(t *testing.T) {
	each(t, func(t *testing.T, b *bundled, m *materials.Material) {
		for name, change := range map[string]func(*worksheet.Options){
			"A": nil, "B": func(o *worksheet.Options) { o.Group = "B" },
			"grey":   func(o *worksheet.Options) { o.Grey = true },
			"gloss":  func(o *worksheet.Options) { o.Gloss = []string{"uk", "ar", "tr"} },
			"script": func(o *worksheet.Options) { o.Script, o.Ruling = typeset.FamilyLA, "2" },
		} {
			o := b.options
			if change != nil {
				change(&o)
			}
			sheet, err := b.engine.Build(m, o)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if len(sheet.Pupil.Pages) == 0 {
				t.Errorf("%s: no page", name)
			}
		}
	})
}

// box is where a run of text stands, in mm.
type box struct {
	x0, y0, x1, y1 float64
	text           string
}

func texts(p *page.Page) []box {
	var out []box
	for _, item := range p.Items {
		item, ok := item.(page.Text)
		if !ok || strings.TrimSpace(item.Run.Text) == "" {
			continue
		}
		em := item.Run.Size * typeset.MMPerPoint
		x := item.X + item.Run.X
		out = append(out, box{x, item.Y - 0.6*em, x + item.Run.Width, item.Y, item.Run.Text})
	}
	return out
}

// Ensure that nothing stands outside the type area, and that no text or picture is
// printed over another.
func TestNothingOverlaps(t *testing.T) {
	each(t, func(t *testing.T, b *bundled, m *materials.Material) {
		for n, p := range pages(b.build(t, m, nil)) {
			checkPlaces(t, n+1, p)
		}
	})
}

func content(p *page.Page) string {
	var b strings.Builder
	for _, t := range texts(p) {
		b.WriteString(t.text)
		b.WriteByte(' ')
	}
	return b.String()
}

// Ensure that every page says what it is, under which licence and how to print it
// again, and that the picture set is credited where pictures are.
func TestEveryPageNamesItsSource(t *testing.T) {
	each(t, func(t *testing.T, b *bundled, m *materials.Material) {
		sheet := b.build(t, m, nil)
		for n, p := range pages(sheet) {
			text := content(p)
			for _, want := range []string{"CC BY-SA 4.0", sheet.Code, "Seite"} {
				if !strings.Contains(text, want) {
					t.Errorf("page %d lacks %q", n+1, want)
				}
			}
		}
		code, err := worksheet.ParseCode(sheet.Code, []materials.Meta{m.Meta})
		if err != nil || code.Material != m.ID {
			t.Errorf("code %s names %v, %v", sheet.Code, code.Material, err)
		}
	})
}

// Ensure that the same sheet comes out every time, and side by side.
func TestSheetsAreReproducible(t *testing.T) {
	b := library(t)
	var group sync.WaitGroup
	for _, m := range b.materials {
		want := b.build(t, m, nil)
		group.Go(func() {
			again, err := b.engine.Build(m, b.options)
			if err != nil || !reflect.DeepEqual(allTexts(want), allTexts(again)) {
				t.Errorf("%s: another sheet, %v", m.ID, err)
			}
		})
	}
	group.Wait()
}

func allTexts(s *worksheet.Sheet) []box {
	var out []box
	for _, p := range pages(s) {
		out = append(out, texts(p)...)
	}
	return out
}

func material(t *testing.T, b *bundled, slug string) *materials.Material {
	t.Helper()
	for _, m := range b.materials {
		if m.ID.Slug() == slug {
			return m
		}
	}
	t.Fatalf("no material %s", slug)
	return nil
}

// Ensure that group B has the same tasks in another arrangement.
func TestGroupB(t *testing.T) {
	b := library(t)
	m := material(t, b, "grammatik-akkusativ-schulsachen")
	first, second := b.build(t, m, nil), b.build(t, m, func(o *worksheet.Options) { o.Group = "B" })
	if content(first.Pupil.Pages[0]) == content(second.Pupil.Pages[0]) {
		t.Error("group B has the page of group A")
	}
	if !strings.Contains(content(second.Pupil.Pages[0]), "Gruppe B") {
		t.Error("the sheet of group B does not say so")
	}
}

// Ensure that a teacher's notes are printed for the teacher, never for pupils.
func TestNotesAreForTheTeacher(t *testing.T) {
	b := library(t)
	m := material(t, b, "lesetext-linie-61")
	sheet := b.build(t, m, func(o *worksheet.Options) {
		o.Notes = []materials.Note{{Text: "Milad braucht die Vergrößerung."}}
	})
	for n, p := range sheet.Pupil.Pages {
		if strings.Contains(content(p), "Vergrößerung") {
			t.Errorf("page %d for pupils has the note", n+1)
		}
	}
	if !strings.Contains(content(sheet.Solution.Pages[0]), "Vergrößerung") {
		t.Error("the teacher's page lacks the note")
	}
}

// Ensure that the parts of a sheet go into the files that are asked for.
func TestDocuments(t *testing.T) {
	sheet := &worksheet.Sheet{
		Pupil:    &page.Document{Pages: []*page.Page{{}, {}}},
		Solution: &page.Document{Pages: []*page.Page{{}}},
	}
	for part, want := range map[worksheet.Part][]int{
		worksheet.PartWith: {3}, worksheet.PartSeparate: {2, 1}, worksheet.PartNone: {2}, worksheet.PartOnly: {1},
	} {
		var got []int
		for _, doc := range sheet.Documents(part) {
			got = append(got, len(doc.Pages))
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: pages %v, want %v", part, got, want)
		}
	}
	if docs := (&worksheet.Sheet{Pupil: sheet.Pupil}).Documents(worksheet.PartOnly); len(docs) != 1 {
		t.Errorf("without a solution there are %d documents, want the sheet itself", len(docs))
	}
}

// Ensure that a level without blocks is refused with a reason.
func TestEmptyLevel(t *testing.T) {
	b := library(t)
	m := *material(t, b, "lesetext-linie-61")
	m.Blocks = m.Blocks[:1]
	m.Blocks[0].Options = append(m.Blocks[0].Options, materials.Option{Key: "level", Value: "A1"})
	o := b.options
	o.Level = "B1"
	if _, err := b.engine.Build(&m, o); materials.ErrorCode(err) != materials.CodeContent {
		t.Errorf("error %v, want a refusal", err)
	}
}

func BenchmarkBuild(b *testing.B) {
	lib := library(b)
	for b.Loop() {
		lib.build(b, lib.materials[0], nil)
	}
}
