package picture

import (
	"fmt"
	"strings"
)

// style is what an element hands down to those in it.
type style struct {
	fill, stroke               Paint
	evenOdd                    bool
	width                      float64
	cap                        Cap
	join                       Join
	dash                       []float64
	opacity                    float64 // of the group, multiplied on the way down
	fillOpacity, strokeOpacity float64
	miter                      float64 // longest mitre in widths
	strokeFirst                bool
	hidden                     bool // may be shown again further in
	gone                       bool // with all that is in it
}

// initial is the style of an SVG root: filled black, not stroked. A mitre limit of
// 4 is SVG's own default.
var initial = style{fill: Paint{Opacity: 1}, width: 1, miter: 4, opacity: 1, fillOpacity: 1, strokeOpacity: 1}

// with returns the style after the element's attributes; style="…" wins.
func (s style) with(attrs map[string]string) (style, error) {
	for _, name := range presentation {
		if v, ok := attrs[name]; ok {
			if err := s.set(name, v); err != nil {
				return s, err
			}
		}
	}
	for declaration := range strings.SplitSeq(attrs["style"], ";") {
		name, value, ok := strings.Cut(declaration, ":")
		if !ok {
			continue
		}
		value, _, _ = strings.Cut(value, "!") // !important
		if err := s.set(strings.TrimSpace(name), value); err != nil {
			return s, err
		}
	}
	return s, nil
}

// presentation lists the attributes in use, in a fixed order.
var presentation = []string{
	"fill", "stroke", "fill-rule", "stroke-width", "stroke-linecap", "stroke-linejoin",
	"stroke-miterlimit", "stroke-dasharray", "opacity", "fill-opacity", "stroke-opacity", "display",
	"visibility", "paint-order", "mask", "filter",
}

func (s *style) set(name, value string) error {
	value = strings.TrimSpace(value)
	if value == "inherit" {
		return nil
	}
	var err error
	switch name {
	case "fill":
		s.fill, err = parsePaint(value)
	case "stroke":
		s.stroke, err = parsePaint(value)
	case "fill-rule":
		s.evenOdd = value == "evenodd"
	case "opacity":
		var o float64
		o, err = parseOpacity(value)
		s.opacity *= o
	case "fill-opacity":
		s.fillOpacity, err = parseOpacity(value)
	case "stroke-opacity":
		s.strokeOpacity, err = parseOpacity(value)
	case "display":
		s.gone = s.gone || value == "none"
	case "visibility":
		s.hidden = value != "visible"
	case "paint-order":
		s.strokeFirst = strings.HasPrefix(value, "stroke")
	case "mask", "filter":
		if value != "none" {
			err = fmt.Errorf("%s lässt sich nicht zeichnen", name)
		}
	default:
		err = s.setLine(name, value)
	}
	return err
}

func (s *style) setLine(name, value string) error {
	var err error
	switch name {
	case "stroke-width":
		s.width, err = parseLength(value)
	case "stroke-linecap":
		s.cap = map[string]Cap{"round": CapRound, "square": CapSquare}[value]
	case "stroke-linejoin":
		s.join = map[string]Join{"round": JoinRound, "bevel": JoinBevel}[value]
	case "stroke-miterlimit":
		s.miter, err = parseLength(value)
	case "stroke-dasharray":
		s.dash, err = parseDash(value)
	}
	return err
}

// filled returns the fill of a shape with all opacities in it.
func (s style) filled() Paint {
	p := s.fill
	p.Opacity *= s.fillOpacity * s.opacity
	if p.Opacity == 0 {
		return Paint{}
	}
	return p
}

// stroked returns the stroke of a shape in the units of the drawing.
func (s style) stroked(scale float64) Stroke {
	p := s.stroke
	p.Opacity *= s.strokeOpacity * s.opacity
	if p.Opacity == 0 || !(s.width*scale > 0) {
		return Stroke{}
	}
	stroke := Stroke{Paint: p, Width: s.width * scale, Cap: s.cap, Join: s.join, MiterLimit: max(s.miter, 1)}
	for _, dash := range s.dash {
		stroke.Dash = append(stroke.Dash, dash*scale)
	}
	return stroke
}

func parseDash(value string) ([]float64, error) {
	if value == "none" {
		return nil, nil
	}
	dash, err := parseNumbers(strings.ReplaceAll(value, "px", ""))
	if err != nil {
		return nil, err
	}
	total := 0.0
	for _, d := range dash {
		if d < 0 {
			return nil, nil // wrong, and by SVG then no dashes
		}
		total += d
	}
	if total == 0 {
		return nil, nil
	}
	if len(dash)%2 == 1 {
		dash = append(dash, dash...)
	}
	return dash, nil
}

func parseOpacity(value string) (float64, error) {
	number, percent := strings.CutSuffix(value, "%")
	v, n, err := leadingNumber(number)
	if err != nil || n != len(number) {
		return 0, fmt.Errorf("die Deckkraft %.20q ist keine Zahl", value)
	}
	if percent {
		v /= 100
	}
	return min(max(v, 0), 1), nil
}

// units are CSS pixels, of which 96 are an inch.
var units = map[string]float64{"": 1, "px": 1, "pt": 96.0 / 72, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}

// parseLength reads a number with or without a unit.
func parseLength(value string) (float64, error) {
	text := strings.TrimSpace(value)
	v, n, err := leadingNumber(text)
	if err != nil {
		return 0, fmt.Errorf("die Länge %.20q ist keine Zahl", value)
	}
	unit, ok := units[text[n:]]
	if !ok {
		return 0, fmt.Errorf("die Länge %.20q hat eine Einheit, die es hier nicht gibt", value)
	}
	return v * unit, nil
}
