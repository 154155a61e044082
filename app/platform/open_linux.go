package platform

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
)

func openFile(path string) error { return run("xdg-open", path) }

func printFile(path string) error { return run("lp", "--", path) }

// Documents returns the user's folder for documents, by the desktop's own list of
// folders.
func Documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return os.TempDir()
	}
	config, err := os.UserConfigDir()
	if err == nil {
		if dir := documentsIn(filepath.Join(config, "user-dirs.dirs"), home); dir != "" {
			return dir
		}
	}
	for _, name := range []string{"Dokumente", "Documents"} {
		if info, err := os.Stat(filepath.Join(home, name)); err == nil && info.IsDir() {
			return filepath.Join(home, name)
		}
	}
	return home
}

// documentsIn reads XDG_DOCUMENTS_DIR="$HOME/…" from a list of user folders.
func documentsIn(list, home string) string {
	f, err := os.Open(list)
	if err != nil {
		return ""
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		value, ok := strings.CutPrefix(strings.TrimSpace(lines.Text()), "XDG_DOCUMENTS_DIR=")
		if !ok {
			continue
		}
		value = strings.Trim(value, `"`)
		if rest, ok := strings.CutPrefix(value, "$HOME"); ok {
			return filepath.Join(home, rest)
		}
		if filepath.IsAbs(value) {
			return value
		}
	}
	return ""
}
