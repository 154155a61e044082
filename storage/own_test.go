package storage_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"go.etcd.io/bbolt"

	"lernkoffer/materials"
	"lernkoffer/materials/materialstest"
	"lernkoffer/storage"
	"lernkoffer/storage/internal/boltfile"
)

func TestUserOwnMaterials(t *testing.T) {
	materialstest.TestOwnMaterials(t, func(t *testing.T, dir string) materials.OwnMaterials {
		u, _ := openUser(t, dirsIn(t, dir), storage.Options{})
		return u
	})
}

func ownText(title string) []byte {
	m := materialstest.NewFixture().Materials[0].Meta
	m.Title = title
	return []byte(materialstest.Markdown(m, "Text."))
}

// Ensure that files without a usable name or beyond all measure are refused.
func TestOwnFilesRefused(t *testing.T) {
	u, _ := openUser(t, dataDirs(t), storage.Options{})
	for _, files := range []map[string][]byte{
		{"": nil},
		{"../x.svg": nil},
		{"/x.svg": nil},
		{"a\x00b": nil},
		{".": nil},
		{strings.Repeat("x", 300): nil},
		{"gross.svg": make([]byte, 9<<20)},
	} {
		_, err := u.PutOwn("blatt", ownText("Blatt"), files)
		wantCode(t, err, materials.CodeContent)
	}
	if metas, err := u.OwnMetas(); err != nil || len(metas) > 0 {
		t.Errorf("stored: %+v, %v", metas, err)
	}
}

// Ensure that a library with own materials in it is one library.
func TestJoined(t *testing.T) {
	dirs := dataDirs(t)
	ensure(t, dirs, bundle(t, "1", func(f fstest.MapFS) {
		f["lernkoffer/tafel.svg"] = &fstest.MapFile{Data: []byte("<svg/>")}
	}))
	u, _ := openUser(t, dirs, storage.Options{})
	l := storage.WithOwn(openLibrary(t, dirs), u)

	if _, err := u.PutOwn("klassenzimmer", ownText("Mein Klassenzimmer"), map[string][]byte{"tafel.svg": []byte("<svg>own</svg>")}); err != nil {
		t.Fatal(err)
	}

	var got []string
	for _, m := range l.Metas() {
		got = append(got, string(m.ID))
	}
	if want := "bochum/stadtplan lernkoffer/aepfel lernkoffer/klassenzimmer own/klassenzimmer"; strings.Join(got, " ") != want {
		t.Errorf("materials %q", got)
	}
	for _, tc := range []struct {
		id          materials.ID
		title, file string
	}{
		{"lernkoffer/klassenzimmer", "Im Klassenzimmer", "<svg/>"},
		{"own/klassenzimmer", "Mein Klassenzimmer", "<svg>own</svg>"},
	} {
		m, err := l.Material(tc.id)
		if err != nil || m.Title != tc.title || m.ID != tc.id {
			t.Errorf("%s: %+v, %v", tc.id, m, err)
		}
		if text, err := l.Source(tc.id); err != nil || !bytes.Contains(text, []byte("title: "+tc.title)) {
			t.Errorf("%s: %s, %v", tc.id, text, err)
		}
		if file, err := l.Attachment(tc.id, "tafel.svg"); err != nil || string(file) != tc.file {
			t.Errorf("%s: %s, %v", tc.id, file, err)
		}
	}
	_, err := l.Material("own/nichts")
	wantCode(t, err, materials.CodeNotFound)

	if err := u.DeleteOwn("own/klassenzimmer"); err != nil {
		t.Fatal(err)
	}
	if len(l.Metas()) != 3 {
		t.Errorf("after deleting: %d materials", len(l.Metas()))
	}
}

// Ensure that an own material which a later program can't read is not lost from
// sight, and does not take the others along.
func TestOwnUnreadable(t *testing.T) {
	dirs := dataDirs(t)
	ensure(t, dirs, bundle(t, "1", nil))
	u, _ := openUser(t, dirs, storage.Options{})
	for _, slug := range []string{"altes", "neues"} {
		if _, err := u.PutOwn(slug, ownText("Blatt"), nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := u.Close(); err != nil {
		t.Fatal(err)
	}
	edit(t, dirs.Store(), func(tx *bbolt.Tx) error {
		key := []byte("own/altes")
		return tx.Bucket([]byte("own")).Put(key, boltfile.Seal(key, []byte("Form von gestern")))
	})

	u, _ = openUser(t, dirs, storage.Options{})
	l := storage.WithOwn(openLibrary(t, dirs), u)
	metas, err := u.OwnMetas()
	if err != nil || len(metas) != 2 || metas[0].Title != "altes" || metas[1].Title != "Blatt" {
		t.Errorf("%+v, %v", metas, err)
	}
	_, err = l.Material("own/altes")
	wantCode(t, err, materials.CodeDamaged)
	if text, err := l.Source("own/altes"); err != nil || string(text) != "Form von gestern" {
		t.Errorf("source %q, %v", text, err)
	}
}

// edit changes a closed store.
func edit(t *testing.T, path string, change func(*bbolt.Tx) error) {
	t.Helper()
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Update(change), db.Close()); err != nil {
		t.Fatal(err)
	}
}

// Ensure that a store of the first schema is brought up to date, and copied before.
func TestMigrateFromFirstSchema(t *testing.T) {
	c := newClock()
	dirs := twoDays(t, c)
	edit(t, dirs.Store(), func(tx *bbolt.Tx) error {
		var errs []error
		for _, later := range []string{"own", "own.file", "visit", "use"} {
			errs = append(errs, tx.DeleteBucket([]byte(later)))
		}
		return errors.Join(errs...)
	})
	setSchema(t, dirs.Store(), 1)

	u, report := openUser(t, dirs, checked(c))

	if report != (storage.Report{}) {
		t.Errorf("report: %+v", report)
	}
	wantTexts(t, u, "vom 2026-09-01", "vom 2026-09-02")
	if _, err := u.PutOwn("blatt", ownText("Blatt"), nil); err != nil {
		t.Error(err)
	}
	if _, err := u.PutUse(materials.Use{Material: room, Day: "2026-09-03", Class: "5b"}); err != nil {
		t.Error(err)
	}
	if code := storage.CheckMain(filepath.Join(dirs.Backups(), "user-v1.db")); code != 0 {
		t.Errorf("copy before the migration: %d", code)
	}
}

func saveText(path, text string) error {
	return storage.Save(path, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
}

// Ensure that a file is replaced whole, that links are followed and rights kept.
func TestSave(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "blatt.pdf")
	if err := saveText(path, "eins"); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := saveText(path, "zwei"); err != nil || string(read(t, path)) != "zwei" {
		t.Errorf("replaced: %q, %v", read(t, path), err)
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}

	broken := errors.New("broken")
	if err := storage.Save(path, func(w io.Writer) error {
		fmt.Fprint(w, "halb")
		return broken
	}); !errors.Is(err, broken) || materials.ErrorCode(err) != materials.CodeInternal {
		t.Errorf("error = %v, want that of the writer", err)
	}
	if string(read(t, path)) != "zwei" {
		t.Errorf("half written: %q", read(t, path))
	}

	if runtime.GOOS != "windows" { // where links need rights of their own
		link := filepath.Join(dir, "link.pdf")
		if err := os.Symlink(path, link); err != nil {
			t.Fatal(err)
		}
		if err := saveText(link, "drei"); err != nil || string(read(t, path)) != "drei" {
			t.Errorf("through a link: %q, %v", read(t, path), err)
		}
		if err := os.Symlink(filepath.Join(dir, "nirgends", "x"), link+"2"); err != nil {
			t.Fatal(err)
		}
		wantCode(t, saveText(link+"2", "x"), materials.CodeBusy)
	}
	if entries, err := filepath.Glob(filepath.Join(dir, "*unfertig*")); err != nil || len(entries) > 0 {
		t.Errorf("left behind: %q, %v", entries, err)
	}
}

// Ensure that what is no regular file is not replaced, and the reason is told.
func TestSaveRefused(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "datei")
	write(t, file, nil)
	for _, path := range []string{dir, os.DevNull, filepath.Join(dir, "nirgends", "x.pdf"), filepath.Join(file, "x.pdf")} {
		err := saveText(path, "x")
		wantCode(t, err, materials.CodeBusy)
		if msg := materials.ErrorMessage(err); !strings.Contains(msg, path) {
			t.Errorf("message names no file: %s", msg)
		}
	}
}
