package storage

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"lernkoffer/materials"
	"lernkoffer/storage/internal/disk"
)

// Save replaces the file at path by what write gives, whole or not at all. It
// fails with CodeBusy where nothing can be written or something stands there that
// is no regular file, and with CodeDiskFull.
func Save(path string, write func(w io.Writer) error) error {
	what := "Die Datei „" + path + "“ konnte nicht geschrieben werden."
	info, err := os.Stat(path)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return materials.Errorf(materials.CodeBusy, "%s Dort steht etwas anderes als eine Datei, es wurde nichts verändert.", what)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return unwritable(what, err)
	}
	if _, err := os.Stat(filepath.Dir(path)); err != nil {
		return &materials.Error{Code: materials.CodeBusy, Err: err, Message: what + " Den Ordner gibt es nicht."}
	}
	if err := disk.WriteFile(path, disk.Shared, write); err != nil {
		return unwritable(what, err)
	}
	return nil
}

// unwritable makes every failure to write a sentence with the right code.
func unwritable(what string, err error) error {
	var known *materials.Error
	if explained := disk.Explain(what, err); errors.As(explained, &known) {
		return explained
	}
	return &materials.Error{Code: materials.CodeBusy, Err: err, Message: what + " Es wurde nichts verändert."}
}
