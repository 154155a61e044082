package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"lernkoffer/materials"
	"lernkoffer/storage/internal/disk"
)

// The names in a library folder.
const (
	currentFile  = "CURRENT"
	previousFile = "PREVIOUS" // the manifest before, for the way back
	packsFolder  = "packs"
	lockFile     = "lock"
)

// currentFormat is the number of the manifest's layout.
const currentFormat = 1

// maxCurrent is more than any manifest has, in bytes.
const maxCurrent = 4 << 20

// errNoLibrary says that a folder holds no library.
var errNoLibrary = errors.New("no library")

// current is the manifest of a library: the packs in use.
type current struct {
	Format     int         `json:"format"`
	Generation int         `json:"generation"`
	Packs      []installed `json:"packs"`
}

// installed is a pack in use.
type installed struct {
	Publisher  string `json:"publisher"`
	ID         string `json:"id"`
	Version    string `json:"version"`
	PackFormat int    `json:"pack_format"`
	Source     string `json:"source"` // hash of what it was made of
	File       string `json:"file"`   // in the folder packs
	SHA256     string `json:"sha256"`
	Segment    string `json:"segment,omitempty"` // search index beside it
}

// find returns the place of a pack in the manifest, -1 if it is not in use.
func (c current) find(publisher, id string) int {
	return slices.IndexFunc(c.Packs, func(p installed) bool { return p.Publisher == publisher && p.ID == id })
}

// readCurrent reads a manifest. It fails with errNoLibrary where there is none,
// with CodeDamaged, or with CodeProgram for one of a newer program.
func readCurrent(path string) (current, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return current{}, errNoLibrary
	}
	if err != nil {
		return current{}, disk.Explain("Die Bibliothek konnte nicht gelesen werden.", err)
	}
	defer f.Close()
	var c current
	text, err := io.ReadAll(io.LimitReader(f, maxCurrent))
	if err == nil {
		err = json.Unmarshal(text, &c)
	}
	if err == nil && c.Format > currentFormat {
		return current{}, materials.Errorf(materials.CodeProgram,
			"Die Bibliothek wurde von einem neueren Lernkoffer eingerichtet. Sie bleibt unverändert. Bitte aktualisieren Sie dieses Programm.")
	}
	if err == nil {
		err = c.check()
	}
	if err != nil {
		return current{}, &materials.Error{
			Code: materials.CodeDamaged, Err: err,
			Message: "Das Verzeichnis der Bibliothek („" + path + "“) ist beschädigt. Ihre Notizen sind nicht betroffen.",
		}
	}
	return c, nil
}

// check looks at what a manifest of unknown origin says: it must not lead out of
// the library.
func (c current) check() error {
	if c.Format < 1 || c.Generation < 1 {
		return fmt.Errorf("no manifest: format %d, generation %d", c.Format, c.Generation)
	}
	for _, p := range c.Packs {
		if !isFileName(p.File) || p.Segment != "" && !isFileName(p.Segment) {
			return fmt.Errorf("bad file name %q or %q", p.File, p.Segment)
		}
	}
	return nil
}

func isFileName(name string) bool {
	return name != "." && filepath.IsLocal(name) && !strings.ContainsAny(name, `/\`)
}

// writeCurrent makes c the manifest in use; keep says whether the one before is
// kept for the way back.
func writeCurrent(dir string, c current, keep bool) error {
	slices.SortFunc(c.Packs, func(a, b installed) int {
		return strings.Compare(a.Publisher+"."+a.ID, b.Publisher+"."+b.ID)
	})
	text, err := json.MarshalIndent(c, "", "  ")
	if err != nil {
		return err
	}
	path := filepath.Join(dir, currentFile)
	if keep {
		if err := disk.CopyFile(path, filepath.Join(dir, previousFile), disk.Shared); err != nil {
			return err
		}
	}
	return disk.WriteFile(path, disk.Shared, func(w io.Writer) error {
		_, err := w.Write(append(text, '\n'))
		return err
	})
}

// collect removes files that neither manifest names. What can't be removed,
// because another process has it open, stays until the next time.
func collect(dir string) {
	disk.RemoveUnfinished(dir)
	named := make(map[string]bool)
	for _, name := range []string{currentFile, previousFile} {
		c, err := readCurrent(filepath.Join(dir, name))
		if err != nil && (name == currentFile || !errors.Is(err, errNoLibrary)) {
			return // better too much than too little
		}
		for _, p := range c.Packs {
			named[p.File], named[p.Segment] = true, true
		}
	}
	entries, err := os.ReadDir(filepath.Join(dir, packsFolder))
	if err != nil {
		return
	}
	for _, e := range entries {
		if e.Type().IsRegular() && !named[e.Name()] {
			_ = os.Remove(filepath.Join(dir, packsFolder, e.Name()))
		}
	}
}
