package platform

import (
	"os"
	"path/filepath"

	"golang.org/x/sys/windows"
)

func openFile(path string) error { return shell("open", path) }

func printFile(path string) error { return shell("print", path) }

// shell lets Windows do what the verb says with a file.
func shell(verb, path string) error {
	v, err := windows.UTF16PtrFromString(verb)
	if err != nil {
		return err
	}
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	return windows.ShellExecute(0, v, file, nil, nil, windows.SW_SHOWNORMAL)
}

// Documents returns the user's folder for documents, which schools often move to
// a share.
func Documents() string {
	if dir, err := windows.KnownFolderPath(windows.FOLDERID_Documents, 0); err == nil {
		return dir
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return os.TempDir()
	}
	return filepath.Join(home, "Documents")
}
