package exercise

import (
	"strings"
	"unicode"

	"lernkoffer/materials"
)

// Syllables is words whose spoken syllables are to be clapped and marked.
type Syllables struct {
	Head
	Items []SyllableItem
}

// SyllableItem is a word and its spoken syllables.
type SyllableItem struct {
	Word      materials.Word
	Syllables []string
}

// NewSyllables makes an exercise on syllables. It refuses words whose syllables
// are not known, don't spell the word or can't be heard alike by everybody.
func NewSyllables(words []materials.Word, o Options) (*Syllables, error) {
	for _, w := range words {
		if err := fitsSyllables(w); err != nil {
			return nil, err
		}
	}
	if err := onlyOnce(words); err != nil {
		return nil, err
	}
	words = sample(o, "syllables", words, o.Count)
	if err := enough(len(words), fewest, "Wörter mit Silben"); err != nil {
		return nil, err
	}
	p, _ := arranged(o, "syllables", len(words), nil, nil)
	ex := &Syllables{Head: o.head("syllables")}
	for _, w := range take(words, p) {
		ex.Items = append(ex.Items, SyllableItem{w, w.Syllables})
	}
	return ex, nil
}

// fitsSyllables refuses a word that can't be cut for certain.
func fitsSyllables(w materials.Word) error {
	switch {
	case len(w.Syllables) == 0:
		return refuse("Von „%s“ sind die Silben nicht bekannt. Bitte nehmen Sie ein Wort aus der Wörterliste.", w.Lemma)
	case onlyLetters(strings.Join(w.Syllables, "")) != onlyLetters(w.Lemma):
		return refuse("Die Silben von „%s“ ergeben nicht das Wort. Bitte prüfen Sie die Wörterliste.", w.Lemma)
	case strings.Contains(w.Remark, "Silbenübung") || strings.Contains(w.Remark, "silbig"):
		return refuse("„%s“ wird nicht immer mit gleich vielen Silben gesprochen (%s). Bitte nehmen Sie ein anderes Wort.", w.Lemma, w.Remark)
	}
	return nil
}

// onlyLetters returns the small letters of s without spaces and hyphens.
func onlyLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// Envelope returns items {word, syllables}; the solution is how many there are.
func (e *Syllables) Envelope() Envelope {
	type itemJSON struct {
		Word      string   `json:"word"`
		Syllables []string `json:"syllables"`
	}
	items := make([]itemJSON, len(e.Items))
	solution := make([]int, len(e.Items))
	for i, item := range e.Items {
		items[i] = itemJSON{item.Word.Lemma, item.Syllables}
		solution[i] = len(item.Syllables)
	}
	return Envelope{Head: e.Head, Items: items, Data: map[string]any{}, Solution: solution}
}
