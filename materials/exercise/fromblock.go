package exercise

import (
	"slices"
	"strconv"
	"strings"

	"lernkoffer/materials"
)

// FromBlock makes the exercise that a block describes; words is the word table.
// The options of the block count where o.Block is nil. It fails with CodeUsage
// for a block that is no exercise of this package (see Makes), and with
// CodeContent, saying why, where the block is ambiguous or too small.
func FromBlock(block materials.Block, words *materials.WordList, o Options) (Exercise, error) {
	m, err := makerOf(block.Type)
	if err != nil {
		return nil, err
	}
	if err := checkGroup(o); err != nil {
		return nil, err
	}
	if o.Block == nil {
		o.Block = block.Options
	}
	if m.table != nil {
		return m.table(block.Rows, words, o)
	}
	if m.rows != nil {
		if block.Type == "cloze" {
			if o.Block, err = namedDistractors(block.Rows, words, o); err != nil {
				return nil, err
			}
		}
		return m.rows(block.Rows, o)
	}
	list, err := BlockWords(block, words)
	if err != nil {
		return nil, err
	}
	if block.Type == "articles" {
		if err := noHomonyms(list, words); err != nil {
			return nil, err
		}
	}
	if block.Type == "scrambled-words" && words != nil {
		ex, err := newScrambledWords(list, words.All(), o)
		if err != nil {
			return nil, err
		}
		return ex, nil
	}
	return m.words(list, o)
}

// BlockWords returns the words that the rows of a block name: those of the table,
// and explicit ones ("das Ladekabel | die Ladekabel") as nouns without a picture.
// It fails with CodeContent for a word that is neither.
func BlockWords(block materials.Block, words *materials.WordList) ([]materials.Word, error) {
	var out []materials.Word
	for _, r := range block.Rows {
		if len(r.Cells) > 0 {
			w, ok := explicitWord(texts(r.Cells))
			if !ok {
				return nil, refuseRow(r, "„%s“ ist kein Nomen mit Artikel. Bitte schreiben Sie zum Beispiel „das Ladekabel | die Ladekabel“.", r.Cells[0])
			}
			out = append(out, w)
			continue
		}
		ref := strings.TrimSpace(r.Left.String())
		w, ok := resolved(words, ref)
		if !ok {
			return nil, refuseRow(r, "„%s“ steht nicht in der Wörterliste. Bitte prüfen Sie die Schreibung oder schreiben Sie „das %s | die …“.", ref, ref)
		}
		out = append(out, w)
	}
	return out, nil
}

func resolved(words *materials.WordList, ref string) (materials.Word, bool) {
	if words == nil {
		return materials.Word{}, false
	}
	return words.Resolve(ref)
}

// explicitWord reads "das Ladekabel", "die Ladekabel".
func explicitWord(cells []string) (materials.Word, bool) {
	article, lemma, _ := strings.Cut(strings.TrimSpace(cells[0]), " ")
	if !slices.Contains(articles, article) || lemma == "" {
		return materials.Word{}, false
	}
	w := materials.Word{
		ID: strings.ToLower(strings.ReplaceAll(lemma, " ", "-")), Lemma: lemma, Article: article, PartOfSpeech: "noun",
	}
	if len(cells) > 1 {
		w.Plural = strings.TrimPrefix(strings.TrimSpace(cells[1]), "die ")
	}
	return w, true
}

// noHomonyms refuses a noun that the table also has with another article.
func noHomonyms(list []materials.Word, words *materials.WordList) error {
	if words == nil {
		return nil
	}
	for _, w := range list {
		for _, other := range words.All() {
			if other.Lemma == w.Lemma && other.Article != w.Article && slices.Contains(articles, other.Article) {
				return refuse("„%s“ gibt es mit „%s“ und mit „%s“. Bitte nehmen Sie ein anderes Wort.", w.Lemma, w.Article, other.Article)
			}
		}
	}
	return nil
}

// namedDistractors replaces distractors=2 by that many words of the table which
// are right in no gap, since their gender or number excludes them there.
func namedDistractors(rows []materials.Row, words *materials.WordList, o Options) (materials.Options, error) {
	n, err := strconv.Atoi(strings.TrimSpace(o.Block.Get("distractors")))
	if err != nil {
		return o.Block, nil
	}
	if n < 0 || n > 20 {
		return nil, refuse("%d Wörter zum Ablenken sind nicht möglich. Bitte ändern Sie „distractors“.", n)
	}
	names := distractorsFor(rows, words, newDice(o.Seed, "cloze", "distractors"))
	if len(names) < n {
		return nil, refuse("Es gibt keine %d Wörter, die sicher in keine Lücke passen. Bitte nennen Sie eigene: distractors=\"…, …\".", n)
	}
	block := slices.Clone(o.Block)
	for i := range block {
		if block[i].Key == "distractors" {
			block[i].Value = strings.Join(names[:n], ", ")
		}
	}
	return block, nil
}

// distractorsFor returns nouns of the topics of the answers that fit no gap.
func distractorsFor(rows []materials.Row, words *materials.WordList, d *dice) []string {
	if words == nil {
		return nil
	}
	var taken forms
	var topics []string
	used := map[string]bool{}
	for _, r := range rows {
		for place, answer := range nounGaps(line(r)) {
			taken |= place
			used[sameText(answer)] = true
			if w, ok := words.Resolve(answer); ok {
				topics = append(topics, w.Topics...)
			}
		}
		for _, t := range tokens(line(r).String()) {
			used[sameText(t.word)] = true
		}
	}
	var out []string
	for _, i := range d.order(words.Len()) {
		w := words.All()[i]
		shared := slices.ContainsFunc(w.Topics, func(t string) bool { return slices.Contains(topics, t) })
		f := nounForms(w, w.Lemma)
		if w.PartOfSpeech == "noun" && shared && f != 0 && f&taken == 0 && !used[sameText(w.Lemma)] && !strings.ContainsAny(w.Lemma, " ,|") {
			out = append(out, w.Lemma)
			used[sameText(w.Lemma)] = true
		}
	}
	return out
}

// nounGaps yields, for each gap that a noun stands in, the forms that its place
// takes and the answer.
func nounGaps(t materials.Text) func(func(forms, string) bool) {
	return func(yield func(forms, string) bool) {
		before := ""
		for _, s := range t {
			if s.Kind == materials.SpanGap && s.Text != strings.ToLower(s.Text) {
				toks := tokens(before + "X")
				if !yield(formsAfter(clauseBefore(toks, len(toks)-1)), s.Text) {
					return
				}
			}
			before += s.Text
		}
	}
}
