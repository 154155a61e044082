package storage

import (
	"encoding/binary"
	"fmt"
	"path/filepath"

	"github.com/fxamacker/cbor/v2"
	"go.etcd.io/bbolt"

	"lernkoffer/storage/internal/boltfile"
	"lernkoffer/storage/internal/disk"
)

// Schema is the number of the store's layout that this program writes.
const Schema = 4

// The buckets of a store. Every value is sealed.
var (
	bucketSys     = []byte("sys")      // schema, seq and floor of the change log
	bucketChanges = []byte("chg")      // seq → kind and material
	bucketNote    = []byte("note")     // note id → note
	bucketNoteOf  = []byte("note.mat") // material NUL note id → nothing
	bucketFav     = []byte("fav")      // material → since when
	bucketTags    = []byte("tag")      // material → tags
	bucketSetting = []byte("set")      // key → text
	bucketOwn     = []byte("own")      // own material → Markdown
	bucketOwnFile = []byte("own.file") // own material NUL name NUL number → chunk
	bucketVisit   = []byte("visit")    // material → when it was looked at last
	bucketUse     = []byte("use")      // use id → use

	keySchema = []byte("schema")
	keySeq    = []byte("seq")
	keyFloor  = []byte("floor")
)

// migration brings a store to a schema, in one transaction with its number.
type migration struct {
	to  uint64
	run func(*bbolt.Tx) error
}

// migrations lead from every older schema to ours, in order.
var migrations = []migration{
	{1, createBuckets(bucketChanges, bucketNote, bucketNoteOf, bucketFav, bucketTags, bucketSetting)},
	{2, createBuckets(bucketOwn, bucketOwnFile)},
	{3, createBuckets(bucketVisit)},
	{4, createBuckets(bucketUse)},
}

func createBuckets(names ...[]byte) func(*bbolt.Tx) error {
	return func(tx *bbolt.Tx) error {
		for _, name := range names {
			if _, err := tx.CreateBucketIfNotExists(name); err != nil {
				return err
			}
		}
		return nil
	}
}

// create makes an empty store. It gets its name when it is whole, so a crash
// leaves none that looks damaged.
func (u *User) create() error {
	fresh := u.dirs.Store() + ".new"
	if err := removeOld(fresh); err != nil {
		return err
	}
	db, err := boltfile.Open(fresh, &bbolt.Options{Timeout: openWait, PageSize: boltfile.PageSize, MaxSize: u.options.MaxSize})
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		if _, err := tx.CreateBucket(bucketSys); err != nil {
			return err
		}
		return runMigrations(tx, migrations)
	})
	if closeErr := db.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		_ = removeOld(fresh)
		return err
	}
	return disk.Rename(fresh, u.dirs.Store())
}

// migrate brings an older store to the schema of the last step, after a copy of
// it was made and checked. Every step is a transaction that also sets the number.
func (u *User) migrate(steps []migration) error {
	var from uint64
	if err := u.view(func(tx *bbolt.Tx) (err error) {
		from, err = schemaOf(tx)
		return err
	}); err != nil || from >= steps[len(steps)-1].to {
		return err
	}
	if err := u.copyTo(filepath.Join(u.dirs.Backups(), fmt.Sprintf("user-v%d.db", from))); err != nil {
		return err
	}
	for i, m := range steps {
		if m.to <= from {
			continue
		}
		if err := u.update(func(tx *bbolt.Tx) error { return runMigrations(tx, steps[i:i+1]) }); err != nil {
			return err
		}
	}
	return nil
}

func runMigrations(tx *bbolt.Tx, steps []migration) error {
	for _, m := range steps {
		if err := m.run(tx); err != nil {
			return fmt.Errorf("migrate to schema %d: %w", m.to, err)
		}
		if err := putNumber(tx.Bucket(bucketSys), keySchema, m.to); err != nil {
			return err
		}
	}
	return nil
}

func schemaOf(tx *bbolt.Tx) (uint64, error) {
	b := tx.Bucket(bucketSys)
	if b == nil {
		return 0, fmt.Errorf("%w: no store of ours", boltfile.ErrDamaged)
	}
	schema, err := getNumber(b, keySchema)
	if err == nil && schema == 0 {
		err = fmt.Errorf("%w: no schema number", boltfile.ErrDamaged)
	}
	return schema, err
}

// put stores a record, sealed.
func put(b *bbolt.Bucket, key []byte, v any) error {
	value, err := cbor.Marshal(v)
	if err != nil {
		return err
	}
	return b.Put(key, boltfile.Seal(key, value))
}

// get reads a record; false if there is none.
func get(b *bbolt.Bucket, key []byte, v any) (bool, error) {
	sealed := b.Get(key)
	if sealed == nil {
		return false, nil
	}
	return true, unpack(key, sealed, v)
}

func unpack(key, sealed []byte, v any) error {
	value, err := boltfile.Unseal(key, sealed)
	if err != nil {
		return err
	}
	if err := cbor.Unmarshal(value, v); err != nil {
		return fmt.Errorf("%w: record %q: %w", boltfile.ErrDamaged, key, err)
	}
	return nil
}

func putNumber(b *bbolt.Bucket, key []byte, n uint64) error { return put(b, key, n) }

// getNumber reads a number, 0 if it was never set.
func getNumber(b *bbolt.Bucket, key []byte) (n uint64, err error) {
	_, err = get(b, key, &n)
	return n, err
}

// orderedKey keeps records in the order of their numbers.
func orderedKey(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

// lastKey returns the greatest key of a bucket, "" if it is empty.
func lastKey(b *bbolt.Bucket) string {
	key, _ := b.Cursor().Last()
	return string(key)
}
