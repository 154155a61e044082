package boltfile

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
)

// SealSize is the length that a seal adds to a value.
const SealSize = 4

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Seal returns value with a checksum over key and value behind it, so that a
// changed byte is found, and a value under a wrong key.
func Seal(key, value []byte) []byte {
	sealed := make([]byte, len(value), len(value)+SealSize)
	copy(sealed, value)
	return binary.LittleEndian.AppendUint32(sealed, checksum(key, value))
}

// Unseal returns the value that Seal was given. The slice is part of sealed, so
// it lives as long as the transaction. It fails with ErrDamaged.
func Unseal(key, sealed []byte) ([]byte, error) {
	end := len(sealed) - SealSize
	if end < 0 {
		return nil, fmt.Errorf("%w: value of %q too short", ErrDamaged, key)
	}
	value := sealed[:end:end]
	if binary.LittleEndian.Uint32(sealed[end:]) != checksum(key, value) {
		return nil, fmt.Errorf("%w: value of %q has a wrong checksum", ErrDamaged, key)
	}
	return value, nil
}

func checksum(key, value []byte) uint32 {
	return crc32.Update(crc32.Checksum(key, castagnoli), castagnoli, value)
}
