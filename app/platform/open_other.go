//go:build !linux && !darwin && !windows

package platform

import "os"

func openFile(path string) error { return run("xdg-open", path) }

func printFile(path string) error { return run("lp", "--", path) }

// Documents returns the user's folder for documents.
func Documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return os.TempDir()
	}
	return home
}
