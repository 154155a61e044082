package boltfile_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"lernkoffer/storage/internal/boltfile"
)

// FuzzPreCheck: no file makes the pre-check panic, and none that passes is
// shorter than its meta pages say it is, so a map of it has no holes.
func FuzzPreCheck(f *testing.F) {
	f.Add([]byte{}, uint16(0))
	f.Add(make([]byte, 2*boltfile.PageSize), uint16(100))
	sound, err := os.ReadFile(sample(f))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, patch []byte, at uint16) {
		patched := bytes.Clone(sound)
		if int(at) < len(patched) {
			copy(patched[at:], patch)
		}
		path := filepath.Join(t.TempDir(), "x.db")
		if err := os.WriteFile(path, patched, 0o600); err != nil {
			t.Fatal(err)
		}
		if boltfile.PreCheck(path, boltfile.Strict) == nil {
			_ = boltfile.Check(path, boltfile.Strict)
		}
	})
}
