package storage

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"go.etcd.io/bbolt"

	"lernkoffer/materials"
	"lernkoffer/storage/internal/boltfile"
	"lernkoffer/storage/internal/disk"
	"lernkoffer/storage/place"
)

// keptCopies is how many daily copies are kept.
const keptCopies = 7

// dayCopy is a daily copy of the store.
type dayCopy struct{ path, day string }

// copies returns the daily copies, newest first.
func (u *User) copies() []dayCopy {
	paths, err := filepath.Glob(filepath.Join(u.dirs.Backups(), "user-*.db"))
	if err != nil {
		return nil // only of a bad pattern
	}
	var out []dayCopy
	for _, path := range paths {
		name := filepath.Base(path)
		day := name[len("user-") : len(name)-len(".db")]
		if _, err := time.Parse(time.DateOnly, day); err == nil {
			out = append(out, dayCopy{path, day})
		}
	}
	slices.SortFunc(out, func(a, b dayCopy) int { return strings.Compare(b.day, a.day) })
	return out
}

// Copy makes the copy of the day, if anything has changed since the last one.
// Close does so too; a window that stays open for days calls it now and then. It
// fails with CodeDiskFull, CodeBusy, or CodeDamaged.
func (u *User) Copy() error {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.closed || !u.changed || u.damaged {
		return nil
	}
	return u.copyDay()
}

// copyDay needs u.mu.
func (u *User) copyDay() error {
	day := u.options.Now().Format(time.DateOnly)
	if err := u.copyTo(filepath.Join(u.dirs.Backups(), "user-"+day+".db")); err != nil {
		if errors.Is(err, boltfile.ErrDamaged) {
			u.damaged = true
		}
		return err
	}
	u.changed = false
	for i, c := range u.copies() {
		if i >= keptCopies {
			if err := os.Remove(c.path); err != nil {
				return err
			}
		}
	}
	return nil
}

// copyTo makes a copy of the open store, which replaces another only when it was
// checked.
func (u *User) copyTo(path string) error {
	const failed = "Die Sicherung Ihrer Notizen konnte nicht geschrieben werden."
	if err := place.Make(filepath.Dir(path)); err != nil {
		return err
	}
	fresh := path + ".new"
	err := disk.WriteFile(fresh, disk.Private, func(w io.Writer) error {
		return boltfile.View(u.db, func(tx *bbolt.Tx) error {
			_, err := tx.WriteTo(w)
			return err
		})
	})
	if err != nil {
		return disk.Explain(failed, err)
	}
	if err := u.check(fresh, boltfile.Strict); err != nil {
		_ = os.Remove(fresh)
		if materials.ErrorCode(err) != materials.CodeDamaged {
			return err
		}
		return &materials.Error{Code: materials.CodeDamaged, Err: errors.Join(boltfile.ErrDamaged, err), Message: failed + " " + startAgain}
	}
	return disk.Explain(failed, disk.Rename(fresh, path))
}

func removeOld(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
