package picture

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// pathReader turns the d attribute of a path into segments.
type pathReader struct {
	text    string
	pos     int
	path    Path
	at      Point // current point
	start   Point // of the subpath
	control Point // last control point, for smooth curves
	last    byte  // last command, capital
	closed  bool  // nothing was drawn since the last close
}

// farthest bounds every number, so that painters needn't fear any.
const farthest = 1e6

// parsePath reads path data (SVG 1.1, section 8.3). It fails at the first error
// with what was read wrongly.
func parsePath(d string) (Path, error) {
	if d == "none" {
		return nil, nil
	}
	r := &pathReader{text: d}
	var cmd byte
	for {
		r.space()
		if r.pos == len(r.text) {
			return r.path, nil
		}
		if c := r.text[r.pos]; isCommand(c) {
			cmd = c
			r.pos++
		} else if cmd == 0 {
			return nil, fmt.Errorf("der Pfad beginnt mit %q statt mit M", c)
		} else if cmd == 'Z' || cmd == 'z' {
			return nil, errors.New("im Pfad stehen Zahlen hinter Z")
		}
		if len(r.path) == 0 && cmd != 'M' && cmd != 'm' {
			return nil, fmt.Errorf("der Pfad beginnt mit %q statt mit M", cmd)
		}
		if err := r.step(cmd); err != nil {
			return nil, err
		}
		if cmd == 'M' {
			cmd = 'L'
		} else if cmd == 'm' {
			cmd = 'l'
		}
	}
}

func isCommand(c byte) bool { return strings.IndexByte("MmLlHhVvCcSsQqTtAaZz", c) >= 0 }

func (r *pathReader) space() {
	for r.pos < len(r.text) && strings.IndexByte(" \t\r\n,", r.text[r.pos]) >= 0 {
		r.pos++
	}
}

// numbers reads n numbers.
func (r *pathReader) numbers(n int) ([]float64, error) {
	out := make([]float64, n)
	for i := range out {
		r.space()
		v, size, err := leadingNumber(r.text[r.pos:])
		if err != nil {
			return nil, err
		}
		out[i] = v
		r.pos += size
	}
	return out, nil
}

// leadingNumber reads the number that text begins with, and its length.
func leadingNumber(text string) (float64, int, error) {
	i := 0
	digits, dot := 0, false
	if i < len(text) && (text[i] == '+' || text[i] == '-') {
		i++
	}
	for ; i < len(text); i++ {
		if c := text[i]; c >= '0' && c <= '9' {
			digits++
		} else if c == '.' && !dot {
			dot = true
		} else {
			break
		}
	}
	if digits == 0 {
		return 0, 0, fmt.Errorf("eine Zahl fehlt vor %.12q", text)
	}
	if i < len(text) && (text[i] == 'e' || text[i] == 'E') {
		k := i + 1
		if k < len(text) && (text[k] == '+' || text[k] == '-') {
			k++
		}
		first := k
		for k < len(text) && text[k] >= '0' && text[k] <= '9' {
			k++
		}
		if k > first {
			i = k
		}
	}
	v, err := strconv.ParseFloat(text[:i], 64)
	if err != nil || math.Abs(v) > farthest {
		return 0, 0, fmt.Errorf("%.20q ist keine brauchbare Zahl", text[:i])
	}
	return v, i, nil
}

// flag reads a 0 or 1, which may stand without a space before the next number.
func (r *pathReader) flag() (bool, error) {
	r.space()
	if r.pos < len(r.text) && (r.text[r.pos] == '0' || r.text[r.pos] == '1') {
		r.pos++
		return r.text[r.pos-1] == '1', nil
	}
	return false, errors.New("einem Bogen fehlt eine 0 oder 1")
}

func (r *pathReader) step(cmd byte) error {
	base := Point{}
	upper := cmd
	if cmd >= 'a' {
		base, upper = r.at, cmd-'a'+'A'
	}
	var err error
	switch upper {
	case 'Z':
		r.path = append(r.path, Segment{Op: Close})
		r.at, r.closed = r.start, true
	case 'H', 'V':
		err = r.straight(upper, base)
	case 'A':
		err = r.arc(base)
	default:
		err = r.points(upper, base)
	}
	r.last = upper
	return err
}

func (r *pathReader) straight(cmd byte, base Point) error {
	v, err := r.numbers(1)
	if err != nil {
		return err
	}
	to := Point{base.X + v[0], r.at.Y}
	if cmd == 'V' {
		to = Point{r.at.X, base.Y + v[0]}
	}
	r.line(to)
	return nil
}

// pairs is how many points each command takes.
var pairs = map[byte]int{'M': 1, 'L': 1, 'T': 1, 'S': 2, 'Q': 2, 'C': 3}

func (r *pathReader) points(cmd byte, base Point) error {
	v, err := r.numbers(2 * pairs[cmd])
	if err != nil {
		return err
	}
	p := make([]Point, len(v)/2)
	for i := range p {
		p[i] = Point{base.X + v[2*i], base.Y + v[2*i+1]}
	}
	switch cmd {
	case 'M':
		r.move(p[0])
	case 'L':
		r.line(p[0])
	case 'C':
		r.cubic(p[0], p[1], p[2])
	case 'S':
		r.cubic(r.mirrored("CS"), p[0], p[1])
	case 'Q':
		r.quad(p[0], p[1])
	case 'T':
		r.quad(r.mirrored("QT"), p[0])
	}
	return nil
}

// mirrored is the last control point mirrored at the current point, if the last
// command was one of those given, else the current point.
func (r *pathReader) mirrored(after string) Point {
	if strings.IndexByte(after, r.last) < 0 {
		return r.at
	}
	return Point{2*r.at.X - r.control.X, 2*r.at.Y - r.control.Y}
}

func (r *pathReader) move(to Point) {
	r.path = append(r.path, Segment{Op: MoveTo, Points: [3]Point{to}})
	r.at, r.start, r.closed = to, to, false
}

// resume begins a subpath where drawing goes on after a close, so that painters
// find a move before every line.
func (r *pathReader) resume() {
	if r.closed {
		r.move(r.at)
	}
}

func (r *pathReader) line(to Point) {
	r.resume()
	r.path = append(r.path, Segment{Op: LineTo, Points: [3]Point{to}})
	r.at = to
}

func (r *pathReader) cubic(a, b, to Point) {
	r.resume()
	r.path = append(r.path, Segment{Op: CubicTo, Points: [3]Point{a, b, to}})
	r.at, r.control = to, b
}

// quad raises a quadratic curve to a cubic one.
func (r *pathReader) quad(c, to Point) {
	from := r.at
	mix := func(end Point) Point {
		return Point{end.X + (c.X-end.X)*2/3, end.Y + (c.Y-end.Y)*2/3}
	}
	r.cubic(mix(from), mix(to), to)
	r.control = c
}

func (r *pathReader) arc(base Point) error {
	v, err := r.numbers(3)
	if err != nil {
		return err
	}
	large, err := r.flag()
	if err != nil {
		return err
	}
	sweep, err := r.flag()
	if err != nil {
		return err
	}
	end, err := r.numbers(2)
	if err != nil {
		return err
	}
	to := Point{base.X + end[0], base.Y + end[1]}
	for _, c := range arcCurves(r.at, to, v[0], v[1], v[2]*math.Pi/180, large, sweep) {
		r.cubic(c[0], c[1], c[2])
	}
	if r.at != to {
		r.line(to)
	}
	return nil
}

// arcCurves replaces an elliptical arc by cubic curves of at most a quarter turn
// (SVG 1.1, appendix F.6).
func arcCurves(from, to Point, rx, ry, turn float64, large, sweep bool) [][3]Point {
	rx, ry = math.Abs(rx), math.Abs(ry)
	if from == to || rx == 0 || ry == 0 {
		return nil
	}
	sin, cos := math.Sincos(turn)
	dx, dy := (from.X-to.X)/2, (from.Y-to.Y)/2
	x, y := cos*dx+sin*dy, cos*dy-sin*dx
	if over := x*x/(rx*rx) + y*y/(ry*ry); over > 1 {
		rx, ry = rx*math.Sqrt(over), ry*math.Sqrt(over)
	}
	root := math.Sqrt(max(0, (rx*rx*ry*ry-rx*rx*y*y-ry*ry*x*x)/(rx*rx*y*y+ry*ry*x*x)))
	if large == sweep {
		root = -root
	}
	cx, cy := root*rx*y/ry, -root*ry*x/rx
	centre := Point{cos*cx - sin*cy + (from.X+to.X)/2, sin*cx + cos*cy + (from.Y+to.Y)/2}
	start := math.Atan2((y-cy)/ry, (x-cx)/rx)
	sweepAngle := math.Atan2((-y-cy)/ry, (-x-cx)/rx) - start
	if sweep && sweepAngle < 0 {
		sweepAngle += 2 * math.Pi
	} else if !sweep && sweepAngle > 0 {
		sweepAngle -= 2 * math.Pi
	}
	n := int(math.Ceil(math.Abs(sweepAngle)/(math.Pi/2) - 1e-9))
	step := sweepAngle / float64(max(n, 1))
	k := 4.0 / 3 * math.Tan(step/4)
	on := func(a, da float64) Point {
		s, c := math.Sincos(a)
		ex, ey := rx*(c-da*s), ry*(s+da*c)
		return Point{centre.X + cos*ex - sin*ey, centre.Y + sin*ex + cos*ey}
	}
	out := make([][3]Point, 0, n)
	for i := range n {
		a := start + float64(i)*step
		out = append(out, [3]Point{on(a, k), on(a+step, -k), on(a+step, 0)})
	}
	if n > 0 {
		out[n-1][2] = to
	}
	return out
}
