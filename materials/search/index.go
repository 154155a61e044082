package search

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"

	"lernkoffer/materials"
)

// Library is what the index reads of a library.
type Library interface {
	Metas() []materials.Meta
	Source(id materials.ID) ([]byte, error)
}

// Own is what the index reads of a teacher's own store.
type Own interface {
	Notes(id materials.ID) ([]materials.Note, error)
	Marked() (map[materials.ID]materials.Marked, error)
}

// field is where a word stands.
type field uint8

const (
	fieldTitle field = iota
	fieldKeyword
	fieldSummary
	fieldNote
	fieldBody
)

// weights are what a word in a field counts.
var weights = [...]float64{fieldTitle: 8, fieldKeyword: 5, fieldSummary: 3, fieldNote: 2, fieldBody: 1}

var fieldLabels = [...]string{fieldTitle: "Titel", fieldKeyword: "Stichwort", fieldSummary: "Kurztext", fieldNote: "Ihre Notiz", fieldBody: "Text"}

// posting says that a word stands in a document, at best in that field.
type posting struct {
	doc   int
	field field
}

// document is a material as it is searched.
type document struct {
	meta *materials.Meta
	text string // summary and body, for snippets and phrases
	flat string // all of it folded, words between single spaces
}

// snapshot is an index at one moment; it never changes.
type snapshot struct {
	docs     []document // by title, then id: the order of an empty search
	postings map[string][]posting
	stems    map[string][]string // stem → words
	sorted   []string            // all words, for prefixes and typing mistakes
	roots    []string            // the stem of each of sorted
	facets   map[materials.Facet]map[string]set
}

// Index finds materials. It is built at the first search and safe for use by
// several goroutines.
type Index struct {
	library Library
	own     Own

	mu      sync.Mutex
	current *snapshot
}

var _ materials.Searcher = (*Index)(nil)

// New returns an index of a library and of a teacher's own store, which may be nil.
func New(library Library, own Own) *Index { return &Index{library: library, own: own} }

// Refresh forgets what was indexed: the next search sees new notes and materials.
func (x *Index) Refresh() {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.current = nil
}

// Version returns the version of the text analysis.
func (x *Index) Version() int { return Version }

func (x *Index) snapshot() (*snapshot, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.current != nil {
		return x.current, nil
	}
	s, err := build(x.library, x.own)
	if err == nil {
		x.current = s
	}
	return s, err
}

func build(library Library, own Own) (*snapshot, error) {
	s := &snapshot{postings: map[string][]posting{}, stems: map[string][]string{}}
	metas := library.Metas()
	for i := range metas {
		s.docs = append(s.docs, document{meta: &metas[i]})
	}
	slices.SortFunc(s.docs, func(a, b document) int {
		return cmp.Or(cmp.Compare(fold(a.meta.Title), fold(b.meta.Title)), cmp.Compare(a.meta.ID, b.meta.ID))
	})
	notes, marked, err := ownThings(own)
	if err != nil {
		return nil, err
	}
	for i := range s.docs {
		doc := &s.docs[i]
		source, err := library.Source(doc.meta.ID)
		if err != nil {
			source = nil // a damaged text is still found by its title
		}
		doc.text = doc.meta.Summary + "\n" + plain(string(source))
		s.add(i, notes[doc.meta.ID], marked[doc.meta.ID].Tags)
	}
	s.finish(notes, marked)
	return s, nil
}

func ownThings(own Own) (notes map[materials.ID][]string, marked map[materials.ID]materials.Marked, err error) {
	notes = map[materials.ID][]string{}
	if own == nil {
		return notes, nil, nil
	}
	all, err := own.Notes("")
	if err != nil {
		return nil, nil, err
	}
	for _, n := range all {
		notes[n.Material] = append(notes[n.Material], n.Text)
	}
	marked, err = own.Marked()
	return notes, marked, err
}

// add indexes a document, the weightiest field first: a word counts once.
func (s *snapshot) add(i int, notes, tags []string) {
	doc := &s.docs[i]
	seen := map[string]bool{}
	var flat strings.Builder
	put := func(f field, text string) {
		for _, w := range words(text) {
			flat.WriteByte(' ')
			flat.WriteString(w.text)
			if !seen[w.text] {
				seen[w.text] = true
				s.postings[w.text] = append(s.postings[w.text], posting{i, f})
			}
		}
		flat.WriteString(" .")
	}
	put(fieldTitle, doc.meta.Title)
	put(fieldKeyword, strings.Join(append(keywords(doc.meta), tags...), "\n"))
	put(fieldSummary, doc.meta.Summary)
	put(fieldNote, strings.Join(notes, "\n"))
	put(fieldBody, doc.text)
	doc.flat = flat.String() + " "
}

// keywords are the labels of a material's facets.
func keywords(m *materials.Meta) []string {
	var out []string
	for _, info := range materials.Facets {
		switch info.Facet {
		case materials.FacetAge, materials.FacetDuration, materials.FacetLicence, materials.FacetPublisher, materials.FacetOwn:
			continue
		}
		for _, key := range m.Values(info.Facet) {
			out = append(out, info.Values.Label(key))
		}
	}
	return out
}

func (s *snapshot) finish(notes map[materials.ID][]string, marked map[materials.ID]materials.Marked) {
	for text := range s.postings {
		s.sorted = append(s.sorted, text)
	}
	slices.Sort(s.sorted)
	for _, text := range s.sorted {
		root := stem(text)
		s.roots = append(s.roots, root)
		s.stems[root] = append(s.stems[root], text)
	}
	s.facets = facetsOf(s.docs, func(m *materials.Meta) []string {
		var own []string
		if len(notes[m.ID]) > 0 {
			own = append(own, "note")
		}
		if marked[m.ID].Favourite {
			own = append(own, "favourite")
		}
		return own
	})
}

var (
	frontMatter = regexp.MustCompile(`(?s)\A\x{FEFF}?---\r?\n.*?\n---\r?\n`)
	fenceLine   = regexp.MustCompile("(?m)^```.*$")
	translation = regexp.MustCompile(`(?m)^[a-z]{2,3}@[0-9a-f]{8}: .*$`)
	marks       = strings.NewReplacer("**", "", "##", "", "[", "", "]", "", " // ", " ", "|", " ", "+ ", "", "\r", "")
)

// plain is the text of a material's Markdown without its marks.
func plain(source string) string {
	source = frontMatter.ReplaceAllString(source, "")
	source = fenceLine.ReplaceAllString(source, "")
	source = translation.ReplaceAllString(source, "")
	return marks.Replace(source)
}
