package source_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/source"
)

// bundled returns the bundled library's materials by file name.
func bundled(tb testing.TB) map[string][]byte {
	tb.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir("../../assets/library", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !source.IsMaterial(path) {
			return err
		}
		files[path], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	if len(files) < 10 {
		tb.Fatalf("only %d materials found in assets/library", len(files))
	}
	return files
}

// parse fails the test with every finding.
func parse(tb testing.TB, name string, src []byte) *source.Document {
	tb.Helper()
	doc, err := source.Parse(name, src)
	var content *materials.ContentError
	if errors.As(err, &content) {
		for _, f := range content.Findings {
			tb.Error(f)
		}
		tb.FailNow()
	}
	if err != nil {
		tb.Fatal(err)
	}
	return doc
}

// withoutLines forgets where things stood in the file.
func withoutLines(m *materials.Material) *materials.Material {
	c := *m
	c.Blocks = nil
	for _, b := range m.Blocks {
		b.Line = 0
		b.Rows = append([]materials.Row(nil), b.Rows...)
		for i := range b.Rows {
			b.Rows[i].Line = 0
		}
		b.Prose = append([]materials.Prose(nil), b.Prose...)
		for i := range b.Prose {
			b.Prose[i].Line = 0
		}
		c.Blocks = append(c.Blocks, b)
	}
	return &c
}

func TestBundledLibraryIsWrittenBackByteForByte(t *testing.T) {
	for name, src := range bundled(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			if !bytes.Equal(parse(t, name, src).Bytes(), src) {
				t.Error("Bytes differ from what was read")
			}
		})
	}
}

func TestWriteIsReadBackEqual(t *testing.T) {
	for name, src := range bundled(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			first := parse(t, name, src).Material
			written := source.Write(first)
			second := parse(t, name, written).Material
			if !reflect.DeepEqual(withoutLines(first), withoutLines(second)) {
				t.Errorf("written and read again it differs:\n%s", written)
			}
			if again := source.Write(second); !bytes.Equal(again, written) {
				t.Error("the canonical form is not stable")
			}
		})
	}
}

func TestWriteMakesBodiesOfRowsAndProse(t *testing.T) {
	for name, src := range bundled(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			doc := parse(t, name, src)
			bare := withoutLines(doc.Material)
			for i := range bare.Blocks {
				bare.Blocks[i].Body = ""
			}
			again := withoutLines(parse(t, name, source.Write(bare)).Material)
			for i, b := range again.Blocks {
				b.Body = ""
				if !reflect.DeepEqual(b, bare.Blocks[i]) {
					t.Errorf("block %d (%s):\ngot  %+v\nwant %+v", i, b.Type, b, bare.Blocks[i])
				}
			}
		})
	}
}

const small = `---
# a comment of the author
id: test/klein
title: Klein   # odd spacing stays
kind: worksheet
levels:
  - A1
audience: [primary]
topics: [school]
languages: [de]
licence: CC-BY-SA-4.0
authors: [Marta Nowak]
version: 1
review: {de: draft}
---


Erster Absatz.

~~~ words   article
Tisch,  Stuhl
~~~
` + "``` cloze bank\nIch sitze auf dem [Stuhl].\n```"

func TestOnlyWhatWasChangedIsWrittenAnew(t *testing.T) {
	replace := func(old, with string) string {
		if !strings.Contains(small, old) {
			t.Fatalf("%q is not in the source", old)
		}
		return strings.Replace(small, old, with, 1)
	}
	tests := map[string]struct {
		change func(m *materials.Material)
		want   string
	}{
		"nothing": {func(*materials.Material) {}, small},
		"title": {
			func(m *materials.Material) { m.Title = "Groß: neu" },
			replace("title: Klein   # odd spacing stays\n", "title: \"Groß: neu\"\n"),
		},
		"list over several lines": {
			func(m *materials.Material) { m.Levels = []string{"A1", "A2"} },
			replace("levels:\n  - A1\n", "levels: [A1, A2]\n"),
		},
		"new key": {
			func(m *materials.Material) { m.Duration = 45 },
			replace("review: {de: draft}\n", "review: {de: draft}\nduration: 45\n"),
		},
		"block": {
			func(m *materials.Material) { m.Blocks[1].Body = "Tafel" },
			replace("~~~ words   article\nTisch,  Stuhl\n~~~\n", "``` words article\nTafel\n```\n"),
		},
		"block away": {
			func(m *materials.Material) { m.Blocks = m.Blocks[:2] },
			replace("``` cloze bank\nIch sitze auf dem [Stuhl].\n```", ""),
		},
		"blocks in another order": {
			func(m *materials.Material) { m.Blocks[1], m.Blocks[2] = m.Blocks[2], m.Blocks[1] },
			replace("\n~~~ words   article\nTisch,  Stuhl\n~~~\n``` cloze bank\nIch sitze auf dem [Stuhl].\n```",
				"``` cloze bank\nIch sitze auf dem [Stuhl].\n```\n\n~~~ words   article\nTisch,  Stuhl\n~~~\n"),
		},
		"rows": {
			func(m *materials.Material) {
				m.Blocks[2].Body = ""
				m.Blocks[2].Rows[0].Left[1].Answers = []string{"Stuhl", "Hocker"}
			},
			replace("``` cloze bank\nIch sitze auf dem [Stuhl].\n```", "\n``` cloze bank\nIch sitze auf dem [Stuhl|Hocker].\n```\n"),
		},
	}
	for name, tc := range tests {
		t.Run(name, func(t *testing.T) {
			doc := parse(t, "klein.md", []byte(small))
			tc.change(doc.Material)
			if got := string(doc.Bytes()); got != tc.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, tc.want)
			}
		})
	}
}

func TestByteOrderMarkAndWindowsLineEndsAreKept(t *testing.T) {
	windows := []byte("\uFEFF" + strings.ReplaceAll(small, "\n", "\r\n"))
	doc := parse(t, "windows.md", windows)
	if !bytes.Equal(doc.Bytes(), windows) {
		t.Error("Bytes differ from what was read")
	}
	plain := parse(t, "unix.md", []byte(small))
	if !reflect.DeepEqual(doc.Material, plain.Material) {
		t.Error("the material differs from that with Unix line ends")
	}
	doc.Material.Title = "Neu"
	if got := doc.Bytes(); bytes.Contains(bytes.ReplaceAll(got, []byte("\r\n"), nil), []byte("\n")) {
		t.Error("a changed line has a Unix line end")
	}
}

func TestEqualBlocksKeepTheirOwnText(t *testing.T) {
	src := []byte(withBody("``` note\na\n```\n\n\n~~~~ note\na\n~~~~\n\n```  note\na\n```\n"))
	if got := parse(t, "gleich.md", src).Bytes(); !bytes.Equal(got, src) {
		t.Errorf("got:\n%s", got)
	}
}

func TestALongerFenceHoldsAShorterOne(t *testing.T) {
	src := []byte(withBody("```` tracing\n```\n````\n"))
	m := parse(t, "zaun.md", src).Material
	if len(m.Blocks) != 1 || m.Blocks[0].Body != "```" {
		t.Fatalf("got %+v", m.Blocks)
	}
	again := parse(t, "zaun.md", source.Write(m)).Material
	if !reflect.DeepEqual(withoutLines(again), withoutLines(m)) {
		t.Errorf("got %+v", again.Blocks)
	}
}
