package source_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"lernkoffer/materials"
	"lernkoffer/materials/source"
)

const packText = `id = "grundpaket"
publisher = "lernkoffer"
version = "2026.11.1"
title = "Lernkoffer Grundpaket"
licence = "CC-BY-SA-4.0"
min_app = "0.1.0"
`

func TestReadPack(t *testing.T) {
	got, err := source.ReadPack(fstest.MapFS{"pack.toml": {Data: []byte(packText)}})
	if err != nil {
		t.Fatal(err)
	}
	want := source.Pack{Pack: materials.Pack{
		ID: "grundpaket", Publisher: "lernkoffer", Version: "2026.11.1",
		Title: "Lernkoffer Grundpaket", Licence: "CC-BY-SA-4.0",
	}, MinApp: "0.1.0"}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if _, err := source.ReadPack(os.DirFS("../../assets/library/lernkoffer")); err != nil {
		t.Errorf("the bundled pack: %v", err)
	}
}

func TestReadPackSaysWhatIsWrong(t *testing.T) {
	tests := map[string]struct {
		old, with string
		line      int
		message   string
	}{
		"missing":     {"licence = \"CC-BY-SA-4.0\"\n", "", 0, "Es fehlt „licence“"},
		"unknown key": {"licence", "license", 5, "Meinen Sie „licence“?"},
		"licence":     {"CC-BY-SA-4.0", "CC-BY-NC-4.0", 5, "Erwartet wird eine Lizenz: CC-BY-SA-4.0"},
		"type":        {`"2026.11.1"`, "2026", 3, "Versionsnummer"},
		"name":        {`"grundpaket"`, `"Grundpaket Ä"`, 1, "kleinen Buchstaben"},
		"not TOML":    {`"grundpaket"`, `grund paket`, 1, "kein gültiges TOML"},
	}
	for name, tc := range tests {
		t.Run(name, func(t *testing.T) {
			src := strings.Replace(packText, tc.old, tc.with, 1)
			_, err := source.ReadPack(fstest.MapFS{"pack.toml": {Data: []byte(src)}})
			wantFinding(t, err, "pack.toml", tc.line, tc.message)
		})
	}
}
