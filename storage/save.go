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

// Save replaces the file at path by what write gives, whole or not at all. A link
// is followed, the rights of an old file are kept. It fails with CodeBusy where
// nothing can be written or something stands there that is no regular file, with
// CodeDiskFull, and with the error of write.
func Save(path string, write func(w io.Writer) error) error {
	what := "Die Datei „" + path + "“ konnte nicht geschrieben werden."
	mode := disk.Plain
	info, err := os.Lstat(path)
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		if path, err = filepath.EvalSymlinks(path); err == nil {
			info, err = os.Stat(path)
		}
		if err != nil {
			return &materials.Error{Code: materials.CodeBusy, Err: err, Message: what + " Dort liegt eine Verknüpfung, die ins Leere führt."}
		}
	}
	switch {
	case err == nil && !info.Mode().IsRegular():
		return materials.Errorf(materials.CodeBusy, "%s Dort steht etwas anderes als eine Datei, es wurde nichts verändert.", what)
	case err == nil:
		mode = info.Mode().Perm()
	case !errors.Is(err, fs.ErrNotExist):
		return unwritable(what, err)
	}
	if _, err := os.Stat(filepath.Dir(path)); errors.Is(err, fs.ErrNotExist) {
		return &materials.Error{Code: materials.CodeBusy, Err: err, Message: what + " Den Ordner gibt es nicht."}
	}

	var content error // of write itself, where the disk was not the reason
	err = disk.WriteFile(path, mode, func(w io.Writer) error {
		content = write(w)
		return content
	})
	if err == nil || content != nil && !disk.Full(err) && !disk.Forbidden(err) {
		return err
	}
	return unwritable(what, err)
}

// unwritable makes every failure of the disk a sentence with the right code.
func unwritable(what string, err error) error {
	explained := disk.Explain(what, err)
	if materials.ErrorCode(explained) != materials.CodeInternal {
		return explained
	}
	return &materials.Error{Code: materials.CodeBusy, Err: err, Message: what + " Es wurde nichts verändert."}
}
