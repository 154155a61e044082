package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// Ensure that the same files make the same archive, whatever order they come in.
func TestZipFilesIsReproducible(t *testing.T) {
	files := map[string][]byte{"b.svg": []byte("b"), "a.svg": []byte("a"), "c/d.svg": bytes.Repeat([]byte("c"), 999)}

	first, err := zipFiles(files)
	if err != nil {
		t.Fatal(err)
	}

	for range 5 {
		again, err := zipFiles(files)
		if err != nil || !bytes.Equal(again, first) {
			t.Fatalf("the archive differs (%v)", err)
		}
	}
}

// Ensure that the highest value decides and that no single letter is cut off.
func TestDivide(t *testing.T) {
	list, err := readPatterns(`x patterns: ['1b', '2b1c', '.a3d', '1s2c', '1t'], y`)
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]string{
		"abe":     "abe",      // a single letter stays
		"Kabel":   "Ka-bel",   // 1b
		"Kabcel":  "Kab-cel",  // 2b beats 1b
		"Adel":    "Adel",     // .a3d would leave a single letter
		"Kaste":   "Kas-te",   // 1t
		"Übung":   "Übung",    // one letter, two bytes
		"Kaschet": "Ka-schet", // at least two letters stay at the end
	} {
		if got := divide(word, list); got != want {
			t.Errorf("divide(%q) = %q, want %q", word, got, want)
		}
	}
}

// Ensure that a compound is looked up by its longest known end.
func TestLookUp(t *testing.T) {
	noun := func(gender, plural string) dictNoun {
		n := dictNoun{Gender: gender}
		n.Nominative.Plural = plural
		return n
	}
	nouns := map[string]dictNoun{
		"Tasche": noun("F", "Taschen"), "Schultag": noun("M", "Schultage"), "Tag": noun("N", "Tags"), "Leute": noun("", "Leute"),
	}
	for lemma, want := range map[string][]string{
		"Tasche":        {"Tasche", "", "die", "Taschen"},
		"Schultasche":   {"Schultasche", "Tasche", "die", "Schultaschen"},
		"Grundschultag": {"Grundschultag", "Schultag", "der", "Grundschultage"},
		"Leute":         nil,
		"Ufo":           nil,
	} {
		if got, ok := lookUp(nouns, lemma); ok != (want != nil) || !slices.Equal(got, want) {
			t.Errorf("lookUp(%s) = %v, want %v", lemma, got, want)
		}
	}
}

// Ensure that a package with other bytes than those checked is refused.
func TestForeignArchiveIsRefused(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "openmoji-17.0.0.tgz"), []byte("something else"), 0o600); err != nil {
		t.Fatal(err)
	}

	_, err := npm{dir: dir}.files(context.Background(), openmoji, func(string) bool { return true })

	if err == nil {
		t.Error("a foreign archive was accepted")
	}
}
