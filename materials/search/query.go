package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"lernkoffer/materials"
)

// A query is read up to these lengths; the rest is left out, so that a page pasted
// by mistake is answered at once.
const (
	mostRunes = 200
	mostWords = 16
)

// term is a word or phrase of a query.
type term struct {
	words  []string // folded; several for a phrase
	not    bool
	prefix bool // the last word, still being typed
}

// parse reads a query: words, "phrases in quotes", -without.
func parse(text string) []term {
	text = firstRunes(text, mostRunes)
	var out []term
	for text = strings.TrimSpace(text); text != "" && len(out) < mostWords; text = strings.TrimSpace(text) {
		t := term{}
		if rest, ok := strings.CutPrefix(text, "-"); ok {
			t.not, text = true, rest
		}
		raw, rest, open := token(text)
		text = rest
		for _, w := range words(raw) {
			t.words = append(t.words, w.text)
		}
		t.prefix = open && len(t.words) == 1 && !t.not
		if len(t.words) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// token cuts the next phrase or word off; open says that it goes up to the end of
// the query and so may be half a word.
func token(text string) (raw, rest string, open bool) {
	for _, q := range [][2]string{{`"`, `"`}, {"„", "“"}, {"»", "«"}} {
		if inner, ok := strings.CutPrefix(text, q[0]); ok {
			raw, rest, _ = strings.Cut(inner, q[1])
			return raw, rest, false
		}
	}
	if i := strings.IndexAny(text, " \t\n\r"); i >= 0 {
		return text[:i], text[i:], false
	}
	return text, "", true
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// Search answers a query. Words are combined by and; a word finds its other
// forms, compounds and, while it is the last, what begins with it. Only where
// nothing matches a word, one typing mistake is forgiven.
func (x *Index) Search(ctx context.Context, q materials.Query) (*materials.Result, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s, err := x.snapshot()
	if err != nil {
		return nil, err
	}
	found, scores := s.match(parse(q.Text))
	result, counts := s.filtered(found, q.Filter)
	out := &materials.Result{Total: result.count(), Counts: counts}
	var order []int
	for i := range s.docs {
		if result.has(i) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b].sum, scores[a].sum) })
	if q.Limit > 0 {
		order = order[:min(q.Limit, len(order))]
	}
	for _, i := range order {
		hit := materials.Hit{Meta: s.docs[i].meta, Score: scores[i].sum, Snippet: snippet(s.docs[i].text, scores[i].found)}
		for _, f := range scores[i].found {
			hit.Reasons = append(hit.Reasons, f.String())
		}
		out.Hits = append(out.Hits, hit)
	}
	return out, nil
}

// score is what speaks for a document.
type score struct {
	sum   float64
	found []finding
}

// finding is what one term of the query has found in a document.
type finding struct {
	word  string
	how   string
	field field
}

func (f finding) String() string {
	return fmt.Sprintf("„%s“ %s, %s", f.word, f.how, fieldLabels[f.field])
}

// match finds the documents with all terms.
func (s *snapshot) match(terms []term) (set, []score) {
	found := full(len(s.docs))
	scores := make([]score, len(s.docs))
	for _, t := range terms {
		hits := s.hits(t)
		here := newSet(len(s.docs))
		for doc, h := range hits {
			here.add(doc)
			if t.not {
				continue
			}
			total := scores[doc]
			total.sum += h.sum
			total.found = append(total.found, h.best)
			scores[doc] = total
		}
		if t.not {
			for i := range here {
				here[i] = ^here[i]
			}
		}
		found.and(here)
	}
	return found, scores
}

// hit is the best that one term has in a document.
type hit struct {
	sum  float64
	best finding
}

// hits finds the documents with one term.
func (s *snapshot) hits(t term) map[int]hit {
	if len(t.words) > 1 {
		return s.phrase(t.words)
	}
	best := map[int]hit{}
	for _, m := range s.expand(t.words[0], t.prefix) {
		for _, p := range s.postings[m.word] {
			if sum := m.weight * weights[p.field]; sum > best[p.doc].sum {
				best[p.doc] = hit{sum, finding{m.word, m.how, p.field}}
			}
		}
	}
	return best
}

func (s *snapshot) phrase(phrase []string) map[int]hit {
	best := map[int]hit{}
	text := strings.Join(phrase, " ")
	for i, doc := range s.docs {
		if strings.Contains(doc.flat, " "+text+" ") {
			best[i] = hit{phraseWeight, finding{phrase[0], "in der Wortfolge „" + text + "“", fieldBody}}
		}
	}
	return best
}

// snippet is the passage around the first of the words found that stands in the
// text.
func snippet(text string, found []finding) string {
	if len(found) == 0 {
		return ""
	}
	for _, w := range words(text) {
		if !slices.ContainsFunc(found, func(f finding) bool { return f.word == w.text }) {
			continue
		}
		from, to := max(0, w.start-60), min(len(text), w.end+90)
		for from > 0 && (!utf8.RuneStart(text[from]) || text[from-1] != ' ' && text[from-1] != '\n') {
			from--
		}
		for to < len(text) && text[to] != ' ' && text[to] != '\n' {
			to++
		}
		passage := strings.Join(strings.Fields(text[from:to]), " ")
		if from > 0 {
			passage = "… " + passage
		}
		if to < len(text) {
			passage += " …"
		}
		return passage
	}
	return ""
}
