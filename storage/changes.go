package storage

import (
	"encoding/binary"
	"fmt"

	"go.etcd.io/bbolt"

	"lernkoffer/materials"
	"lernkoffer/storage/internal/boltfile"
)

// ChangeKind says what was changed.
type ChangeKind byte

// The kinds of changes; the letters are on disk.
const (
	NotePut      ChangeKind = 'n'
	NoteDeleted  ChangeKind = 'd'
	FavouriteSet ChangeKind = 'f'
	TagsSet      ChangeKind = 't'
	OwnPut       ChangeKind = 'o'
	OwnDeleted   ChangeKind = 'x'
	UsePut       ChangeKind = 'u'
	UseDeleted   ChangeKind = 'v'
)

// Change is one entry of the change log, which is written in the transaction of
// the change itself. What is derived from the store is brought up to date by it.
type Change struct {
	Seq      uint64 // 1 and on
	Kind     ChangeKind
	Material materials.ID
}

// keptChanges is how many entries a store keeps when it is opened.
const keptChanges = 4096

// Changes returns what was changed after the change numbered since, oldest first.
// It is false where entries after since are no longer kept: then all that is
// derived is made anew.
func (u *User) Changes(since uint64) ([]Change, bool, error) {
	var changes []Change
	complete := false
	err := u.view(func(tx *bbolt.Tx) error {
		floor, err := getNumber(tx.Bucket(bucketSys), keyFloor)
		if err != nil {
			return err
		}
		complete = since >= floor
		c := tx.Bucket(bucketChanges).Cursor()
		for key, sealed := c.Seek(orderedKey(since + 1)); key != nil; key, sealed = c.Next() {
			value, err := boltfile.Unseal(key, sealed)
			if err != nil {
				return err
			}
			if len(key) != 8 || len(value) == 0 {
				return fmt.Errorf("%w: entry of the change log", boltfile.ErrDamaged)
			}
			changes = append(changes, Change{
				Seq: binary.BigEndian.Uint64(key), Kind: ChangeKind(value[0]), Material: materials.ID(value[1:]),
			})
		}
		return nil
	})
	if err != nil {
		return nil, false, err
	}
	return changes, complete, nil
}

// logChange writes the next entry.
func logChange(tx *bbolt.Tx, kind ChangeKind, id materials.ID) error {
	sys := tx.Bucket(bucketSys)
	seq, err := getNumber(sys, keySeq)
	if err != nil {
		return err
	}
	seq++
	key := orderedKey(seq)
	if err := tx.Bucket(bucketChanges).Put(key, boltfile.Seal(key, append([]byte{byte(kind)}, id...))); err != nil {
		return err
	}
	return putNumber(sys, keySeq, seq)
}

// trimChanges drops old entries, many at a time.
func (u *User) trimChanges() error {
	var seq, floor uint64
	if err := u.view(func(tx *bbolt.Tx) (err error) {
		if seq, err = getNumber(tx.Bucket(bucketSys), keySeq); err != nil {
			return err
		}
		floor, err = getNumber(tx.Bucket(bucketSys), keyFloor)
		return err
	}); err != nil || seq < floor+2*keptChanges {
		return err
	}
	return u.update(func(tx *bbolt.Tx) error {
		log := tx.Bucket(bucketChanges)
		for n := floor + 1; n <= seq-keptChanges; n++ {
			if err := log.Delete(orderedKey(n)); err != nil {
				return err
			}
		}
		return putNumber(tx.Bucket(bucketSys), keyFloor, seq-keptChanges)
	})
}
