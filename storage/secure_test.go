package storage_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/fxamacker/cbor/v2"
	"go.etcd.io/bbolt"

	"lernkoffer/materials"
	"lernkoffer/storage"
	"lernkoffer/storage/internal/boltfile"
	"lernkoffer/storage/place"
)

// checked are options with which stores are checked in a process of their own.
func checked(c *clock) storage.Options {
	return storage.Options{Now: c.now, Executable: os.Args[0]}
}

// twoDays makes a store with a note of each of two days and the copies of both.
func twoDays(t *testing.T, c *clock) place.Dirs {
	t.Helper()
	dirs := dataDirs(t)
	for _, day := range []string{"2026-09-01", "2026-09-02"} {
		c.set(day + " 12:00:00")
		u, _, err := storage.OpenUser(dirs, checked(c))
		if err != nil {
			t.Fatal(err)
		}
		putNote(t, u, "vom "+day)
		if err := u.Close(); err != nil {
			t.Fatal(err)
		}
	}
	c.set("2026-09-03 07:30:00")
	return dirs
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func write(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// Ensure that a damaged store is put aside unchanged, that the newest sound copy
// takes its place, and that the teacher is told.
func TestRestore(t *testing.T) {
	foreign := []byte("PK\x03\x04 a zip archive, renamed by mistake")
	for _, tc := range []struct {
		name    string
		damage  func(sound []byte) []byte
		unclean bool
	}{
		{"cut", func(b []byte) []byte { return b[:len(b)/3] }, false},
		{"empty", func([]byte) []byte { return nil }, false},
		{"foreign", func([]byte) []byte { return foreign }, false},
		{"zeroes", func(b []byte) []byte { return make([]byte, len(b)) }, false},
		{"a flipped byte in a meta page", func(b []byte) []byte { b[50] ^= 4; return b }, false},
		{"a flipped byte in a note, after a crash", func(b []byte) []byte {
			b[bytes.LastIndex(b, []byte("vom 2026"))] ^= 1
			return b
		}, true},
		{"page headers overwritten, after a crash", func(b []byte) []byte {
			for at := 2 * boltfile.PageSize; at < len(b); at += boltfile.PageSize {
				copy(b[at:], "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff")
			}
			return b
		}, true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := newClock()
			dirs := twoDays(t, c)
			bad := tc.damage(read(t, dirs.Store()))
			write(t, dirs.Store(), bad)
			if tc.unclean {
				write(t, dirs.Store()+".open", nil)
			}

			u, report := openUser(t, dirs, checked(c))

			wantTexts(t, u, "vom 2026-09-01", "vom 2026-09-02")
			if report.Restored != "2026-09-02" || !strings.Contains(report.Message, "2. 9. 2026") {
				t.Errorf("report: %+v", report)
			}
			if report.Damaged == "" || !bytes.Equal(read(t, report.Damaged), bad) {
				t.Errorf("the damaged file was not kept: %+v", report)
			}
			putNote(t, u, "weiter")
		})
	}
}

// Ensure that a damaged copy is passed over, and that without any a new store
// begins beside the damaged one.
func TestRestoreDamagedCopies(t *testing.T) {
	c := newClock()
	dirs := twoDays(t, c)
	newest := filepath.Join(dirs.Backups(), "user-2026-09-02.db")
	content := read(t, newest)
	content[bytes.LastIndex(content, []byte("vom 2026"))] ^= 1
	write(t, newest, content)
	write(t, dirs.Store(), []byte("x"))

	u, report := openUser(t, dirs, checked(c))
	wantTexts(t, u, "vom 2026-09-01")
	if report.Restored != "2026-09-01" {
		t.Errorf("report: %+v", report)
	}
	if err := u.Close(); err != nil {
		t.Fatal(err)
	}

	if err := os.RemoveAll(dirs.Backups()); err != nil {
		t.Fatal(err)
	}
	write(t, dirs.Store(), []byte("y"))
	u, report = openUser(t, dirs, checked(c))
	wantTexts(t, u)
	if report.Restored != "" || report.Damaged == "" || report.Message == "" {
		t.Errorf("report: %+v", report)
	}
	if aside, _ := filepath.Glob(dirs.Store() + ".damaged-*"); len(aside) != 2 {
		t.Errorf("put aside: %q", aside)
	}
}

// Ensure that a crash between putting aside and restoring loses nothing.
func TestRestoreInterrupted(t *testing.T) {
	c := newClock()
	dirs := twoDays(t, c)
	if err := os.Rename(dirs.Store(), dirs.Store()+".damaged-20260903-073000"); err != nil {
		t.Fatal(err)
	}
	write(t, dirs.Store()+".open", nil)

	u, report := openUser(t, dirs, checked(c))

	wantTexts(t, u, "vom 2026-09-01", "vom 2026-09-02")
	if report.Restored != "2026-09-02" {
		t.Errorf("report: %+v", report)
	}
}

// Ensure that damage met while the store is open is told, and mended at the next
// start, and that no bad copy is made of it.
func TestDamageWhileOpen(t *testing.T) {
	c := newClock()
	dirs := twoDays(t, c)
	content := read(t, dirs.Store())
	content[bytes.LastIndex(content, []byte("vom 2026"))] ^= 1
	write(t, dirs.Store(), content)

	u, report, err := storage.OpenUser(dirs, checked(c))
	if err != nil || report.Message != "" {
		t.Fatalf("%+v, %v", report, err)
	}
	_, err = u.Notes("")
	wantCode(t, err, materials.CodeDamaged)
	if err := u.SetFavourite(room, true); err != nil {
		t.Errorf("other things still work: %v", err)
	}
	if err := u.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dirs.Backups(), "user-2026-09-03.db")); err == nil {
		t.Error("a copy was made of a damaged store")
	}

	u, report = openUser(t, dirs, checked(c))
	wantTexts(t, u, "vom 2026-09-01", "vom 2026-09-02")
	if report.Restored != "2026-09-02" {
		t.Errorf("report: %+v", report)
	}
}

// Ensure that damage which nobody has read yet does not get into a copy.
func TestNoCopyOfDamage(t *testing.T) {
	c := newClock()
	dirs := twoDays(t, c)
	content := read(t, dirs.Store())
	content[bytes.LastIndex(content, []byte("vom 2026"))] ^= 1
	write(t, dirs.Store(), content)
	good := read(t, filepath.Join(dirs.Backups(), "user-2026-09-02.db"))
	c.set("2026-09-02 18:00:00")

	u, _, err := storage.OpenUser(dirs, checked(c))
	if err != nil {
		t.Fatal(err)
	}
	if err := u.SetFavourite(room, true); err != nil {
		t.Fatal(err)
	}
	wantCode(t, u.Close(), materials.CodeDamaged)

	if !bytes.Equal(read(t, filepath.Join(dirs.Backups(), "user-2026-09-02.db")), good) {
		t.Error("the good copy of the day was replaced")
	}
	if u, report := openUser(t, dirs, checked(c)); report.Restored != "2026-09-02" {
		t.Errorf("report %+v, notes %q", report, texts(t, u))
	}
}

// Ensure that whatever byte is flipped, opening and reading end in right notes or
// in an error, never in wrong notes or a dead process.
func TestFlippedBytes(t *testing.T) {
	c := newClock()
	dirs := twoDays(t, c)
	sound := read(t, dirs.Store())
	random := rand.New(rand.NewPCG(5, 6))
	for i := range 40 {
		bad := bytes.Clone(sound)
		at := random.IntN(len(bad))
		if i%2 == 0 {
			at = at/boltfile.PageSize*boltfile.PageSize + at%32
		}
		bad[at] ^= byte(1 + random.IntN(255))
		write(t, dirs.Store(), bad)
		if i%8 == 0 {
			write(t, dirs.Store()+".open", nil)
		}

		u, _, err := storage.OpenUser(dirs, checked(c))
		if err != nil {
			t.Errorf("byte %d flipped: %v", at, err)
			continue
		}
		notes, err := u.Notes("")
		if err == nil && (len(notes) != 2 || notes[0].Text != "vom 2026-09-01" || notes[1].Text != "vom 2026-09-02") {
			t.Errorf("byte %d flipped: wrong notes %+v", at, notes)
		}
		u.Close()
	}
}

// Ensure that the store of a newer program is refused and left as it is.
func TestNewerSchema(t *testing.T) {
	for _, unclean := range []bool{false, true} {
		c := newClock()
		dirs := twoDays(t, c)
		setSchema(t, dirs.Store(), storage.Schema+1)
		if unclean {
			write(t, dirs.Store()+".open", nil)
		}
		before := read(t, dirs.Store())

		_, _, err := storage.OpenUser(dirs, checked(c))

		wantCode(t, err, materials.CodeProgram)
		if !bytes.Equal(read(t, dirs.Store()), before) {
			t.Error("the store was changed")
		}
		if aside, _ := filepath.Glob(dirs.Store() + ".damaged-*"); len(aside) > 0 {
			t.Errorf("put aside: %q", aside)
		}
	}
}

func setSchema(t *testing.T, path string, schema uint64) {
	t.Helper()
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	value, err := cbor.Marshal(schema)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		key := []byte("schema")
		return tx.Bucket([]byte("sys")).Put(key, boltfile.Seal(key, value))
	})
	if err = errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}

// Ensure that what a killed writer left half done is cleared away, and nothing else.
func TestUnfinishedFiles(t *testing.T) {
	c := newClock()
	dirs := twoDays(t, c)
	ensure(t, dirs, bundle(t, "1", nil))
	left := []string{
		dirs.Store() + ".open.unfertig-1234", filepath.Join(dirs.Backups(), "user-2026-09-02.db.new.unfertig-99"),
		filepath.Join(dirs.Library, "CURRENT.unfertig-7"), filepath.Join(dirs.Library, "packs", "x.db.unfertig-7"),
	}
	other := filepath.Join(dirs.User, "Notizen.txt")
	for _, path := range append(left, other) {
		write(t, path, []byte("halb"))
	}

	openUser(t, dirs, checked(c))
	ensure(t, dirs, bundle(t, "2", nil))

	for _, path := range left {
		if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("still there: %s", path)
		}
	}
	read(t, other)
}

// Ensure that there is one copy a day, of changed stores only, and seven at most.
func TestDailyCopies(t *testing.T) {
	c := newClock()
	dirs := dataDirs(t)
	for day := 1; day <= 9; day++ {
		for range 2 {
			c.set(fmt.Sprintf("2026-10-%02d 12:00:00", day))
			u, _, err := storage.OpenUser(dirs, storage.Options{Now: c.now})
			if err != nil {
				t.Fatal(err)
			}
			if day != 5 { // looked at, not changed
				putNote(t, u, fmt.Sprint("Tag ", day))
			}
			if err := u.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
	entries, err := os.ReadDir(dirs.Backups())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, strings.TrimSuffix(strings.TrimPrefix(e.Name(), "user-2026-10-"), ".db"))
	}
	if want := []string{"02", "03", "04", "06", "07", "08", "09"}; !slices.Equal(got, want) {
		t.Errorf("copies of the days %q, want %q", got, want)
	}
}

// Ensure that no note that was acknowledged is lost when the writer is killed.
func TestKilledWriter(t *testing.T) {
	dirs := dataDirs(t)
	acknowledged := map[string]string{}
	for round := range 4 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "STORAGE_TEST_ROLE=write", "STORAGE_TEST_DATA="+dirs.User, fmt.Sprintf("STORAGE_TEST_ARG=%d", round))
		cmd.Stderr = os.Stderr
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for n := 0; lines.Scan(); n++ {
			id, text, _ := strings.Cut(lines.Text(), " ")
			acknowledged[id] = text
			if n == 5+3*round {
				if err := cmd.Process.Kill(); err != nil {
					t.Fatal(err)
				}
			}
		}
		_ = cmd.Wait()
	}

	u, report := openUser(t, dirs, storage.Options{Executable: os.Args[0]})

	if report.Message != "" || len(acknowledged) < 4*6 {
		t.Errorf("report %+v, %d notes acknowledged", report, len(acknowledged))
	}
	notes, err := u.Notes("")
	if err != nil {
		t.Fatal(err)
	}
	kept := map[string]string{}
	for _, n := range notes {
		kept[n.ID] = n.Text
	}
	for id, text := range acknowledged {
		if kept[id] != text {
			t.Errorf("note %s is %q, want %q", id, kept[id], text)
		}
	}
	if extra := len(kept) - len(acknowledged); extra > 4 {
		t.Errorf("%d notes more than acknowledged in 4 rounds", extra)
	}
}

// Ensure that the check in its own process answers by its exit code.
func TestCheckMain(t *testing.T) {
	c := newClock()
	dirs := twoDays(t, c)
	if code := storage.CheckMain(dirs.Store()); code != 0 {
		t.Errorf("sound store: %d", code)
	}
	setSchema(t, dirs.Store(), storage.Schema+1)
	if code := storage.CheckMain(dirs.Store()); code != int(materials.CodeProgram) {
		t.Errorf("newer store: %d", code)
	}
	write(t, dirs.Store(), []byte("x"))
	if code := storage.CheckMain(dirs.Store()); code != int(materials.CodeDamaged) {
		t.Errorf("damaged store: %d", code)
	}
}
