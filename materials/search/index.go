package search

import (
	"context"
	"reflect"
	"strings"
	"sync"

	"lernkoffer/materials"
)

// Library is what the index reads of a library.
type Library interface {
	Metas() []materials.Meta
	Source(id materials.ID) ([]byte, error)
	Words() *materials.WordList
}

// Own is what the index reads of a teacher's own store.
type Own interface {
	Notes(id materials.ID) ([]materials.Note, error)
	Marked() (map[materials.ID]materials.Marked, error)
}

// Index finds materials. It is built as it is needed and safe for use by several
// goroutines.
type Index struct {
	library Library
	own     Own

	mu      sync.Mutex
	stale   bool
	catalog *catalog
	texts   *texts // nil until words are asked for
	remarks *remarks
}

var _ materials.Searcher = (*Index)(nil)

// New returns an index of a library and of a teacher's own store, which may be nil.
func New(library Library, own Own) *Index {
	return &Index{library: library, own: own, stale: true}
}

// Refresh tells that materials or own remarks have changed: the next search sees
// them.
func (x *Index) Refresh() {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.stale = true
}

// Version returns the version of the text analysis.
func (x *Index) Version() int { return Version }

// view is an index at one moment; it never changes.
type view struct {
	*catalog
	texts   *texts // nil for a search without words
	remarks *remarks
}

// view returns what a search needs; withWords where it has words.
func (x *Index) view(ctx context.Context, withWords bool) (view, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.stale {
		if err := x.reload(); err != nil {
			return view{}, err
		}
		x.stale = false
	}
	if !withWords {
		return view{x.catalog, nil, x.remarks}, nil
	}
	if x.texts == nil {
		t, err := readTexts(ctx, x.library, x.catalog)
		if err != nil {
			return view{}, err
		}
		x.texts = t
	}
	return view{x.catalog, x.texts, x.remarks}, nil
}

// reload reads metas and remarks, and drops the texts if a material has changed.
func (x *Index) reload() error {
	metas := x.library.Metas()
	if x.catalog == nil || !reflect.DeepEqual(metas, x.catalog.metas) || x.ownTextsChanged() {
		x.catalog, x.texts = newCatalog(metas), nil
	}
	r, err := readRemarks(x.own, x.catalog)
	if err != nil {
		return err
	}
	x.remarks = r
	return nil
}

// ownTextsChanged reports whether a teacher has rewritten an own material: those
// keep their version.
func (x *Index) ownTextsChanged() bool {
	if x.texts == nil {
		return false
	}
	for i, m := range x.catalog.docs {
		if m.ID.Publisher() == materials.OwnPublisher && body(x.library, m.ID) != x.texts.bodies[i] {
			return true
		}
	}
	return false
}

// body is the plain text of a material; "" if it can't be read: a damaged text is
// still found by its title.
func body(library Library, id materials.ID) string {
	source, err := library.Source(id)
	if err != nil {
		return ""
	}
	return compose(plain(string(source)))
}

// texts are the words of the library.
type texts struct {
	*lexicon
	summaries []string // by document
	bodies    []string
	parts     parts
}

func readTexts(ctx context.Context, library Library, c *catalog) (*texts, error) {
	t := &texts{summaries: make([]string, len(c.docs)), bodies: make([]string, len(c.docs))}
	b := newBuilder(len(c.docs))
	for i, m := range c.docs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		t.summaries[i], t.bodies[i] = compose(m.Summary), body(library, m.ID)
		b.add(i, fieldTitle, compose(m.Title))
		b.add(i, fieldKeyword, compose(strings.Join(keywords(m), "\n")))
		b.add(i, fieldSummary, t.summaries[i])
		b.add(i, fieldBody, t.bodies[i])
	}
	t.lexicon = b.lexicon()
	t.parts = newParts(t.lexicon, library.Words())
	return t, nil
}

// keywords are the labels of a material's facets, and its grammar.
func keywords(m *materials.Meta) []string {
	out := append([]string(nil), m.Grammar...)
	for _, info := range materials.Facets {
		switch info.Facet {
		case materials.FacetAge, materials.FacetDuration, materials.FacetLicence, materials.FacetPublisher, materials.FacetOwn:
			continue // numbers and names that would match by accident
		}
		for _, key := range m.Values(info.Facet) {
			label := info.Values.Label(key)
			if info.Facet == materials.FacetLevel {
				label = info.Label + " " + label
			}
			out = append(out, label)
		}
	}
	return out
}

// remarks are what a teacher adds to materials.
type remarks struct {
	*lexicon
	notes []string // by document
	sets  map[string]set
}

func readRemarks(own Own, c *catalog) (*remarks, error) {
	r := &remarks{notes: make([]string, len(c.docs)), sets: map[string]set{}}
	for _, key := range materials.OwnMarks.Keys() {
		r.sets[key] = newSet(len(c.docs))
	}
	b := newBuilder(len(c.docs))
	if own != nil {
		notes, err := own.Notes("")
		if err != nil {
			return nil, err
		}
		marked, err := own.Marked()
		if err != nil {
			return nil, err
		}
		for _, n := range notes {
			if i, ok := c.places[n.Material]; ok {
				r.sets["note"].add(i)
				r.notes[i] += compose(n.Text) + "\n"
			}
		}
		for i, m := range c.docs {
			mark := marked[m.ID]
			if mark.Favourite {
				r.sets["favourite"].add(i)
			}
			b.add(i, fieldTag, compose(strings.Join(mark.Tags, "\n")))
			b.add(i, fieldNote, r.notes[i])
		}
	}
	r.lexicon = b.lexicon()
	return r, nil
}
