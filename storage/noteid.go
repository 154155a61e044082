package storage

import (
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"io"
	"time"
)

// idCoding keeps the order of what it codes.
var idCoding = base32.NewEncoding("0123456789abcdefghijklmnopqrstuv").WithPadding(base32.NoPadding)

const idBytes = 16

// idSource makes ids of 26 letters that sort by their time: 48 bits of
// milliseconds, then 80 random bits. An id is greater than all before, whatever
// the clock does.
type idSource struct{ last string }

func (s *idSource) next(now time.Time, random io.Reader) (string, error) {
	var id [idBytes]byte
	var ms [8]byte
	binary.BigEndian.PutUint64(ms[:], uint64(now.UnixMilli()))
	copy(id[:6], ms[2:])
	if _, err := io.ReadFull(random, id[6:]); err != nil {
		return "", fmt.Errorf("random part of an id: %w", err)
	}
	text := idCoding.EncodeToString(id[:])
	if text <= s.last {
		last, err := idCoding.DecodeString(s.last)
		if err != nil || len(last) != idBytes {
			return "", fmt.Errorf("bad note id %q", s.last)
		}
		increment(last)
		text = idCoding.EncodeToString(last)
	}
	s.last = text
	return text, nil
}

// increment adds one to a number of many bytes.
func increment(b []byte) {
	for i := len(b) - 1; i >= 0; i-- {
		if b[i]++; b[i] != 0 {
			return
		}
	}
}
