package search

import (
	"cmp"
	"context"
	"slices"

	"lernkoffer/materials"
)

// Search answers a query. Words are combined by and; a word finds its other
// forms, compounds and, while it is the last, what begins with it. Only where
// nothing matches a word, one typing mistake is forgiven. Hits come by score, then
// title, then id; those of a query without words by title. It fails where the own
// store can't be read, or with the context's error.
func (x *Index) Search(ctx context.Context, q materials.Query) (*materials.Result, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	terms := parse(q.Text)
	v, err := x.view(ctx, len(terms) > 0)
	if err != nil {
		return nil, err
	}
	found, evidence := v.match(terms)
	result, counts := v.filtered(found, v.remarks.sets, q.Filter)
	out := &materials.Result{Total: result.count(), Counts: counts}
	type ranked struct {
		doc   int
		score float64
	}
	order := make([]ranked, 0, out.Total)
	for doc := range result.all() {
		r := ranked{doc: doc}
		for _, e := range evidence {
			r.score += e[doc].score
		}
		order = append(order, r)
	}
	if len(evidence) > 0 {
		slices.SortStableFunc(order, func(a, b ranked) int { return cmp.Compare(b.score, a.score) })
	}
	if q.Limit > 0 {
		order = order[:min(q.Limit, len(order))]
	}
	for _, r := range order {
		hit := materials.Hit{Meta: v.docs[r.doc], Score: r.score, Snippet: v.snippet(r.doc, evidence)}
		for _, e := range evidence {
			hit.Reasons = append(hit.Reasons, e[r.doc].String())
		}
		out.Hits = append(out.Hits, hit)
	}
	return out, nil
}

// match finds the documents with all terms, and for each term that must be there
// what speaks for each document.
func (v view) match(terms []term) (set, [][]evidence) {
	found := full(len(v.docs))
	var all [][]evidence
	for _, t := range terms {
		if t.not {
			found.without(v.withTerm(t))
			continue
		}
		here := v.weigh(t)
		with := newSet(len(v.docs))
		for doc := range here {
			if here[doc].score > 0 {
				with.add(doc)
			}
		}
		found.and(with)
		all = append(all, here)
	}
	return found, all
}

// evidence is what one term of a query has found in a document.
type evidence struct {
	score float64
	word  string // the best one
	how   string
	field field

	passage passage
}

// passage is where the best match stands in running text.
type passage struct {
	weight float64
	field  field
	at     int
}

func (e evidence) String() string {
	s := fieldLabels[e.field] + ": „" + e.word + "“"
	if e.how != "" {
		s += " (" + e.how + ")"
	}
	return s
}

// weigh looks for a term in every document.
func (v view) weigh(t term) []evidence {
	if t.phrase() {
		return v.weighPhrase(t)
	}
	w := t.words[0]
	out := make([]evidence, len(v.docs))
	found := count(out, v.texts.expand(w, v.texts.parts))
	found = count(out, v.remarks.expand(w, v.texts.parts)) || found
	if !found {
		count(out, v.texts.mistyped(w))
		count(out, v.remarks.mistyped(w))
	}
	return out
}

// count puts matches down to the documents and reports whether there were any.
func count(out []evidence, matches []match) bool {
	any := false
	for _, m := range matches {
		for _, p := range m.postings {
			if m.short && !p.field.short() {
				continue
			}
			any = true
			e := &out[p.doc]
			// Coming back often is worth a little: up to a fifth.
			often := 1 + 0.02*float64(min(p.times-1, 10))
			if score := m.weight * weights[p.field] * often; score > e.score {
				e.score, e.word, e.how, e.field = score, m.text, m.how, p.field
			}
			if !p.field.short() && (m.weight > e.passage.weight || m.weight == e.passage.weight && p.field == e.passage.field && int(p.at) < e.passage.at) {
				e.passage = passage{m.weight, p.field, int(p.at)}
			}
		}
	}
	return any
}

// withTerm returns the documents that have a term itself, in any form.
func (v view) withTerm(t term) set {
	out := newSet(len(v.docs))
	if t.phrase() {
		for doc, e := range v.weighPhrase(t) {
			if e.score > 0 {
				out.add(doc)
			}
		}
		return out
	}
	for _, l := range []*lexicon{v.texts.lexicon, v.remarks.lexicon} {
		for _, m := range l.forms(t.words[0]) {
			for _, p := range m.postings {
				out.add(int(p.doc))
			}
		}
	}
	return out
}
