package picture

import (
	"fmt"
	"strconv"
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
	hidden                     bool
}

// initial is the style of an SVG root: filled black, not stroked.
var initial = style{fill: Paint{Opacity: 1}, width: 1, opacity: 1, fillOpacity: 1, strokeOpacity: 1}

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
		if err := s.set(strings.TrimSpace(name), value); err != nil {
			return s, err
		}
	}
	return s, nil
}

// presentation lists the attributes in use, in a fixed order.
var presentation = []string{
	"fill", "stroke", "fill-rule", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray",
	"opacity", "fill-opacity", "stroke-opacity", "display", "visibility",
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
	case "stroke-width":
		s.width, err = parseLength(value)
	case "stroke-linecap":
		s.cap = map[string]Cap{"round": CapRound, "square": CapSquare}[value]
	case "stroke-linejoin":
		s.join = map[string]Join{"round": JoinRound, "bevel": JoinBevel}[value]
	case "stroke-dasharray":
		s.dash, err = parseDash(value)
	case "opacity":
		var o float64
		o, err = parseOpacity(value)
		s.opacity *= o
	case "fill-opacity":
		s.fillOpacity, err = parseOpacity(value)
	case "stroke-opacity":
		s.strokeOpacity, err = parseOpacity(value)
	case "display", "visibility":
		s.hidden = s.hidden || value == "none" || value == "hidden"
	}
	return err
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
			return nil, fmt.Errorf("negative dash in %.40q", value)
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
	percent := strings.HasSuffix(value, "%")
	v, err := strconv.ParseFloat(strings.TrimSuffix(value, "%"), 64)
	if err != nil {
		return 0, fmt.Errorf("opacity %.20q", value)
	}
	if percent {
		v /= 100
	}
	return min(max(v, 0), 1), nil
}

// parseLength reads a number with or without px.
func parseLength(value string) (float64, error) {
	text := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "px"))
	v, n, err := leadingNumber(text)
	if err != nil || n != len(text) {
		return 0, fmt.Errorf("length %.20q", value)
	}
	return v, nil
}

// parsePaint reads a colour or none.
func parsePaint(value string) (Paint, error) {
	switch {
	case value == "none" || value == "transparent":
		return Paint{}, nil
	case strings.HasPrefix(value, "#"):
		c, ok := hexColour(value[1:])
		if !ok {
			return Paint{}, fmt.Errorf("colour %.20q", value)
		}
		return Paint{Colour: c, Opacity: 1}, nil
	case strings.HasPrefix(value, "rgb("):
		v, err := parseNumbers(strings.TrimSuffix(value[4:], ")"))
		if err != nil || len(v) != 3 {
			return Paint{}, fmt.Errorf("colour %.20q", value)
		}
		channel := func(f float64) uint8 { return uint8(min(max(f, 0), 255)) }
		return Paint{Colour: Colour{channel(v[0]), channel(v[1]), channel(v[2])}, Opacity: 1}, nil
	}
	c, ok := colourNames[strings.ToLower(value)]
	if !ok {
		return Paint{}, fmt.Errorf("colour %.20q is not supported", value)
	}
	return Paint{Colour: c, Opacity: 1}, nil
}

func hexColour(digits string) (Colour, bool) {
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 6 {
		return Colour{}, false
	}
	return Colour{uint8(n >> 16), uint8(n >> 8), uint8(n)}, true
}

// colourNames are the names that drawings use; currentColor is black on paper.
var colourNames = map[string]Colour{
	"black": {}, "currentcolor": {}, "white": {255, 255, 255}, "red": {255, 0, 0}, "green": {0, 128, 0},
	"blue": {0, 0, 255}, "yellow": {255, 255, 0}, "orange": {255, 165, 0}, "brown": {165, 42, 42},
	"gray": {128, 128, 128}, "grey": {128, 128, 128}, "silver": {192, 192, 192}, "navy": {0, 0, 128},
	"maroon": {128, 0, 0}, "purple": {128, 0, 128}, "pink": {255, 192, 203}, "lime": {0, 255, 0},
	"cyan": {0, 255, 255}, "magenta": {255, 0, 255}, "teal": {0, 128, 128}, "olive": {128, 128, 0},
}
