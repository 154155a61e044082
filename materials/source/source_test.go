package source_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
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

func TestBundledLibraryReadsAndWritesBackByteForByte(t *testing.T) {
	for name, src := range bundled(t) {
		doc, err := source.Parse(name, src)
		if err != nil {
			var content *materials.ContentError
			if errors.As(err, &content) {
				for _, f := range content.Findings {
					t.Error(f)
				}
				continue
			}
			t.Fatal(err)
		}
		if !bytes.Equal(doc.Bytes(), src) {
			t.Errorf("%s: Bytes differ from what was read", name)
		}
	}
}
