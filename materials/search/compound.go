package search

import (
	"strings"
	"unicode/utf8"

	"lernkoffer/materials"
)

// parts are the words that compounds may be made of: those of the library and
// those of the word table.
type parts struct {
	library *lexicon
	lemmas  map[string]bool // folded lemmas and their roots
}

func newParts(library *lexicon, list *materials.WordList) parts {
	p := parts{library: library, lemmas: map[string]bool{}}
	if list == nil {
		return p
	}
	for _, w := range list.All() {
		for _, part := range words(compose(w.Lemma)) {
			folded := fold(spelling(part.text))
			p.lemmas[folded], p.lemmas[stem(folded)] = true, true
		}
	}
	return p
}

// links may stand between the parts of a compound: Arbeit-s-blatt, Straße-n-bahn.
var links = []string{"", "s", "es", "n", "en", "e", "er", "ns", "ens"}

// endings look like words and are none when they end one.
var endings = map[string]bool{
	"heit": true, "keit": true, "schaft": true, "chen": true, "lein": true, "ling": true, "lich": true,
	"haft": true, "innen": true, "erin": true, "isch": true, "ende": true, "enden": true, "artig": true,
}

// prefixes begin words and are none, though their letters may be one's stem (Ente).
var prefixes = map[string]bool{"ent": true, "ver": true, "zer": true, "emp": true}

const (
	shortestRest    = 3 // letters of the other part
	longRest        = 5 // so long it is a word even if nobody knows it
	longestCompound = 60
)

// compound reports whether an entry is made of the query's word and another one:
// Haus finds Krankenhaus, Schule finds Schulhof. The other part must be a word,
// so that Ehre doesn't find Lehre, nor Schule Schuldgefühl.
func (p parts) compound(e *entry, w word) bool {
	if len(e.fold) < len(w.root)+shortestRest || len(e.fold) > longestCompound {
		return false
	}
	for _, part := range []string{w.fold, w.root} {
		first, ok := strings.CutSuffix(e.fold, part)
		if !ok {
			first, ok = strings.CutSuffix(e.root, part)
		}
		if ok && p.first(first) {
			return true
		}
		if last, ok := strings.CutPrefix(e.fold, part); ok && p.last(last) {
			return true
		}
	}
	return false
}

// first reports whether s can stand before another part.
func (p parts) first(s string) bool {
	if prefixes[s] {
		return false
	}
	if utf8.RuneCountInString(s) >= longRest {
		return true
	}
	for _, link := range links {
		if base, ok := strings.CutSuffix(s, link); ok && p.known(base) {
			return true
		}
	}
	return false
}

// last reports whether s can stand behind another part.
func (p parts) last(s string) bool {
	for _, link := range links {
		if base, ok := strings.CutPrefix(s, link); ok && !endings[base] && p.known(base) {
			return true
		}
	}
	return false
}

func (p parts) known(s string) bool {
	return utf8.RuneCountInString(s) >= shortestRest && (p.lemmas[s] || p.library != nil && p.library.has(s))
}
