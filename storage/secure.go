package storage

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"lernkoffer/materials"
	"lernkoffer/storage/internal/boltfile"
	"lernkoffer/storage/internal/disk"
)

// CheckFlag is the hidden argument with which Executable is called to check the
// store at the path that follows it.
const CheckFlag = "--checkdb"

// checkLimit is how long a check may take; a damaged tree may have no end.
const checkLimit = 20 * time.Second

// Report says what happened when a store was opened.
type Report struct {
	Damaged  string // where a damaged store was put; "" if none was
	Restored string // day of the copy that took its place, "2026-11-24"; "" if none
	ReadOnly bool
	Message  string // German, for the teacher; "" if there is nothing to tell
}

// CheckMain checks the store at path and returns an exit code: 0 if it is sound,
// CodeDamaged, CodeBusy or CodeProgram. It may fault, so it has its own process.
func CheckMain(path string) int {
	return int(materials.ErrorCode(checkStore(path, boltfile.Deep)))
}

// checkStore looks at a whole store.
func checkStore(path string, mode boltfile.Mode) error {
	err := boltfile.PreCheck(path, mode)
	if err == nil {
		_, err = storedSchema(path)
	}
	if err == nil {
		err = boltfile.Check(path, mode)
	}
	var known *materials.Error
	switch {
	case err == nil || errors.As(err, &known):
		return err
	case disk.Forbidden(err) || errors.Is(err, berrors.ErrTimeout):
		return &materials.Error{Code: materials.CodeBusy, Err: err, Message: notOpened}
	}
	return &materials.Error{Code: materials.CodeDamaged, Err: err, Message: "Die Datei „" + path + "“ ist beschädigt."}
}

// check looks at a whole store, in another process if there is one.
func (u *User) check(path string, mode boltfile.Mode) error {
	if u.options.Executable == "" {
		return checkStore(path, mode)
	}
	if err := boltfile.PreCheck(path, mode); err != nil {
		return &materials.Error{Code: materials.CodeDamaged, Err: err, Message: "Die Datei „" + path + "“ ist beschädigt."}
	}
	ctx, cancel := context.WithTimeout(context.Background(), checkLimit)
	defer cancel()
	err := exec.CommandContext(ctx, u.options.Executable, CheckFlag, path).Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return nil
	case !errors.As(err, &exit):
		return checkStore(path, mode) // the program could not be run
	}
	code := materials.Code(exit.ExitCode())
	if code != materials.CodeBusy && code != materials.CodeProgram {
		code = materials.CodeDamaged // a crash is an answer too
	}
	if code == materials.CodeProgram {
		return newerStore()
	}
	return &materials.Error{Code: code, Err: err, Message: notOpened}
}

// secure sees to it that the store can be opened without danger. It is called
// under the lock, so nobody writes meanwhile.
func (u *User) secure() (Report, error) {
	path := u.dirs.Store()
	unclean := exists(u.markPath())
	if !exists(path) {
		if unclean { // a crash while a copy was put in place
			return u.restore()
		}
		return Report{}, nil
	}
	var err error
	if unclean {
		err = u.check(path, 0)
	} else {
		err = boltfile.PreCheck(path, boltfile.Strict)
		if err == nil {
			_, err = storedSchema(path)
		}
	}
	switch {
	case err == nil:
		return Report{}, nil
	case materials.ErrorCode(err) == materials.CodeDamaged || errors.Is(err, boltfile.ErrDamaged):
		return u.restore()
	}
	return Report{}, err
}

// restore puts the store aside, if there is one, and the newest sound copy in its
// place. Without a copy a new store begins.
func (u *User) restore() (Report, error) {
	path, fresh := u.dirs.Store(), u.dirs.Store()+".new"
	var report Report
	for _, c := range u.copies() {
		if u.check(c.path, boltfile.Strict) != nil {
			continue
		}
		if err := disk.CopyFile(c.path, fresh, disk.Private); err != nil {
			return Report{}, err
		}
		report.Restored = c.day
		break
	}
	// From here on a crash leaves the mark, and perhaps no store: see secure.
	if err := u.mark(); err != nil {
		return Report{}, err
	}
	if exists(path) {
		report.Damaged = u.asidePath()
		if err := disk.Rename(path, report.Damaged); err != nil {
			return Report{}, fmt.Errorf("put damaged store aside: %w", err)
		}
	}
	if report.Restored != "" {
		if err := disk.Rename(fresh, path); err != nil {
			return Report{}, err
		}
	}
	report.Message = report.sentence()
	return report, nil
}

func (r Report) sentence() string {
	kept := ""
	if r.Damaged != "" {
		kept = fmt.Sprintf(" Die alte Datei liegt unverändert als „%s“ daneben.", filepath.Base(r.Damaged))
	}
	if r.Restored == "" {
		return "Die Datei mit Ihren Notizen war beschädigt und es gibt noch keine Sicherung. Lernkoffer beginnt mit einer leeren." + kept
	}
	day := r.Restored
	if t, err := time.Parse(time.DateOnly, r.Restored); err == nil {
		day = t.Format("2. 1. 2006")
	}
	return fmt.Sprintf("Die Datei mit Ihren Notizen war beschädigt. Lernkoffer hat die Sicherung vom %s geholt; was danach kam, fehlt.%s", day, kept)
}

// asidePath returns a name for a damaged store that no file has.
func (u *User) asidePath() string {
	base := u.dirs.Store() + ".damaged-" + u.options.Now().UTC().Format("20060102-150405")
	path := base
	for n := 2; exists(path); n++ {
		path = fmt.Sprintf("%s-%d", base, n)
	}
	return path
}

// markPath names the file that stands beside a store while it is open. Left
// behind, it tells of a crash.
func (u *User) markPath() string { return u.dirs.Store() + ".open" }

func (u *User) mark() error {
	if exists(u.markPath()) {
		return nil
	}
	return disk.WriteFile(u.markPath(), disk.Private, func(io.Writer) error { return nil })
}

func (u *User) unmark() error {
	if err := os.Remove(u.markPath()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// storedSchema returns the schema number of a store that nobody writes. It fails
// with boltfile.ErrDamaged for a foreign file and with CodeProgram for a number
// that is higher than ours.
func storedSchema(path string) (uint64, error) {
	db, err := boltfile.Open(path, &bbolt.Options{ReadOnly: true, Timeout: openWait})
	if err != nil {
		return 0, err
	}
	defer db.Close()
	var schema uint64
	if err := boltfile.View(db, func(tx *bbolt.Tx) error {
		schema, err = schemaOf(tx)
		return err
	}); err != nil {
		return 0, err
	}
	if schema > Schema {
		return schema, newerStore()
	}
	return schema, nil
}

func newerStore() error {
	return materials.Errorf(materials.CodeProgram,
		"Ihre Notizen wurden mit einem neueren Lernkoffer gespeichert. Sie bleiben unverändert. Bitte aktualisieren Sie dieses Programm.")
}
