package storage

import (
	"bytes"
	"slices"
	"strings"

	"go.etcd.io/bbolt"

	"lernkoffer/materials"
	"lernkoffer/materials/source"
)

var _ materials.OwnMaterials = (*User)(nil)

// OwnMetas implements materials.OwnMaterials.
func (u *User) OwnMetas() ([]materials.Meta, error) {
	var metas []materials.Meta
	err := u.view(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketOwn).ForEach(func(key, sealed []byte) error {
			doc, err := parseOwn(key, sealed)
			if err == nil {
				metas = append(metas, doc.Material.Meta)
			}
			return err
		})
	})
	return metas, err
}

func parseOwn(key, sealed []byte) (*source.Document, error) {
	var text []byte
	if err := unpack(key, sealed, &text); err != nil {
		return nil, err
	}
	return source.Parse(string(key), text)
}

// OwnSource implements materials.OwnMaterials.
func (u *User) OwnSource(id materials.ID) ([]byte, error) {
	return u.ownFile(bucketOwn, []byte(id), "Ein eigenes Material „"+string(id)+"“ gibt es nicht.")
}

// OwnAttachment implements materials.OwnMaterials.
func (u *User) OwnAttachment(id materials.ID, name string) ([]byte, error) {
	return u.ownFile(bucketOwnFile, ownFileKey(id, name), "Eine Datei „"+name+"“ gibt es bei diesem Material nicht.")
}

func (u *User) ownFile(bucket, key []byte, missing string) ([]byte, error) {
	var data []byte
	err := u.view(func(tx *bbolt.Tx) error {
		found, err := get(tx.Bucket(bucket), key, &data)
		if err == nil && !found {
			err = materials.Errorf(materials.CodeNotFound, "%s", missing)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return data, nil
}

// PutOwn implements materials.OwnMaterials.
func (u *User) PutOwn(slug string, text []byte, files map[string][]byte) (materials.ID, error) {
	id := materials.ID(materials.OwnPublisher + "/" + slug)
	if err := id.Check(); err != nil {
		return "", err
	}
	doc, err := source.Parse(slug+".md", text)
	if err != nil {
		return "", err
	}
	doc.Material.ID = id
	stored := doc.Bytes()
	return id, u.update(func(tx *bbolt.Tx) error {
		if err := deleteOwnFiles(tx, id); err != nil {
			return err
		}
		for name, data := range files {
			if err := put(tx.Bucket(bucketOwnFile), ownFileKey(id, name), data); err != nil {
				return err
			}
		}
		if err := put(tx.Bucket(bucketOwn), []byte(id), stored); err != nil {
			return err
		}
		return logChange(tx, OwnPut, id)
	})
}

// DeleteOwn implements materials.OwnMaterials.
func (u *User) DeleteOwn(id materials.ID) error {
	return u.update(func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucketOwn)
		if b.Get([]byte(id)) == nil {
			return materials.Errorf(materials.CodeNotFound, "Ein eigenes Material „%s“ gibt es nicht.", id)
		}
		if err := b.Delete([]byte(id)); err != nil {
			return err
		}
		if err := deleteOwnFiles(tx, id); err != nil {
			return err
		}
		return logChange(tx, OwnDeleted, id)
	})
}

func ownFileKey(id materials.ID, name string) []byte { return []byte(string(id) + "\x00" + name) }

func deleteOwnFiles(tx *bbolt.Tx, id materials.ID) error {
	b := tx.Bucket(bucketOwnFile)
	var keys [][]byte
	prefix := ownFileKey(id, "")
	cursor := b.Cursor()
	for key, _ := cursor.Seek(prefix); bytes.HasPrefix(key, prefix); key, _ = cursor.Next() {
		keys = append(keys, bytes.Clone(key))
	}
	for _, key := range keys {
		if err := b.Delete(key); err != nil {
			return err
		}
	}
	return nil
}

// Joined is the installed library with a teacher's own materials in it.
type Joined struct {
	*Library
	own materials.OwnMaterials
}

var _ materials.Library = (*Joined)(nil)

// WithOwn joins own materials to a library.
func WithOwn(library *Library, own materials.OwnMaterials) *Joined {
	return &Joined{Library: library, own: own}
}

// Metas implements materials.Library. Own materials that can't be read are left out.
func (j *Joined) Metas() []materials.Meta {
	own, err := j.own.OwnMetas()
	if err != nil || len(own) == 0 {
		return j.Library.Metas()
	}
	all := slices.Concat(j.Library.Metas(), own)
	slices.SortFunc(all, func(a, b materials.Meta) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return all
}

// Material implements materials.Library.
func (j *Joined) Material(id materials.ID) (*materials.Material, error) {
	if id.Publisher() != materials.OwnPublisher {
		return j.Library.Material(id)
	}
	text, err := j.own.OwnSource(id)
	if err != nil {
		return nil, err
	}
	doc, err := source.Parse(string(id), text)
	if err != nil {
		return nil, &materials.Error{Code: materials.CodeDamaged, Err: err, Message: "Das eigene Material „" + string(id) + "“ ist nicht lesbar."}
	}
	return doc.Material, nil
}

// Source implements materials.Library.
func (j *Joined) Source(id materials.ID) ([]byte, error) {
	if id.Publisher() != materials.OwnPublisher {
		return j.Library.Source(id)
	}
	return j.own.OwnSource(id)
}

// Attachment implements materials.Library.
func (j *Joined) Attachment(id materials.ID, name string) ([]byte, error) {
	if id.Publisher() != materials.OwnPublisher {
		return j.Library.Attachment(id, name)
	}
	return j.own.OwnAttachment(id, name)
}
