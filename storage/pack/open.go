package pack

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"lernkoffer/materials"
	"lernkoffer/materials/source"
	"lernkoffer/storage/internal/boltfile"
	"lernkoffer/storage/internal/disk"
)

// openWait is how long Open waits for who writes the file, which nobody does.
const openWait = time.Second

// Pack is an open pack file. It is safe for use by several goroutines; any
// number of processes may have the same file open.
type Pack struct {
	db       *bbolt.DB
	path     string
	manifest Manifest
}

// Open opens a pack file. It fails with CodeNotFound where there is none, with
// CodeDamaged for a file that is cut, foreign or damaged, and with CodeProgram
// for one that a newer program made.
func Open(path string) (*Pack, error) {
	if err := boltfile.PreCheck(path, boltfile.Strict); err != nil {
		return nil, explain(path, err)
	}
	db, err := boltfile.Open(path, &bbolt.Options{ReadOnly: true, Timeout: openWait})
	if err != nil {
		return nil, explain(path, err)
	}
	p := &Pack{db: db, path: path}
	if err := p.get(bucketSys, keyManifest, func(value []byte) error {
		return decode(keyManifest, value, &p.manifest)
	}); err != nil {
		db.Close()
		if errors.Is(err, errNone) {
			err = fmt.Errorf("%w: no manifest", boltfile.ErrDamaged)
		}
		return nil, explain(path, err)
	}
	if p.manifest.Format > Format {
		db.Close()
		return nil, materials.Errorf(materials.CodeProgram,
			"Die Bibliothek („%s“) wurde von einem neueren Lernkoffer eingerichtet. Sie bleibt unverändert. Bitte aktualisieren Sie dieses Programm.", filepath.Base(path))
	}
	return p, nil
}

// Close closes the file.
func (p *Pack) Close() error { return p.db.Close() }

// Manifest says what is in the pack. SHA256 is empty.
func (p *Pack) Manifest() Manifest { return p.manifest }

// Metas returns what is known of the materials, by id; CodeDamaged.
func (p *Pack) Metas() ([]materials.Meta, error) {
	metas := make([]materials.Meta, 0, p.manifest.Materials)
	err := p.each(bucketMaterial, func(key, value []byte) error {
		var record metaRecord
		if err := decode(key, value, &record); err != nil {
			return err
		}
		metas = append(metas, materials.Meta(record))
		return nil
	})
	return metas, explain(p.path, err)
}

// Source returns the Markdown of a material; CodeNotFound, CodeDamaged.
func (p *Pack) Source(id materials.ID) ([]byte, error) {
	var text []byte
	err := p.get(bucketText, []byte(id), func(value []byte) error {
		text = bytes.Clone(value)
		return nil
	})
	if errors.Is(err, errNone) {
		return nil, notFound("Ein Material mit der Kennung „%s“ gibt es nicht.", string(id))
	}
	return text, explain(p.path, err)
}

// Material returns a whole material; errors as Source.
func (p *Pack) Material(id materials.ID) (*materials.Material, error) {
	text, err := p.Source(id)
	if err != nil {
		return nil, err
	}
	doc, err := source.Parse(id.Slug()+".md", text)
	if err != nil { // it was read when the pack was built
		return nil, explain(p.path, fmt.Errorf("material %s: %w", id, err))
	}
	return doc.Material, nil
}

// Words returns the pack's words with their glosses, in the order of the table;
// CodeDamaged.
func (p *Pack) Words() ([]materials.Word, error) {
	words := make([]materials.Word, 0, p.manifest.Words)
	byID := make(map[string]int, p.manifest.Words)
	if err := p.each(bucketWord, func(key, value []byte) error {
		var record wordRecord
		if err := decode(key, value, &record); err != nil {
			return err
		}
		byID[record.ID] = len(words)
		words = append(words, materials.Word(record))
		return nil
	}); err != nil {
		return nil, explain(p.path, err)
	}
	err := p.each(bucketGloss, func(key, value []byte) error {
		var record glossRecord
		if err := decode(key, value, &record); err != nil {
			return err
		}
		language, id, _ := bytes.Cut(key, []byte{0})
		i, ok := byID[string(id)]
		if !ok {
			return fmt.Errorf("%w: gloss of no word %q", boltfile.ErrDamaged, id)
		}
		if words[i].Glosses == nil {
			words[i].Glosses = make(map[string]materials.Gloss)
		}
		words[i].Glosses[string(language)] = materials.Gloss(record)
		return nil
	})
	return words, explain(p.path, err)
}

// Attachments returns the names of the attachments, sorted; CodeDamaged.
func (p *Pack) Attachments() ([]string, error) {
	names := make([]string, 0, p.manifest.Attachments)
	err := p.each(bucketAttachment, func(key, _ []byte) error {
		names = append(names, string(key))
		return nil
	})
	return names, explain(p.path, err)
}

// Attachment returns an attachment's bytes; CodeNotFound, CodeDamaged.
func (p *Pack) Attachment(name string) ([]byte, error) {
	var record attachmentRecord
	err := p.get(bucketAttachment, []byte(name), func(value []byte) error {
		return decode([]byte(name), value, &record)
	})
	if errors.Is(err, errNone) {
		return nil, notFound("Eine Datei „%s“ gibt es in diesem Paket nicht.", name)
	}
	var content []byte
	for n := 0; err == nil && int64(len(content)) < record.Size; n++ {
		err = p.get(bucketBlob, blobKey(record.SHA256, n), func(chunk []byte) error {
			content = append(content, chunk...)
			return nil
		})
	}
	if sum := sha256.Sum256(content); err == nil && !bytes.Equal(sum[:], record.SHA256) {
		err = fmt.Errorf("%w: attachment %s", boltfile.ErrDamaged, name)
	}
	if err != nil {
		return nil, explain(p.path, err)
	}
	return content, nil
}

// Beside returns the attachment that lies beside a material's source under a
// relative name; CodeNotFound, CodeDamaged.
func (p *Pack) Beside(id materials.ID, name string) ([]byte, error) {
	var file string
	err := p.get(bucketFile, []byte(id), func(value []byte) error {
		file = string(value)
		return nil
	})
	switch {
	case errors.Is(err, errNone):
		return nil, notFound("Ein Material mit der Kennung „%s“ gibt es nicht.", string(id))
	case err != nil:
		return nil, explain(p.path, err)
	}
	return p.Attachment(path.Join(path.Dir(file), name))
}

// Verify reads a whole pack file in one go, which also warms the system's cache,
// and compares its hash, in hexadecimal. It fails with CodeNotFound or CodeDamaged.
func Verify(path, want string) error {
	if err := boltfile.PreCheck(path, boltfile.Strict); err != nil {
		return explain(path, err)
	}
	f, err := os.Open(path)
	if err != nil {
		return explain(path, err)
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return explain(path, err)
	}
	if got := hex.EncodeToString(sum.Sum(nil)); got != want {
		return explain(path, fmt.Errorf("%w: SHA-256 %s, want %s", boltfile.ErrDamaged, got, want))
	}
	return nil
}

// errNone says that a key is not there.
var errNone = errors.New("no such key")

func (p *Pack) get(bucket, key []byte, fn func(value []byte) error) error {
	return boltfile.View(p.db, func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucket)
		if b == nil {
			return fmt.Errorf("%w: no bucket %s", boltfile.ErrDamaged, bucket)
		}
		sealed := b.Get(key)
		if sealed == nil {
			return errNone
		}
		value, err := boltfile.Unseal(key, sealed)
		if err != nil {
			return err
		}
		return fn(value)
	})
}

func (p *Pack) each(bucket []byte, fn func(key, value []byte) error) error {
	return boltfile.View(p.db, func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucket)
		if b == nil {
			return fmt.Errorf("%w: no bucket %s", boltfile.ErrDamaged, bucket)
		}
		return b.ForEach(func(key, sealed []byte) error {
			value, err := boltfile.Unseal(key, sealed)
			if err != nil {
				return err
			}
			return fn(key, value)
		})
	})
}

func notFound(format, name string) error {
	return materials.Errorf(materials.CodeNotFound, format, name)
}

// explain says in German what is wrong with a file.
func explain(file string, err error) error {
	if err == nil {
		return nil
	}
	name := filepath.Base(file)
	if errors.Is(err, fs.ErrNotExist) {
		return &materials.Error{
			Code: materials.CodeNotFound, Err: err,
			Message: "Die Bibliotheksdatei „" + name + "“ fehlt.",
		}
	}
	if disk.Forbidden(err) || errors.Is(err, berrors.ErrTimeout) {
		return &materials.Error{
			Code: materials.CodeBusy, Err: err,
			Message: "Die Bibliotheksdatei „" + name + "“ darf gerade nicht gelesen werden.",
		}
	}
	return &materials.Error{
		Code: materials.CodeDamaged, Err: err,
		Message: "Die Bibliotheksdatei „" + name + "“ ist beschädigt oder unvollständig. Ihre Notizen sind nicht betroffen. Bitte starten Sie Lernkoffer neu: Die Bibliothek wird dann wieder eingerichtet.",
	}
}
