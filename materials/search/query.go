package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A query is read up to these lengths; the rest is left out, so that a page pasted
// by mistake is answered at once.
const (
	mostRunes = 200
	mostWords = 16
)

// word is a word of a query.
type word struct {
	text string // small letters
	fold string
	root string
	open bool // the last one, still being typed
}

// term is a word or phrase of a query.
type term struct {
	words []word // several for a phrase
	not   bool
}

func (t term) phrase() bool { return len(t.words) > 1 }

// parse reads a query: words, "phrases in quotes", -without.
func parse(text string) []term {
	var out []term
	left := mostWords
	add := func(t term) {
		t.words = t.words[:min(len(t.words), left)]
		left -= len(t.words)
		if len(t.words) > 0 {
			out = append(out, t)
		}
	}
	rest := compose(firstRunes(text, mostRunes))
	for {
		// A space at the end says that the last word is whole.
		if rest = strings.TrimLeftFunc(rest, unicode.IsSpace); rest == "" {
			return withoutFunctionWords(out)
		}
		not := false
		if after, ok := strings.CutPrefix(rest, "-"); ok {
			not, rest = true, after
		}
		raw, quoted, open := "", false, false
		raw, rest, quoted, open = next(rest)
		found := wordsOf(raw)
		if len(found) > 0 && !not && !quoted {
			found[len(found)-1].open = open && endsInWord(raw)
		}
		if not || quoted {
			add(term{words: found, not: not})
			continue
		}
		for _, w := range found {
			add(term{words: []word{w}})
		}
	}
}

func wordsOf(text string) []word {
	var out []word
	for _, w := range words(text) {
		text := spelling(w.text)
		folded := fold(text)
		out = append(out, word{text: text, fold: folded, root: stem(folded)})
	}
	return out
}

// quotes are opening marks with what closes them.
var quotes = map[rune]string{'"': `"“”`, '„': "“”\"", '“': "”\"", '»': "«", '«': "»", '‚': "‘"}

// next cuts the next phrase or word off. open says that it goes up to the end of
// the query and so may be half a word.
func next(text string) (raw, rest string, quoted, open bool) {
	r, size := utf8.DecodeRuneInString(text)
	if closing, ok := quotes[r]; ok {
		text = text[size:]
		if i := strings.IndexAny(text, closing); i >= 0 {
			_, size = utf8.DecodeRuneInString(text[i:])
			return text[:i], text[i+size:], true, false
		}
		return text, "", true, false
	}
	i := strings.IndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || quotes[r] != "" })
	if i < 0 {
		return text, "", false, true
	}
	return text[:i], text[i:], false, false
}

func endsInWord(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return inWord(r)
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// functionWords say nothing of what a material is about.
var functionWords = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq("der die das den dem des ein eine einen einem einer eines und oder in im ins an am ans " +
		"auf aus bei beim mit nach von vom vor zu zum zur für über um durch ist sind es") {
		out[fold(w)] = true
	}
	return out
}()

// withoutFunctionWords leaves function words out, unless there is nothing else
// that is looked for.
func withoutFunctionWords(terms []term) []term {
	function := func(t term) bool { return !t.not && !t.phrase() && functionWords[t.words[0].fold] }
	if !slices.ContainsFunc(terms, func(t term) bool { return !t.not && !function(t) }) {
		return terms
	}
	return slices.DeleteFunc(terms, function)
}
