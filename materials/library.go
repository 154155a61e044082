package materials

import (
	"context"
	"io/fs"
)

// Library is the read-only collection of installed packs. It is safe for use by
// several goroutines.
type Library interface {
	// Metas returns what is known of all materials, by id; the caller must not
	// change them.
	Metas() []Meta
	// Material returns a whole material; CodeNotFound for an unknown id,
	// CodeDamaged if its record can't be read.
	Material(id ID) (*Material, error)
	// Source returns the material's Markdown; errors as Material.
	Source(id ID) ([]byte, error)
	// Attachment returns a file that lies beside the material's source: CodeNotFound
	// for an unknown id or name.
	Attachment(id ID, name string) ([]byte, error)
	// Words returns the word table.
	Words() *WordList
	// Status says what is installed.
	Status() LibraryStatus
}

// LibraryStatus describes the installed library.
type LibraryStatus struct {
	Generation int      `json:"generation"`
	Materials  int      `json:"materials"`
	Words      int      `json:"words"`
	Publishers []string `json:"publishers"`
	Date       string   `json:"date"` // newest change of a material, ISO
	Packs      []Pack   `json:"packs"`
}

// Pack is an installed pack.
type Pack struct {
	ID        string `json:"id"`
	Publisher string `json:"publisher"`
	Version   string `json:"version"`
	Title     string `json:"title"`
	Licence   string `json:"licence"`
}

// Pictures opens the picture sets. A name is "<set>/<file>" without variant and
// extension.
type Pictures interface {
	// SVG returns a picture's bytes, in colour or black; CodeNotFound if there is none.
	SVG(name string, colour bool) ([]byte, error)
	// Info returns licence, author and alternative text; false if there is none.
	Info(name string) (PictureInfo, bool)
}

// PictureInfo is what is on record of a picture.
type PictureInfo struct {
	Name    string
	Licence string
	Author  string
	Source  string // where it comes from, for the credit line
	Alt     string // German: what is to be seen
}

// Query is a search: words and facets.
type Query struct {
	Text   string
	Filter Filter
	Limit  int // 0 for all
}

// Result is the answer to a Query. Counts of a facet ignore its own choice, so
// that they say what choosing another of its values would bring.
type Result struct {
	Total  int
	Hits   []Hit
	Counts map[Facet]map[string]int
}

// Hit is a material found, best first.
type Hit struct {
	Meta    *Meta
	Score   float64
	Snippet string // a passage around the first word found, "" for an empty query
	Reasons []string
}

// Searcher finds materials. It is safe for use by several goroutines.
type Searcher interface {
	Search(ctx context.Context, q Query) (*Result, error)
}

// Progress is told how far a long work has come: done of total steps.
type Progress func(done, total int)

// Bundle is the content that the program carries: one folder a collection under
// library, words under words.
type Bundle struct {
	Library fs.FS
	Words   fs.FS
}
