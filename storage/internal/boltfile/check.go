package boltfile

import (
	"fmt"
	"time"

	"go.etcd.io/bbolt"
)

// checkWait is how long a check waits for a process that has the file open.
const checkWait = 2 * time.Second

// Mode says how closely a file is looked at.
type Mode uint

const (
	// Strict wants both meta pages right. After a crash the newer one may be torn;
	// then bbolt goes back to the transaction before, which was the last that was
	// acknowledged. In a file that was closed that would lose something.
	Strict Mode = 1 << iota
	// Deep lets bbolt check its own structure as well, in a goroutine of its own
	// where faults can't be caught: only a process that may die does that.
	Deep
)

// Check reads every value of a file and compares the seals. It fails with
// ErrDamaged, with bbolt's ErrTimeout while someone writes, or as os.Open does.
func Check(path string, mode Mode) error {
	if err := PreCheck(path, mode); err != nil {
		return err
	}
	db, err := Open(path, &bbolt.Options{ReadOnly: true, Timeout: checkWait})
	if err != nil {
		return err
	}
	defer db.Close()

	return View(db, func(tx *bbolt.Tx) error {
		if err := tx.ForEach(func(name []byte, b *bbolt.Bucket) error {
			return checkBucket(string(name), b)
		}); err != nil {
			return err
		}
		if mode&Deep == 0 {
			return nil
		}
		var first error
		for err := range tx.Check() { // to the end, or its goroutine stays
			if first == nil {
				first = fmt.Errorf("%w: %w", ErrDamaged, err)
			}
		}
		return first
	})
}

func checkBucket(name string, b *bbolt.Bucket) error {
	return b.ForEach(func(k, v []byte) error {
		if v == nil {
			return checkBucket(name+"/"+string(k), b.Bucket(k))
		}
		if _, err := Unseal(k, v); err != nil {
			return fmt.Errorf("bucket %s: %w", name, err)
		}
		return nil
	})
}
