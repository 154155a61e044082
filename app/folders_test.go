package app_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lernkoffer/app"
	"lernkoffer/materials"
	"lernkoffer/materials/materialstest"
)

// writeFiles fills a new folder.
func writeFiles(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func sound(id materials.ID) string {
	m := materialstest.NewFixture().Materials[2].Meta
	m.ID = id
	return materialstest.Markdown(m, "Das ist ein Satz.")
}

// Ensure that authors get each file read, with what stands beside it, and all
// that is wrong with the rest.
func TestFolders(t *testing.T) {
	s := newServices(t)
	dir := writeFiles(t, map[string]string{
		"eins.md":        sound("schule/eins"),
		"tief/zwei.md":   sound("schule/zwei"),
		"tief/bild.svg":  "<svg/>",
		"kaputt.md":      "---\nid: schule/kaputt\n---\n",
		"LIESMICH.txt":   "kein Material",
		"tief/notiz.pdf": "kein Material",
	})
	drafts, findings, err := s.Authors.Read(t.Context(), dir)
	if err != nil || len(drafts) != 2 {
		t.Fatalf("%d drafts, %v", len(drafts), err)
	}
	if drafts[0].Name != "eins.md" || drafts[1].Name != "tief/zwei.md" || string(drafts[1].Source) != sound("schule/zwei") {
		t.Errorf("drafts %q, %q", drafts[0].Name, drafts[1].Name)
	}
	if !hasError(findings, "kaputt.md") || hasError(findings, "eins.md") {
		t.Errorf("findings %v", findings)
	}
	if data, err := drafts[1].Attachment("bild.svg"); err != nil || string(data) != "<svg/>" {
		t.Errorf("attachment %q, %v", data, err)
	}
	for _, name := range []string{"../../eins.md", "/etc/passwd", "fehlt.svg", "", "."} {
		if _, err := drafts[1].Attachment(name); err == nil {
			t.Errorf("attachment %q was read", name)
		}
	}

	drafts, findings, err = s.Authors.Read(t.Context(), filepath.Join(dir, "eins.md"))
	if err != nil || len(drafts) != 1 || hasError(findings, "eins.md") {
		t.Errorf("one file: %d drafts, %v, %v", len(drafts), findings, err)
	}
	if _, err := drafts[0].Attachment("../" + filepath.Base(dir) + "/eins.md"); err == nil {
		t.Error("an attachment came from outside the folder")
	}
	drafts, findings, err = s.Authors.Read(t.Context(), filepath.Join(dir, "kaputt.md"))
	if err != nil || len(drafts) != 0 || !hasError(findings, "kaputt.md") {
		t.Errorf("broken file: %d drafts, %v, %v", len(drafts), findings, err)
	}
}

// Ensure that what can't be read is refused with a reason.
func TestFoldersRefused(t *testing.T) {
	s := newServices(t)
	dir := writeFiles(t, map[string]string{"riesig.md": strings.Repeat("x", 3<<20)})
	if err := os.MkdirAll(filepath.Join(dir, "ordner", "ordner.md"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]materials.Code{
		"fehlt.md":  materials.CodeNotFound,
		"riesig.md": materials.CodeContent,
		"a\x00b":    materials.CodeNotFound,
	} {
		if _, _, err := s.Authors.Read(t.Context(), filepath.Join(dir, name)); materials.ErrorCode(err) != want {
			t.Errorf("%q: %v, want code %d", name, err, want)
		}
	}
	if drafts, _, err := s.Authors.Read(t.Context(), filepath.Join(dir, "ordner")); err != nil || len(drafts) != 0 {
		t.Errorf("a folder named like a file: %d drafts, %v", len(drafts), err)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, _, err := s.Authors.Read(stopped, writeFiles(t, map[string]string{"eins.md": sound("schule/eins")})); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func hasError(findings []materials.Finding, file string) bool {
	for _, f := range findings {
		if f.File == file && f.Severity == materials.SeverityError {
			return true
		}
	}
	return false
}

var _ app.Authors = app.Folders{}
