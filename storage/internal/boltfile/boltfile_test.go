package boltfile_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"

	"lernkoffer/storage/internal/boltfile"
)

const values = 300

// sample makes a file of some dozen pages.
func sample(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sample.db")
	db, err := boltfile.Open(path, &bbolt.Options{PageSize: boltfile.PageSize, NoGrowSync: true})
	if err != nil {
		t.Fatal(err)
	}
	err = boltfile.Update(db, func(tx *bbolt.Tx) error {
		b, err := tx.CreateBucket([]byte("words"))
		if err != nil {
			return err
		}
		for i := range values {
			key := binary.BigEndian.AppendUint32(nil, uint32(i))
			if err := b.Put(key, boltfile.Seal(key, bytes.Repeat([]byte("ä"), i))); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// Ensure that a sound file passes, and that everything else is refused without
// mapping it.
func TestPreCheck(t *testing.T) {
	sound, err := os.ReadFile(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	torn := bytes.Clone(sound)
	torn[boltfile.PageSize+20]++

	for _, tc := range []struct {
		name  string
		bytes []byte
		mode  boltfile.Mode
		ok    bool
	}{
		{"sound", sound, boltfile.Strict, true},
		{"one torn meta page after a crash", torn, 0, true},
		{"one torn meta page in a pack", torn, boltfile.Strict, false},
		{"empty", nil, 0, false},
		{"one page", sound[:boltfile.PageSize], boltfile.Strict, false},
		{"cut in the middle", sound[:len(sound)/2], 0, false},
		{"the last page missing", sound[:len(sound)-boltfile.PageSize], 0, false},
		{"a picture", append([]byte("\x89PNG\r\n"), sound[6:100]...), 0, false},
		{"zeroes", make([]byte, len(sound)), 0, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.db")
			if err := os.WriteFile(path, tc.bytes, 0o600); err != nil {
				t.Fatal(err)
			}
			err := boltfile.PreCheck(path, tc.mode)
			if tc.ok && err != nil || !tc.ok && !errors.Is(err, boltfile.ErrDamaged) {
				t.Errorf("error = %v, want sound: %v", err, tc.ok)
			}
		})
	}

	if err := boltfile.PreCheck(filepath.Join(t.TempDir(), "none"), 0); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing file: %v", err)
	}
	if err := boltfile.PreCheck(t.TempDir(), 0); !errors.Is(err, boltfile.ErrDamaged) {
		t.Errorf("folder: %v", err)
	}
}

// Ensure that a seal finds every flipped byte and a value under a wrong key.
func TestSeal(t *testing.T) {
	key, value := []byte("maus"), []byte("die Maus")
	sealed := boltfile.Seal(key, value)
	if got, err := boltfile.Unseal(key, sealed); err != nil || !bytes.Equal(got, value) {
		t.Fatalf("Unseal = %q, %v", got, err)
	}
	for i := range sealed {
		bad := bytes.Clone(sealed)
		bad[i] ^= 0x10
		if _, err := boltfile.Unseal(key, bad); !errors.Is(err, boltfile.ErrDamaged) {
			t.Errorf("byte %d flipped: %v", i, err)
		}
	}
	if _, err := boltfile.Unseal([]byte("haus"), sealed); err == nil {
		t.Error("a value under a wrong key passed")
	}
	if _, err := boltfile.Unseal(key, sealed[:3]); err == nil {
		t.Error("a value too short passed")
	}
}

// Ensure that a flipped byte never ends the process: it is found, or it lies in
// unused space and every value is right.
func TestCheckFlippedBytes(t *testing.T) {
	path := sample(t)
	sound, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := boltfile.Check(path, boltfile.Strict|boltfile.Deep); err != nil {
		t.Fatalf("sound file: %v", err)
	}

	random := rand.New(rand.NewPCG(1, 2))
	found := 0
	for round := range 300 {
		bad := bytes.Clone(sound)
		at := random.IntN(len(bad))
		if round%3 == 0 { // page headers hurt most
			at = at/boltfile.PageSize*boltfile.PageSize + at%24
		}
		bad[at] ^= byte(1 + random.IntN(255))
		copied := filepath.Join(t.TempDir(), fmt.Sprint(round))
		if err := os.WriteFile(copied, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		switch err := boltfile.Check(copied, boltfile.Strict); {
		case err == nil:
			if n := readable(copied); n != values {
				t.Errorf("byte %d flipped: passed with %d of %d values", at, n, values)
			}
		case errors.Is(err, boltfile.ErrDamaged):
			found++
		default:
			// bbolt names some damage itself.
			found++
		}
	}
	if found < 50 {
		t.Errorf("only %d of 300 flipped bytes were found", found)
	}
}

func readable(path string) (n int) {
	db, err := boltfile.Open(path, &bbolt.Options{ReadOnly: true})
	if err != nil {
		return -1
	}
	defer db.Close()
	_ = boltfile.View(db, func(tx *bbolt.Tx) error {
		return tx.Bucket([]byte("words")).ForEach(func(k, v []byte) error {
			if _, err := boltfile.Unseal(k, v); err == nil {
				n++
			}
			return nil
		})
	})
	return n
}
