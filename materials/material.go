package materials

import (
	"regexp"
	"strings"
)

// ID names a material for ever: "<publisher>/<slug>".
type ID string

var idPattern = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*$`)

// Valid reports whether the id has the form <publisher>/<slug>, each of small
// letters, digits and hyphens.
func (id ID) Valid() bool { return len(id) <= 120 && idPattern.MatchString(string(id)) }

// Publisher returns the part before the slash.
func (id ID) Publisher() string {
	publisher, _, _ := strings.Cut(string(id), "/")
	return publisher
}

// Slug returns the part after the slash.
func (id ID) Slug() string {
	_, slug, _ := strings.Cut(string(id), "/")
	return slug
}

// Meta is what lists, facets and the search need of a material: all but its
// blocks.
type Meta struct {
	ID          ID       `json:"id"`
	Title       string   `json:"title"`
	Summary     string   `json:"summary"`
	Kind        string   `json:"kind"`
	Levels      []string `json:"levels"`
	Audience    []string `json:"audience"`
	Age         AgeRange `json:"age"`
	Competences []string `json:"competences"`
	Topics      []string `json:"topics"`
	Fields      []string `json:"fields"`
	Languages   []string `json:"languages"`
	Duration    int      `json:"duration"` // minutes; 0 if unknown
	Social      []string `json:"social"`
	Licence     string   `json:"licence"`
	Authors     []string `json:"authors"`
	Version     int      `json:"version"`
	Changed     string   `json:"changed"` // ISO date, empty if unknown
	// Review maps a language to a key of Reviews (German) or GlossStatuses.
	Review    map[string]string `json:"review"`
	Sensitive []string          `json:"sensitive,omitempty"`
	Grammar   []string          `json:"grammar,omitempty"`
}

// AgeRange is from and to in years, both inclusive; zero where age is no matter.
type AgeRange struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// Material is a whole teaching material: its Meta and what is printed of it.
type Material struct {
	Meta
	Slots    []Slot     `json:"slots,omitempty"` // letters: what a teacher fills in
	Literacy *Literacy  `json:"literacy,omitempty"`
	Feast    *Feast     `json:"feast,omitempty"`
	Sources  []Citation `json:"sources,omitempty"`
	Blocks   []Block    `json:"blocks"`
}

// Slot is a typed blank of a letter, named in its text as {Name}.
type Slot struct {
	Name     string `json:"name"`
	Type     string `json:"type"` // date time place amount euro name choice phone text
	Required bool   `json:"required,omitempty"`
	Example  string `json:"example,omitempty"`
	// Choices are the values of a slot of type choice.
	Choices []string `json:"choices,omitempty"`
}

// Literacy says where a literacy unit stands in the order of letters.
type Literacy struct {
	Grapheme string   `json:"grapheme"`
	Known    []string `json:"known,omitempty"`
	Next     string   `json:"next,omitempty"`
}

// Feast says when a feast is; Known holds ISO dates by year.
type Feast struct {
	Rule  string            `json:"rule"`
	Eve   bool              `json:"eve,omitempty"`
	Note  string            `json:"note,omitempty"`
	Known map[string]string `json:"known,omitempty"`
}

// Citation is a source of a factual statement.
type Citation struct {
	Text   string `json:"text"`
	Seen   string `json:"seen,omitempty"`
	Verify bool   `json:"verify,omitempty"` // must be checked before approval
}
