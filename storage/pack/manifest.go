package pack

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"

	"lernkoffer/materials"
)

// Format is the number of the layout that Build writes. It grows with every
// change of what is stored of the same sources; then packs are built anew.
const Format = 2

// Manifest describes a pack file.
type Manifest struct {
	Format      int            `cbor:"1,keyasint"`
	Pack        materials.Pack `cbor:"2,keyasint"`
	MinApp      string         `cbor:"3,keyasint"` // oldest program that may use it
	Materials   int            `cbor:"4,keyasint"`
	Words       int            `cbor:"5,keyasint"`
	Attachments int            `cbor:"6,keyasint"`
	Source      string         `cbor:"7,keyasint"` // SourceHash of what it was made of
	// SHA256 is that of the whole file, in hexadecimal. Build alone fills it.
	SHA256 string `cbor:"-"`
}

// SourceHash identifies what Build would make of a collection and its words (nil
// for none): it covers the names and bytes of all files, and the Format.
func SourceHash(collection, words fs.FS) (string, error) {
	sum := sha256.New()
	fmt.Fprintf(sum, "lernkoffer pack %d\n", Format)
	for _, fsys := range []fs.FS{collection, words} {
		fmt.Fprintln(sum, "files")
		if fsys == nil {
			continue
		}
		if err := walk(fsys, func(name string) error {
			content, err := fs.ReadFile(fsys, name)
			if err != nil {
				return err
			}
			fmt.Fprintf(sum, "%q %d\n", name, len(content))
			_, err = sum.Write(content)
			return err
		}); err != nil {
			return "", fmt.Errorf("hash sources: %w", err)
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// walk calls fn for every file in the order of their names. Hidden files, that
// systems and editors leave behind, are passed over.
func walk(fsys fs.FS, fn func(name string) error) error {
	return fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != "." && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		}
		return fn(name)
	})
}

// CompareVersions compares versions like "2026.11.1" part by part, numbers by
// their value. It returns -1, 0 or +1.
func CompareVersions(a, b string) int {
	for a != "" || b != "" {
		var x, y string
		x, a, _ = strings.Cut(a, ".")
		y, b, _ = strings.Cut(b, ".")
		if c := compareParts(x, y); c != 0 {
			return c
		}
	}
	return 0
}

func compareParts(x, y string) int {
	n, errX := strconv.ParseUint(x, 10, 64)
	m, errY := strconv.ParseUint(y, 10, 64)
	switch {
	case errX == nil && errY == nil:
		return cmp.Compare(n, m)
	case errX == nil && y == "" || errY == nil && x == "":
		return cmp.Compare(n, m) // "1" and "1.0" are the same
	}
	return strings.Compare(x, y)
}

func copyHashed(dst io.Writer, write func(io.Writer) error) (string, error) {
	sum := sha256.New()
	err := write(io.MultiWriter(dst, sum))
	return hex.EncodeToString(sum.Sum(nil)), err
}
