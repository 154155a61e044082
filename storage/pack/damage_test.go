package pack_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/fxamacker/cbor/v2"
	"go.etcd.io/bbolt"

	"lernkoffer/materials"
	"lernkoffer/storage/internal/boltfile"
	"lernkoffer/storage/pack"
)

// Ensure that files that are no whole packs are refused, by name, and that no
// byte of them is changed.
func TestOpenDamaged(t *testing.T) {
	files, f := collection(t)
	path, built := build(t, files, f.Bundle.Words)
	sound, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(sound)
	flipped[40] ^= 1

	for _, tc := range []struct {
		name  string
		bytes []byte
	}{
		{"empty", nil},
		{"one byte", sound[:1]},
		{"half", sound[:len(sound)/2]},
		{"last byte missing", sound[:len(sound)-1]},
		{"meta page flipped", flipped},
		{"picture", []byte("\x89PNG\r\n\x1a\n and more")},
		{"zeroes", make([]byte, len(sound))},
	} {
		t.Run(tc.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "bochum.stadt-1.db")
			if err := os.WriteFile(path, tc.bytes, 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := pack.Open(path)
			wantDamaged(t, err)
			wantDamaged(t, pack.Verify(path, built.SHA256))
			if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, tc.bytes) {
				t.Error("the file was changed")
			}
		})
	}

	_, err = pack.Open(filepath.Join(t.TempDir(), "none.db"))
	if materials.ErrorCode(err) != materials.CodeNotFound {
		t.Errorf("missing file: %v", err)
	}
}

// Ensure that a database of another program is no pack.
func TestOpenForeign(t *testing.T) {
	path := filepath.Join(t.TempDir(), "fremd.db")
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{PageSize: boltfile.PageSize})
	if err != nil {
		t.Fatal(err)
	}
	db.Close()
	_, err = pack.Open(path)
	wantDamaged(t, err)
}

// Ensure that whatever byte is flipped, what is read is right or an error, and
// that the hash of the file finds every one.
func TestFlippedBytes(t *testing.T) {
	files, f := collection(t)
	path, built := build(t, files, f.Bundle.Words)
	sound, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(3, 4))
	dir := t.TempDir()
	for range 200 {
		bad := bytes.Clone(sound)
		at := random.IntN(len(bad))
		bad[at] ^= byte(1 + random.IntN(255))
		path := filepath.Join(dir, "x.db")
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		wantDamaged(t, pack.Verify(path, built.SHA256))
		p, err := pack.Open(path)
		if err != nil {
			continue
		}
		for id, want := range f.Sources {
			if id.Publisher() != "lernkoffer" {
				continue
			}
			got, err := p.Source(id)
			if err == nil && !bytes.Equal(got, want) {
				t.Errorf("byte %d flipped: wrong text of %s", at, id)
			}
			if _, err := p.Material(id); err != nil && materials.ErrorMessage(err) == "" {
				t.Errorf("byte %d flipped: %v", at, err)
			}
		}
		p.Metas()
		p.Words()
		p.Close()
	}
}

// Ensure that a pack of a newer program is left to it.
func TestOpenNewer(t *testing.T) {
	files, _ := collection(t)
	path, m := build(t, files, nil)
	m.Format = pack.Format + 1
	record, err := cbor.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		key := []byte("manifest")
		return tx.Bucket([]byte("sys")).Put(key, boltfile.Seal(key, record))
	})
	if err = errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}

	_, err = pack.Open(path)

	if materials.ErrorCode(err) != materials.CodeProgram {
		t.Errorf("error = %v, want code %d", err, materials.CodeProgram)
	}
}

func wantDamaged(t *testing.T, err error) {
	t.Helper()
	if materials.ErrorCode(err) != materials.CodeDamaged {
		t.Errorf("error = %v, want code %d", err, materials.CodeDamaged)
	}
	if msg := materials.ErrorMessage(err); !strings.Contains(msg, ".db“") {
		t.Errorf("message names no file: %s", msg)
	}
}
