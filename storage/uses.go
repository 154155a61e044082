package storage

import (
	"cmp"
	"slices"

	"go.etcd.io/bbolt"

	"lernkoffer/materials"
)

// useRecord is a use on disk.
type useRecord struct {
	Material materials.ID `cbor:"1,keyasint"`
	Day      string       `cbor:"2,keyasint"`
	Class    string       `cbor:"3,keyasint,omitempty"`
}

// Uses implements materials.Uses. There are few enough to look at all.
func (u *User) Uses(id materials.ID) ([]materials.Use, error) {
	var uses []materials.Use
	err := u.view(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketUse).ForEach(func(key, sealed []byte) error {
			var r useRecord
			if err := unpack(key, sealed, &r); err != nil {
				return err
			}
			if id == "" || r.Material == id {
				uses = append(uses, materials.Use{ID: string(key), Material: r.Material, Day: r.Day, Class: r.Class})
			}
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(uses, func(a, b materials.Use) int {
		return cmp.Or(cmp.Compare(b.Day, a.Day), cmp.Compare(b.ID, a.ID))
	})
	return uses, nil
}

// PutUse implements materials.Uses.
func (u *User) PutUse(use materials.Use) (materials.Use, error) {
	use, err := use.Checked()
	if err != nil {
		return materials.Use{}, err
	}
	err = u.update(func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucketUse)
		if use.ID == "" {
			if use.ID, err = u.ids.next(u.options.Now(), u.options.Random); err != nil {
				return err
			}
		} else {
			var old useRecord
			switch found, err := get(b, []byte(use.ID), &old); {
			case err != nil:
				return err
			case !found:
				return noUse(use.ID)
			}
			use.Material = old.Material
		}
		if err := put(b, []byte(use.ID), useRecord{Material: use.Material, Day: use.Day, Class: use.Class}); err != nil {
			return err
		}
		return logChange(tx, UsePut, use.Material)
	})
	if err != nil {
		return materials.Use{}, err
	}
	return use, nil
}

// DeleteUse implements materials.Uses.
func (u *User) DeleteUse(useID string) error {
	return u.update(func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucketUse)
		var r useRecord
		found, err := get(b, []byte(useID), &r)
		if err != nil {
			return err
		}
		if !found {
			return noUse(useID)
		}
		if err := b.Delete([]byte(useID)); err != nil {
			return err
		}
		return logChange(tx, UseDeleted, r.Material)
	})
}

func noUse(id string) error {
	return materials.Errorf(materials.CodeNotFound, "Den Eintrag „%.40s“ gibt es nicht (mehr).", id)
}
