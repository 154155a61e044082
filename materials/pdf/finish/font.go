package finish

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"lernkoffer/materials/typeset"
)

// Font collects what one document uses of a font. Each code stands for a
// cluster: its glyphs, drawn as one, and the text that readers find for it. So
// search and copying work without further marks, in every script.
type Font struct {
	name  string
	font  *typeset.Font
	codes map[string]uint16
	used  []cluster
}

// cluster is what a code shows; lengths in font units.
type cluster struct {
	parts   []part
	advance int
	text    string
}

type part struct {
	glyph  typeset.GlyphID
	dx, dy int
}

func newFont(f *typeset.Font, name string) *Font {
	font := &Font{name: name, font: f, codes: map[string]uint16{}}
	font.code(cluster{}) // 0 is what is not defined
	return font
}

// code returns the code of a cluster, the same for an equal one; 0 once all
// codes are given out.
func (f *Font) code(c cluster) uint16 {
	key := c.key()
	code, ok := f.codes[key]
	if ok || len(f.used) > math.MaxUint16 {
		return code
	}
	code = uint16(len(f.used))
	f.codes[key] = code
	f.used = append(f.used, c)
	return code
}

func (c cluster) key() string {
	b := binary.AppendVarint(nil, int64(c.advance))
	b = binary.AppendVarint(b, int64(len(c.parts)))
	for _, p := range c.parts {
		b = binary.AppendVarint(b, int64(p.glyph))
		b = binary.AppendVarint(b, int64(p.dx))
		b = binary.AppendVarint(b, int64(p.dy))
	}
	return string(append(b, c.text...))
}

// units converts thousandths of an em to font units.
func (f *Font) units(thousandths float64) int {
	return int(math.Round(thousandths * float64(f.font.UnitsPerEm) / 1000))
}

func (f *Font) thousandths(units int) float64 {
	return float64(units) * 1000 / float64(f.font.UnitsPerEm)
}

// add writes the font's objects and returns the font's number.
func (f *Font) add(file *File) Ref {
	program, box := f.subset()
	name := subsetTag(program) + "+" + f.font.Name
	embedded := file.AddStream(fmt.Sprintf("/Length1 %d", len(program)), program)
	unicode := file.AddStream("", f.toUnicode())
	descriptor := file.Add(fmt.Sprintf("<</Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [%.0f %.0f %.0f %.0f]"+
		" /ItalicAngle 0 /Ascent %.0f /Descent %.0f /CapHeight %.0f /StemV 80 /FontFile2 %s>>",
		name, f.thousandths(box.x0), f.thousandths(box.y0), f.thousandths(box.x1), f.thousandths(box.y1),
		f.font.Ascender, f.font.Descender, f.font.CapHeight, embedded))
	var widths strings.Builder
	for _, c := range f.used {
		widths.WriteString(number(f.thousandths(c.advance)))
		widths.WriteByte(' ')
	}
	descendant := file.Add(fmt.Sprintf("<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s"+
		" /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"+
		" /FontDescriptor %s /DW 0 /W [0 [%s]] /CIDToGIDMap /Identity>>",
		name, descriptor, strings.TrimSpace(widths.String())))
	return file.Add(fmt.Sprintf("<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H"+
		" /DescendantFonts [%s] /ToUnicode %s>>", name, descendant, unicode))
}

// subsetTag names a subset by its content: six capitals.
func subsetTag(program []byte) string {
	sum := sha256.Sum256(program)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

// mappingsPerBlock is what the CMap format allows.
const mappingsPerBlock = 100

// toUnicode writes the CMap from codes to text.
func (f *Font) toUnicode() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	var mappings []string
	for code, c := range f.used {
		if c.text != "" && utf8.ValidString(c.text) {
			mappings = append(mappings, fmt.Sprintf("<%04X> <%s>\n", code, utf16Hex(c.text)))
		}
	}
	for len(mappings) > 0 {
		n := min(mappingsPerBlock, len(mappings))
		fmt.Fprintf(&b, "%d beginbfchar\n%sendbfchar\n", n, strings.Join(mappings[:n], ""))
		mappings = mappings[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}
