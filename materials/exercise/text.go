package exercise

import (
	"strings"

	"lernkoffer/materials"
)

// blank stands for a gap where an exercise leaves the program as data.
const blank = "___"

// withBlanks returns the text with every gap left open.
func withBlanks(t materials.Text) string {
	var b strings.Builder
	for _, s := range t {
		if s.Kind == materials.SpanGap {
			b.WriteString(blank)
			continue
		}
		b.WriteString(s.Text)
	}
	return b.String()
}

// line returns the running text of a row, of its first cell where it has cells.
func line(r materials.Row) materials.Text {
	if len(r.Left) == 0 && len(r.Cells) > 0 {
		return r.Cells[0]
	}
	return r.Left
}

// sameText is the form in which two texts are compared: what a pupil would
// call the same word.
func sameText(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}

// texts returns the plain form of each text, never nil.
func texts(list []materials.Text) []string {
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = t.String()
	}
	return out
}

// firstDouble returns the first key that comes twice.
func firstDouble(keys []string) (string, bool) {
	seen := make(map[string]bool, len(keys))
	for _, key := range keys {
		if seen[sameText(key)] {
			return key, true
		}
		seen[sameText(key)] = true
	}
	return "", false
}

// lemmas returns the lemma of each word, never nil.
func lemmas(words []materials.Word) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.Lemma
	}
	return out
}
