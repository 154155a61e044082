package assets_test

import (
	"strings"
	"testing"

	"lernkoffer/assets"
)

const (
	mostExceptions = 100
	fewestCompared = 1100 // nouns that the dictionary knows
)

// exceptions are the disagreements that somebody has looked at.
type exceptions struct {
	rows map[[2]string]map[string]string // by word and field
	used map[[2]string]bool
}

func readExceptions(t *testing.T) exceptions {
	e := exceptions{map[[2]string]map[string]string{}, map[[2]string]bool{}}
	rows := table(t, assets.Words, "exceptions.csv")
	if len(rows) > mostExceptions {
		t.Errorf("%d exceptions, at most %d: then the table is not checked any more", len(rows), mostExceptions)
	}
	for _, row := range rows {
		key := [2]string{row["word"], row["field"]}
		if e.rows[key] != nil {
			t.Errorf("exceptions.csv: %s stands twice", key)
		}
		if len(strings.Fields(row["reason"])) < 3 {
			t.Errorf("exceptions.csv: %s has no reason", key)
		}
		e.rows[key] = row
	}
	return e
}

// compare fails where ours is not the oracle's, unless just that is an exception.
func (e exceptions) compare(t *testing.T, word, field, ours, oracle string) {
	t.Helper()
	key := [2]string{word, field}
	if ours == oracle {
		return
	}
	row := e.rows[key]
	if row == nil || row["ours"] != ours || row["oracle"] != oracle {
		t.Errorf("%s: our %s is %q, the source has %q", word, field, ours, oracle)
	}
	e.used[key] = true
}

// Ensure that article and plural agree with the dictionary, hyphenation with the
// syllables, and that no exception outlives its reason.
func TestWordsAgreeWithTheOracle(t *testing.T) {
	e := readExceptions(t)
	compareNouns(t, e)
	compareSyllables(t, e)
	for key := range e.rows {
		if !e.used[key] {
			t.Errorf("exceptions.csv: %s agrees, the exception is not needed", key)
		}
	}
}

func compareNouns(t *testing.T, e exceptions) {
	oracle := map[string]map[string]string{}
	for _, row := range testdata(t, "oracle.csv") {
		oracle[row["lemma"]] = row
	}
	compared := 0
	for _, w := range words(t) {
		row := oracle[w["lemma"]]
		if w["pos"] != nounsOnly || row == nil {
			continue
		}
		compared++
		if w["article"] != "none" && w["plural_note"] != "nur Plural" {
			e.compare(t, w["id"], "article", w["article"], row["article"])
		}
		if w["plural"] != "" {
			e.compare(t, w["id"], "plural", w["plural"], row["plural"])
		}
	}
	if compared < fewestCompared {
		t.Errorf("only %d nouns compared, at least %d", compared, fewestCompared)
	}
}

// compareSyllables holds each place of hyphenation against the syllables: a word
// may be spoken in more parts than it is divided in, never across them.
func compareSyllables(t *testing.T, e exceptions) {
	divided := map[string]string{}
	for _, row := range testdata(t, "hyphenation.csv") {
		divided[row["word"]] = row["divided"]
	}
	for _, w := range words(t) {
		spoken := borders(w["syllables"])
		at := 0
		for _, part := range strings.FieldsFunc(w["lemma"], func(r rune) bool { return r == '-' || r == ' ' }) {
			for border := range borders(divided[part]) {
				if !spoken[at+border] {
					e.compare(t, w["id"], "syllables", w["syllables"], divided[part])
					break
				}
			}
			at += len(part)
		}
	}
}

// borders returns after how many bytes a divided word has its hyphens and spaces.
func borders(s string) map[int]bool {
	out := map[int]bool{}
	letters := 0
	for _, r := range s {
		if r == '-' || r == ' ' {
			out[letters] = true
		} else {
			letters += len(string(r))
		}
	}
	return out
}
