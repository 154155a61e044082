package pages

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"image"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"lernkoffer/app"
	"lernkoffer/materials"
)

// cache keeps thumbnails in a folder, each under the hash of all that it is made
// from: so none is ever old, and two processes may use the folder at once. What
// can't be read or written there is made again; nobody is told.
type cache struct {
	services *app.Services
	dir      string // "" for none
	now      func() time.Time
	room     int64  // bytes
	words    []byte // hash of the word table, nil until it is asked for
	untidy   int    // files put since the folder was last looked through
}

const (
	// cacheRoom is the size that the folder is kept to in bytes: some thousand
	// thumbnails.
	cacheRoom = 24 << 20
	// cacheTidy is how many files may be put before the folder is looked through.
	cacheTidy = 100
	// cacheUse is how exactly it is known when a file was used last.
	cacheUse = 12 * time.Hour
)

func newCache(s *app.Services, now func() time.Time) *cache {
	c := &cache{services: s, now: now, room: cacheRoom, untidy: cacheTidy}
	if s.Cache != "" {
		c.dir = filepath.Join(s.Cache, "thumbnails")
	}
	return c
}

// name returns the file of an image, "" without a folder. It fails where there is
// no such material.
func (c *cache) name(key Key) (string, error) {
	if c.dir == "" {
		return "", nil
	}
	library := c.services.Library
	m, err := library.Material(key.ID)
	if err != nil {
		return "", err
	}
	source, err := library.Source(key.ID)
	if err != nil {
		return "", err
	}
	if c.words == nil {
		sum := sha256.New()
		if err := json.NewEncoder(sum).Encode(library.Words().All()); err != nil {
			return "", err
		}
		c.words = sum.Sum(nil)
	}
	sum := sha256.New()
	part(sum, []byte(c.services.Program.Version+" "+c.services.Program.Build))
	part(sum, c.words)
	part(sum, fmt.Appendf(nil, "%s %d %d", key.ID, key.Number, key.Pixels))
	part(sum, source)
	for _, block := range m.Blocks {
		if file := materials.AttachmentName(block); file != "" {
			content, err := library.Attachment(key.ID, file)
			if err != nil {
				return "", err
			}
			part(sum, content)
		}
	}
	return filepath.Join(c.dir, hex.EncodeToString(sum.Sum(nil)[:16])+".png"), nil
}

// part adds a part to a hash so that parts do not run into each other.
func part(sum hash.Hash, content []byte) {
	fmt.Fprintf(sum, "%d\n", len(content))
	sum.Write(content)
}

// get reads an image. A damaged one is not there.
func (c *cache) get(name string) (image.Image, bool) {
	if name == "" {
		return nil, false
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, false
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		return nil, false
	}
	if info, err := f.Stat(); err == nil && c.now().Sub(info.ModTime()) > cacheUse {
		_ = os.Chtimes(name, time.Time{}, c.now())
	}
	return img, true
}

// put writes an image whole or not at all.
func (c *cache) put(name string, img image.Image) {
	if name == "" || os.MkdirAll(c.dir, 0o700) != nil {
		return
	}
	if c.untidy++; c.untidy > cacheTidy {
		c.tidy()
		c.untidy = 0
	}
	f, err := os.CreateTemp(c.dir, unfinished)
	if err != nil {
		return
	}
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	err = cmp.Or(encoder.Encode(f, img), f.Chmod(0o600))
	if err = cmp.Or(err, f.Close()); err == nil {
		err = os.Chtimes(f.Name(), time.Time{}, c.now())
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
}

// unfinished names what is being written.
const unfinished = "new-*"

// tidy removes what was used longest ago, until a quarter of the room is free, and
// what was never finished.
func (c *cache) tidy() {
	entries, err := os.ReadDir(c.dir)
	if err != nil {
		return
	}
	var files []fs.FileInfo
	var size int64
	for _, entry := range entries {
		info, err := entry.Info()
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		if made, _ := filepath.Match(unfinished, info.Name()); made {
			if c.now().Sub(info.ModTime()) > time.Hour {
				_ = os.Remove(filepath.Join(c.dir, info.Name()))
			}
			continue
		}
		files = append(files, info)
		size += info.Size()
	}
	if size <= c.room {
		return
	}
	slices.SortFunc(files, func(a, b fs.FileInfo) int {
		return cmp.Or(a.ModTime().Compare(b.ModTime()), cmp.Compare(a.Name(), b.Name()))
	})
	for _, info := range files {
		if size <= c.room*3/4 {
			return
		}
		if os.Remove(filepath.Join(c.dir, info.Name())) == nil {
			size -= info.Size()
		}
	}
}
