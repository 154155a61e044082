package ui_test

import (
	"os/exec"
	"strings"
	"testing"

	"lernkoffer/app/uitest"
	"lernkoffer/assets"
)

var files = uitest.Files{Fonts: assets.Fonts, Icons: assets.Icons, Texts: assets.Lang, Pictograms: assets.Pictograms}

// fyneDir is where the module cache has Fyne.
func fyneDir(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}
