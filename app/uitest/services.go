package uitest

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"testing"

	"lernkoffer/app"
	"lernkoffer/materials"
	"lernkoffer/materials/materialstest"
	"lernkoffer/materials/search"
	"lernkoffer/materials/source"
	"lernkoffer/materials/typeset"
	"lernkoffer/materials/worksheet"
)

// Files are the embedded files that a window needs.
type Files struct{ Fonts, Icons, Texts, Pictograms fs.FS }

// Material returns the source of a material of a few sentences, with a cloze.
func Material(slug, title, level, topic, changed string) string {
	return fmt.Sprintf(`---
id: lernkoffer/%s
title: '%s'
summary: 'Sätze und Wörter zu „%s“.'
kind: worksheet
levels: [%s]
audience: [primary, lower-secondary]
age: [8, 14]
competences: [vocabulary, writing]
topics: [%s]
fields: [schooling]
languages: [de]
duration: 30
social: [single]
licence: CC-BY-SA-4.0
authors: [Lernkoffer-Redaktion]
version: 1
changed: %s
review: {de: edited}
---
Lies die Sätze.

`+"``` cloze bank\nIch schreibe mit dem [Bleistift].\nLina sitzt auf dem [Stuhl].\nDas Heft ist [blau].\n```\n", slug, title, title, level, topic, changed)
}

// Library is what tests find: five materials of three topics.
var Library = []string{
	Material("klassenzimmer", "Im Klassenzimmer: Lückentext", "A1", "school", "2026-09-01"),
	Material("schulweg", "Der Schulweg", "A2", "school", "2026-10-01"),
	Material("fruehstueck", "Äpfel zum Frühstück", "A1", "food", "2026-11-01"),
	Material("arzt", "Beim Arzt", "B1", "health", "2026-08-01"),
	Material("zahlen", "Zahlen bis zwanzig", "A1", "numbers", "2026-07-01"),
}

// Services returns services over materials in memory. Their files are real.
func Services(t testing.TB, files Files, sources ...string) *app.Services {
	t.Helper()
	if len(sources) == 0 {
		sources = Library
	}
	var list []materials.Material
	texts := make(map[materials.ID][]byte)
	for i, text := range sources {
		doc, err := source.Parse(fmt.Sprintf("%d.md", i), []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, *doc.Material)
		texts[doc.Material.ID] = []byte(text)
	}
	library := materialstest.NewLibrary(list, texts, nil)
	own := materialstest.NewMemory()
	return &app.Services{
		Library: library, Searcher: search.New(library, own), Own: own, Pictures: noPictures{},
		Sheets: &worksheet.Engine{
			Fonts: typeset.NewFonts(files.Fonts), Pictures: noPictures{}, Pictograms: files.Pictograms, Words: library.Words,
		},
		Save: save, Program: app.Program{Version: "0.1.0", DataDir: t.TempDir()},
	}
}

func save(path string, write func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return &materials.Error{Code: materials.CodeBusy, Message: "Die Datei lässt sich nicht schreiben.", Err: err}
	}
	if err := write(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// noPictures is an empty set of pictures.
type noPictures struct{}

// SVG implements materials.Pictures.
func (noPictures) SVG(name string, _ bool) ([]byte, error) {
	return nil, materials.Errorf(materials.CodeNotFound, "Ein Bild „%s“ gibt es nicht.", name)
}

// Info implements materials.Pictures.
func (noPictures) Info(string) (materials.PictureInfo, bool) { return materials.PictureInfo{}, false }
