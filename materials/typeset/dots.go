package typeset

import (
	"math"
	"slices"

	"lernkoffer/materials/picture"
)

// Slant is the tangent of the 12 degrees by which Runs are slanted.
var Slant = math.Tan(12 * math.Pi / 180)

// The dots of letters to trace, in mm at dotSize; smaller type has finer ones.
const (
	dotDiameter = 0.36
	dotDistance = 0.85
	dotSize     = 24.0 // pt
)

// Dots returns where dots are to be set along a run's outline for tracing, and
// their diameter. Lengths are mm from the run's start on the baseline, y
// downwards. Where letters are joined the outline is that of both together.
func (r Run) Dots() (at []picture.Point, diameter float64) {
	if r.Font == nil {
		return nil, 0
	}
	finer := min(1, r.Size/dotSize)
	shapes := r.polygons()
	crowd := crowd{cell: dotDistance * finer * 0.6, dots: map[[2]int][]picture.Point{}}
	for _, s := range shapes {
		rivals := s.near(shapes)
		for _, loop := range s.loops {
			at = append(at, loop.dots(dotDistance*finer, func(p, normal picture.Point) bool {
				const side = 0.02 // mm
				n := picture.Point{X: normal.X * side, Y: normal.Y * side}
				inner := within(rivals, p.X+n.X, p.Y+n.Y) && within(rivals, p.X-n.X, p.Y-n.Y)
				return !inner && crowd.add(p)
			})...)
		}
	}
	return at, dotDiameter * finer
}

// loop is a closed polygon.
type loop []picture.Point

// inked is a glyph's shape in mm at its place in the run.
type inked struct {
	loops    []loop
	min, max picture.Point
	rows     [][]edge // those that touch each strip of rowHeight from min.Y on
}

// edge is a side of a loop.
type edge struct{ p, q picture.Point }

// rowHeight in mm is about what a side of a flattened curve is high.
const rowHeight = 0.2

// polygons flattens the run's glyphs.
func (r Run) polygons() []inked {
	k := r.Size * MMPerPoint / 1000
	var shapes []inked
	pen := 0.0
	for _, g := range r.Glyphs {
		place := func(p picture.Point) picture.Point {
			x, y := p.X, p.Y+g.YOffset
			if r.Slant {
				x += y * Slant
			}
			return picture.Point{X: (pen + g.XOffset + x) * k, Y: -y * k}
		}
		if loops := flatten(r.Font.Outline(g.ID), place); len(loops) > 0 {
			shapes = append(shapes, newInked(loops))
		}
		pen += g.Advance
	}
	return shapes
}

func newInked(loops []loop) inked {
	s := inked{loops: loops, min: loops[0][0], max: loops[0][0]}
	for _, l := range loops {
		for _, p := range l {
			s.min = picture.Point{X: min(s.min.X, p.X), Y: min(s.min.Y, p.Y)}
			s.max = picture.Point{X: max(s.max.X, p.X), Y: max(s.max.Y, p.Y)}
		}
	}
	s.rows = make([][]edge, s.row(s.max.Y)+1)
	for _, l := range loops {
		for i, p := range l {
			q := l[(i+1)%len(l)]
			for row := s.row(min(p.Y, q.Y)); row <= s.row(max(p.Y, q.Y)); row++ {
				s.rows[row] = append(s.rows[row], edge{p, q})
			}
		}
	}
	return s
}

func (s inked) row(y float64) int { return int((y - s.min.Y) / rowHeight) }

// near returns the shapes that may overlap s, itself among them.
func (s inked) near(all []inked) []inked {
	var out []inked
	for _, o := range all {
		if o.min.X <= s.max.X && o.max.X >= s.min.X && o.min.Y <= s.max.Y && o.max.Y >= s.min.Y {
			out = append(out, o)
		}
	}
	return out
}

// flatten turns a path into polygons of points placed.
func flatten(path Outline, place func(picture.Point) picture.Point) []loop {
	const steps = 4 // of a curve: letters have short ones
	var loops []loop
	var at picture.Point
	for _, s := range path {
		switch s.Op {
		case picture.MoveTo:
			at = place(s.Points[0])
			loops = append(loops, loop{at})
		case picture.LineTo:
			at = place(s.Points[0])
			loops[len(loops)-1] = append(loops[len(loops)-1], at)
		case picture.CubicTo:
			a, b, end := place(s.Points[0]), place(s.Points[1]), place(s.Points[2])
			for i := 1; i <= steps; i++ {
				loops[len(loops)-1] = append(loops[len(loops)-1], cubic(at, a, b, end, float64(i)/steps))
			}
			at = end
		}
	}
	return slices.DeleteFunc(loops, func(l loop) bool { return len(l) < 3 })
}

func cubic(p, a, b, q picture.Point, t float64) picture.Point {
	u := 1 - t
	w0, w1, w2, w3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	return picture.Point{
		X: w0*p.X + w1*a.X + w2*b.X + w3*q.X,
		Y: w0*p.Y + w1*a.Y + w2*b.Y + w3*q.Y,
	}
}

// dots walks around the polygon and returns the points at about a distance from
// each other that keep accepts; it is given the normal there.
func (l loop) dots(distance float64, keep func(p, normal picture.Point) bool) []picture.Point {
	total := 0.0
	for i, p := range l {
		q := l[(i+1)%len(l)]
		total += math.Hypot(q.X-p.X, q.Y-p.Y)
	}
	n := max(3, math.Round(total/distance))
	step := total / n
	var out []picture.Point
	left := 0.0 // to the next dot
	for i, p := range l {
		q := l[(i+1)%len(l)]
		length := math.Hypot(q.X-p.X, q.Y-p.Y)
		for left < length {
			t := left / length
			dot := picture.Point{X: p.X + t*(q.X-p.X), Y: p.Y + t*(q.Y-p.Y)}
			if keep(dot, picture.Point{X: (p.Y - q.Y) / length, Y: (q.X - p.X) / length}) {
				out = append(out, dot)
			}
			left += step
		}
		left -= length
	}
	return out
}

// crowd keeps dots apart where outlines cross.
type crowd struct {
	cell float64 // mm: the least distance
	dots map[[2]int][]picture.Point
}

// add takes in a dot unless another one is too close.
func (c *crowd) add(p picture.Point) bool {
	x, y := int(math.Floor(p.X/c.cell)), int(math.Floor(p.Y/c.cell))
	for i := x - 1; i <= x+1; i++ {
		for j := y - 1; j <= y+1; j++ {
			for _, q := range c.dots[[2]int{i, j}] {
				if math.Hypot(p.X-q.X, p.Y-q.Y) < c.cell {
					return false
				}
			}
		}
	}
	c.dots[[2]int{x, y}] = append(c.dots[[2]int{x, y}], p)
	return true
}

// within reports whether a point lies inside of one of the shapes, by the
// non-zero rule.
func within(shapes []inked, x, y float64) bool {
	for _, s := range shapes {
		if x >= s.min.X && x <= s.max.X && y >= s.min.Y && y <= s.max.Y && s.winding(x, y) != 0 {
			return true
		}
	}
	return false
}

func (s inked) winding(x, y float64) int {
	n := 0
	for _, e := range s.rows[s.row(y)] {
		p, q := e.p, e.q
		if (p.Y <= y) == (q.Y <= y) {
			continue
		}
		if p.X+(y-p.Y)/(q.Y-p.Y)*(q.X-p.X) > x {
			if q.Y > p.Y {
				n++
			} else {
				n--
			}
		}
	}
	return n
}
