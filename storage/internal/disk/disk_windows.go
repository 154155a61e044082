package disk

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

var renameWaits = []time.Duration{50 * time.Millisecond, 200 * time.Millisecond, time.Second}

var (
	fullErrors      = []error{windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL}
	forbiddenErrors = []error{windows.ERROR_ACCESS_DENIED, windows.ERROR_WRITE_PROTECT, windows.ERROR_SHARING_VIOLATION}
)

// SyncDir does nothing: Windows brings names to the medium itself.
func SyncDir(string) error { return nil }

func tryLock(f *os.File) error {
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err := windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, &windows.Overlapped{})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return ErrLocked
	}
	return err
}
