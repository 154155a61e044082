package raster

import (
	"image/color"
	"math"

	"lernkoffer/materials/picture"
)

// stroke paints the line along a path.
func (c *canvas) stroke(s picture.Shape, at placement, ink color.RGBA) {
	width := s.Stroke.Width * at.scale
	o := outliner{half: width / 2, cap: s.Stroke.Cap, join: s.Stroke.Join, limit: usualMiter}
	if s.Stroke.MiterLimit > 0 {
		o.limit = min(max(s.Stroke.MiterLimit, 1), longestMiter)
	}
	if !c.reaches(s.Path, at, o.half*o.limit) {
		return
	}
	dashes := dashesOf(s.Stroke, at.scale)
	for _, line := range flatten(s.Path, at) {
		if dashes == nil {
			o.add(line)
			continue
		}
		for _, dash := range line.dashed(dashes) {
			o.add(dash)
		}
	}
	c.fillPolygons(o.polygons, ink)
}

const (
	usualMiter   = 10 // where a stroke names no limit
	longestMiter = 20
)

// reaches reports whether a stroke touches what may be painted, going at most so
// many pixels beside its path. What is many times larger than any page is left out.
func (c *canvas) reaches(path picture.Path, at placement, beside float64) bool {
	const most = 1 << 14 // px
	pixels := bounds(path, at).pixels()
	return beside < most && pixels.Dx() < most && pixels.Dy() < most && pixels.Inset(-int(beside)-1).Overlaps(c.clip)
}

// dashesOf returns the dashes in pixels; none where they are too fine to be seen,
// and too many to be walked along.
func dashesOf(s picture.Stroke, scale float64) []float64 {
	const finest = 0.2 // px of a dash and its gap
	total := 0.0
	dashes := make([]float64, len(s.Dash))
	for i, d := range s.Dash {
		dashes[i] = max(d*scale, 0)
		total += dashes[i]
	}
	if len(dashes)%2 == 1 {
		dashes = append(dashes, dashes...)
		total *= 2
	}
	if !(total > finest*float64(len(dashes))/2) {
		return nil
	}
	return dashes
}

// outliner turns lines into the polygons that a pen of some width covers. They
// wind around every point covered in the same direction, so that where they
// overlap nothing is lost.
type outliner struct {
	half     float64 // of the width, in pixels
	cap      picture.Cap
	join     picture.Join
	limit    float64 // of mitres
	polygons [][]picture.Point

	left, right []picture.Point // the sides of the line in work, in its direction
}

// add outlines a line of at least two points.
func (o *outliner) add(l polyline) {
	n := len(l.points)
	if n < 2 {
		return
	}
	o.left, o.right = nil, nil
	if l.closed {
		for i, p := range l.points {
			o.corner(p, leg(l.points[(i+n-1)%n], p), leg(p, l.points[(i+1)%n]), l.soft[i])
		}
		o.polygons = append(o.polygons, o.left, reversed(o.right))
		return
	}
	first, last := leg(l.points[0], l.points[1]), leg(l.points[n-2], l.points[n-1])
	o.sides(l.points[0], first.normal())
	for i := 1; i < n-1; i++ {
		o.corner(l.points[i], leg(l.points[i-1], l.points[i]), leg(l.points[i], l.points[i+1]), l.soft[i])
	}
	o.sides(l.points[n-1], last.normal())
	around := o.end(o.left, l.points[n-1], last.heading)
	around = append(around, reversed(o.right)...)
	around = o.end(around, l.points[0], first.back())
	o.polygons = append(o.polygons, around)
}

// sides adds the points beside p on both sides of a line.
func (o *outliner) sides(p picture.Point, n heading) {
	o.left = append(o.left, o.beside(p, n))
	o.right = append(o.right, o.beside(p, n.back()))
}

func (o *outliner) beside(p picture.Point, n heading) picture.Point {
	return picture.Point{X: p.X + n.x*o.half, Y: p.Y + n.y*o.half}
}

// end adds the cap at p, where the line ends in direction d: from its left side
// to its right one.
func (o *outliner) end(to []picture.Point, p picture.Point, d heading) []picture.Point {
	n := d.normal()
	switch o.cap {
	case picture.CapRound:
		return o.arc(to, p, n, math.Pi)
	case picture.CapSquare:
		ahead := o.beside(p, d)
		return append(to, o.beside(ahead, n), o.beside(ahead, n.back()))
	}
	return to
}

// corner adds both sides where the line turns at p.
func (o *outliner) corner(p picture.Point, from, to piece, soft bool) {
	n, m := from.normal(), to.normal()
	inner, outer := &o.right, &o.left
	turn := math.Atan2(from.cross(to.heading), from.dot(to.heading))
	if turn < 0 {
		inner, outer = outer, inner
		n, m = n.back(), m.back()
	}
	*inner = append(*inner, o.beside(p, n.back()))
	if min(from.length, to.length) < o.half*math.Abs(turn) || from.dot(to.heading) < 0 {
		// Short pieces don't reach across each other: by way of p itself the inner side
		// winds the right way all the same.
		*inner = append(*inner, p)
	}
	*inner = append(*inner, o.beside(p, m.back()))
	*outer = append(*outer, o.beside(p, n))
	switch {
	case soft || o.join == picture.JoinRound:
		*outer = o.arc(*outer, p, n, turn)
	case o.join == picture.JoinMiter:
		// The mitre is 1/cos(turn/2) widths long.
		if share := 1 + from.dot(to.heading); share > 0 && 2/share <= o.limit*o.limit {
			*outer = append(*outer, o.beside(p, heading{(n.x + m.x) / share, (n.y + m.y) / share}))
		}
	}
	*outer = append(*outer, o.beside(p, m))
}

// arc adds the points between the ends of an arc around p that begins at normal n
// and runs over an angle.
func (o *outliner) arc(to []picture.Point, p picture.Point, n heading, angle float64) []picture.Point {
	step := 2 * math.Acos(max(1-tolerance/max(o.half, tolerance), 0))
	steps := math.Ceil(math.Abs(angle) / min(step, math.Pi/3))
	for i := 1.0; i < steps; i++ {
		sin, cos := math.Sincos(angle * i / steps)
		to = append(to, o.beside(p, heading{n.x*cos - n.y*sin, n.x*sin + n.y*cos}))
	}
	return to
}

// heading is a direction of length 1.
type heading struct{ x, y float64 }

// normal points to the left.
func (v heading) normal() heading         { return heading{v.y, -v.x} }
func (v heading) back() heading           { return heading{-v.x, -v.y} }
func (v heading) cross(w heading) float64 { return v.x*w.y - v.y*w.x }
func (v heading) dot(w heading) float64   { return v.x*w.x + v.y*w.y }

// piece is a straight piece of a line: direction and length.
type piece struct {
	heading
	length float64
}

func leg(p, q picture.Point) piece {
	length := distance(p, q)
	return piece{heading{(q.X - p.X) / length, (q.Y - p.Y) / length}, length}
}

func reversed(points []picture.Point) []picture.Point {
	out := make([]picture.Point, len(points))
	for i, p := range points {
		out[len(points)-1-i] = p
	}
	return out
}
