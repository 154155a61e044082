package exercise

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lernkoffer/materials"
)

// token is a word of a text by its place in bytes.
type token struct {
	start, end int
	word       string
	clause     int // tokens of one clause touch by spaces only
}

// tokens cuts a text into its words; a hyphen inside belongs to the word.
func tokens(s string) []token {
	var out []token
	start, clause := -1, 0
	for at, r := range s {
		inWord := unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' && start >= 0 && startsWithLetter(s[at+1:])
		switch {
		case inWord && start < 0:
			start = at
		case !inWord && start >= 0:
			out = append(out, token{start, at, s[start:at], clause})
			start = -1
		}
		if !inWord && r != ' ' {
			clause++
		}
	}
	if start >= 0 {
		out = append(out, token{start, len(s), s[start:], clause})
	}
	return out
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// gap is a word of a text that may be left out, with what could stand there.
type gap struct {
	text   string // a sentence or the whole text
	tok    token
	class  string   // of words that could take the place
	answer forms    // nouns: what the word is
	place  forms    // nouns: what the place takes
	words  []string // all of the sentence, where sentences stand alone
}

// classes maps the parts of speech to classes of words that could take each
// other's place; what is missing is not left out.
var classes = map[string]string{
	"noun": "noun", "verb": "verb", "adjective": "adjective", "adverb": "adjective",
	"preposition": "preposition", "number": "number",
}

// rivals reports whether the word of one of two gaps could be right in the other
// one, or is to be read there.
func (g gap) rivals(h gap) bool {
	if slices.Contains(g.words, sameText(h.tok.word)) || slices.Contains(h.words, sameText(g.tok.word)) {
		return true
	}
	if g.class != h.class {
		return false
	}
	return g.class != "noun" || g.answer&h.place != 0 || h.answer&g.place != 0
}

// gapOf returns the gap that a word makes in a text: where its lemma, plural or
// (verbs) third person or participle stands exactly once.
func gapOf(w materials.Word, text string, toks []token) (gap, bool) {
	class := classes[w.PartOfSpeech]
	written := writtenForms(w)
	found := -1
	for i, t := range toks {
		if !slices.Contains(written, t.word) {
			continue
		}
		if found >= 0 {
			return gap{}, false
		}
		found = i
	}
	if class == "" || found < 0 {
		return gap{}, false
	}
	g := gap{text: text, tok: toks[found], class: class}
	switch class {
	case "noun":
		g.answer = nounForms(w, g.tok.word)
		g.place = formsAfter(clauseBefore(toks, found))
		return g, g.answer != 0 && g.answer&g.place != 0
	case "verb":
		switch g.tok.word {
		case w.Forms.Third:
			g.class = "verb, third person"
		case w.Forms.Perfect:
			g.class = "verb, participle"
		}
	}
	return g, true
}

func writtenForms(w materials.Word) []string {
	out := []string{w.Lemma}
	if w.PartOfSpeech == "noun" && w.Plural != "" {
		out = append(out, w.Plural)
	}
	if w.PartOfSpeech == "verb" {
		for _, form := range []string{w.Forms.Third, w.Forms.Perfect} {
			if form != "" && form != w.Lemma && !strings.Contains(form, " ") {
				out = append(out, form)
			}
		}
	}
	return out
}

// clauseBefore returns the words before a token in its clause.
func clauseBefore(toks []token, i int) []string {
	var out []string
	for j := i - 1; j >= 0 && toks[j].clause == toks[i].clause; j-- {
		out = append([]string{toks[j].word}, out...)
	}
	return out
}

// withoutRivals chooses as many gaps as it finds, at most count, no two of which
// are rivals; in their order.
func withoutRivals(d *dice, gaps []gap, count int) []gap {
	const rounds = 60
	rivals := make([][]bool, len(gaps))
	for i := range gaps {
		rivals[i] = make([]bool, len(gaps))
		for j := range i {
			rivals[i][j] = gaps[i].rivals(gaps[j])
			rivals[j][i] = rivals[i][j]
		}
	}
	var best []int
	for range rounds {
		order := d.order(len(gaps))
		// A place that takes little leaves room for others.
		slices.SortStableFunc(order, func(a, b int) int { return gaps[a].openness() - gaps[b].openness() })
		var chosen []int
		for _, i := range order {
			if len(chosen) < count && !slices.ContainsFunc(chosen, func(j int) bool { return rivals[i][j] }) {
				chosen = append(chosen, i)
			}
		}
		if len(chosen) > len(best) {
			best = chosen
		}
	}
	slices.Sort(best)
	return take(gaps, best)
}

// openness counts the forms that a place takes.
func (g gap) openness() int {
	n := 0
	for f := masculine; f <= plural; f <<= 1 {
		if g.place&f != 0 {
			n++
		}
	}
	return n
}

// cut returns the part of the text from start to end with the given gaps open.
func cut(text string, start, end int, gaps []gap) materials.Text {
	var out materials.Text
	for _, g := range gaps {
		if g.tok.start < start || g.tok.end > end {
			continue
		}
		out = append(out, materials.Plain(text[start:g.tok.start])...)
		out = append(out, materials.Span{Kind: materials.SpanGap, Text: g.tok.word, Answers: []string{g.tok.word}})
		start = g.tok.end
	}
	return append(out, materials.Plain(text[start:end])...)
}
