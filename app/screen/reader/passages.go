package reader

import (
	"strings"
	"unicode/utf8"

	"lernkoffer/materials"
)

// Passage is a paragraph, sentence or line of a material that a note can be tied
// to.
type Passage struct {
	Where  string // the kind of block that it is of
	Text   string
	Anchor materials.Anchor
	// printed is what of it may stand on a sheet: an answer does not, nor does the
	// name of a language.
	printed []string
}

// The most of a passage that a note keeps, and of what stands around it, in bytes.
const (
	mostQuote   = 600
	mostContext = 60
)

// passagesOf lists the passages of a material in their order.
func passagesOf(m *materials.Material) []Passage {
	var out []Passage
	for i := range m.Blocks {
		b := &m.Blocks[i]
		spec, _ := materials.SpecFor(b.Type)
		for _, texts := range textsOf(b, spec) {
			if text := strings.Join(strings.Fields(texts[0]), " "); text != "" {
				out = append(out, Passage{Where: spec.Label, Text: text, printed: texts})
			}
		}
	}
	for i := range out {
		a := &out[i].Anchor
		a.Quote = head(out[i].Text, mostQuote)
		if i > 0 {
			a.Before = tail(out[i-1].Text, mostContext)
		}
		if i+1 < len(out) {
			a.After = head(out[i+1].Text, mostContext)
		}
	}
	return out
}

// textsOf takes a block apart into what one would point at, each first whole and
// then as it may be printed.
func textsOf(b *materials.Block, spec materials.Spec) [][]string {
	var out [][]string
	for _, p := range b.Prose {
		out = append(out, []string{readable(p.Text)})
		for _, row := range p.Cells {
			out = append(out, []string{joined(row, " · ")})
		}
	}
	if spec.Form == materials.FormWords {
		words := make([]string, len(b.Rows))
		for i, row := range b.Rows {
			words[i] = rowTexts(row, "")[0]
		}
		return append(out, []string{strings.Join(words, ", ")})
	}
	for _, row := range b.Rows {
		speaker := row.Speaker
		if spec.Marks&materials.MarkLanguage != 0 {
			speaker = languageName(speaker)
		}
		out = append(out, rowTexts(row, speaker))
	}
	return out
}

// languageName is what stands before a line in a language: nothing before German.
func languageName(tag string) string {
	if tag == "de" {
		return ""
	}
	return materials.Languages.Label(tag)
}

func rowTexts(r materials.Row, speaker string) []string {
	left, right := readable(r.Left), readable(r.Right)
	if len(r.Cells) > 0 {
		left = joined(r.Cells, " · ")
	}
	whole := left
	if right != "" {
		whole += " – " + right
	}
	if speaker != "" {
		return []string{speaker + ": " + whole, whole, left, right}
	}
	if right != "" {
		return []string{whole, left, right}
	}
	if len(r.Cells) > 1 {
		return []string{whole, readable(r.Cells[0])}
	}
	return []string{whole}
}

// readable is a text as it is said: without pictures.
func readable(t materials.Text) string {
	var b strings.Builder
	for _, s := range t {
		if s.Kind != materials.SpanPicture {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

func joined(cells []materials.Text, between string) string {
	texts := make([]string, len(cells))
	for i, c := range cells {
		texts[i] = readable(c)
	}
	return strings.Join(texts, between)
}

// head and tail shorten a text to so many bytes, at a letter.
func head(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most]
}

func tail(text string, most int) string {
	if len(text) <= most {
		return text
	}
	at := len(text) - most
	for !utf8.RuneStart(text[at]) {
		at++
	}
	return text[at:]
}

// find returns the passage that an anchor means, -1 if it is there no longer. Of
// several with the same words the one between the same neighbours is meant; where
// the words have changed, the one whose both neighbours are the same.
func find(passages []Passage, a materials.Anchor) int {
	best, most := -1, 0
	for i, p := range passages {
		score := 0
		if p.Anchor.Quote == a.Quote {
			score = 4
		}
		if a.Before != "" && p.Anchor.Before == a.Before {
			score++
		}
		if a.After != "" && p.Anchor.After == a.After {
			score++
		}
		if score > most && score >= 2 {
			best, most = i, score
		}
	}
	return best
}
