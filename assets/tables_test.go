package assets_test

import (
	"encoding/csv"
	"io/fs"
	"os"
	"strings"
	"testing"

	"lernkoffer/assets"
)

// table reads a CSV file as rows of column to value; an empty one fails the test.
func table(t *testing.T, fsys fs.FS, name string) []map[string]string {
	t.Helper()
	f, err := fsys.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if len(records) < 2 {
		t.Fatalf("%s has no rows", name)
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, column := range records[0] {
			row[column] = record[i]
			checkText(t, name+" "+record[0]+" "+column, record[i])
		}
		rows = append(rows, row)
	}
	return rows
}

// composing are the Arabic letters that are one character with madda or hamza.
const composing = "\u0627\u0648\u064A\u06D5\u06C1\u06D2"

// checkText refuses text that is not NFC, has stray spaces or presentation forms.
// German and our family languages have no letter
// with a Latin mark that is not one character, so a mark alone is a letter in two.
func checkText(t *testing.T, where, s string) {
	t.Helper()
	if s != strings.TrimSpace(s) || strings.Contains(s, "  ") || strings.ContainsAny(s, "\n\r\t") {
		t.Errorf("%s: stray spaces in %q", where, s)
	}
	last := rune(0)
	for _, r := range s {
		switch {
		case r >= 0x300 && r <= 0x36F, r >= 0x653 && r <= 0x655 && strings.ContainsRune(composing, last):
			t.Errorf("%s: %q is not NFC", where, s)
		case r >= 0xFB50 && r <= 0xFDFF, r >= 0xFE70 && r <= 0xFEFF, r == 0xFFFD:
			t.Errorf("%s: %q has the character %U", where, s, r)
		}
		last = r
	}
}

func words(t *testing.T) []map[string]string { return table(t, assets.Words, "words.csv") }

// testdata is what the generator extracted for comparison; it is not embedded.
func testdata(t *testing.T, name string) []map[string]string {
	return table(t, os.DirFS("words/testdata"), name)
}
