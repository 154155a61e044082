package disk_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	berrors "go.etcd.io/bbolt/errors"

	"lernkoffer/materials"
	"lernkoffer/storage/internal/disk"
)

// Ensure that a file is replaced whole or not at all, and that nothing is left
// beside it.
func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "datei")
	put := func(text string, failure error) error {
		return disk.WriteFile(path, disk.Private, func(w io.Writer) error {
			if _, err := io.WriteString(w, text); err != nil {
				return err
			}
			return failure
		})
	}

	if err := put("alt", nil); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	if err := put("halb", broken); !errors.Is(err, broken) {
		t.Errorf("error = %v, want that of the writer", err)
	}
	expectFile(t, path, "alt")
	if err := put("neu", nil); err != nil {
		t.Fatal(err)
	}
	expectFile(t, path, "neu")
	if err := disk.CopyFile(path, filepath.Join(dir, "kopie"), disk.Shared); err != nil {
		t.Fatal(err)
	}
	expectFile(t, filepath.Join(dir, "kopie"), "neu")

	if info, err := os.Stat(filepath.Join(dir, "kopie")); err != nil || info.Mode().Perm()&0o044 == 0 {
		t.Errorf("a shared file has mode %v, %v", info.Mode(), err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 2 {
		t.Errorf("left in the folder: %v, %v", entries, err)
	}
}

// Ensure that only one holds a lock, and that the next gets it at once.
func TestLock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	first, err := disk.Acquire(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	done, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := disk.Acquire(done, path); !errors.Is(err, disk.ErrLocked) {
		t.Errorf("second holder: %v, want ErrLocked", err)
	}

	got := make(chan error)
	go func() {
		second, err := disk.Acquire(context.Background(), path)
		if err == nil {
			err = second.Release()
		}
		got <- err
	}()
	time.Sleep(10 * time.Millisecond)
	if err := first.Release(); err != nil {
		t.Fatal(err)
	}
	if err := <-got; err != nil {
		t.Errorf("waiting holder: %v", err)
	}
}

// Ensure that what a disk refuses becomes a sentence with the right exit code.
func TestExplain(t *testing.T) {
	for _, tc := range []struct {
		name string
		err  error
		code materials.Code
	}{
		{"nothing", nil, 0},
		{"full", &fs.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}, materials.CodeDiskFull},
		{"full, wrapped", fmt.Errorf("commit: %w", syscall.ENOSPC), materials.CodeDiskFull},
		{"over the limit", berrors.ErrMaxSizeReached, materials.CodeDiskFull},
		{"no right", &fs.PathError{Op: "open", Path: "x", Err: syscall.EACCES}, materials.CodeBusy},
		{"read-only medium", &fs.PathError{Op: "open", Path: "x", Err: syscall.EROFS}, materials.CodeBusy},
		{"read-only store", berrors.ErrDatabaseReadOnly, materials.CodeBusy},
		{"known", materials.Errorf(materials.CodeDamaged, "beschädigt"), materials.CodeDamaged},
		{"other", io.ErrUnexpectedEOF, materials.CodeInternal},
	} {
		t.Run(tc.name, func(t *testing.T) {
			err := disk.Explain("Das ging nicht.", tc.err)
			if got := materials.ErrorCode(err); got != tc.code {
				t.Errorf("code %d, want %d", got, tc.code)
			}
			if tc.err != nil && !errors.Is(err, tc.err) {
				t.Errorf("the cause is lost: %v", err)
			}
		})
	}
}

func expectFile(t *testing.T, path, want string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != want {
		t.Errorf("%s holds %q, %v; want %q", filepath.Base(path), got, err, want)
	}
}
