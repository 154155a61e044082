package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"lernkoffer/materials"
	"lernkoffer/storage/place"
)

const testID materials.ID = "lernkoffer/klassenzimmer"

func openTest(t *testing.T) *User {
	t.Helper()
	dirs, err := place.Current().Resolve(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	u, _, err := OpenUser(dirs, Options{Now: func() time.Time { return time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { u.Close() })
	if _, err := u.PutNote(materials.Note{Material: testID, Text: "Notiz"}); err != nil {
		t.Fatal(err)
	}
	return u
}

func schemaNow(t *testing.T, u *User) (schema uint64) {
	t.Helper()
	if err := u.view(func(tx *bbolt.Tx) (err error) {
		schema, err = schemaOf(tx)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return schema
}

// Ensure that migrations run once and in order after a copy was made, and that a
// step that fails leaves its number and its changes out.
func TestMigrate(t *testing.T) {
	mark := func(name string) func(*bbolt.Tx) error {
		return func(tx *bbolt.Tx) error {
			_, err := tx.CreateBucket([]byte(name))
			return err
		}
	}
	broken := errors.New("broken")
	steps := append([]migration{}, migrations...)
	steps = append(steps,
		migration{Schema + 1, mark("next")},
		migration{Schema + 2, func(tx *bbolt.Tx) error { return errors.Join(mark("last")(tx), broken) }})

	u := openTest(t)
	if err := u.migrate(steps); !errors.Is(err, broken) {
		t.Fatalf("error = %v", err)
	}
	if got := schemaNow(t, u); got != Schema+1 {
		t.Errorf("schema %d after a failed last step", got)
	}
	if err := checkStore(filepath.Join(u.dirs.Backups(), fmt.Sprintf("user-v%d.db", Schema)), 0); err != nil {
		t.Errorf("copy before the migration: %v", err)
	}

	steps[len(steps)-1].run = mark("last")
	u = openTest(t)
	if err := u.migrate(steps); err != nil {
		t.Fatal(err)
	}
	if err := u.migrate(steps); err != nil || schemaNow(t, u) != Schema+2 {
		t.Errorf("schema %d, %v", schemaNow(t, u), err)
	}
}

// Ensure that the list of migrations ends at our schema.
func TestMigrationsComplete(t *testing.T) {
	for i, m := range migrations {
		if m.to != uint64(i+1) {
			t.Errorf("step %d leads to schema %d", i, m.to)
		}
	}
	if got := migrations[len(migrations)-1].to; got != Schema {
		t.Errorf("the last step leads to schema %d, ours is %d", got, Schema)
	}
}

// Ensure that a store on a medium that can't be written is read, not changed.
func TestReadOnly(t *testing.T) {
	u := openTest(t)
	if err := u.Close(); err != nil {
		t.Fatal(err)
	}

	ro, report, err := openReadOnly(&User{dirs: u.dirs, options: u.options})
	if err != nil {
		t.Fatal(err)
	}
	defer ro.Close()

	if !report.ReadOnly || report.Message == "" {
		t.Errorf("report: %+v", report)
	}
	if notes, err := ro.Notes(testID); err != nil || len(notes) != 1 {
		t.Errorf("notes %v, %v", notes, err)
	}
	_, err = ro.PutNote(materials.Note{Material: testID, Text: "x"})
	for _, err := range []error{err, ro.SetFavourite(testID, true), ro.SetTags(testID, nil), ro.SetSetting("a", "b"), ro.DeleteNote("x")} {
		if materials.ErrorCode(err) != materials.CodeBusy {
			t.Errorf("error = %v, want code %d", err, materials.CodeBusy)
		}
	}
	if err := ro.Close(); err != nil {
		t.Error(err)
	}
	if exists(ro.markPath()) {
		t.Error("a mark was written")
	}
}

// Ensure that a long change log is cut when a store is opened, and that who has
// read less is told so.
func TestTrimChanges(t *testing.T) {
	u := openTest(t)
	const n = 2*keptChanges + 10
	if err := u.update(func(tx *bbolt.Tx) error {
		for range n {
			if err := logChange(tx, TagsSet, testID); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if err := u.trimChanges(); err != nil {
		t.Fatal(err)
	}

	last := uint64(n + 1)
	if got, complete, err := u.Changes(0); err != nil || complete || len(got) != keptChanges || got[len(got)-1].Seq != last {
		t.Errorf("%d changes, complete %v, %v", len(got), complete, err)
	}
	if got, complete, err := u.Changes(last - 3); err != nil || !complete || len(got) != 3 {
		t.Errorf("%d changes, complete %v, %v", len(got), complete, err)
	}
	if err := u.SetFavourite(testID, true); err != nil {
		t.Fatal(err)
	}
	if got, _, err := u.Changes(last); err != nil || len(got) != 1 || got[0].Seq != last+1 {
		t.Errorf("after trimming: %v, %v", got, err)
	}
}

// FuzzReadCurrent: whatever a manifest holds, reading it gives a manifest that
// does not lead out of the library, or an error with a message.
func FuzzReadCurrent(f *testing.F) {
	for _, seed := range []string{
		"", "{}", "null", `{"format":1,"generation":1,"packs":[{"file":"a.db"}]}`,
		`{"format":1,"generation":1,"packs":[{"file":"../a.db"}]}`, `{"format":2}`, `{"format":1,"generation":-1}`,
		`{"format":1,"generation":1,"packs":[{"file":"a.db","segment":"/etc/passwd"}]}`,
		// found by fuzzing:
		`{"format":1,"generation":1,"packs":[{"fi?le":"../a.db"}]}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		path := filepath.Join(t.TempDir(), currentFile)
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		c, err := readCurrent(path)
		if err != nil {
			if materials.ErrorCode(err) == materials.CodeInternal || len(c.Packs) > 0 {
				t.Errorf("error without a code or with a result: %v", err)
			}
			return
		}
		for _, p := range c.Packs {
			if filepath.Dir(filepath.Join(packsFolder, p.File)) != packsFolder {
				t.Errorf("file %q leads out", p.File)
			}
		}
	})
}
