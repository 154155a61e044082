package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"lernkoffer/materials"
	"lernkoffer/materials/source"
	"lernkoffer/storage/internal/disk"
	"lernkoffer/storage/pack"
	"lernkoffer/storage/place"
)

// installWait is how long a process waits for another one that installs.
const installWait = 2 * time.Minute

const installFailed = "Die Bibliothek konnte nicht eingerichtet werden."

// Installed says what EnsureBundled did.
type Installed struct {
	Packs    []materials.Pack // installed anew; none where all was there
	Repaired bool             // something was damaged and was made again
	// Kept is why an older library stays in use: the new one could not be
	// written. The old one works.
	Kept error
}

// collection is a bundled pack, as sources.
type collection struct {
	files  fs.FS
	words  fs.FS
	pack   source.Pack
	source string
	steps  int
}

// EnsureBundled installs the library that the program carries where there is
// none, an older one, or a damaged one. Packs of others, and newer ones, stay.
// Several processes may do this at once: one works, the others wait.
//
// It fails with CodeBusy or CodeDiskFull where the library can't be written and
// there is no sound one, and with CodeProgram where a newer program made it; then
// nothing has changed.
func EnsureBundled(ctx context.Context, dirs place.Dirs, bundle materials.Bundle, progress materials.Progress) (Installed, error) {
	collections, err := collectionsOf(bundle)
	if err != nil {
		return Installed{}, err
	}
	todo, err := examine(dirs.Library, collections)
	if err != nil || len(todo.build) == 0 {
		return Installed{}, err
	}

	lock, err := lockLibrary(ctx, dirs.Library)
	if err == nil {
		defer lock.Release()
		// Another process may have done it meanwhile.
		if todo, err = examine(dirs.Library, collections); err == nil && len(todo.build) > 0 {
			err = todo.install(ctx, dirs.Library, progress)
		}
	}
	if err == nil {
		return todo.result(), nil
	}
	err = disk.Explain(installFailed, err)
	if todo.sound && ctx.Err() == nil {
		return Installed{Kept: err}, nil
	}
	return Installed{}, err
}

// collectionsOf finds the collections of a bundle. The words go with the first.
func collectionsOf(bundle materials.Bundle) ([]collection, error) {
	entries, err := fs.ReadDir(bundle.Library, ".")
	if err != nil {
		return nil, fmt.Errorf("bundled library: %w", err)
	}
	var out []collection
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		c := collection{}
		if c.files, err = fs.Sub(bundle.Library, e.Name()); err != nil {
			return nil, err
		}
		if len(out) == 0 {
			c.words = bundle.Words
		}
		if c.pack, err = source.ReadPack(c.files); err != nil {
			return nil, fmt.Errorf("bundled collection %s: %w", e.Name(), err)
		}
		if c.source, err = pack.SourceHash(c.files, c.words); err != nil {
			return nil, err
		}
		if c.steps, err = pack.Steps(c.files); err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

// work is what there is to do in a library.
type work struct {
	old     current
	keep    bool // old is a manifest to go back to
	sound   bool // old can be used as it is
	damaged bool
	build   []collection
}

// examine compares a library with what the program carries.
func examine(dir string, collections []collection) (work, error) {
	w := work{keep: true, sound: true}
	var err error
	switch w.old, err = readCurrent(filepath.Join(dir, currentFile)); {
	case errors.Is(err, errNoLibrary):
		w.keep, w.sound = false, false
	case materials.ErrorCode(err) == materials.CodeDamaged:
		w.keep, w.sound, w.damaged = false, false, true
		w.old, _ = readCurrent(filepath.Join(dir, previousFile)) // others' packs live on
	case err != nil:
		return w, err
	}
	for _, c := range collections {
		i := w.old.find(c.pack.Publisher, c.pack.ID)
		if i < 0 {
			w.build = append(w.build, c)
			continue
		}
		there := w.old.Packs[i]
		if there.PackFormat > pack.Format {
			return w, materials.Errorf(materials.CodeProgram,
				"Die Bibliothek wurde von einem neueren Lernkoffer eingerichtet. Sie bleibt unverändert. Bitte aktualisieren Sie dieses Programm.")
		}
		if err := pack.Verify(filepath.Join(dir, packsFolder, there.File), there.SHA256); err != nil {
			w.keep, w.sound, w.damaged = false, false, true
			w.build = append(w.build, c)
			continue
		}
		age := pack.CompareVersions(there.Version, c.pack.Version)
		if age < 0 || age == 0 && there.Source != c.source {
			w.build = append(w.build, c)
		}
	}
	if w.damaged && len(w.build) == 0 {
		w.build = collections // the manifest alone was lost
	}
	return w, nil
}

func (w work) install(ctx context.Context, dir string, progress materials.Progress) error {
	if err := place.MakeShared(filepath.Join(dir, packsFolder)); err != nil {
		return err
	}
	next := current{Format: currentFormat, Generation: w.old.Generation + 1}
	next.Packs = append(next.Packs, w.old.Packs...)
	total, before := 0, 0
	for _, c := range w.build {
		total += c.steps
	}
	for _, c := range w.build {
		file := freeName(dir, c.pack)
		built, err := pack.Build(ctx, c.files, c.words, filepath.Join(dir, packsFolder, file), func(done, _ int) {
			if progress != nil {
				progress(before+done, total)
			}
		})
		if err != nil {
			return err
		}
		before += c.steps
		entry := installed{
			Publisher: c.pack.Publisher, ID: c.pack.ID, Version: c.pack.Version,
			PackFormat: built.Format, Source: built.Source, File: file, SHA256: built.SHA256,
		}
		if i := next.find(entry.Publisher, entry.ID); i >= 0 {
			next.Packs[i] = entry
		} else {
			next.Packs = append(next.Packs, entry)
		}
	}
	if err := writeCurrent(dir, next, w.keep); err != nil {
		return err
	}
	collect(dir)
	return nil
}

func (w work) result() Installed {
	result := Installed{Repaired: w.damaged}
	for _, c := range w.build {
		result.Packs = append(result.Packs, c.pack.Pack)
	}
	return result
}

// freeName returns a file name that no pack has: a file in use is never replaced.
func freeName(dir string, p source.Pack) string {
	base := fmt.Sprintf("%s.%s-%s", p.Publisher, p.ID, p.Version)
	for n := 1; ; n++ {
		name := base + ".db"
		if n > 1 {
			name = fmt.Sprintf("%s+%d.db", base, n)
		}
		if _, err := os.Lstat(filepath.Join(dir, packsFolder, name)); err != nil {
			return name
		}
	}
}

// lockLibrary keeps other processes from changing the library.
func lockLibrary(ctx context.Context, dir string) (*disk.Lock, error) {
	if err := place.MakeShared(dir); err != nil {
		return nil, err
	}
	waiting, cancel := context.WithTimeout(ctx, installWait)
	defer cancel()
	lock, err := disk.Acquire(waiting, filepath.Join(dir, lockFile))
	if errors.Is(err, disk.ErrLocked) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		return nil, &materials.Error{
			Code: materials.CodeBusy, Err: err,
			Message: "Ein anderes Lernkoffer richtet gerade die Bibliothek ein. Bitte versuchen Sie es in einigen Minuten noch einmal.",
		}
	}
	return lock, err
}
