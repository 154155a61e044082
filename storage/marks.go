package storage

import (
	"time"

	"go.etcd.io/bbolt"

	"lernkoffer/materials"
	"lernkoffer/storage/internal/boltfile"
)

// Marked implements materials.Annotations.
func (u *User) Marked() (map[materials.ID]materials.Marked, error) {
	marked := make(map[materials.ID]materials.Marked)
	err := u.view(func(tx *bbolt.Tx) error {
		if err := tx.Bucket(bucketFav).ForEach(func(key, sealed []byte) error {
			var since int64
			if err := unpack(key, sealed, &since); err != nil {
				return err
			}
			marked[materials.ID(key)] = materials.Marked{Favourite: true, Since: time.UnixMilli(since).UTC()}
			return nil
		}); err != nil {
			return err
		}
		return tx.Bucket(bucketTags).ForEach(func(key, sealed []byte) error {
			m := marked[materials.ID(key)]
			if err := unpack(key, sealed, &m.Tags); err != nil {
				return err
			}
			marked[materials.ID(key)] = m
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	return marked, nil
}

// SetFavourite implements materials.Annotations.
func (u *User) SetFavourite(id materials.ID, on bool) error {
	if err := id.Check(); err != nil {
		return err
	}
	return u.update(func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucketFav)
		if there := b.Get([]byte(id)) != nil; there == on {
			return nil
		}
		var err error
		if on {
			err = put(b, []byte(id), u.options.Now().UnixMilli())
		} else {
			err = b.Delete([]byte(id))
		}
		if err != nil {
			return err
		}
		return logChange(tx, FavouriteSet, id)
	})
}

// SetTags implements materials.Annotations.
func (u *User) SetTags(id materials.ID, tags []string) error {
	if err := id.Check(); err != nil {
		return err
	}
	tags, err := materials.CheckedTags(tags)
	if err != nil {
		return err
	}
	return u.update(func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucketTags)
		var err error
		if len(tags) == 0 {
			err = b.Delete([]byte(id))
		} else {
			err = put(b, []byte(id), tags)
		}
		if err != nil {
			return err
		}
		return logChange(tx, TagsSet, id)
	})
}

// Setting implements materials.Settings.
func (u *User) Setting(key string) (string, error) {
	var text string
	err := u.view(func(tx *bbolt.Tx) error {
		sealed := tx.Bucket(bucketSetting).Get([]byte(key))
		if sealed == nil {
			return nil
		}
		value, err := boltfile.Unseal([]byte(key), sealed)
		text = string(value)
		return err
	})
	if err != nil {
		return "", err
	}
	return text, nil
}

// SetSetting implements materials.Settings.
func (u *User) SetSetting(key, value string) error {
	return u.update(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketSetting).Put([]byte(key), boltfile.Seal([]byte(key), []byte(value)))
	})
}
