//go:build unix

package disk

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

var renameWaits []time.Duration

var (
	fullErrors      = []error{unix.ENOSPC, unix.EDQUOT, unix.EFBIG}
	forbiddenErrors = []error{unix.EROFS, unix.EACCES, unix.EPERM}
)

// SyncDir brings the names in a folder to the medium.
func SyncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	// Some file systems know no sync of folders; the rename itself was done.
	if err := f.Sync(); err != nil && !errors.Is(err, unix.EINVAL) && !errors.Is(err, unix.ENOTSUP) {
		return err
	}
	return nil
}

func tryLock(f *os.File) error {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return ErrLocked
	}
	return err
}
