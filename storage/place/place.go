package place

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"lernkoffer/materials"
	"lernkoffer/storage/internal/disk"
)

// EnvData is the environment variable that stands for the flag --data.
const EnvData = "LERNKOFFER_DATA"

// Dirs are the folders that Lernkoffer uses; all paths are absolute.
type Dirs struct {
	Library string // CURRENT and the packs; often shared by all users of a machine
	User    string // the teacher's own store and its copies, never on a share
	Cache   string // what can be made again at any time
	Config  string // the user's configuration file
}

// Store returns the path of the teacher's own store.
func (d Dirs) Store() string { return filepath.Join(d.User, "user.db") }

// Backups returns the folder of the store's daily copies.
func (d Dirs) Backups() string { return filepath.Join(d.User, "backups") }

// Create makes the user's folder and the cache, readable by the user alone. It
// fails with CodeBusy, or CodeDiskFull. The library is made by who installs it.
func (d Dirs) Create() error {
	for _, dir := range []string{d.User, d.Cache} {
		if err := Make(dir); err != nil {
			return err
		}
	}
	return nil
}

// Make creates a folder with all that lead to it, for this user alone. It fails
// with CodeBusy, or CodeDiskFull.
func Make(dir string) error { return explain(dir, os.MkdirAll(dir, 0o700)) }

// MakeShared creates a folder that other users may read, if they may come so far:
// the folders that lead to it are made as Make does.
func MakeShared(dir string) error {
	if err := Make(filepath.Dir(dir)); err != nil {
		return err
	}
	err := os.Mkdir(dir, 0o755)
	if errors.Is(err, fs.ErrExist) {
		if info, statErr := os.Stat(dir); statErr == nil && info.IsDir() {
			return nil
		}
	}
	return explain(dir, err)
}

func explain(dir string, err error) error {
	if err == nil {
		return nil
	}
	if disk.Full(err) {
		return disk.Explain("Der Ordner „"+dir+"“ konnte nicht angelegt werden.", err)
	}
	return &materials.Error{Code: materials.CodeBusy, Message: refusal(dir, err), Err: err}
}

func refusal(dir string, err error) string {
	const way = " Mit --data ORDNER wählen Sie einen anderen Ort."
	switch {
	case disk.Forbidden(err):
		return "Der Ordner „" + dir + "“ konnte nicht angelegt werden: Hier dürfen Sie nicht schreiben." + way
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return "Der Ordner „" + dir + "“ konnte nicht angelegt werden: An dieser Stelle liegt schon eine Datei." + way
	}
	return "Der Ordner „" + dir + "“ konnte nicht angelegt werden." + way
}
