package storage

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"sync"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"lernkoffer/materials"
	"lernkoffer/storage/internal/boltfile"
	"lernkoffer/storage/internal/disk"
	"lernkoffer/storage/place"
)

// ErrInUse says that another process has the store open: the window, as a rule.
var ErrInUse = errors.New("store is in use")

// openWait is how long a second process waits for the first to let go.
const openWait = 250 * time.Millisecond

const (
	notSaved   = "Ihre Änderung konnte nicht gespeichert werden."
	notOpened  = "Ihre Notizen und Favoriten konnten nicht geöffnet werden."
	startAgain = "Die Datei mit Ihren Notizen ist beschädigt. Bitte starten Sie Lernkoffer neu: Dann wird die letzte gute Sicherung geholt."
)

// Options are what a store takes from outside. The zero value is for production,
// but for Executable.
type Options struct {
	Now    func() time.Time // time.Now if nil
	Random io.Reader        // of ids; crypto/rand if nil
	// Executable is the program that calls CheckMain for "--checkdb PATH". A store
	// that was not closed is checked there: bbolt may fault over a damaged one. If
	// empty, or not to be run, the check is done here, less deeply.
	Executable string
	MaxSize    int // of the store in bytes; 0 for no limit
}

func (o Options) withDefaults() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Random == nil {
		o.Random = rand.Reader
	}
	return o
}

// User is a teacher's own store: notes, favourites, tags and settings. It is
// safe for use by several goroutines.
type User struct {
	db       *bbolt.DB
	lock     *disk.Lock // nil if readOnly
	dirs     place.Dirs
	options  Options
	readOnly bool

	mu      sync.Mutex
	ids     idSource
	changed bool // since the last copy
	damaged bool // a transaction has met damage
	closed  bool

	ownMetas   []materials.Meta // of own materials, nil if not read
	ownVersion int              // counts their changes
}

var (
	_ materials.Annotations = (*User)(nil)
	_ materials.Settings    = (*User)(nil)
	_ materials.Uses        = (*User)(nil)
)

// OpenUser opens the store, a new one where there is none. A damaged store is put
// aside, and the newest sound copy takes its place; the report tells it. From a
// medium that can't be written a store is opened for reading only.
//
// It fails with ErrInUse (CodeBusy) while another process has the store open,
// with CodeProgram, and the store untouched, where a newer program made it, and
// with CodeBusy or CodeDiskFull where none can be made.
func OpenUser(dirs place.Dirs, options Options) (*User, Report, error) {
	u := &User{dirs: dirs, options: options.withDefaults()}
	if err := place.Make(dirs.User); err != nil {
		return nil, Report{}, err
	}
	waiting, cancel := context.WithTimeout(context.Background(), openWait)
	defer cancel()
	var err error
	switch u.lock, err = disk.Acquire(waiting, dirs.Store()+".lock"); {
	case errors.Is(err, disk.ErrLocked):
		return nil, Report{}, inUse(err)
	case err != nil && disk.Forbidden(err) && exists(dirs.Store()):
		return openReadOnly(u)
	case err != nil:
		return nil, Report{}, disk.Explain(notOpened, err)
	}

	report, err := u.open()
	if err != nil {
		u.lock.Release()
		return nil, Report{}, disk.Explain(notOpened, err)
	}
	return u, report, nil
}

// open makes the store sound, then opens it for writing.
func (u *User) open() (Report, error) {
	disk.RemoveUnfinished(u.dirs.User)
	disk.RemoveUnfinished(u.dirs.Backups())
	report, err := u.secure()
	if err != nil {
		return Report{}, err
	}
	if !exists(u.dirs.Store()) {
		if err := u.create(); err != nil {
			return Report{}, err
		}
	}
	if err := u.mark(); err != nil {
		return Report{}, err
	}
	err = u.openForWriting()
	if errors.Is(err, boltfile.ErrDamaged) {
		// What a quick look could not see. Where the file can't be moved while it is
		// mapped, the mark stays and the next start does it.
		if report, err = u.restore(); err != nil {
			return Report{}, err
		}
		if !exists(u.dirs.Store()) {
			if err := u.create(); err != nil {
				return Report{}, err
			}
		}
		err = u.openForWriting()
	}
	if err != nil {
		return Report{}, u.explain(err, notOpened)
	}
	if err := u.prepare(); err != nil {
		u.db.Close()
		return Report{}, err
	}
	return report, nil
}

func (u *User) openForWriting() (err error) {
	u.db, err = boltfile.Open(u.dirs.Store(), &bbolt.Options{
		Timeout: openWait, FreelistType: bbolt.FreelistMapType,
		PageSize: boltfile.PageSize, MaxSize: u.options.MaxSize,
	})
	return err
}

// prepare brings an open store up to date.
func (u *User) prepare() error {
	if err := u.migrate(migrations); err != nil {
		return err
	}
	if err := u.trimChanges(); err != nil {
		return err
	}
	return u.view(func(tx *bbolt.Tx) error {
		u.ids.last = max(lastKey(tx.Bucket(bucketNote)), lastKey(tx.Bucket(bucketUse)))
		return nil
	})
}

func openReadOnly(u *User) (*User, Report, error) {
	u.readOnly = true
	err := boltfile.PreCheck(u.dirs.Store(), 0)
	if err == nil {
		_, err = storedSchema(u.dirs.Store())
	}
	if err == nil {
		u.db, err = boltfile.Open(u.dirs.Store(), &bbolt.Options{ReadOnly: true, Timeout: openWait})
	}
	if err != nil {
		return nil, Report{}, u.explain(err, notOpened)
	}
	return u, Report{
		ReadOnly: true,
		Message:  "Ihre Notizen liegen auf einem schreibgeschützten Datenträger. Sie können sie lesen, aber nicht ändern.",
	}, nil
}

// Close makes the copy of the day, if anything has changed, and closes the store.
// The store is closed even if an error is returned: then the copy failed.
func (u *User) Close() error {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.closed {
		return nil
	}
	u.closed = true
	var failed error
	if u.changed && !u.damaged {
		failed = u.copyDay()
	}
	failed = errors.Join(failed, u.db.Close())
	if u.readOnly {
		return failed
	}
	if !u.damaged {
		failed = errors.Join(failed, u.unmark())
	}
	return errors.Join(failed, u.lock.Release())
}

// view runs fn in a transaction that reads.
func (u *User) view(fn func(*bbolt.Tx) error) error {
	return u.explain(boltfile.View(u.db, fn), "Ihre Notizen und Favoriten konnten nicht gelesen werden.")
}

// update runs fn in a transaction that writes; u.mu is not needed for it.
func (u *User) update(fn func(*bbolt.Tx) error) error {
	if u.readOnly {
		return u.explain(berrors.ErrDatabaseReadOnly, notSaved)
	}
	if err := boltfile.Update(u.db, fn); err != nil {
		return u.explain(err, notSaved)
	}
	u.mu.Lock()
	u.changed = true
	u.mu.Unlock()
	return nil
}

// explain says in German what a transaction could not do. After damage the mark
// of the open store stays, so that the next start checks and restores it.
func (u *User) explain(err error, what string) error {
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return inUse(err)
	case errors.Is(err, boltfile.ErrDamaged):
		u.mu.Lock()
		u.damaged = true
		u.mu.Unlock()
		return &materials.Error{
			Code: materials.CodeDamaged, Err: err,
			Message: what + " " + startAgain,
		}
	}
	return disk.Explain(what, err)
}

func inUse(err error) error {
	return &materials.Error{
		Code: materials.CodeBusy, Err: errors.Join(ErrInUse, err),
		Message: "Lernkoffer ist schon geöffnet. Bitte arbeiten Sie im offenen Fenster weiter oder schließen Sie es zuerst.",
	}
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}
