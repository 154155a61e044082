package lint

import (
	"slices"
	"strings"

	"lernkoffer/materials"
)

// isWordBlock reports whether a block's rows are words of the table.
func isWordBlock(b materials.Block) bool {
	spec, ok := materials.SpecFor(b.Type)
	return ok && spec.Form == materials.FormWords
}

// checkWords wants the words of word blocks in the table, or in the explicit form.
func checkWords(c *checker) {
	if c.Words.Len() == 0 {
		return
	}
	for _, b := range c.Material.Blocks {
		if !isWordBlock(b) {
			continue
		}
		seen := map[string]bool{}
		for _, row := range b.Rows {
			c.word(row)
			name := row.Left.String()
			if len(row.Cells) > 0 {
				name = row.Cells[0].String()
			}
			if seen[name] {
				c.error(row.Line, "„%s“ steht in diesem Baustein zweimal. Löschen Sie es einmal.", name)
			}
			seen[name] = true
		}
	}
}

func (c *checker) word(row materials.Row) {
	if len(row.Cells) > 0 {
		if _, _, ok := articleOf(row.Cells[0].String()); !ok {
			c.error(row.Line, "„%s“ hat keinen Artikel. Erwartet wird ein Wort außerhalb der Wörterliste in der Form: das Ladekabel | die Ladekabel", row.Cells[0])
		}
		return
	}
	ref := row.Left.String()
	if _, ok := c.Words.Resolve(ref); ok {
		return
	}
	if _, lemma, ok := articleOf(ref); ok {
		if _, known := c.Words.Resolve(lemma); known {
			c.error(row.Line, "„%s“: Schreiben Sie nur „%s“. Den Artikel setzt das Programm aus der Wörterliste.", ref, lemma)
			return
		}
		c.error(row.Line, "„%s“ steht nicht in der Wörterliste. Schreiben Sie die Mehrzahl dazu: %s | die …", ref, ref)
		return
	}
	c.error(row.Line, "„%s“ steht nicht in der Wörterliste.%s Erwartet wird ein Wort der Liste, oder mit Artikel und Mehrzahl: das Ladekabel | die Ladekabel", ref, c.meant(ref))
}

// meant suggests a word of the table that differs in capitals or in its topic.
func (c *checker) meant(ref string) string {
	if c.full() {
		return ""
	}
	lemma, _, _ := strings.Cut(ref, "#")
	for _, w := range c.Words.All() {
		if strings.EqualFold(w.Lemma, lemma) || w.Plural != "" && w.Plural == lemma {
			return " Meinen Sie „" + w.Lemma + "“?"
		}
	}
	return ""
}

// articleOf takes "das Ladekabel" apart.
func articleOf(s string) (article, lemma string, ok bool) {
	article, lemma, ok = strings.Cut(s, " ")
	return article, lemma, ok && lemma != "" && slices.Contains([]string{"der", "die", "das"}, article)
}

// checkArticles compares explicit words with the table and keeps nouns with two
// articles out of article exercises.
func checkArticles(c *checker) {
	if c.Words.Len() == 0 {
		return
	}
	for _, b := range c.Material.Blocks {
		if !isWordBlock(b) {
			continue
		}
		for _, row := range b.Rows {
			if len(row.Cells) > 1 {
				c.explicit(row)
			} else if b.Type == "articles" {
				c.article(row)
			}
		}
	}
}

func (c *checker) explicit(row materials.Row) {
	article, lemma, ok := articleOf(row.Cells[0].String())
	w, known := c.Words.Resolve(lemma)
	if !ok || !known || w.PartOfSpeech != "noun" {
		return
	}
	if w.Article != article && !slices.Contains(w.Variants, article+" "+lemma) {
		c.error(row.Line, "„%s %s“: In der Wörterliste steht „%s“. Prüfen Sie den Artikel.", article, lemma, w.WithArticle())
	}
	plural := strings.TrimPrefix(row.Cells[1].String(), "die ")
	if w.Plural != "" && plural != w.Plural {
		c.error(row.Line, "„%s“: In der Wörterliste steht die Mehrzahl „die %s“, hier „die %s“. Prüfen Sie die Mehrzahl.", lemma, w.Plural, plural)
	}
}

func (c *checker) article(row materials.Row) {
	w, ok := c.Words.Resolve(row.Left.String())
	if !ok {
		return
	}
	switch {
	case w.PartOfSpeech != "noun" || w.Article == "none" || w.Article == "":
		c.error(row.Line, "„%s“ hat keinen Artikel und passt nicht in eine Artikelübung. Nehmen Sie ein anderes Wort.", w.Lemma)
	case slices.ContainsFunc(w.Variants, func(v string) bool { return otherArticle(v, w) }):
		c.error(row.Line, "„%s“ hat zwei Artikel (%s, %s). Solche Wörter bleiben aus Artikelübungen heraus.", w.Lemma, w.WithArticle(), strings.Join(w.Variants, ", "))
	default:
		for _, other := range c.Words.All() {
			if other.Lemma == w.Lemma && other.ID != w.ID && other.Article != w.Article && other.PartOfSpeech == "noun" {
				c.error(row.Line, "„%s“ gibt es mit „%s“ und mit „%s“. Solche Wörter bleiben aus Artikelübungen heraus.", w.Lemma, w.Article, other.Article)
				return
			}
		}
	}
}

func otherArticle(variant string, w materials.Word) bool {
	article, lemma, ok := articleOf(variant)
	return ok && lemma == w.Lemma && article != w.Article
}
