package search

import (
	"cmp"
	"slices"
	"strings"
)

// field is where a word stands.
type field uint8

const (
	fieldTitle field = iota
	fieldKeyword
	fieldSummary
	fieldBody
	fieldTag
	fieldNote
)

// weights are what a word in a field counts.
var weights = [...]float64{fieldTitle: 8, fieldKeyword: 5, fieldSummary: 3, fieldBody: 2, fieldTag: 1.5, fieldNote: 1}

var fieldLabels = [...]string{
	fieldTitle: "Titel", fieldKeyword: "Stichwort", fieldSummary: "Kurztext", fieldBody: "Text",
	fieldTag: "Ihr Schlagwort", fieldNote: "Ihre Notiz",
}

// short reports whether a field is short enough to be searched for one letter.
func (f field) short() bool { return f == fieldTitle || f == fieldKeyword || f == fieldTag }

// posting says that a word stands in a field of a document.
type posting struct {
	doc   int32
	at    int32 // byte of the first time
	times uint16
	field field
}

// entry is a word in one spelling, and where it stands.
type entry struct {
	text     string // small letters
	fold     string
	root     string
	postings []posting
}

// lexicon is the words of some texts.
type lexicon struct {
	entries []entry          // by fold, then text
	roots   map[string][]int // root → entries
	flat    []string         // of each document: all of it folded, words between single spaces
}

// find returns the first entry whose fold is not before s.
func (l *lexicon) find(s string) int {
	i, _ := slices.BinarySearchFunc(l.entries, s, func(e entry, s string) int { return cmp.Compare(e.fold, s) })
	return i
}

// has reports whether a folded word is in the lexicon in any form.
func (l *lexicon) has(folded string) bool {
	if i := l.find(folded); i < len(l.entries) && l.entries[i].fold == folded {
		return true
	}
	return len(l.roots[stem(folded)]) > 0
}

// builder collects the words of texts.
type builder struct {
	entries []entry
	byText  map[string]int
	known   map[string]int // as written → entry: most words come again
	flat    []strings.Builder
}

func newBuilder(docs int) *builder {
	return &builder{byText: map[string]int{}, known: map[string]int{}, flat: make([]strings.Builder, docs)}
}

// add puts in the text of a field; documents come in order.
func (b *builder) add(doc int, f field, text string) {
	if text == "" {
		return
	}
	flat := &b.flat[doc]
	for _, w := range words(text) {
		i := b.entry(w.text)
		e := &b.entries[i]
		flat.WriteByte(' ')
		flat.WriteString(e.fold)
		if n := len(e.postings); n > 0 && e.postings[n-1].doc == int32(doc) && e.postings[n-1].field == f {
			e.postings[n-1].times++
			continue
		}
		e.postings = append(e.postings, posting{doc: int32(doc), at: int32(w.start), times: 1, field: f})
	}
	flat.WriteString(" .") // phrases end with the field
}

func (b *builder) entry(word string) int {
	if i, ok := b.known[word]; ok {
		return i
	}
	text := spelling(word)
	i, ok := b.byText[text]
	if !ok {
		i = len(b.entries)
		folded := fold(text)
		b.byText[text] = i
		b.entries = append(b.entries, entry{text: text, fold: folded, root: stem(folded)})
	}
	b.known[word] = i
	return i
}

func (b *builder) lexicon() *lexicon {
	l := &lexicon{entries: b.entries, roots: map[string][]int{}, flat: make([]string, len(b.flat))}
	slices.SortFunc(l.entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.fold, b.fold), cmp.Compare(a.text, b.text))
	})
	for i, e := range l.entries {
		l.roots[e.root] = append(l.roots[e.root], i)
	}
	for i := range b.flat {
		l.flat[i] = b.flat[i].String() + " "
	}
	return l
}
