package disk

import (
	"context"
	"errors"
	"os"
	"time"
)

// ErrLocked says that another process holds a lock.
var ErrLocked = errors.New("locked by another process")

const lockPause = 25 * time.Millisecond

// Lock is a lock between processes. The system lets go of it when the process
// ends, however it ends; the file stays.
type Lock struct{ file *os.File }

// Acquire takes the lock of the file at path, which is made where there is none.
// It waits for another holder until ctx is done and then fails with ErrLocked.
func Acquire(ctx context.Context, path string) (*Lock, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	for {
		err := tryLock(f)
		if err == nil {
			return &Lock{f}, nil
		}
		if !errors.Is(err, ErrLocked) {
			f.Close()
			return nil, err
		}
		select {
		case <-ctx.Done():
			f.Close()
			return nil, ErrLocked
		case <-time.After(lockPause):
		}
	}
}

// Release gives the lock back.
func (l *Lock) Release() error { return l.file.Close() }
