package pack

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"slices"

	"go.etcd.io/bbolt"

	"lernkoffer/storage/internal/boltfile"
)

// The buckets of a pack file.
var (
	bucketSys        = []byte("sys")
	bucketMaterial   = []byte("material")
	bucketText       = []byte("text")
	bucketFile       = []byte("file")
	bucketWord       = []byte("word")
	bucketGloss      = []byte("gloss")
	bucketAttachment = []byte("attachment")
	bucketBlob       = []byte("blob")

	keyManifest = []byte("manifest")
)

const (
	chunkSize   = 256 << 10
	fillPercent = 0.95
)

// entry is a key with its value, not yet sealed.
type entry struct{ key, value []byte }

// writer fills a new database so that the same entries give the same bytes: one
// bucket a transaction (bbolt writes those of one transaction in random order),
// sorted keys, the free list as an array.
type writer struct{ db *bbolt.DB }

// create makes a database that may be lost in a crash: it is copied when whole.
func create(path string) (*writer, error) {
	db, err := boltfile.Open(path, &bbolt.Options{
		PageSize: boltfile.PageSize, FreelistType: bbolt.FreelistArrayType,
		NoSync: true, NoGrowSync: true,
	})
	if err != nil {
		return nil, err
	}
	return &writer{db}, nil
}

// put makes a bucket of entries, which are sorted by key.
func (w *writer) put(name []byte, entries []entry) error {
	return w.db.Update(func(tx *bbolt.Tx) error {
		b, err := tx.CreateBucketIfNotExists(name)
		if err != nil {
			return err
		}
		b.FillPercent = fillPercent
		for _, e := range entries {
			if err := b.Put(e.key, boltfile.Seal(e.key, e.value)); err != nil {
				return err
			}
		}
		return nil
	})
}

// putAttachments stores files: equal ones once, cut into chunks, because long
// values leave holes in the file.
func (w *writer) putAttachments(ctx context.Context, files []attachment, steps *counter) error {
	type blob struct {
		file attachment
		sha  [sha256.Size]byte
	}
	records := make([]entry, len(files))
	blobs := make([]blob, len(files))
	for i, f := range files {
		content, err := fs.ReadFile(f.fsys, f.name)
		if err != nil {
			return fmt.Errorf("attachment %s: %w", f.name, err)
		}
		blobs[i] = blob{f, sha256.Sum256(content)}
		record, err := encode(attachmentRecord{Size: int64(len(content)), SHA256: blobs[i].sha[:]})
		if err != nil {
			return err
		}
		records[i] = entry{[]byte(f.name), record}
	}
	slices.SortFunc(records, func(a, b entry) int { return bytes.Compare(a.key, b.key) })
	if err := w.put(bucketAttachment, records); err != nil {
		return err
	}

	slices.SortFunc(blobs, func(a, b blob) int {
		return cmp.Or(bytes.Compare(a.sha[:], b.sha[:]), cmp.Compare(a.file.name, b.file.name))
	})
	if err := w.put(bucketBlob, nil); err != nil {
		return err
	}
	for i, b := range blobs {
		if err := ctx.Err(); err != nil {
			return err
		}
		if i == 0 || blobs[i-1].sha != b.sha {
			if err := w.putBlob(b.file, b.sha[:]); err != nil {
				return fmt.Errorf("attachment %s: %w", b.file.name, err)
			}
		}
		steps.step()
	}
	return nil
}

func (w *writer) putBlob(f attachment, sha []byte) error {
	content, err := fs.ReadFile(f.fsys, f.name)
	if err != nil {
		return err
	}
	if sum := sha256.Sum256(content); !bytes.Equal(sum[:], sha) {
		return fmt.Errorf("changed while it was read")
	}
	var chunks []entry
	for chunk := range slices.Chunk(content, chunkSize) {
		chunks = append(chunks, entry{blobKey(sha, len(chunks)), chunk})
	}
	return w.put(bucketBlob, chunks)
}

// copyTo writes the database as it stands, without what bbolt keeps in reserve.
func (w *writer) copyTo(out io.Writer) error {
	return w.db.View(func(tx *bbolt.Tx) error {
		_, err := tx.WriteTo(out)
		return err
	})
}
