package storage

import (
	"bytes"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"unicode"

	"go.etcd.io/bbolt"

	"lernkoffer/materials"
	"lernkoffer/materials/source"
	"lernkoffer/storage/internal/boltfile"
)

// The limits of the files of an own material: the length of a name and of all of
// them together, in bytes.
const (
	maxFileName = 200
	maxFiles    = 8 << 20
)

// fileChunk is the longest value in the store: longer ones leave holes in it.
const fileChunk = 256 << 10

var _ materials.OwnMaterials = (*User)(nil)

// OwnMetas implements materials.OwnMaterials. A material that this program can't
// read is there, under its slug, so that it is not missed and can be removed.
func (u *User) OwnMetas() ([]materials.Meta, error) {
	u.mu.Lock()
	cached, version := u.ownMetas, u.ownVersion
	u.mu.Unlock()
	if cached != nil {
		return slices.Clone(cached), nil
	}
	metas := []materials.Meta{}
	if err := u.view(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketOwn).ForEach(func(key, sealed []byte) error {
			text, err := boltfile.Unseal(key, sealed)
			if err != nil {
				return err
			}
			metas = append(metas, ownMeta(materials.ID(key), text))
			return nil
		})
	}); err != nil {
		return nil, err
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	if version == u.ownVersion { // nothing was written meanwhile
		u.ownMetas = metas
	}
	return slices.Clone(metas), nil
}

func ownMeta(id materials.ID, text []byte) materials.Meta {
	doc, err := source.Parse(id.Slug()+".md", text)
	if err != nil {
		return materials.Meta{ID: id, Title: id.Slug(), Summary: "Dieses Material ist nicht lesbar."}
	}
	return doc.Material.Meta
}

// forgetOwn drops what was read of own materials; it is called after a change.
func (u *User) forgetOwn() {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.ownMetas = nil
	u.ownVersion++
}

// OwnSource implements materials.OwnMaterials.
func (u *User) OwnSource(id materials.ID) ([]byte, error) {
	var text []byte
	err := u.view(func(tx *bbolt.Tx) error {
		sealed := tx.Bucket(bucketOwn).Get([]byte(id))
		if sealed == nil {
			return noOwn(id)
		}
		value, err := boltfile.Unseal([]byte(id), sealed)
		text = bytes.Clone(value)
		return err
	})
	if err != nil {
		return nil, err
	}
	return text, nil
}

// OwnAttachment implements materials.OwnMaterials.
func (u *User) OwnAttachment(id materials.ID, name string) ([]byte, error) {
	content := []byte{}
	err := u.view(func(tx *bbolt.Tx) error {
		found := false
		prefix := ownFileKey(id, name)
		c := tx.Bucket(bucketOwnFile).Cursor()
		for key, sealed := c.Seek(prefix); bytes.HasPrefix(key, prefix); key, sealed = c.Next() {
			chunk, err := boltfile.Unseal(key, sealed)
			if err != nil {
				return err
			}
			content = append(content, chunk...)
			found = true
		}
		if !found {
			return materials.Errorf(materials.CodeNotFound, "Eine Datei „%.80s“ gibt es bei diesem Material nicht.", name)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return content, nil
}

// PutOwn implements materials.OwnMaterials. Besides, it fails with CodeNotFound
// where slug can't be part of an id, and with CodeContent where files are too
// large or have no usable name.
func (u *User) PutOwn(slug string, text []byte, files map[string][]byte) (materials.ID, error) {
	id := materials.ID(materials.OwnPublisher + "/" + slug)
	if err := id.Check(); err != nil {
		return "", err
	}
	if err := checkFiles(files); err != nil {
		return "", err
	}
	doc, err := source.Parse(slug+".md", text)
	if err != nil {
		return "", err
	}
	doc.Material.ID = id
	stored := doc.Bytes()
	err = u.update(func(tx *bbolt.Tx) error {
		if err := deleteOwnFiles(tx, id); err != nil {
			return err
		}
		for _, name := range slices.Sorted(maps.Keys(files)) {
			if err := putOwnFile(tx, ownFileKey(id, name), files[name]); err != nil {
				return err
			}
		}
		if err := tx.Bucket(bucketOwn).Put([]byte(id), boltfile.Seal([]byte(id), stored)); err != nil {
			return err
		}
		return logChange(tx, OwnPut, id)
	})
	u.forgetOwn()
	if err != nil {
		return "", err
	}
	return id, nil
}

func checkFiles(files map[string][]byte) error {
	size := 0
	for name, content := range files {
		if !fs.ValidPath(name) || name == "." || strings.ContainsFunc(name, unicode.IsControl) || len(name) > maxFileName {
			return materials.Errorf(materials.CodeContent, "„%.80s“ ist kein Name für eine Datei neben einem Material. Erwartet wird ein Name wie „bild.svg“.", name)
		}
		size += len(content)
	}
	if size > maxFiles {
		return materials.Errorf(materials.CodeContent, "Die Dateien zu diesem Material sind zusammen %d MB groß; möglich sind %d MB.", (size+1<<20-1)>>20, maxFiles>>20)
	}
	return nil
}

// putOwnFile stores a file in chunks; an empty one is an empty chunk.
func putOwnFile(tx *bbolt.Tx, prefix, content []byte) error {
	b := tx.Bucket(bucketOwnFile)
	for n := 0; ; n++ {
		key := append(bytes.Clone(prefix), orderedKey(uint64(n))...)
		end := min(fileChunk, len(content))
		if err := b.Put(key, boltfile.Seal(key, content[:end])); err != nil {
			return err
		}
		if content = content[end:]; len(content) == 0 {
			return nil
		}
	}
}

// DeleteOwn implements materials.OwnMaterials.
func (u *User) DeleteOwn(id materials.ID) error {
	err := u.update(func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucketOwn)
		if b.Get([]byte(id)) == nil {
			return noOwn(id)
		}
		if err := b.Delete([]byte(id)); err != nil {
			return err
		}
		if err := deleteOwnFiles(tx, id); err != nil {
			return err
		}
		return logChange(tx, OwnDeleted, id)
	})
	u.forgetOwn()
	return err
}

func deleteOwnFiles(tx *bbolt.Tx, id materials.ID) error {
	b := tx.Bucket(bucketOwnFile)
	var keys [][]byte
	prefix := []byte(string(id) + "\x00")
	c := b.Cursor()
	for key, _ := c.Seek(prefix); bytes.HasPrefix(key, prefix); key, _ = c.Next() {
		keys = append(keys, bytes.Clone(key))
	}
	for _, key := range keys {
		if err := b.Delete(key); err != nil {
			return err
		}
	}
	return nil
}

// ownFileKey is what the keys of a file's chunks begin with.
func ownFileKey(id materials.ID, name string) []byte {
	return []byte(string(id) + "\x00" + name + "\x00")
}

func noOwn(id materials.ID) error {
	return materials.Errorf(materials.CodeNotFound, "Ein eigenes Material „%.80s“ gibt es nicht.", id)
}
