package app_test

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"lernkoffer/app"
	"lernkoffer/assets"
	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/lint"
	"lernkoffer/materials/materialstest"
	"lernkoffer/materials/page"
	"lernkoffer/materials/pdf"
	"lernkoffer/materials/source"
	"lernkoffer/materials/typeset"
	"lernkoffer/materials/worksheet"
)

// newServices returns services over the bundled sources, which write real files.
func newServices(t *testing.T) *app.Services {
	t.Helper()
	pictures, err := source.ReadPictures(assets.Pictures)
	if err != nil {
		t.Fatal(err)
	}
	f := materialstest.NewFixture()
	own := materialstest.NewMemory()
	library := materialstest.NewLibrary(f.Materials, f.Sources, f.Words)
	fonts := typeset.NewFonts(assets.Fonts)
	return &app.Services{
		Library: library, Own: own, Pictures: pictures,
		Sheets:  &worksheet.Engine{Fonts: fonts, Pictures: pictures, Pictograms: assets.Pictograms, Words: library.Words},
		Authors: app.Folders{Words: library.Words, Pictures: pictures, Fonts: fonts},
		Save: func(path string, write func(io.Writer) error) error {
			var buf bytes.Buffer
			if err := write(&buf); err != nil {
				return err
			}
			return os.WriteFile(path, buf.Bytes(), 0o600)
		},
	}
}

func document(pages ...float64) *page.Document {
	d := &page.Document{}
	for _, width := range pages {
		d.Pages = append(d.Pages, &page.Page{Width: width, Height: 297})
	}
	return d
}

// Ensure that several sheets become the files that a teacher asks for, and that
// the sheets themselves stay as they are.
func TestJoin(t *testing.T) {
	one := &worksheet.Sheet{Pupil: document(1, 2), Solution: document(3)}
	two := &worksheet.Sheet{Pupil: document(4), Solution: document(5, 6)}
	bare := &worksheet.Sheet{Pupil: document(7)}
	for _, tc := range []struct {
		name   string
		sheets []*worksheet.Sheet
		part   worksheet.Part
		want   [][]float64
	}{
		{"none at all", nil, worksheet.PartWith, nil},
		{"with", []*worksheet.Sheet{one, two}, worksheet.PartWith, [][]float64{{1, 2, 3, 4, 5, 6}}},
		{"none", []*worksheet.Sheet{one, two}, worksheet.PartNone, [][]float64{{1, 2, 4}}},
		{"separate", []*worksheet.Sheet{one, two}, worksheet.PartSeparate, [][]float64{{1, 2, 4}, {3, 5, 6}}},
		{"only", []*worksheet.Sheet{one, two}, worksheet.PartOnly, [][]float64{{3, 5, 6}}},
		{"separate, one has none", []*worksheet.Sheet{bare, one}, worksheet.PartSeparate, [][]float64{{7, 1, 2}, {3}}},
		{"only, one has none", []*worksheet.Sheet{one, bare}, worksheet.PartOnly, [][]float64{{3}}},
		{"only, none has any", []*worksheet.Sheet{bare}, worksheet.PartOnly, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var got [][]float64
			for _, doc := range app.Join(tc.sheets, tc.part) {
				var pages []float64
				for _, p := range doc.Pages {
					pages = append(pages, p.Width)
				}
				got = append(got, pages)
			}
			if !slices.EqualFunc(got, tc.want, slices.Equal) {
				t.Errorf("pages %v, want %v", got, tc.want)
			}
		})
	}
	if len(one.Pupil.Pages) != 2 || len(two.Solution.Pages) != 2 {
		t.Error("joining changed a sheet")
	}
}

// Ensure that a second document gets its own file, and that nothing to write is
// said and not written.
func TestWritePDF(t *testing.T) {
	s, dir := newServices(t), t.TempDir()
	docs := []*page.Document{document(210), document(210)}
	files, err := s.WritePDF(docs, filepath.Join(dir, "blatt.pdf"))
	want := []string{filepath.Join(dir, "blatt.pdf"), filepath.Join(dir, "blatt-loesung.pdf")}
	if err != nil || !slices.Equal(files, want) {
		t.Fatalf("files %q, %v", files, err)
	}
	for _, name := range files {
		if data, err := os.ReadFile(name); err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
			t.Errorf("%s: %.20q, %v", name, data, err)
		}
	}

	if _, err := s.WritePDF(nil, filepath.Join(dir, "leer.pdf")); materials.ErrorCode(err) != materials.CodeContent {
		t.Errorf("nothing to write: %v", err)
	}
	full := materials.Errorf(materials.CodeDiskFull, "voll")
	s.Save = func(path string, _ func(io.Writer) error) error {
		if filepath.Base(path) == "x-loesung.pdf" {
			return full
		}
		return nil
	}
	files, err = s.WritePDF(docs, filepath.Join(dir, "x.pdf"))
	if !errors.Is(err, full) || len(files) != 1 {
		t.Errorf("files %q, %v; want the first, and the error of the disk", files, err)
	}
}

// Ensure that every page becomes a picture in a folder that is made for it.
func TestWritePNG(t *testing.T) {
	s, dir := newServices(t), t.TempDir()
	docs := []*page.Document{document(210, 210), document(105)}
	folder := filepath.Join(dir, "neu", "bilder")
	files, err := s.WritePNG(t.Context(), docs, folder, "blatt")
	if err != nil || len(files) != 3 || filepath.Base(files[2]) != "blatt-03.png" {
		t.Fatalf("files %q, %v", files, err)
	}
	for i, wide := range []int{1240, 1240, 620} {
		data, err := os.ReadFile(files[i])
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if got := img.Bounds().Dx(); got < wide-1 || got > wide+1 {
			t.Errorf("page %d is %d pixels wide, want %d: 150 dpi", i+1, got, wide)
		}
	}

	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, err := s.WritePNG(stopped, docs, folder, "blatt"); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if _, err := s.WritePNG(t.Context(), docs, files[0], "blatt"); materials.ErrorCode(err) != materials.CodeBusy {
		t.Errorf("a file instead of the folder: %v", err)
	}
	if _, err := s.WritePNG(t.Context(), nil, filepath.Join(dir, "leer"), "blatt"); materials.ErrorCode(err) != materials.CodeContent {
		t.Errorf("nothing to paint: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "leer")); err == nil {
		t.Error("a folder was made for nothing")
	}
}

// Ensure that notes are printed only where they are wanted, and that their
// absence has a reason.
func TestSheet(t *testing.T) {
	s := newServices(t)
	const id = materials.ID("lernkoffer/klassenzimmer")
	if _, err := s.Own.PutNote(materials.Note{Material: id, Text: "Heft bereitlegen"}); err != nil {
		t.Fatal(err)
	}
	pages := func(notes bool) int {
		sheet, err := s.Sheet(id, worksheet.Options{Group: "A"}, notes)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, doc := range app.Join([]*worksheet.Sheet{sheet}, worksheet.PartWith) {
			n += len(doc.Pages)
		}
		return n
	}
	if without, with := pages(false), pages(true); with <= without {
		t.Errorf("%d pages with notes, %d without", with, without)
	}
	if _, err := s.Sheet("lernkoffer/fehlt", worksheet.Options{}, false); materials.ErrorCode(err) != materials.CodeNotFound {
		t.Errorf("unknown material: %v", err)
	}
	s.Own, s.OwnErr = nil, materials.Errorf(materials.CodeBusy, "belegt")
	if _, err := s.Sheet(id, worksheet.Options{}, true); !errors.Is(err, s.OwnErr) {
		t.Errorf("without a store: %v", err)
	}
}

// Ensure that the window and a second process can have sheets at the same time,
// and that they are the same (for the race detector).
func TestSheetsAtOnce(t *testing.T) {
	s := newServices(t)
	sheets := make([]*worksheet.Sheet, 8)
	var all sync.WaitGroup
	for i := range sheets {
		all.Go(func() {
			var err error
			if sheets[i], err = s.Sheet("lernkoffer/aepfel", worksheet.Options{Group: "A"}, false); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if t.Failed() {
		return
	}
	var first []byte
	for i, sheet := range sheets {
		data, err := pdf.Bytes(sheet.Pupil)
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			first = data
		}
		if !bytes.Equal(data, first) {
			t.Errorf("sheet %d differs", i)
		}
	}
}

// Ensure that the specimen can be set, and shows every type of exercise.
func TestSpecimen(t *testing.T) {
	m, err := app.Specimen()
	if err != nil {
		t.Fatal(err)
	}
	for _, typ := range exercise.Types() {
		if !slices.ContainsFunc(m.Blocks, func(b materials.Block) bool { return b.Type == typ.Type }) {
			t.Errorf("the specimen has no %s", typ.Type)
		}
	}
	words, err := source.ReadWords(assets.Words)
	if err != nil {
		t.Fatal(err)
	}
	list := materials.NewWordList(words)
	s := newServices(t)
	if findings := lint.Check(lint.Input{Name: "specimen.md", Material: m, Words: list, Pictures: s.Pictures}); len(findings) > 0 {
		t.Errorf("specimen: %v", findings)
	}
	s.Sheets.Words = func() *materials.WordList { return list }
	sheet, err := s.Sheets.Build(m, worksheet.Options{Group: "A"})
	if err != nil || len(sheet.Pupil.Pages) < 2 || sheet.Solution == nil {
		t.Fatalf("specimen: %v", err)
	}
}
