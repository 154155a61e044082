package main

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shortestHead is the length in letters from which the end of a compound is
// looked up as its head noun.
const shortestHead = 3

// dictNoun is an entry of the dictionary; it knows one gender per spelling.
type dictNoun struct {
	Gender     string `json:"G"`
	Nominative struct {
		Plural string `json:"PLU"`
	} `json:"NOM"`
}

var articleOf = map[string]string{"M": "der", "F": "die", "N": "das"}

// dictionary writes what the dictionary knows of our nouns.
func (g generator) dictionary(ctx context.Context, words []entry) error {
	const name = "dist/words.json"
	files, err := g.npm.files(ctx, wordDict, func(n string) bool { return n == name })
	if err != nil {
		return err
	}
	nouns := map[string]dictNoun{}
	if err := json.Unmarshal(files[name], &nouns); err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	known := map[string][]string{}
	for _, w := range words {
		if w.pos != "noun" || strings.Contains(w.lemma, " ") {
			continue
		}
		if row, ok := lookUp(nouns, w.lemma); ok {
			known[w.lemma] = row
		}
	}
	rows := [][]string{{"lemma", "head", "article", "plural"}}
	for _, lemma := range sortedKeys(known) {
		rows = append(rows, known[lemma])
	}
	return writeTable(filepath.Join(g.assets, "words", "testdata", "oracle.csv"), rows)
}

// lookUp finds a noun, or the longest noun that it ends in: Schultasche as Tasche.
func lookUp(nouns map[string]dictNoun, lemma string) ([]string, bool) {
	if n, ok := nouns[lemma]; ok && articleOf[n.Gender] != "" {
		return []string{lemma, "", articleOf[n.Gender], n.Nominative.Plural}, true
	}
	for i := range lemma {
		if i == 0 || utf8.RuneCountInString(lemma[i:]) < shortestHead {
			continue
		}
		head := capital(lemma[i:])
		n, ok := nouns[head]
		if !ok || articleOf[n.Gender] == "" {
			continue
		}
		plural := n.Nominative.Plural
		if plural != "" && lemma[i:] != head {
			plural = strings.ToLower(plural)
		}
		if plural != "" {
			plural = lemma[:i] + plural
		}
		return []string{lemma, head, articleOf[n.Gender], plural}, true
	}
	return nil, false
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
