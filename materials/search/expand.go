package search

import (
	"strings"
	"unicode/utf8"
)

// match is an entry that a word of a query stands for.
type match struct {
	*entry
	weight float64
	how    string // German, for --explain; "" for the very word
	short  bool   // in short fields only
}

// The weights of ways to match, and the shortest words, in letters, they are for.
const (
	exactWeight    = 1.0
	foldWeight     = 0.95
	formWeight     = 0.84
	prefixWeight   = 0.7 // for all of the word but little; less for less of it
	compoundWeight = 0.55
	typoWeight     = 0.4

	shortestPrefix = 3 // in every field; less in short ones
	shortestPart   = 4
	shortestTypo   = 4
	longestBegun   = 6 // beyond, a word is taken for whole when mistakes are forgiven
	longestOther   = 6 // up to here another last letter makes another word: Schule, Schuld
)

// forms finds the entries that are the word itself in any form.
func (l *lexicon) forms(w word) []match {
	var out []match
	for i := l.find(w.fold); i < len(l.entries) && l.entries[i].fold == w.fold; i++ {
		e := &l.entries[i]
		if e.text == w.text {
			out = append(out, match{entry: e, weight: exactWeight})
		} else {
			out = append(out, match{entry: e, weight: foldWeight, how: "andere Schreibung"})
		}
	}
	for _, i := range l.roots[w.root] {
		if e := &l.entries[i]; e.fold != w.fold {
			out = append(out, match{entry: e, weight: formWeight, how: "andere Form"})
		}
	}
	return out
}

// expand finds all entries that a word stands for, typing mistakes apart. An
// entry may come twice; the better one counts.
func (l *lexicon) expand(w word, p parts) []match {
	out := l.forms(w)
	if w.open {
		short := utf8.RuneCountInString(w.fold) < shortestPrefix
		for i := l.find(w.fold); i < len(l.entries) && strings.HasPrefix(l.entries[i].fold, w.fold); i++ {
			e := &l.entries[i]
			if share := float64(len(w.fold)) / float64(len(e.fold)); share < 1 {
				out = append(out, match{entry: e, weight: prefixWeight * (0.6 + 0.4*share), how: "beginnt so", short: short})
			}
		}
	}
	if utf8.RuneCountInString(w.root) >= shortestPart && !endings[w.fold] {
		for i := range l.entries {
			if e := &l.entries[i]; p.compound(e, w) {
				out = append(out, match{entry: e, weight: compoundWeight, how: "zusammengesetztes Wort"})
			}
		}
	}
	return out
}

// mistyped finds the entries that differ from a word by one mistake, or that
// begin with such a word while it is being typed.
func (l *lexicon) mistyped(w word) []match {
	letters := utf8.RuneCountInString(w.fold)
	if letters < shortestTypo {
		return nil
	}
	begun := w.open && letters <= longestBegun
	var out []match
	for i := range l.entries {
		e := &l.entries[i]
		if oneMistake(w.fold, e.fold) && !otherEnd(w.fold, e.fold) || begun && begunMistyped(w.fold, e.fold) {
			out = append(out, match{entry: e, weight: typoWeight, how: "Tippfehler verziehen"})
		}
	}
	return out
}

// otherEnd reports whether two short words differ in their last letter alone.
func otherEnd(a, b string) bool {
	last := len(a) - 1
	return len(a) == len(b) && len(a) <= longestOther && a[:last] == b[:last]
}

// begunMistyped reports whether a longer word begins with one mistake as typed.
// Its last letter is no mistake but the way to another word.
func begunMistyped(typed, word string) bool {
	last := len(typed) - 1
	return len(word) > len(typed) && word[:last] != typed[:last] && oneMistake(typed, word[:len(typed)])
}

// oneMistake reports whether two words differ by one letter: another, one more,
// one less, or two neighbours exchanged. The first letter is always right.
func oneMistake(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a == "" || a[0] != b[0] {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		if i == len(a) {
			return true
		}
		swapped := i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
		return swapped || a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}
