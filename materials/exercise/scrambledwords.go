package exercise

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"lernkoffer/materials"
)

// ScrambledWords is words whose letters have to be brought into order.
type ScrambledWords struct {
	Head
	Items []ScrambledWord
}

// ScrambledWord is a word and its letters, shuffled and all small: a capital
// would give the beginning away.
type ScrambledWord struct {
	Word      materials.Word
	Scrambled string
}

// NewScrambledWords shuffles the letters of words. It refuses words with fewer
// than three different letters or with spaces, and two words of the same letters.
func NewScrambledWords(words []materials.Word, o Options) (*ScrambledWords, error) {
	return newScrambledWords(words, words, o)
}

// newScrambledWords refuses words whose letters also make a word of known.
func newScrambledWords(words, known []materials.Word, o Options) (*ScrambledWords, error) {
	const kind = "scrambled-words"
	anagrams := anagramsOf(known)
	for _, w := range words {
		if err := fitsScrambling(w, anagrams); err != nil {
			return nil, err
		}
	}
	if err := onlyOnce(words); err != nil {
		return nil, err
	}
	words = sample(o, kind, words, o.Count)
	if err := enough(len(words), fewest, "Wörter"); err != nil {
		return nil, err
	}
	ex := &ScrambledWords{Head: o.head(kind)}
	for i, w := range words {
		letters := strings.Split(strings.ToLower(w.Lemma), "")
		fair := func(p []int) bool {
			s := strings.Join(take(letters, p), "")
			return s != strings.ToLower(w.Lemma) && !isRude(s)
		}
		sameLook := func(a, b []int) bool { return slices.Equal(take(letters, a), take(letters, b)) }
		p, ok := arranged(o, kind+strconv.Itoa(i), len(letters), fair, sameLook)
		if !ok {
			return nil, refuse("„%s“ lässt sich nicht schütteln. Bitte nehmen Sie ein anderes Wort.", w.Lemma)
		}
		ex.Items = append(ex.Items, ScrambledWord{w, strings.Join(take(letters, p), "")})
	}
	p, _ := arranged(o, kind, len(words), nil, nil)
	ex.Items = take(ex.Items, p)
	return ex, nil
}

// anagramsOf groups lemmas by their letters.
func anagramsOf(words []materials.Word) map[string][]string {
	out := map[string][]string{}
	for _, w := range words {
		key := letterKey(w.Lemma)
		if small := strings.ToLower(w.Lemma); !slices.Contains(out[key], small) {
			out[key] = append(out[key], small)
		}
	}
	return out
}

// letterKey is the small letters of a word in order.
func letterKey(s string) string {
	letters := []rune(strings.ToLower(s))
	slices.Sort(letters)
	return string(letters)
}

func fitsScrambling(w materials.Word, anagrams map[string][]string) error {
	different := map[rune]bool{}
	for _, r := range strings.ToLower(w.Lemma) {
		if !unicode.IsLetter(r) {
			return refuse("„%s“ ist nicht ein einziges Wort. Bitte nehmen Sie ein anderes Wort.", w.Lemma)
		}
		different[r] = true
	}
	if len(different) < fewest {
		return refuse("„%s“ ist zu kurz zum Schütteln. Bitte nehmen Sie ein längeres Wort.", w.Lemma)
	}
	for _, other := range anagrams[letterKey(w.Lemma)] {
		if other != strings.ToLower(w.Lemma) {
			return refuse("Die Buchstaben von „%s“ ergeben auch „%s“. Bitte nehmen Sie ein anderes Wort.", w.Lemma, other)
		}
	}
	return nil
}

// Envelope returns items {scrambled, answer}; the solution is the words.
func (e *ScrambledWords) Envelope() Envelope {
	type itemJSON struct {
		Scrambled string `json:"scrambled"`
		Answer    string `json:"answer"`
	}
	items := make([]itemJSON, len(e.Items))
	solution := make([]string, len(e.Items))
	for i, item := range e.Items {
		items[i] = itemJSON{item.Scrambled, item.Word.Lemma}
		solution[i] = item.Word.Lemma
	}
	return Envelope{Head: e.Head, Items: items, Data: map[string]any{}, Solution: solution}
}
