package boltfile

import (
	"fmt"
	"time"

	"go.etcd.io/bbolt"
)

// checkWait is how long a check waits for a process that has the file open.
const checkWait = 2 * time.Second

// Check reads every value of a file and compares the seals. With deep, bbolt
// checks its own structure as well, in a goroutine that faults can't be caught
// in: only a process that may die does that. It fails with ErrDamaged, with
// bbolt's ErrTimeout while someone writes, or as os.Open does.
func Check(path string, deep bool) error {
	if err := PreCheck(path, false); err != nil {
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
		if !deep {
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
