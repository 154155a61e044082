package search

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// match is a word of the index that a word of the query stands for.
type match struct {
	word   string
	weight float64
	how    string // German, for --explain
}

// The weights of ways to match, and the shortest words, in letters, they are for.
const (
	exactWeight    = 1.0
	stemWeight     = 0.84
	prefixWeight   = 0.7
	compoundWeight = 0.55
	typoWeight     = 0.4
	phraseWeight   = 4.0

	shortestPrefix = 2
	shortestPart   = 4
	shortestTypo   = 4
)

// expand finds the words of the index that a query word stands for, best first.
func (s *snapshot) expand(query string, prefix bool) []match {
	var out []match
	seen := map[string]bool{}
	add := func(word string, weight float64, how string) {
		if !seen[word] {
			seen[word] = true
			out = append(out, match{word, weight, how})
		}
	}
	if _, ok := s.postings[query]; ok {
		add(query, exactWeight, "genau so")
	}
	root := stem(query)
	for _, w := range s.stems[root] {
		add(w, stemWeight, "andere Form")
	}
	if prefix && utf8.RuneCountInString(query) >= shortestPrefix {
		from, _ := slices.BinarySearch(s.sorted, query)
		for _, w := range s.sorted[from:] {
			if !strings.HasPrefix(w, query) {
				break
			}
			add(w, prefixWeight, "beginnt so")
		}
	}
	if utf8.RuneCountInString(root) >= shortestPart {
		for i, w := range s.sorted {
			if compound(w, s.roots[i], query, root) {
				add(w, compoundWeight, "zusammengesetzt")
			}
		}
	}
	if len(out) == 0 && utf8.RuneCountInString(query) >= shortestTypo {
		for _, w := range s.sorted {
			if oneMistake(query, w) || prefix && len(w) > len(query) && oneMistake(query, w[:len(query)]) {
				add(w, typoWeight, "Tippfehler verziehen")
			}
		}
	}
	return out
}

// compound reports whether w, whose stem is given, is a compound of the query
// word: it ends with it, or begins with it, and the rest is long enough to be a word.
func compound(w, wRoot, query, root string) bool {
	const rest = 3
	if len(w) >= len(query)+rest && (strings.HasPrefix(w, root) || strings.HasSuffix(w, query)) {
		return true
	}
	return len(wRoot) >= len(root)+rest && strings.HasSuffix(wRoot, root)
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
