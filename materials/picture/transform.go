package picture

import (
	"fmt"
	"math"
	"strings"
)

// matrix maps x, y to a·x+c·y+e, b·x+d·y+f.
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

// times returns the matrix that applies n first, then m.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m.a*n.a + m.c*n.b, m.b*n.a + m.d*n.b,
		m.a*n.c + m.c*n.d, m.b*n.c + m.d*n.d,
		m.a*n.e + m.c*n.f + m.e, m.b*n.e + m.d*n.f + m.f,
	}
}

func (m matrix) point(p Point) Point {
	return Point{m.a*p.X + m.c*p.Y + m.e, m.b*p.X + m.d*p.Y + m.f}
}

// path returns p mapped; ok is false where a point can't be drawn.
func (m matrix) path(p Path) (out Path, ok bool) {
	out = make(Path, len(p))
	for i, s := range p {
		out[i].Op = s.Op
		for k := range s.Op.points() {
			q := m.point(s.Points[k])
			if !(math.Abs(q.X) <= farthest && math.Abs(q.Y) <= farthest) { // or no number
				return nil, false
			}
			out[i].Points[k] = q
		}
	}
	return out, true
}

// points is how many points an operation uses.
func (o Op) points() int {
	switch o {
	case MoveTo, LineTo:
		return 1
	case CubicTo:
		return 3
	}
	return 0
}

// scale is by how much the matrix widens strokes: exact for uniform scaling, the
// mean of both directions otherwise.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m.a*m.d - m.b*m.c)) }

// parseTransform reads a transform attribute.
func parseTransform(text string) (matrix, error) {
	m := identity
	rest := strings.TrimLeft(text, " \t\r\n,")
	for rest != "" {
		name, after, ok := strings.Cut(rest, "(")
		args, tail, closed := strings.Cut(after, ")")
		if !ok || !closed {
			return m, fmt.Errorf("transform %.40q ist nicht abgeschlossen", text)
		}
		v, err := parseNumbers(args)
		if err != nil {
			return m, err
		}
		n, err := oneTransform(strings.TrimSpace(name), v)
		if err != nil {
			return m, err
		}
		m = m.times(n)
		rest = strings.TrimLeft(tail, " \t\r\n,")
	}
	return m, nil
}

func oneTransform(name string, v []float64) (matrix, error) {
	at := func(i int, otherwise float64) float64 {
		if i < len(v) {
			return v[i]
		}
		return otherwise
	}
	switch {
	case name == "matrix" && len(v) == 6:
		return matrix{v[0], v[1], v[2], v[3], v[4], v[5]}, nil
	case name == "translate" && (len(v) == 1 || len(v) == 2):
		return matrix{1, 0, 0, 1, v[0], at(1, 0)}, nil
	case name == "scale" && (len(v) == 1 || len(v) == 2):
		return matrix{v[0], 0, 0, at(1, v[0]), 0, 0}, nil
	case name == "rotate" && (len(v) == 1 || len(v) == 3):
		sin, cos := math.Sincos(v[0] * math.Pi / 180)
		x, y := at(1, 0), at(2, 0)
		turn := matrix{cos, sin, -sin, cos, 0, 0}
		return matrix{1, 0, 0, 1, x, y}.times(turn).times(matrix{1, 0, 0, 1, -x, -y}), nil
	case name == "skewX" && len(v) == 1:
		return matrix{1, 0, math.Tan(v[0] * math.Pi / 180), 1, 0, 0}, nil
	case name == "skewY" && len(v) == 1:
		return matrix{1, math.Tan(v[0] * math.Pi / 180), 0, 1, 0, 0}, nil
	}
	return identity, fmt.Errorf("transform %.20q mit %d Zahlen gibt es nicht", name, len(v))
}

// parseNumbers reads a list of numbers.
func parseNumbers(text string) ([]float64, error) {
	var out []float64
	for {
		text = strings.TrimLeft(text, " \t\r\n,")
		if text == "" {
			return out, nil
		}
		v, n, err := leadingNumber(text)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
		text = text[n:]
	}
}
