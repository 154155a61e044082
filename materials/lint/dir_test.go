package lint_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"lernkoffer/materials"
	"lernkoffer/materials/lint"
	"lernkoffer/materials/source"
	"lernkoffer/materials/typeset"
)

const pack = `id = "p"
publisher = "test"
version = "1"
title = "Probe"
licence = "CC0-1.0"
min_app = "0.1.0"
`

func material(id, body string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte(strings.Replace(head, "test/klein", id, 1) + body)}
}

func TestDirChecksWhatMaterialsSayOfEachOther(t *testing.T) {
	fsys := fstest.MapFS{
		"LICENSE.md":       {Data: []byte("no material")},
		"s/README.md":      {Data: []byte("no material")},
		"s/pack.toml":      {Data: []byte(pack)},
		"s/eins.md":        material("test/eins", "``` text id=a\nHallo.\n```"),
		"s/zwei.md":        material("test/zwei", "``` letter-part 1 use=test/eins#a\n```"),
		"s/drei.md":        material("test/drei", "``` letter-part 1 use=test/eins#b\n```\n\n``` letter-part 2 use=test/nirgends#a\n```"),
		"s/zz-kopie.md":    material("test/eins", "Text."),
		"s/fremd.md":       material("other/fremd", "Text."),
		"s/kaputt.md":      {Data: []byte("kein Kopf")},
		"s/riese.md":       {Data: make([]byte, source.MaxSize+1000)},
		"words/words.csv":  {Data: []byte("id,lemma\n")},
		"q/pack.toml":      {Data: []byte("id = 5\n")},
		"s/bilder/bild.md": material("test/bild", "Text."),
	}
	got := lint.Dir(fsys, lint.Input{})
	wantIn := func(file, rule string, line int, message string) {
		t.Helper()
		for _, f := range got {
			if f.File == file && f.Rule == rule && f.Line == line && strings.Contains(f.Message, message) {
				return
			}
		}
		t.Errorf("no finding of %s at %s:%d with %q", rule, file, line, message)
	}
	wantIn("s/drei.md", "reference", bodyLine, "keinen Baustein mit id=b. Vorhanden: a.")
	wantIn("s/drei.md", "reference", bodyLine+3, "Das Material test/nirgends gibt es nicht")
	wantIn("s/zz-kopie.md", "id", 2, "hat schon s/eins.md")
	wantIn("s/zz-kopie.md", "id", 2, "Dateiname eins.md")
	wantIn("s/fremd.md", "id", 2, "Erwartet wird test/fremd")
	wantIn("s/kaputt.md", "front-matter", 1, "Der Kopf fehlt")
	wantIn("s/riese.md", "size", 0, "zu groß")
	wantIn("words/words.csv", "csv", 1, "Die Spalten stimmen nicht")
	wantIn("q/pack.toml", "toml", 1, "id")
	for _, f := range got {
		if f.File == "s/zwei.md" || f.File == "LICENSE.md" || f.File == "s/README.md" || f.File == "s/bilder/bild.md" {
			t.Errorf("good content: %s", f)
		}
	}
	if t.Failed() {
		for _, f := range got {
			t.Log(f.Rule, f)
		}
	}
}

func TestDirTakesTheFoldersOwnWords(t *testing.T) {
	const columns = "id,lemma,article,plural,plural_note,pos,syllables,level,topics,forms,picture,picture_grade,example,variants,remark\n"
	fsys := fstest.MapFS{
		"a.md":      material("test/a", "``` words\nApfel, Birne\n```"),
		"words.csv": {Data: []byte(columns + "apfel,Apfel,der,Äpfel,,noun,Ap-fel,A1,food,,,,Ich esse einen Apfel.,,\n")},
	}
	got := lint.Dir(fsys, lint.Input{Words: table})
	if len(got) != 1 || got[0].File != "a.md" || !strings.Contains(got[0].Message, "„Birne“ steht nicht in der Wörterliste") {
		t.Errorf("got %v, want one finding for Birne", got)
	}
}

// tables opens what the program checks its own content with.
func tables(t *testing.T) lint.Input {
	t.Helper()
	words, err := source.ReadWords(os.DirFS("../../assets/words"))
	if err != nil {
		t.Fatal(err)
	}
	pictures, err := source.ReadPictures(os.DirFS("../../assets/pictures"))
	if err != nil {
		t.Fatal(err)
	}
	fonts := typeset.NewFonts(os.DirFS("../../assets/fonts"))
	return lint.Input{
		Words: materials.NewWordList(words), Pictures: pictures,
		Missing: func(text, language string) []rune {
			return fonts.Missing(text, typeset.Style{Language: language})
		},
	}
}

func TestBundledLibraryHasNoErrors(t *testing.T) {
	library := os.DirFS("../../assets/library")
	names, err := source.Files(library)
	if err != nil || len(names) < 10 {
		t.Fatalf("only %d materials found: %v", len(names), err)
	}
	for _, f := range lint.Dir(library, tables(t)) {
		if f.Severity == materials.SeverityError {
			t.Errorf("%s: %s", f.Rule, f)
		}
	}
}
