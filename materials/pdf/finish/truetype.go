package finish

import (
	"encoding/binary"

	"lernkoffer/materials/typeset"
)

// box is what points take up; empty before the first.
type box struct{ x0, y0, x1, y1 int }

func boxOf(contours [][]typeset.ContourPoint) box {
	var b box
	first := true
	for _, contour := range contours {
		for _, p := range contour {
			if first {
				b, first = box{p.X, p.Y, p.X, p.Y}, false
			}
			b = b.with(box{p.X, p.Y, p.X, p.Y})
		}
	}
	return b
}

func (b box) with(o box) box {
	return box{min(b.x0, o.x0), min(b.y0, o.y0), max(b.x1, o.x1), max(b.y1, o.y1)}
}

// contours returns a cluster's outlines, each part at its place.
func (f *Font) contours(c cluster) [][]typeset.ContourPoint {
	var out [][]typeset.ContourPoint
	for _, p := range c.parts {
		for _, contour := range f.font.Contours(p.glyph) {
			for i := range contour {
				contour[i].X += p.dx
				contour[i].Y += p.dy
			}
			out = append(out, contour)
		}
	}
	return out
}

// subset writes a TrueType font whose glyphs are the used clusters in the order
// of their codes, with the tables that PDF needs. Hints are left out: they
// would be half of it, and no printer wants them. It returns with it the box
// that holds every glyph.
func (f *Font) subset() (program []byte, all box) {
	be := binary.BigEndian
	var glyf, hmtx []byte
	offsets := []int{0}
	var most struct{ points, contours, advance int }
	for _, c := range f.used {
		contours := f.contours(c)
		bounds := boxOf(contours)
		all = all.with(bounds)
		points := 0
		for _, contour := range contours {
			points += len(contour)
		}
		most.points = max(most.points, points)
		most.contours = max(most.contours, len(contours))
		most.advance = max(most.advance, c.advance)

		glyf = appendGlyph(glyf, contours, bounds)
		offsets = append(offsets, len(glyf))
		hmtx = be.AppendUint16(hmtx, uint16(max(c.advance, 0)))
		hmtx = be.AppendUint16(hmtx, uint16(bounds.x0))
	}
	long := len(glyf) >= 0x20000
	program = assemble(map[string][]byte{
		"glyf": glyf,
		"head": f.head(all, long),
		"hhea": f.hhea(most.advance),
		"hmtx": hmtx,
		"loca": loca(offsets, long),
		"maxp": maxp(len(f.used), most.points, most.contours),
	})
	return program, all
}

func loca(offsets []int, long bool) []byte {
	var b []byte
	for _, o := range offsets {
		if long {
			b = binary.BigEndian.AppendUint32(b, uint32(o))
		} else {
			b = binary.BigEndian.AppendUint16(b, uint16(o/2))
		}
	}
	return b
}

func words(vs ...int) []byte {
	var b []byte
	for _, v := range vs {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}

func (f *Font) head(b box, long bool) []byte {
	format := 0
	if long {
		format = 1
	}
	// Version 1, revision 1, check sum (later), magic; flags: baseline at 0,
	// bearing at the left edge. The dates are 0 to stay the same for ever.
	head := words(1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 3, f.font.UnitsPerEm, 0, 0, 0, 0, 0, 0, 0, 0)
	return append(head, words(b.x0, b.y0, b.x1, b.y1, 0, 8, 2, format, 0)...)
}

func (f *Font) hhea(advance int) []byte {
	head := words(1, 0, f.units(f.font.Ascender), f.units(f.font.Descender), 0, advance)
	return append(head, words(0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, len(f.used))...)
}

func maxp(glyphs, points, contours int) []byte {
	return words(1, 0, glyphs, points, contours, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)
}

// assemble joins tables to a font file.
func assemble(tables map[string][]byte) []byte {
	be := binary.BigEndian
	names := []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} // sorted
	const power = 4                                                   // the greatest power of 2 in their number, and 2 its exponent
	out := append([]byte{0, 1, 0, 0}, words(len(names), power*16, 2, (len(names)-power)*16)...)
	at := len(out) + 16*len(names)
	headAt := 0
	var bodies []byte
	for _, name := range names {
		table := tables[name]
		if name == "head" {
			headAt = at + len(bodies)
		}
		out = append(out, name...)
		out = be.AppendUint32(out, checkSum(table))
		out = be.AppendUint32(out, uint32(at+len(bodies)))
		out = be.AppendUint32(out, uint32(len(table)))
		bodies = append(bodies, table...)
		for len(bodies)%4 != 0 {
			bodies = append(bodies, 0)
		}
	}
	out = append(out, bodies...)
	be.PutUint32(out[headAt+8:], 0xB1B0AFBA-checkSum(out))
	return out
}

func checkSum(b []byte) uint32 {
	var sum uint32
	for len(b) > 0 {
		var word [4]byte
		b = b[copy(word[:], b):]
		sum += binary.BigEndian.Uint32(word[:])
	}
	return sum
}
