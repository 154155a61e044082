package picture

import (
	"errors"
	"fmt"
)

// shapes turn the elements with ink into paths, in the element's own units.
var shapes = map[string]func(attrs map[string]string) (Path, error){
	"path":     func(a map[string]string) (Path, error) { return parsePath(a["d"]) },
	"line":     line,
	"rect":     rect,
	"circle":   circle,
	"ellipse":  ellipse,
	"polyline": func(a map[string]string) (Path, error) { return polygon(a, false) },
	"polygon":  func(a map[string]string) (Path, error) { return polygon(a, true) },
}

// lengths reads attributes; one that is missing is 0.
func lengths(attrs map[string]string, names ...string) ([]float64, error) {
	out := make([]float64, len(names))
	for i, name := range names {
		text, ok := attrs[name]
		if !ok {
			continue
		}
		v, err := parseLength(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out[i] = v
	}
	return out, nil
}

func line(attrs map[string]string) (Path, error) {
	v, err := lengths(attrs, "x1", "y1", "x2", "y2")
	if err != nil {
		return nil, err
	}
	return Path{
		{Op: MoveTo, Points: [3]Point{{v[0], v[1]}}},
		{Op: LineTo, Points: [3]Point{{v[2], v[3]}}},
	}, nil
}

func polygon(attrs map[string]string, closed bool) (Path, error) {
	v, err := parseNumbers(attrs["points"])
	if err != nil {
		return nil, err
	}
	if len(v)%2 != 0 {
		return nil, errors.New("einem Punkt fehlt eine Zahl")
	}
	var path Path
	for i := 0; i < len(v); i += 2 {
		op := LineTo
		if i == 0 {
			op = MoveTo
		}
		path = append(path, Segment{Op: op, Points: [3]Point{{v[i], v[i+1]}}})
	}
	if closed && len(path) > 0 {
		path = append(path, Segment{Op: Close})
	}
	return path, nil
}

func circle(attrs map[string]string) (Path, error) {
	v, err := lengths(attrs, "cx", "cy", "r")
	if err != nil {
		return nil, err
	}
	return oval(v[0], v[1], v[2], v[2]), nil
}

func ellipse(attrs map[string]string) (Path, error) {
	v, err := lengths(attrs, "cx", "cy", "rx", "ry")
	if err != nil {
		return nil, err
	}
	return oval(v[0], v[1], v[2], v[3]), nil
}

// oval is an ellipse, clockwise from its rightmost point: dashes begin there.
func oval(cx, cy, rx, ry float64) Path {
	if rx <= 0 || ry <= 0 {
		return nil
	}
	kx, ky := rx*kappa, ry*kappa
	quarter := func(ax, ay, bx, by, x, y float64) Segment {
		return Segment{Op: CubicTo, Points: [3]Point{{cx + ax, cy + ay}, {cx + bx, cy + by}, {cx + x, cy + y}}}
	}
	return Path{
		{Op: MoveTo, Points: [3]Point{{cx + rx, cy}}},
		quarter(rx, ky, kx, ry, 0, ry),
		quarter(-kx, ry, -rx, ky, -rx, 0),
		quarter(-rx, -ky, -kx, -ry, 0, -ry),
		quarter(kx, -ry, rx, -ky, rx, 0),
		{Op: Close},
	}
}

func rect(attrs map[string]string) (Path, error) {
	v, err := lengths(attrs, "x", "y", "width", "height", "rx", "ry")
	if err != nil {
		return nil, err
	}
	w, h, rx, ry := v[2], v[3], v[4], v[5]
	if w <= 0 || h <= 0 {
		return nil, nil
	}
	if _, ok := attrs["rx"]; !ok {
		rx = ry
	}
	if _, ok := attrs["ry"]; !ok {
		ry = rx
	}
	return rounded(v[0], v[1], w, h, min(max(rx, 0), w/2), min(max(ry, 0), h/2)), nil
}

// kappa places the control points of a quarter of an ellipse.
const kappa = 0.5522847498

// rounded is a rectangle with elliptical corners, clockwise from its top left.
func rounded(x, y, w, h, rx, ry float64) Path {
	lineTo := func(x, y float64) Segment { return Segment{Op: LineTo, Points: [3]Point{{x, y}}} }
	if rx == 0 || ry == 0 {
		return Path{
			{Op: MoveTo, Points: [3]Point{{x, y}}},
			lineTo(x+w, y), lineTo(x+w, y+h), lineTo(x, y+h),
			{Op: Close},
		}
	}
	kx, ky := rx*(1-kappa), ry*(1-kappa)
	return Path{
		{Op: MoveTo, Points: [3]Point{{x + rx, y}}},
		lineTo(x+w-rx, y),
		{Op: CubicTo, Points: [3]Point{{x + w - kx, y}, {x + w, y + ky}, {x + w, y + ry}}},
		lineTo(x+w, y+h-ry),
		{Op: CubicTo, Points: [3]Point{{x + w, y + h - ky}, {x + w - kx, y + h}, {x + w - rx, y + h}}},
		lineTo(x+rx, y+h),
		{Op: CubicTo, Points: [3]Point{{x + kx, y + h}, {x, y + h - ky}, {x, y + h - ry}}},
		lineTo(x, y+ry),
		{Op: CubicTo, Points: [3]Point{{x, y + ky}, {x + kx, y}, {x + rx, y}}},
		{Op: Close},
	}
}
