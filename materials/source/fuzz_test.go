package source_test

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"lernkoffer/materials"
	"lernkoffer/materials/source"
)

func FuzzParse(f *testing.F) {
	for _, src := range bundled(f) {
		f.Add(src)
	}
	f.Add([]byte(small))
	f.Add([]byte("\uFEFF---\r\nid: a/b\r\n---\r\n"))
	f.Fuzz(func(t *testing.T, src []byte) { readAndWrite(t, src) })
}

// FuzzBody gets past the head and so deeper into the blocks than FuzzParse.
func FuzzBody(f *testing.F) {
	head := small[:strings.LastIndex(small, "---\n")+4]
	for _, src := range bundled(f) {
		_, body, _ := strings.Cut(string(src), "\n---\n")
		for i, block := range strings.SplitAfter(body, "\n```\n") {
			if i < 6 {
				f.Add(block)
			}
		}
	}
	f.Fuzz(func(t *testing.T, body string) { readAndWrite(t, []byte(head+body)) })
}

func readAndWrite(t *testing.T, src []byte) {
	doc, err := source.Parse("fuzz.md", src)
	if err != nil {
		var content *materials.ContentError
		if !errors.As(err, &content) || len(content.Findings) == 0 {
			t.Fatalf("an error without findings: %v", err)
		}
		return
	}
	if !bytes.Equal(doc.Bytes(), src) {
		t.Fatalf("Bytes differ from what was read:\n%q\n%q", doc.Bytes(), src)
	}
	written := source.Write(doc.Material)
	again, err := source.Parse("again.md", written)
	if err != nil {
		t.Fatalf("what was written is refused: %v\n%s", err, written)
	}
	if !reflect.DeepEqual(withoutLines(doc.Material), withoutLines(again.Material)) {
		t.Fatalf("written and read again it differs:\n%q\n%+v\n%+v", written, doc.Material, again.Material)
	}
}

func FuzzReadWords(f *testing.F) {
	f.Add([]byte(wordTable), []byte(glossTable))
	f.Fuzz(func(t *testing.T, table, gloss []byte) {
		words, err := source.ReadWords(fstest.MapFS{
			"words.csv": {Data: table}, "gloss-uk.csv": {Data: gloss},
		})
		if err != nil {
			return
		}
		files, err := source.WriteWords(words)
		if err != nil {
			t.Fatal(err)
		}
		written := fstest.MapFS{}
		for name, data := range files {
			written[name] = &fstest.MapFile{Data: data}
		}
		again, err := source.ReadWords(written)
		if err != nil {
			t.Fatalf("what was written is refused: %v\n%q", err, files)
		}
		if len(words)+len(again) > 0 && !reflect.DeepEqual(words, again) {
			t.Fatalf("written and read again they differ:\n%+v\n%+v", words, again)
		}
	})
}

func FuzzReadPack(f *testing.F) {
	f.Add([]byte(packText))
	f.Fuzz(func(t *testing.T, src []byte) {
		pack, err := source.ReadPack(fstest.MapFS{"pack.toml": {Data: src}})
		if err == nil && (pack.ID == "" || pack.Publisher == "" || pack.Licence == "") {
			t.Fatalf("accepted without its needful keys: %+v", pack)
		}
	})
}
