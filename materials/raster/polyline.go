package raster

import (
	"math"

	"lernkoffer/materials/picture"
)

// polyline is a subpath made of straight pieces, in pixels.
type polyline struct {
	points []picture.Point // no two neighbours are equal
	// soft says of each point that it lies within a curve, where there is no corner.
	soft   []bool
	closed bool // the last point is joined to the first
}

const (
	// tolerance is how far, in pixels, straight pieces may be from their curve.
	tolerance = 0.05
	// speck is the length of a line of no length: enough to have a direction, so
	// that its caps can be drawn.
	speck = 1e-3
)

func (l *polyline) add(p picture.Point, soft bool) {
	if n := len(l.points); n > 0 && distance(l.points[n-1], p) < speck/10 {
		l.soft[n-1] = l.soft[n-1] && soft
		return
	}
	l.points = append(l.points, p)
	l.soft = append(l.soft, soft)
}

// flatten cuts a path into polylines. A subpath of a move alone has none.
func flatten(path picture.Path, at placement) []polyline {
	var out []polyline
	var line polyline
	drawn := false
	flush := func() {
		if drawn {
			out = append(out, line.finished())
		}
		line, drawn = polyline{}, false
	}
	for _, s := range path {
		switch s.Op {
		case picture.MoveTo:
			flush()
			line.add(at.point(s.Points[0]), false)
		case picture.LineTo:
			line.add(at.point(s.Points[0]), false)
			drawn = true
		case picture.CubicTo:
			line.curve(at.point(s.Points[0]), at.point(s.Points[1]), at.point(s.Points[2]))
			drawn = true
		case picture.Close:
			if len(line.points) == 0 {
				continue
			}
			start := line.points[0]
			line.closed, drawn = true, true
			flush()
			line.add(start, false)
		}
	}
	flush()
	return out
}

// curve adds a cubic curve from the last point.
func (l *polyline) curve(a, b, q picture.Point) {
	if len(l.points) == 0 {
		return
	}
	p := l.points[len(l.points)-1]
	curve(p, a, b, q, func(to picture.Point, last bool) { l.add(to, !last) })
}

// curve calls line with the ends of straight pieces that stay close to a cubic
// curve.
func curve(p, a, b, q picture.Point, line func(to picture.Point, last bool)) {
	const most = 200
	bend := max(math.Hypot(p.X-2*a.X+b.X, p.Y-2*a.Y+b.Y), math.Hypot(a.X-2*b.X+q.X, a.Y-2*b.Y+q.Y))
	n := int(min(max(math.Ceil(math.Sqrt(0.75*bend/tolerance)), 1), most))
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		k0, k1, k2, k3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		line(picture.Point{X: k0*p.X + k1*a.X + k2*b.X + k3*q.X, Y: k0*p.Y + k1*a.Y + k2*b.Y + k3*q.Y}, false)
	}
	line(q, true)
}

// finished drops the way back to the start from closed lines, and gives a line of
// no length a direction.
func (l polyline) finished() polyline {
	if n := len(l.points); l.closed && n > 1 && distance(l.points[0], l.points[n-1]) < speck/10 {
		l.points, l.soft = l.points[:n-1], l.soft[:n-1]
	}
	if len(l.points) == 1 {
		p := l.points[0]
		return polyline{points: []picture.Point{p, {X: p.X + speck, Y: p.Y}}, soft: make([]bool, 2)}
	}
	return l
}

// dashed cuts the line into its dashes; lengths are in pixels, those of dashes
// and gaps in turn.
func (l polyline) dashed(lengths []float64) []polyline {
	points, soft := l.points, l.soft
	if l.closed {
		points, soft = append(points[:len(points):len(points)], points[0]), append(soft[:len(soft):len(soft)], soft[0])
	}
	var out []polyline
	dash := polyline{}
	dash.add(points[0], false)
	which, left := 0, lengths[0]
	for i := 1; i < len(points); i++ {
		from, to := points[i-1], points[i]
		length, done := distance(from, to), 0.0
		for length-done > left {
			done += left
			cut := between(from, to, done/length)
			if which%2 == 0 {
				dash.add(cut, false)
				if len(dash.points) == 1 {
					dash.add(between(from, to, (done+speck)/length), false)
				}
				out = append(out, dash)
			}
			dash = polyline{}
			dash.add(cut, false)
			which = (which + 1) % len(lengths)
			left = lengths[which]
		}
		left -= length - done
		dash.add(to, soft[i])
	}
	if which%2 == 0 && len(dash.points) > 1 {
		out = append(out, dash)
		// A closed line whose end and start are both drawn goes on around its corner.
		if last := len(out) - 1; l.closed && last > 0 {
			out[0].points = append(out[last].points, out[0].points[1:]...)
			out[0].soft = append(out[last].soft, out[0].soft[1:]...)
			out = out[:last]
		}
	}
	return out
}

func distance(p, q picture.Point) float64 { return math.Hypot(q.X-p.X, q.Y-p.Y) }

func between(p, q picture.Point, t float64) picture.Point {
	return picture.Point{X: p.X + (q.X-p.X)*t, Y: p.Y + (q.Y-p.Y)*t}
}
