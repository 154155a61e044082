package platform

import (
	"os"
	"path/filepath"
	"testing"

	"lernkoffer/materials"
)

// Ensure that the folder for documents is read from the desktop's list as it is
// written there.
func TestDocumentsIn(t *testing.T) {
	tests := []struct{ name, list, want string }{
		{"below home", "# comment\nXDG_DESKTOP_DIR=\"$HOME/Schreibtisch\"\nXDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\n", filepath.Join("/home/lea", "Dokumente")},
		{"elsewhere", "XDG_DOCUMENTS_DIR=\"/srv/lea\"", "/srv/lea"},
		{"home itself", "XDG_DOCUMENTS_DIR=\"$HOME\"", "/home/lea"},
		{"relative is refused", "XDG_DOCUMENTS_DIR=\"Dokumente\"", ""},
		{"not named", "XDG_MUSIC_DIR=\"$HOME/Musik\"", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			list := filepath.Join(t.TempDir(), "user-dirs.dirs")
			if err := os.WriteFile(list, []byte(tt.list), 0o600); err != nil {
				t.Fatal(err)
			}
			if got := documentsIn(list, "/home/lea"); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
	if got := documentsIn(filepath.Join(t.TempDir(), "none"), "/home/lea"); got != "" {
		t.Errorf("without a list: %q", got)
	}
}

// Ensure that what is gone is said to be gone, before any program is started.
func TestOpenMissing(t *testing.T) {
	gone := filepath.Join(t.TempDir(), "weg.pdf")
	for name, open := range map[string]func(string) error{"file": OpenFile, "folder": OpenFolder, "print": PrintFile} {
		if err := open(gone); materials.ErrorCode(err) != materials.CodeNotFound {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Ensure that a machine without a program for files gets a sentence and no silence.
func TestOpenWithoutProgram(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	err := OpenFile(t.TempDir())
	if materials.ErrorCode(err) != materials.CodeNotFound || materials.ErrorMessage(err) == "" {
		t.Errorf("error: %v", err)
	}
}
