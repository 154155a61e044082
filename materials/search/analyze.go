package search

import (
	"strings"
	"unicode"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/german"
	"golang.org/x/text/unicode/norm"
)

// Version is the version of the analysis: words indexed by another one are not
// found by this one.
const Version = 1

// word is a word of a text with its place in it, in bytes.
type word struct {
	text       string // folded
	start, end int
}

// words cuts text into words: letters and digits.
func words(text string) []word {
	var out []word
	start := -1
	for i, r := range text {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			out = append(out, word{fold(text[start:i]), start, i})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, word{fold(text[start:]), start, len(text)})
	}
	return out
}

// fold brings spellings of a word together: small letters, no accents, ä and ae
// as a, ß as ss.
func fold(text string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(text)) {
		switch {
		case r == 'ß':
			b.WriteString("ss")
		case !unicode.Is(unicode.Mn, r):
			b.WriteRune(r)
		}
	}
	return joinUmlauts(b.String())
}

// joinUmlauts writes ae, oe, ue as a, o, u: not ue after a vowel or q (neue, quer).
func joinUmlauts(s string) string {
	if !strings.Contains(s, "e") {
		return s
	}
	out := make([]byte, 0, len(s))
	for i := range len(s) {
		c := s[i]
		if c == 'e' && i > 0 {
			switch p := s[i-1]; {
			case (p == 'a' || p == 'o' || p == 'u') && (i < 2 || !strings.ContainsRune("aeiouq", rune(s[i-2]))):
				continue
			}
		}
		out = append(out, c)
	}
	return string(out)
}

// stem cuts endings: Häuser, Hauses and Haus have one.
func stem(folded string) string {
	env := snowballstem.NewEnv(folded)
	german.Stem(env)
	return env.Current()
}
