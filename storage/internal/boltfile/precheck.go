package boltfile

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
)

// ErrDamaged says that a file is damaged, incomplete or not of ours.
var ErrDamaged = errors.New("damaged database file")

// PageSize is the page size of all our files, whatever machine makes them.
const PageSize = 4096

// The layout of a meta page of bbolt, version 2: a page header, then the meta.
const (
	magic      = 0xED0CDAED
	version    = 2
	headerSize = 16
	metaSize   = 64
	noFreelist = ^uint64(0)
)

type meta struct {
	pageSize             uint32
	root, freelist, high uint64
}

// PreCheck looks at a file by plain reads, without mapping it: is it one of
// bbolt's, are its meta pages right, is all there that they speak of? Of mode only
// Strict counts. It fails with ErrDamaged, or as os.Open does.
func PreCheck(path string, mode Mode) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%w: not a regular file", ErrDamaged)
	}

	var high uint64
	var failure error
	found := 0
	for _, offset := range []int64{0, PageSize} {
		m, err := readMeta(f, offset)
		if err != nil {
			failure = err
			continue
		}
		found++
		high = max(high, m.high)
	}
	if found == 0 || mode&Strict != 0 && found < 2 {
		return fmt.Errorf("%w: %w", ErrDamaged, failure)
	}
	if need := high * PageSize; uint64(info.Size()) < need {
		return fmt.Errorf("%w: %d bytes of %d", ErrDamaged, info.Size(), need)
	}
	return nil
}

func readMeta(r io.ReaderAt, offset int64) (meta, error) {
	var page [headerSize + metaSize]byte
	if _, err := r.ReadAt(page[:], offset); err != nil {
		return meta{}, fmt.Errorf("meta page at %d: %w", offset, err)
	}
	b := page[headerSize:]
	order := binary.NativeEndian
	if order.Uint32(b) != magic {
		return meta{}, fmt.Errorf("meta page at %d: not a database file", offset)
	}
	if v := order.Uint32(b[4:]); v != version {
		return meta{}, fmt.Errorf("meta page at %d: version %d", offset, v)
	}
	sum := fnv.New64a()
	sum.Write(b[:metaSize-8])
	if sum.Sum64() != order.Uint64(b[metaSize-8:]) {
		return meta{}, fmt.Errorf("meta page at %d: wrong checksum", offset)
	}
	m := meta{
		pageSize: order.Uint32(b[8:]),
		root:     order.Uint64(b[16:]),
		freelist: order.Uint64(b[32:]),
		high:     order.Uint64(b[40:]),
	}
	if m.pageSize != PageSize {
		return meta{}, fmt.Errorf("meta page at %d: pages of %d bytes", offset, m.pageSize)
	}
	if m.high > 1<<40 || m.root >= m.high || m.freelist >= m.high && m.freelist != noFreelist {
		return meta{}, fmt.Errorf("meta page at %d: pages out of range", offset)
	}
	return m, nil
}
