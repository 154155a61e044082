package typeset

import "lernkoffer/materials/picture"

// MMPerPoint is the length of a DTP point in millimetres.
const MMPerPoint = 25.4 / 72

// Family is a typeface by its use.
type Family string

// The families. Worksheets are set in FamilyText; the school scripts are for
// writing and tracing.
const (
	FamilyText  Family = "print" // Andika: clear letters for first readers
	FamilyGrund Family = "grund" // Grundschrift
	FamilyVA    Family = "va"    // Vereinfachte Ausgangsschrift
	FamilyLA    Family = "la"    // Lateinische Ausgangsschrift
	FamilySAS   Family = "sas"   // Schulausgangsschrift
)

// Style is how a span is set.
type Style struct {
	Family   Family  // FamilyText if empty
	Size     float64 // pt
	Bold     bool
	Italic   bool   // slanted where the family has no italic face
	Language string // BCP 47; chooses fallback fonts and direction; "de" if empty
	NoLiga   bool   // no ligatures, for first readers
}

// Span is a stretch of text of one style, or a Box.
type Span struct {
	Text  string
	Style Style
	// Box, if not nil, is an empty room in the line (a gap, a picture); Text is
	// then what a reader hears for it. A line breaks around it as around a word.
	Box *Box
	// Tag travels unchanged into the Runs made of this span.
	Tag int
}

// Box is an empty room in a line; Width, Ascent above and Descent below the
// baseline in mm.
type Box struct{ Width, Ascent, Descent float64 }

// Align says where lines stand in their width.
type Align uint8

// The alignments. AlignStart is left in left-to-right and right in right-to-left
// paragraphs.
const (
	AlignStart Align = iota
	AlignCentre
	AlignEnd
)

// Options are those of a paragraph.
type Options struct {
	Width     float64 // mm; 0 for a single line of any length
	Align     Align
	Leading   float64 // factor on the font's size; 1.35 if 0
	Hyphenate bool
}

// Line is a set line. Its origin is the start of the baseline at the left edge
// of the paragraph; runs are in visual order from left to right.
type Line struct {
	Runs    []Run
	Width   float64 // of what is in it, mm
	Ascent  float64 // of the line's slot above the baseline, leading included, mm
	Descent float64 // below the baseline, leading included, mm
}

// Height returns the height of the line's slot in mm.
func (l Line) Height() float64 { return l.Ascent + l.Descent }

// Run is a piece of a line in one font, or a Box.
type Run struct {
	X      float64 // mm from the left edge of the paragraph
	Width  float64 // mm
	Font   *Font   // nil for a Box
	Size   float64 // pt
	Slant  bool    // to be slanted by 12 degrees: the font has no italic face
	RTL    bool
	Glyphs []Glyph // in visual order
	Text   string  // the text it stands for, in logical order
	Order  int     // its place in the line as it is read, from 0
	Box    *Box
	Style  Style // of the span
	Tag    int   // of the span
}

// GlyphID is the number of a glyph in its font.
type GlyphID uint32

// Glyph is a placed glyph; lengths in thousandths of an em.
type Glyph struct {
	ID      GlyphID
	Advance float64
	XOffset float64
	YOffset float64 // upwards
	// Text is the source text of the glyph's cluster on the cluster's first glyph
	// in visual order, "" on its others.
	Text string
}

// Outline is a glyph's shape in thousandths of an em, y upwards from the baseline.
type Outline = picture.Path
