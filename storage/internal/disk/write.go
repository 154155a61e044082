package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// TempMark stands in the names of files that are not finished. Who finds one
// while nobody writes may remove it.
const TempMark = ".unfertig-"

// The modes of our files.
const (
	Private fs.FileMode = 0o600 // a teacher's own
	Shared  fs.FileMode = 0o644 // read by all users of a machine
	// Plain is for a new file of a user's: as the system makes them.
	Plain fs.FileMode = 0
)

// WriteFile replaces the file at path by what write gives. The old file stays
// until the new one is whole and on the medium.
func WriteFile(path string, mode fs.FileMode, write func(io.Writer) error) (err error) {
	perm := Private // until it is whole
	if mode == Plain {
		perm = 0o666
	}
	f, err := createTemp(path, perm)
	if err != nil {
		return fmt.Errorf("create temporary file: %w", err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()

	out := &recorder{Writer: f}
	if err := write(out); err != nil {
		return errors.Join(err, out.err)
	}
	if mode != Plain {
		if err := f.Chmod(mode); err != nil {
			return err
		}
	}
	if err := f.Sync(); err != nil {
		return fmt.Errorf("sync %s: %w", f.Name(), err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("close %s: %w", f.Name(), err)
	}
	return Rename(f.Name(), path)
}

// createTemp makes a file beside path. Other than with os.CreateTemp the system
// has its say in the mode.
func createTemp(path string, perm fs.FileMode) (*os.File, error) {
	for try := 0; ; try++ {
		name := fmt.Sprintf("%s%s%08x", path, TempMark, rand.Uint32())
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, perm)
		if !errors.Is(err, fs.ErrExist) || try > 100 {
			return f, err
		}
	}
}

// RemoveUnfinished removes the files of writers that were killed. Only who keeps
// others from writing in the folder may call it. What can't be removed stays.
func RemoveUnfinished(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if e.Type().IsRegular() && strings.Contains(e.Name(), TempMark) {
			_ = os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}

// recorder keeps the error of a write for callers that wrap it out of sight, as
// bbolt does.
type recorder struct {
	io.Writer
	err error
}

func (r *recorder) Write(p []byte) (int, error) {
	n, err := r.Writer.Write(p)
	if err != nil {
		r.err = err
	}
	return n, err
}

// CopyFile replaces the file at to by a copy of from.
func CopyFile(from, to string, mode fs.FileMode) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	return WriteFile(to, mode, func(w io.Writer) error {
		_, err := io.Copy(w, in)
		return err
	})
}

// Rename moves a file within a folder, over another where there is one, and
// returns when the folder is on the medium.
func Rename(from, to string) error {
	err := os.Rename(from, to)
	// On Windows a virus scanner may hold a new file open for a moment.
	for _, wait := range renameWaits {
		if err == nil {
			break
		}
		time.Sleep(wait)
		err = os.Rename(from, to)
	}
	if err != nil {
		return err
	}
	return SyncDir(filepath.Dir(to))
}
