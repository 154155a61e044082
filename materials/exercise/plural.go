package exercise

import (
	"slices"
	"strings"

	"lernkoffer/materials"
)

// Plural is nouns whose plural is asked for.
type Plural struct {
	Head
	Items []PluralItem
}

// PluralItem is a noun and its plural.
type PluralItem struct {
	Word   materials.Word
	Plural string
}

// NewPlural makes an exercise on the plural of nouns. It refuses words that have
// none or two, and a noun that stands twice.
func NewPlural(words []materials.Word, o Options) (*Plural, error) {
	for _, w := range words {
		if err := fitsPlural(w); err != nil {
			return nil, err
		}
	}
	if err := onlyOnce(words); err != nil {
		return nil, err
	}
	words = sample(o, "plural", words, o.Count)
	if err := enough(len(words), fewest, "Nomen mit Plural"); err != nil {
		return nil, err
	}
	p, _ := arranged(o, "plural", len(words), nil, nil)
	ex := &Plural{Head: o.head("plural")}
	for _, w := range take(words, p) {
		ex.Items = append(ex.Items, PluralItem{w, w.Plural})
	}
	return ex, nil
}

// fitsPlural refuses a word whose plural can't be asked for.
func fitsPlural(w materials.Word) error {
	switch {
	case w.PartOfSpeech != "" && w.PartOfSpeech != "noun":
		return refuse("„%s“ ist kein Nomen und hat keinen Plural. Bitte streichen Sie es.", w.Lemma)
	case w.Plural == "" || strings.Contains(strings.ToLower(w.PluralNote), "nur singular"):
		return refuse("Von „%s“ gibt es keinen Plural. Bitte nehmen Sie ein anderes Wort.", w.Lemma)
	case pluralOnly(w):
		return refuse("„%s“ steht schon im Plural. Bitte nehmen Sie ein anderes Wort.", w.Lemma)
	case hasTwoPlurals(w):
		return refuse("„%s“ hat mehr als einen richtigen Plural. Bitte nehmen Sie ein anderes Wort.", w.Lemma)
	}
	return nil
}

// hasTwoPlurals reports whether the table knows a second plural: one of another
// gender, or one that a remark names.
func hasTwoPlurals(w materials.Word) bool {
	return hasTwoGenders(w) || strings.Contains(w.Plural, "/") ||
		strings.Contains(w.Remark, "Plural auch") || strings.Contains(w.Remark, "auch Plural") ||
		slices.ContainsFunc(w.Variants, func(v string) bool { return strings.Contains(v, "Plural") })
}

// Envelope returns items {word, plural}; the solution is the plurals.
func (e *Plural) Envelope() Envelope {
	type itemJSON struct {
		Word    string `json:"word"`
		Article string `json:"article"`
		Plural  string `json:"plural"`
	}
	items := make([]itemJSON, len(e.Items))
	solution := make([]string, len(e.Items))
	for i, item := range e.Items {
		items[i] = itemJSON{item.Word.Lemma, item.Word.Article, item.Plural}
		solution[i] = item.Plural
	}
	return Envelope{Head: e.Head, Items: items, Data: map[string]any{}, Solution: solution}
}
