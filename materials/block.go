package materials

import (
	"slices"
	"strconv"
	"strings"
)

// Block is one part of a material's body: running text between fences (type
// prose) or a fenced block. Body is its source text without the fence; Rows or
// Prose hold the same text taken apart, as the block's Spec says.
type Block struct {
	Type    string  `json:"type"`
	Options Options `json:"options,omitempty"`
	Body    string  `json:"body,omitempty"`
	Rows    []Row   `json:"rows,omitempty"`
	Prose   []Prose `json:"prose,omitempty"`
	Line    int     `json:"line,omitempty"` // of the fence or first line in the file
}

// Option is one flag or key=value of a block's info string, in its order.
type Option struct {
	Key   string `json:"key"`
	Value string `json:"value,omitempty"`
	Flag  bool   `json:"flag,omitempty"`
}

// Options are the options of a block.
type Options []Option

// Has reports whether key was given, as a flag or with a value.
func (o Options) Has(key string) bool {
	return slices.ContainsFunc(o, func(p Option) bool { return p.Key == key })
}

// Get returns the value of key, "" if it was not given or is a flag.
func (o Options) Get(key string) string {
	for _, p := range o {
		if p.Key == key {
			return p.Value
		}
	}
	return ""
}

// Int returns the whole number that key has, fallback if it has none.
func (o Options) Int(key string, fallback int) int {
	if n, err := strconv.Atoi(o.Get(key)); err == nil {
		return n
	}
	return fallback
}

// List returns the comma or bar separated values of key.
func (o Options) List(key string) []string {
	return SplitList(o.Get(key))
}

// SplitList cuts a list at commas and bars and drops what is empty.
func SplitList(s string) []string {
	var out []string
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == '|' }) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// Row is one line of a block's body, taken apart by the marks that the block
// type knows. What a type does not know stays in Left.
type Row struct {
	Line  int    `json:"line,omitempty"`  // in the file, 1-based
	Group int    `json:"group,omitempty"` // an empty line begins the next group; 0-based
	Mark  string `json:"mark,omitempty"`  // "+" right, "-" wrong
	// Speaker is what stands before ": " in dialogues, role cards and lines by
	// language (there the tag; Hash is then what follows its @).
	Speaker string `json:"speaker,omitempty"`
	Hash    string `json:"hash,omitempty"`
	Left    Text   `json:"left,omitempty"`  // the line, or what stands before " = "
	Right   Text   `json:"right,omitempty"` // what stands behind " = "
	Cells   []Text `json:"cells,omitempty"` // "A | B": all cells, the first too; Left is then empty
	Key     Text   `json:"key,omitempty"`   // what stands behind " // ": for the solution only
}

// Text is a line of marked text.
type Text []Span

// SpanKind says what a Span is.
type SpanKind int

// The kinds of spans. A Gap holds its answers, a Slot or Picture its name.
const (
	SpanPlain SpanKind = iota
	SpanBold
	SpanItalic
	SpanBoldItalic
	SpanGap     // [answer|also right]
	SpanSlot    // {name} or {replaceable part}
	SpanPicture // :word:
)

// Span is a piece of Text of one kind. Text is the plain text, the first
// answer of a gap, the name of a slot or the word id of a picture.
type Span struct {
	Kind    SpanKind `json:"kind,omitempty"`
	Text    string   `json:"text"`
	Answers []string `json:"answers,omitempty"` // gaps: all right answers, the first is printed
	Link    string   `json:"link,omitempty"`
}

// Plain returns text as one unmarked span.
func Plain(text string) Text {
	if text == "" {
		return nil
	}
	return Text{{Text: text}}
}

// String returns the text with gaps filled and marks dropped.
func (t Text) String() string {
	var b strings.Builder
	for _, s := range t {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Gaps returns the gaps of the text in order.
func (t Text) Gaps() []Span {
	var gaps []Span
	for _, s := range t {
		if s.Kind == SpanGap {
			gaps = append(gaps, s)
		}
	}
	return gaps
}

// ProseKind says what a Prose is.
type ProseKind int

// The kinds of prose.
const (
	ProseParagraph ProseKind = iota
	ProseHeading             // Level 2 or 3
	ProseItem                // of a list; Number > 0 if it is numbered
	ProseTable               // Cells; the first row is the head
)

// Prose is one paragraph, heading, list item or table of running text.
type Prose struct {
	Kind   ProseKind `json:"kind,omitempty"`
	Level  int       `json:"level,omitempty"`  // heading: 2, 3; item: depth from 0
	Number int       `json:"number,omitempty"` // item of a numbered list
	Text   Text      `json:"text,omitempty"`
	Cells  [][]Text  `json:"cells,omitempty"`
	Line   int       `json:"line,omitempty"`
}

// ForLevel reports whether the block is printed at the given level: a block that
// names none is printed at every level, and an empty level prints all.
func (b Block) ForLevel(level string) bool {
	own := b.Options.List("level")
	return level == "" || len(own) == 0 || slices.Contains(own, level)
}

// AttachmentName returns the file beside the material that a picture block shows,
// "" if it shows none. A name without an ending is that of an SVG drawing.
func AttachmentName(b Block) string {
	name := b.Options.Get("file")
	if b.Type != "picture" || name == "" {
		return ""
	}
	if !strings.Contains(name, ".") {
		name += ".svg"
	}
	return name
}

// ForTeacher reports whether the block belongs on the teacher's page.
func (b Block) ForTeacher() bool {
	return b.Type == "note" || b.Type == "listening" || b.Options.Get("for") == "teacher"
}
