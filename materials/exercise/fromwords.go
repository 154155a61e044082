package exercise

import (
	"slices"
	"strings"
	"unicode"

	"lernkoffer/materials"
)

// items is how many items an exercise from a list of words has without a count.
const items = 10

// FromWords makes an exercise of a type from a pool of words, such as those of a
// topic: it leaves out what the type can't use and chooses as many as o.Count
// says, else ten. It fails with CodeUsage for an unknown type or group and with
// CodeContent, saying why, where words alone are not enough or too few are left.
func FromWords(kind string, words []materials.Word, o Options) (Exercise, error) {
	m, err := makerOf(kind)
	if err != nil {
		return nil, err
	}
	if err := checkGroup(o); err != nil {
		return nil, err
	}
	if m.words == nil {
		return nil, refuse("Aus Wörtern allein lässt sich diese Aufgabe nicht machen. %s", m.instead)
	}
	if len(words) == 0 {
		return nil, refuse("Zu dieser Auswahl gibt es keine Wörter. Bitte wählen Sie ein anderes Thema oder Niveau.")
	}
	if o.Count < 0 {
		return nil, materials.Errorf(materials.CodeUsage, "Die Anzahl %d ist nicht möglich. Bitte geben Sie eine Zahl ab %d an.", o.Count, fewest)
	}
	return m.words(chosen(kind, words, o), o)
}

// chosen returns the words of a pool that an exercise of the type is made of, in
// the order of the pool.
func chosen(kind string, pool []materials.Word, o Options) []materials.Word {
	if kind == "cloze" || kind == "crossword" || kind == "conjugation" {
		return pool // they choose by what fits together
	}
	count := o.Count
	if count == 0 {
		count = items
		if kind == "bingo" {
			count = 24
		}
	}
	fits := fitting(kind, pool)
	var out []int
	for _, i := range ranked(kind, fits, newDice(o.Seed, kind, "choice")) {
		clash := slices.ContainsFunc(out, func(j int) bool { return clashes(kind, fits[i], fits[j]) })
		if !clash && fitsGridOf(kind, fits[i], o) {
			out = append(out, i)
		}
		if len(out) == count {
			break
		}
	}
	slices.Sort(out)
	return take(fits, out)
}

// fitting returns the words that a type of exercise can use.
func fitting(kind string, pool []materials.Word) []materials.Word {
	check := map[string]func(materials.Word) error{
		"matching": fitsPictureWords, "picture-words": fitsPictureWords, "articles": fitsArticles,
		"memory": fitsPictureWords, "plural": fitsPlural, "syllables": fitsSyllables, "word-search": fitsSearch,
		"bingo": fitsBingo, "picture-sentences": fitsPictureSentence,
	}[kind]
	if kind == "scrambled-words" {
		anagrams := anagramsOf(pool)
		check = func(w materials.Word) error { return fitsScrambling(w, anagrams) }
	}
	var out []materials.Word
	for _, w := range pool {
		if check == nil || check(w) == nil {
			out = append(out, w)
		}
	}
	return out
}

func fitsBingo(w materials.Word) error {
	if strings.ContainsRune(w.Lemma, ' ') {
		return refuse("„%s“ ist nicht ein einziges Wort.", w.Lemma)
	}
	return nil
}

// ranked shuffles words. Pictures that need no help come first; articles come
// by turns.
func ranked(kind string, words []materials.Word, d *dice) []int {
	order := d.order(len(words))
	switch kind {
	case "matching", "memory", "picture-words", "picture-sentences":
		slices.SortStableFunc(order, func(a, b int) int {
			return rank(!words[a].PicturedExactly()) - rank(!words[b].PicturedExactly())
		})
	case "articles":
		turn := make([]int, len(words))
		seen := map[string]int{}
		for _, i := range order {
			turn[i] = seen[words[i].Article]
			seen[words[i].Article]++
		}
		slices.SortStableFunc(order, func(a, b int) int { return turn[a] - turn[b] })
	case "scrambled-words":
		// Nobody puts a dozen letters into order.
		slices.SortStableFunc(order, func(a, b int) int {
			return rank(len([]rune(words[a].Lemma)) > 9) - rank(len([]rune(words[b].Lemma)) > 9)
		})
	case "word-search":
		slices.SortStableFunc(order, func(a, b int) int {
			return rank(len([]rune(words[a].Lemma)) > 12) - rank(len([]rune(words[b].Lemma)) > 12)
		})
	}
	return order
}

func rank(last bool) int {
	if last {
		return 1
	}
	return 0
}

// clashes reports whether an exercise of the type can't have both words.
func clashes(kind string, a, b materials.Word) bool {
	if sameText(a.Lemma) == sameText(b.Lemma) {
		return true
	}
	switch kind {
	case "matching", "memory", "picture-words":
		return a.Picture == b.Picture
	case "picture-sentences":
		return a.Picture == b.Picture || mentions(a.Example, b) || mentions(b.Example, a)
	case "word-search":
		x, y := gridLetters(a.Lemma), gridLetters(b.Lemma)
		return standsIn(x, y) || standsIn(y, x)
	}
	return false
}

// mentions reports whether a form of the word stands in the sentence.
func mentions(sentence string, w materials.Word) bool {
	forms := writtenForms(w)
	return slices.ContainsFunc(tokens(sentence), func(t token) bool { return slices.Contains(forms, t.word) })
}

// fitsGridOf reports whether a word is short enough for a grid of fixed size.
func fitsGridOf(kind string, w materials.Word, o Options) bool {
	size := o.Block.Int("size", largestGrid)
	return kind != "word-search" || len([]rune(gridLetters(w.Lemma))) <= size
}

// matchingWords is the matching of words and pictures.
func matchingWords(words []materials.Word, o Options) (*PictureWords, error) {
	ex, err := NewPictureWords(words, o)
	if err != nil {
		return nil, err
	}
	ex.Head = o.head("matching")
	return ex, nil
}

func bingoWords(words []materials.Word, o Options) (*Bingo, error) {
	return newBingo(lemmas(words), o)
}

// sentencesOfWords connects example sentences with the pictures of their words.
func sentencesOfWords(words []materials.Word, o Options) (*PictureSentences, error) {
	rows := make([]materials.Row, len(words))
	for i, w := range words {
		rows[i].Left = append(materials.Plain(w.Example+" "), materials.Span{Kind: materials.SpanPicture, Text: w.ID})
	}
	return NewPictureSentences(rows, o)
}

func fitsPictureSentence(w materials.Word) error {
	if !mentions(w.Example, w) {
		return refuse("Der Beispielsatz von „%s“ nennt das Wort nicht.", w.Lemma)
	}
	return fitsPictureWords(w)
}

// FromText makes an exercise from a running text and the words of the table that
// stand in it: a cloze of its sentences, any other type of those words.
func FromText(kind, text string, words *materials.WordList, o Options) (Exercise, error) {
	m, err := makerOf(kind)
	if err != nil {
		return nil, err
	}
	if err := checkGroup(o); err != nil {
		return nil, err
	}
	if strings.TrimFunc(text, unicode.IsSpace) == "" {
		return nil, refuse("Der Text ist leer. Bitte geben Sie eine Datei mit Text an.")
	}
	if kind == "cloze" {
		ex, err := ClozeFromText(text, words, o)
		if err != nil {
			return nil, err
		}
		return ex, nil
	}
	if m.words == nil {
		return nil, refuse("Aus einem Text lässt sich diese Aufgabe nicht von selbst machen. %s", m.instead)
	}
	found := wordsIn(tokens(text), words)
	if len(found) == 0 {
		return nil, refuse("In diesem Text steht kein Wort aus der Wörterliste. Bitte nehmen Sie einen anderen Text.")
	}
	return FromWords(kind, found, o)
}
