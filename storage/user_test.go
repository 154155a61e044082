package storage_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"lernkoffer/materials"
	"lernkoffer/materials/materialstest"
	"lernkoffer/storage"
	"lernkoffer/storage/place"
)

const room materials.ID = "lernkoffer/klassenzimmer"

// clock is a time that tests set.
type clock struct {
	mu sync.Mutex
	t  time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.t
}

func (c *clock) set(text string) {
	t, err := time.Parse(time.DateTime, text)
	if err != nil {
		panic(err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.t = t
}

func newClock() *clock {
	c := &clock{}
	c.set("2026-09-01 08:00:00")
	return c
}

// openUser opens a store that is closed and checked by bbolt when the test ends.
func openUser(t *testing.T, dirs place.Dirs, o storage.Options) (*storage.User, storage.Report) {
	t.Helper()
	u, report, err := storage.OpenUser(dirs, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := u.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
		checkStructure(t, dirs.Store())
	})
	return u, report
}

func checkStructure(t *testing.T, path string) {
	t.Helper()
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true, Timeout: time.Second})
	if err != nil {
		return // open again by the test, or gone with its folder
	}
	defer db.Close()
	if err := db.View(func(tx *bbolt.Tx) error {
		for err := range tx.Check() {
			t.Errorf("structure of %s: %v", filepath.Base(path), err)
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
}

func putNote(t *testing.T, u *storage.User, text string) materials.Note {
	t.Helper()
	n, err := u.PutNote(materials.Note{Material: room, Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// texts returns the texts of all notes.
func texts(t *testing.T, u *storage.User) []string {
	t.Helper()
	notes, err := u.Notes("")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, n := range notes {
		out = append(out, n.Text)
	}
	return out
}

func wantTexts(t *testing.T, u *storage.User, want ...string) {
	t.Helper()
	if got := texts(t, u); !slices.Equal(got, want) {
		t.Errorf("notes %q, want %q", got, want)
	}
}

func TestUserAnnotations(t *testing.T) {
	c := newClock() // that stands still, so only ids keep the order
	materialstest.TestAnnotations(t, func(t *testing.T, dir string) materials.Annotations {
		u, _ := openUser(t, dirsIn(t, dir), storage.Options{Now: c.now})
		return u
	})
}

func TestUserHistory(t *testing.T) {
	materialstest.TestHistory(t, func(t *testing.T, dir string, now func() time.Time) materials.History {
		u, _ := openUser(t, dirsIn(t, dir), storage.Options{Now: now})
		return u
	})
}

func TestUserSettings(t *testing.T) {
	materialstest.TestSettings(t, func(t *testing.T) materials.Settings {
		u, _ := openUser(t, dataDirs(t), storage.Options{})
		return u
	})
}

// Ensure that a second opener is told so at once, and gets the store when the
// first has closed it.
func TestUserInUse(t *testing.T) {
	dirs := dataDirs(t)
	first, _ := openUser(t, dirs, storage.Options{})
	putNote(t, first, "im Fenster")

	_, _, err := storage.OpenUser(dirs, storage.Options{})
	if !errors.Is(err, storage.ErrInUse) {
		t.Errorf("error = %v, want ErrInUse", err)
	}
	wantCode(t, err, materials.CodeBusy)
	if msg := materials.ErrorMessage(err); !strings.HasPrefix(msg, "Lernkoffer ist schon geöffnet") {
		t.Errorf("message: %s", msg)
	}

	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if err := first.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
	second, report := openUser(t, dirs, storage.Options{})
	if report != (storage.Report{}) {
		t.Errorf("report after a clean end: %+v", report)
	}
	wantTexts(t, second, "im Fenster")
}

// Ensure that notes keep their order when the clock is set back.
func TestUserClockSetBack(t *testing.T) {
	c := newClock()
	dirs := dataDirs(t)
	u, _ := openUser(t, dirs, storage.Options{Now: c.now})
	n := putNote(t, u, "erste")
	c.set("2009-01-01 00:00:00")
	putNote(t, u, "zweite")
	n.Text = "erste, geändert"
	n, err := u.PutNote(n)
	if err != nil || n.Changed.Before(n.Created) {
		t.Errorf("changed %v before it was made: %v", n, err)
	}
	if err := u.Close(); err != nil {
		t.Fatal(err)
	}
	u, _ = openUser(t, dirs, storage.Options{Now: c.now})
	putNote(t, u, "dritte")
	wantTexts(t, u, "erste, geändert", "zweite", "dritte")
}

// Ensure that every change is in the log, in order, and only what was changed.
func TestUserChanges(t *testing.T) {
	u, _ := openUser(t, dataDirs(t), storage.Options{})
	n := putNote(t, u, "x")
	for _, err := range []error{
		u.SetFavourite("bochum/stadtplan", true),
		u.SetFavourite("bochum/stadtplan", true), // nothing new
		u.SetTags(room, []string{"Montag"}),
		u.SetSetting("fenster", "groß"), // nothing that is searched
		u.DeleteNote(n.ID),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := u.PutNote(materials.Note{Material: room}); err == nil {
		t.Error("an empty note was kept")
	}

	want := []storage.Change{
		{Seq: 1, Kind: storage.NotePut, Material: room},
		{Seq: 2, Kind: storage.FavouriteSet, Material: "bochum/stadtplan"},
		{Seq: 3, Kind: storage.TagsSet, Material: room},
		{Seq: 4, Kind: storage.NoteDeleted, Material: room},
	}
	got, complete, err := u.Changes(0)
	if err != nil || !complete || !slices.Equal(got, want) {
		t.Errorf("changes %v, %v, %v; want %v", got, complete, err, want)
	}
	got, complete, err = u.Changes(3)
	if err != nil || !complete || !slices.Equal(got, want[3:]) {
		t.Errorf("changes since 3: %v, %v, %v", got, complete, err)
	}
	if got, _, err = u.Changes(4); err != nil || len(got) > 0 {
		t.Errorf("changes since the last: %v, %v", got, err)
	}
}

// Ensure that a full store refuses what has no room, keeps all it had, and works
// again when room was made.
func TestUserFull(t *testing.T) {
	dirs := dataDirs(t)
	u, _ := openUser(t, dirs, storage.Options{MaxSize: 1 << 18})
	var kept []materials.Note
	var full error
	for range 1000 {
		n, err := u.PutNote(materials.Note{Material: room, Text: strings.Repeat("voll ", 800)})
		if err != nil {
			full = err
			break
		}
		kept = append(kept, n)
	}
	wantCode(t, full, materials.CodeDiskFull)
	if msg := materials.ErrorMessage(full); !strings.Contains(msg, "voll") {
		t.Errorf("message: %s", msg)
	}
	if got := len(texts(t, u)); got != len(kept) {
		t.Errorf("%d notes, want %d", got, len(kept))
	}

	for _, n := range kept[:len(kept)/2] {
		if err := u.DeleteNote(n.ID); err != nil {
			t.Fatal(err)
		}
	}
	putNote(t, u, "wieder Platz")
}

// Ensure that a store that can't be made is a sentence with code 4.
func TestUserUnwritable(t *testing.T) {
	file := filepath.Join(t.TempDir(), "datei")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, _, err := storage.OpenUser(dirsIn(t, filepath.Join(file, "daten")), storage.Options{})
	wantCode(t, err, materials.CodeBusy)
}

// Ensure that many may write and read at once.
func TestUserConcurrent(t *testing.T) {
	u, _ := openUser(t, dataDirs(t), storage.Options{})
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 10 {
				if _, err := u.PutNote(materials.Note{Material: room, Text: "x"}); err != nil {
					t.Error(err)
				}
				if _, err := u.Notes(room); err != nil {
					t.Error(err)
				}
				if err := u.Copy(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if got := len(texts(t, u)); got != 40 {
		t.Errorf("%d notes, want 40", got)
	}
}

// Ensure that the folder of a store is readable by its user alone.
func TestUserPrivate(t *testing.T) {
	dirs := dataDirs(t)
	u, _ := openUser(t, dirs, storage.Options{})
	putNote(t, u, "Förderbedarf von M.")
	if err := u.Close(); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(dirs.User, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil && os.PathSeparator == '/' && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestUserUses(t *testing.T) {
	c := newClock()
	materialstest.TestUses(t, func(t *testing.T, dir string) materials.Uses {
		u, _ := openUser(t, dirsIn(t, dir), storage.Options{Now: c.now})
		return u
	})
}
