package search

import (
	"strings"
	"unicode/utf8"
)

// How much of a text a snippet shows, in bytes, before the word found and in all.
const (
	snippetBefore = 50
	snippetLength = 160
)

// snippet is a passage around the first word of the query that stands in running
// text; else, for words of the title alone, the beginning of the summary.
func (v view) snippet(doc int, terms [][]evidence) string {
	if len(terms) == 0 {
		return ""
	}
	for _, t := range terms {
		if p := t[doc].passage; p.weight > 0 && !p.field.short() {
			return cut(v.text(doc, p.field), p.at)
		}
	}
	return cut(v.texts.summaries[doc], 0)
}

// cut takes a passage out of a text, at spaces.
func cut(text string, at int) string {
	from := max(0, at-snippetBefore)
	if from > 0 {
		from += breakAfter(text[from:at])
	}
	to := from + snippetLength
	if to >= len(text) {
		to = len(text)
	} else {
		for to > 0 && !utf8.RuneStart(text[to]) {
			to--
		}
		if i := strings.LastIndexAny(text[from:to], " \n"); i > at-from {
			to = from + i
		}
	}
	passage := strings.Join(strings.Split(strings.TrimSpace(text[from:to]), "\n"), " · ")
	if from > 0 {
		passage = "… " + passage
	}
	if strings.TrimSpace(text[to:]) != "" {
		passage += " …"
	}
	return passage
}

// breakAfter returns where the first word begins in a piece of a text that may
// begin within a word.
func breakAfter(text string) int {
	if i := strings.IndexAny(text, " \n"); i >= 0 {
		return i + 1
	}
	return len(text)
}
