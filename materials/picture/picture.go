package picture

// Colour is opaque RGB, 8 bits a channel.
type Colour struct{ R, G, B uint8 }

// Grey returns the colour's luminance as a grey (ITU-R BT.601 weights).
func (c Colour) Grey() Colour {
	y := uint8((299*uint32(c.R) + 587*uint32(c.G) + 114*uint32(c.B) + 500) / 1000)
	return Colour{y, y, y}
}

// Point is a point in the units of its drawing, y downwards.
type Point struct{ X, Y float64 }

// Op is what a Segment does.
type Op uint8

// The operations; the number of points used is 1, 1, 3 and 0.
const (
	MoveTo Op = iota
	LineTo
	CubicTo // two control points, then the end
	Close
)

// Segment is one step of a Path.
type Segment struct {
	Op     Op
	Points [3]Point
}

// Path is a sequence of subpaths.
type Path []Segment

// Paint is how a shape is filled or stroked; the zero value paints nothing.
type Paint struct {
	Colour  Colour
	Opacity float64 // 0 for nothing, 1 for opaque
}

// Cap and Join are the ends and corners of strokes.
type (
	Cap  uint8
	Join uint8
)

// The caps and joins of SVG and PDF, by the numbers of PDF.
const (
	CapButt   Cap  = 0
	CapRound  Cap  = 1
	CapSquare Cap  = 2
	JoinMiter Join = 0
	JoinRound Join = 1
	JoinBevel Join = 2
)

// Stroke is how a line is drawn. Width and Dash are in the units of the drawing.
type Stroke struct {
	Paint
	Width float64
	Cap   Cap
	Join  Join
	Dash  []float64
	// MiterLimit is how long a mitred corner may be, in widths, before it is cut
	// off; 0 stands for 10, which is PDF's default.
	MiterLimit float64
}

// Shape is a path with its paints: filled first, then stroked.
type Shape struct {
	Path    Path
	Fill    Paint
	EvenOdd bool
	Stroke  Stroke
}

// Picture is a drawing in its own units, origin at the top left. It is immutable
// once parsed, so that painters may cache by its address.
type Picture struct {
	Width, Height float64
	Shapes        []Shape
}
