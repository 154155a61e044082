package storage

import (
	"bytes"
	"fmt"
	"time"

	"go.etcd.io/bbolt"

	"lernkoffer/materials"
	"lernkoffer/storage/internal/boltfile"
)

// noteRecord is a note on disk; times are milliseconds since 1970.
type noteRecord struct {
	Material materials.ID     `cbor:"1,keyasint"`
	Text     string           `cbor:"2,keyasint"`
	Anchor   materials.Anchor `cbor:"3,keyasint,omitzero"`
	Created  int64            `cbor:"4,keyasint"`
	Changed  int64            `cbor:"5,keyasint"`
}

func (r noteRecord) note(id string) materials.Note {
	return materials.Note{
		ID: id, Material: r.Material, Text: r.Text, Anchor: r.Anchor,
		Created: time.UnixMilli(r.Created).UTC(), Changed: time.UnixMilli(r.Changed).UTC(),
	}
}

// Notes implements materials.Annotations.
func (u *User) Notes(id materials.ID) ([]materials.Note, error) {
	var notes []materials.Note
	err := u.view(func(tx *bbolt.Tx) error {
		if id == "" {
			return tx.Bucket(bucketNote).ForEach(func(key, sealed []byte) error {
				var r noteRecord
				if err := unpack(key, sealed, &r); err != nil {
					return err
				}
				notes = append(notes, r.note(string(key)))
				return nil
			})
		}
		prefix := noteOfKey(id, "")
		c := tx.Bucket(bucketNoteOf).Cursor()
		for key, _ := c.Seek(prefix); bytes.HasPrefix(key, prefix); key, _ = c.Next() {
			noteID := key[len(prefix):]
			var r noteRecord
			switch found, err := get(tx.Bucket(bucketNote), noteID, &r); {
			case err != nil:
				return err
			case !found:
				return fmt.Errorf("%w: note %q is missing", boltfile.ErrDamaged, noteID)
			}
			notes = append(notes, r.note(string(noteID)))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return notes, nil
}

// PutNote implements materials.Annotations.
func (u *User) PutNote(n materials.Note) (materials.Note, error) {
	n, err := n.Checked()
	if err != nil {
		return materials.Note{}, err
	}
	now := u.options.Now()
	var stored materials.Note
	err = u.update(func(tx *bbolt.Tx) error {
		r := noteRecord{Material: n.Material, Text: n.Text, Anchor: n.Anchor, Created: now.UnixMilli(), Changed: now.UnixMilli()}
		id := n.ID
		if id == "" {
			if id, err = u.ids.next(now, u.options.Random); err != nil {
				return err
			}
		} else if err := keepOrigin(tx, id, &r); err != nil {
			return err
		}
		if err := put(tx.Bucket(bucketNote), []byte(id), r); err != nil {
			return err
		}
		index := noteOfKey(r.Material, id)
		if err := tx.Bucket(bucketNoteOf).Put(index, boltfile.Seal(index, nil)); err != nil {
			return err
		}
		stored = r.note(id)
		return logChange(tx, NotePut, r.Material)
	})
	if err != nil {
		return materials.Note{}, err
	}
	return stored, nil
}

// keepOrigin takes over what a note keeps when it is changed.
func keepOrigin(tx *bbolt.Tx, id string, r *noteRecord) error {
	var old noteRecord
	found, err := get(tx.Bucket(bucketNote), []byte(id), &old)
	if err != nil {
		return err
	}
	if !found {
		return noNote(id)
	}
	r.Material, r.Created = old.Material, old.Created
	r.Changed = max(r.Changed, old.Changed) // the clock may have been set back
	return nil
}

// DeleteNote implements materials.Annotations.
func (u *User) DeleteNote(noteID string) error {
	return u.update(func(tx *bbolt.Tx) error {
		var r noteRecord
		found, err := get(tx.Bucket(bucketNote), []byte(noteID), &r)
		if err != nil {
			return err
		}
		if !found {
			return noNote(noteID)
		}
		if err := tx.Bucket(bucketNote).Delete([]byte(noteID)); err != nil {
			return err
		}
		if err := tx.Bucket(bucketNoteOf).Delete(noteOfKey(r.Material, noteID)); err != nil {
			return err
		}
		return logChange(tx, NoteDeleted, r.Material)
	})
}

func noteOfKey(id materials.ID, noteID string) []byte {
	return []byte(string(id) + "\x00" + noteID)
}

func noNote(id string) error {
	return materials.Errorf(materials.CodeNotFound, "Die Notiz „%.40s“ gibt es nicht (mehr).", id)
}
