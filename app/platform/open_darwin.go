package platform

import (
	"os"
	"path/filepath"
)

func openFile(path string) error { return run("open", path) }

func printFile(path string) error { return run("lpr", path) }

// Documents returns the user's folder for documents.
func Documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return os.TempDir()
	}
	return filepath.Join(home, "Documents")
}
