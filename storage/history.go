package storage

import (
	"bytes"
	"slices"
	"time"

	"go.etcd.io/bbolt"

	"lernkoffer/materials"
)

var _ materials.History = (*User)(nil)

// History implements materials.History.
func (u *User) History() ([]materials.Visit, error) {
	var visits []materials.Visit
	err := u.view(func(tx *bbolt.Tx) (err error) {
		visits, err = readVisits(tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return visits, nil
}

// readVisits returns all visits, newest first.
func readVisits(tx *bbolt.Tx) ([]materials.Visit, error) {
	var visits []materials.Visit
	err := tx.Bucket(bucketVisit).ForEach(func(key, sealed []byte) error {
		var when int64
		if err := unpack(key, sealed, &when); err != nil {
			return err
		}
		visits = append(visits, materials.Visit{
			Material: materials.ID(bytes.Clone(key)), When: time.UnixMilli(when).UTC(),
		})
		return nil
	})
	slices.SortStableFunc(visits, func(a, b materials.Visit) int { return b.When.Compare(a.When) })
	return visits, err
}

// Visited implements materials.History. It is no entry of the change log: nothing
// is derived from it.
func (u *User) Visited(id materials.ID) error {
	if err := id.Check(); err != nil {
		return err
	}
	return u.update(func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucketVisit)
		if err := put(b, []byte(id), u.options.Now().UnixMilli()); err != nil {
			return err
		}
		visits, err := readVisits(tx)
		if err != nil {
			return err
		}
		for _, old := range visits[min(len(visits), materials.MaxHistory):] {
			if err := b.Delete([]byte(old.Material)); err != nil {
				return err
			}
		}
		return nil
	})
}
