package finish

import (
	"encoding/binary"

	"lernkoffer/materials/typeset"
)

// The flags of a point in a glyf table.
const (
	flagOnCurve = 1 << iota
	flagXByte   // x is one byte
	flagYByte
	flagRepeat
	flagXSame // x is as before; with flagXByte it is positive
	flagYSame
	flagOverlap // contours overlap; on a glyph's first point
)

// appendGlyph writes a simple glyph, nothing for one without contours, and pads
// it to 4 bytes.
func appendGlyph(b []byte, contours [][]typeset.ContourPoint, bounds box) []byte {
	if len(contours) == 0 {
		return b
	}
	b = append(b, words(len(contours), bounds.x0, bounds.y0, bounds.x1, bounds.y1)...)
	last := -1
	for _, c := range contours {
		last += len(c)
		b = append(b, words(last)...)
	}
	b = append(b, words(0)...) // no instructions
	var flags, xs, ys []byte
	x, y := 0, 0
	for _, c := range contours {
		for _, p := range c {
			flag := byte(0)
			if p.OnCurve {
				flag |= flagOnCurve
			}
			if len(flags) == 0 {
				flag |= flagOverlap
			}
			xs = appendDelta(xs, p.X-x, &flag, flagXByte, flagXSame)
			ys = appendDelta(ys, p.Y-y, &flag, flagYByte, flagYSame)
			flags = append(flags, flag)
			x, y = p.X, p.Y
		}
	}
	b = appendFlags(b, flags)
	b = append(append(b, xs...), ys...)
	for len(b)%4 != 0 {
		b = append(b, 0)
	}
	return b
}

// appendDelta writes a step in the shortest form and says so in flag.
func appendDelta(b []byte, delta int, flag *byte, short, same byte) []byte {
	switch {
	case delta == 0:
		*flag |= same
		return b
	case delta > 0 && delta < 256:
		*flag |= short | same
		return append(b, byte(delta))
	case delta < 0 && delta > -256:
		*flag |= short
		return append(b, byte(-delta))
	}
	return binary.BigEndian.AppendUint16(b, uint16(delta))
}

// appendFlags writes flags, equal ones as one and their number.
func appendFlags(b, flags []byte) []byte {
	for i := 0; i < len(flags); {
		n := 1
		for i+n < len(flags) && flags[i+n] == flags[i] && n < 256 {
			n++
		}
		switch n {
		case 1:
			b = append(b, flags[i])
		case 2:
			b = append(b, flags[i], flags[i])
		default:
			b = append(b, flags[i]|flagRepeat, byte(n-1))
		}
		i += n
	}
	return b
}
