package boltfile

import (
	"fmt"
	"runtime/debug"

	"go.etcd.io/bbolt"
)

// Open opens a database; a panic of bbolt over its pages becomes ErrDamaged. The
// file may then stay locked until the process ends, so PreCheck goes first.
func Open(path string, options *bbolt.Options) (db *bbolt.DB, err error) {
	err = guard(func() error {
		db, err = bbolt.Open(path, 0o600, options)
		return err
	})
	return db, err
}

// View runs fn in a transaction that reads; damage that bbolt or the memory map
// stumbles over becomes ErrDamaged.
func View(db *bbolt.DB, fn func(*bbolt.Tx) error) error {
	return guard(func() error { return db.View(fn) })
}

// Update runs fn in a transaction that writes, with the same care as View.
func Update(db *bbolt.DB, fn func(*bbolt.Tx) error) error {
	return guard(func() error { return db.Update(fn) })
}

// guard calls fn and turns its panics, and faults of memory that it reads, into
// an error. It helps the calling goroutine only.
func guard(fn func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", ErrDamaged, r)
		}
	}()
	return fn()
}
