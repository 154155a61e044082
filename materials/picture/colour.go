package picture

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

// parsePaint reads a colour or none; currentColor is black on paper.
func parsePaint(value string) (Paint, error) {
	text := strings.ToLower(value)
	switch text {
	case "none", "transparent":
		return Paint{}, nil
	case "currentcolor":
		return Paint{Opacity: 1}, nil
	}
	if c, ok := colornames.Map[text]; ok {
		return Paint{Colour: Colour{c.R, c.G, c.B}, Opacity: 1}, nil
	}
	if digits, ok := strings.CutPrefix(text, "#"); ok {
		if p, ok := hexPaint(digits); ok {
			return p, nil
		}
	}
	for _, function := range []string{"rgb(", "rgba("} {
		if arguments, ok := strings.CutPrefix(text, function); ok {
			if p, ok := channelPaint(strings.TrimSuffix(arguments, ")")); ok {
				return p, nil
			}
		}
	}
	if strings.HasPrefix(text, "url(") {
		return Paint{}, fmt.Errorf("ein Verlauf oder Muster wie %.40q lässt sich nicht zeichnen", value)
	}
	return Paint{}, fmt.Errorf("die Farbe %.20q ist unbekannt", value)
}

// hexPaint reads 3 or 6 digits, or 4 or 8 with opacity.
func hexPaint(digits string) (Paint, bool) {
	if len(digits) == 3 || len(digits) == 4 {
		var twice []byte
		for _, d := range []byte(digits) {
			twice = append(twice, d, d)
		}
		digits = string(twice)
	}
	if len(digits) == 6 {
		digits += "ff"
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 8 {
		return Paint{}, false
	}
	return Paint{Colour: Colour{uint8(n >> 24), uint8(n >> 16), uint8(n >> 8)}, Opacity: float64(uint8(n)) / 255}, true
}

// channelPaint reads three channels, each to 255 or in percent, and an opacity
// if there is one.
func channelPaint(arguments string) (Paint, bool) {
	parts := strings.FieldsFunc(arguments, func(r rune) bool { return strings.ContainsRune(" \t\r\n,/", r) })
	if len(parts) != 3 && len(parts) != 4 {
		return Paint{}, false
	}
	var channels [3]uint8
	for i := range channels {
		number, percent := strings.CutSuffix(parts[i], "%")
		v, n, err := leadingNumber(number)
		if err != nil || n != len(number) {
			return Paint{}, false
		}
		if percent {
			v = v / 100 * 255
		}
		channels[i] = uint8(min(max(v, 0), 255) + 0.5)
	}
	p := Paint{Colour: Colour{channels[0], channels[1], channels[2]}, Opacity: 1}
	if len(parts) == 4 {
		var err error
		if p.Opacity, err = parseOpacity(parts[3]); err != nil {
			return Paint{}, false
		}
	}
	return p, true
}
