package typeset

// Font is a parsed face; it is immutable and shared by all documents.
type Font struct {
	Name string // PostScript name
}
