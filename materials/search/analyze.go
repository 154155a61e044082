package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/german"
	"golang.org/x/text/unicode/norm"
)

// Version is the version of the analysis: words indexed by another one are not
// found by this one.
const Version = 1

// compose brings text into the form (NFC) that the other functions expect. It
// costs nothing where text has it already.
func compose(text string) string { return norm.NFC.String(text) }

// token is a word of a text with its place in it, in bytes.
type token struct {
	text       string // as it stands there
	start, end int
}

// words cuts composed text into words: letters, digits and the marks on them.
// "Schüler*innen", "Schüler:innen" and "Schüler_innen" are one word.
func words(text string) []token {
	var out []token
	start := -1
	for i, r := range text {
		switch {
		case inWord(r):
			if start < 0 {
				start = i
			}
		case start < 0, r == '\u00AD', genderMark(r) && strings.HasPrefix(text[i+1:], "in"):
		default:
			out = append(out, token{text[start:i], start, i})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, token{text[start:], start, len(text)})
	}
	return out
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func genderMark(r rune) bool { return r == '*' || r == ':' || r == '_' }

// spelling is a word in small letters, as people who know it write it.
func spelling(word string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r == '\u00AD' || genderMark(r) {
			return -1
		}
		return r
	}, word))
}

// fold brings the spellings of a word together: ä and ae as a, ß as ss, no
// accents. It takes small letters.
func fold(word string) string {
	out := make([]byte, 0, len(word))
	joins := byte(0) // the letter that an e may belong to
	for _, r := range word {
		if r == 'e' && joins != 0 {
			joins = 0
			continue
		}
		joins = 0
		switch {
		case r < utf8.RuneSelf:
			if r == 'a' || r == 'o' || r == 'u' && !afterVowel(out) {
				joins = byte(r)
			}
			out = append(out, byte(r))
		case r == 'ß':
			out = append(out, "ss"...)
		default:
			out = appendBare(out, r)
		}
	}
	return string(out)
}

// afterVowel tells the e of neue, quer and Mauer, which is a letter of its own.
func afterVowel(before []byte) bool {
	return len(before) > 0 && strings.IndexByte("aeiouq", before[len(before)-1]) >= 0
}

// bare are letters that don't come apart into a letter and its accent.
var bare = map[rune]string{'ø': "o", 'ł': "l", 'đ': "d", 'ı': "i", 'æ': "a", 'œ': "o", 'ð': "d", 'þ': "th"}

func appendBare(out []byte, r rune) []byte {
	if s, ok := bare[r]; ok {
		return append(out, s...)
	}
	for _, part := range norm.NFD.String(string(r)) {
		if !unicode.Is(unicode.Mn, part) {
			out = utf8.AppendRune(out, part)
		}
	}
	return out
}

// stem cuts endings: Häuser, Hauses and Haus have one. It takes a folded word.
func stem(folded string) string {
	const shortest = 4
	if len(folded) < shortest {
		return folded
	}
	// The forms for women and for all go with the one for men.
	for _, ending := range []string{"innen", "in"} {
		if person, ok := strings.CutSuffix(folded, ending); ok && len(person) > shortest && strings.HasSuffix(person, "er") {
			folded = person
		}
	}
	env := snowballstem.NewEnv(folded)
	german.Stem(env)
	return env.Current()
}
