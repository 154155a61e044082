package finish

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font/opentype/tables"

	"lernkoffer/materials/typeset"
)

func mustFont(t *testing.T, name string) *typeset.Font {
	t.Helper()
	data, err := os.ReadFile("../../../assets/fonts/" + name)
	if err != nil {
		t.Fatal(err)
	}
	font, err := typeset.ParseFont(data)
	if err != nil {
		t.Fatal(err)
	}
	return font
}

// table cuts a table out of a font file.
func table(t *testing.T, program []byte, name string) []byte {
	t.Helper()
	be := binary.BigEndian
	for i := range int(be.Uint16(program[4:])) {
		record := program[12+16*i:]
		if string(record[:4]) != name {
			continue
		}
		data := program[be.Uint32(record[8:]):][:be.Uint32(record[12:])]
		if name != "head" && checkSum(data) != be.Uint32(record[4:]) {
			t.Errorf("%s: wrong check sum", name)
		}
		return data
	}
	t.Fatalf("no table %s", name)
	return nil
}

// Ensure that another reader finds in a subset the outlines that went into it.
func TestSubsetKeepsOutlines(t *testing.T) {
	for _, name := range []string{"Andika-Regular.ttf", "playwrite-de-la-400.ttf", "NotoNaskhArabic-Regular.ttf"} {
		source := mustFont(t, name)
		font := newFont(source, "F0")
		for id := range typeset.GlyphID(300) {
			font.code(cluster{parts: []part{{glyph: id}}, advance: font.units(source.Advance(id)), text: "x"})
		}
		font.code(cluster{parts: []part{{glyph: 40}, {glyph: 41, dx: -30, dy: 500}}, advance: 700, text: "y"})
		program, _ := font.subset()

		if sum := checkSum(program); sum != 0xB1B0AFBA {
			t.Errorf("%s: check sum %x", name, sum)
		}
		head, maxp := table(t, program, "head"), table(t, program, "maxp")
		glyphs := int(binary.BigEndian.Uint16(maxp[4:]))
		if len(head) != 54 || len(maxp) != 32 || len(table(t, program, "hhea")) != 36 || glyphs != 302 {
			t.Fatalf("%s: %d glyphs, tables of %d and %d bytes", name, glyphs, len(head), len(maxp))
		}
		loca, err := tables.ParseLoca(table(t, program, "loca"), glyphs, binary.BigEndian.Uint16(head[50:]) == 1)
		if err != nil {
			t.Fatal(err)
		}
		parsed, err := tables.ParseGlyf(table(t, program, "glyf"), loca)
		if err != nil {
			t.Fatal(err)
		}
		for code, c := range font.used {
			want := font.contours(c)
			var got [][]typeset.ContourPoint
			if simple, ok := parsed[code].Data.(tables.SimpleGlyph); ok {
				got = contoursOf(simple)
			}
			if !equal(got, want) {
				t.Fatalf("%s, code %d: got %v, want %v", name, code, got, want)
			}
		}
		widths := table(t, program, "hmtx")
		for code, c := range font.used {
			if got := int(binary.BigEndian.Uint16(widths[4*code:])); got != c.advance {
				t.Errorf("%s, code %d: width %d, want %d", name, code, got, c.advance)
			}
		}
	}
}

func contoursOf(g tables.SimpleGlyph) [][]typeset.ContourPoint {
	var out [][]typeset.ContourPoint
	from := 0
	for _, end := range g.EndPtsOfContours {
		var contour []typeset.ContourPoint
		for _, p := range g.Points[from : end+1] {
			contour = append(contour, typeset.ContourPoint{X: int(p.X), Y: int(p.Y), OnCurve: p.Flag&flagOnCurve != 0})
		}
		out = append(out, contour)
		from = int(end) + 1
	}
	return out
}

func equal(a, b [][]typeset.ContourPoint) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if len(a[i]) != len(b[i]) {
			return false
		}
		for j := range a[i] {
			if a[i][j] != b[i][j] {
				return false
			}
		}
	}
	return true
}

// Ensure that equal clusters share a code and others don't.
func TestCodes(t *testing.T) {
	font := newFont(mustFont(t, "Andika-Regular.ttf"), "F0")
	a := cluster{parts: []part{{glyph: 5}}, advance: 10, text: "a"}
	space, nbsp := a, a
	space.text, nbsp.text = " ", "\u00A0"
	moved := cluster{parts: []part{{glyph: 5, dy: 1}}, advance: 10, text: "a"}

	codes := map[uint16]bool{}
	for _, c := range []cluster{a, space, nbsp, moved} {
		code := font.code(c)
		if code == 0 || codes[code] {
			t.Errorf("%+v has the code %d of another", c, code)
		}
		codes[code] = true
		if again := font.code(c); again != code {
			t.Errorf("%+v: codes %d and %d", c, code, again)
		}
	}
	if cmap := string(font.toUnicode()); !strings.Contains(cmap, "<0003> <00A0>") {
		t.Errorf("no no-break space in %s", cmap)
	}
}

// Ensure that there is no code beyond the last, rather than one used twice.
func TestCodesEnd(t *testing.T) {
	font := newFont(mustFont(t, "Andika-Regular.ttf"), "F0")
	for i := range 65535 {
		font.code(cluster{advance: i, text: "x"})
	}
	if got := font.code(cluster{advance: 70000}); got != 0 {
		t.Errorf("code %d is given twice", got)
	}
	if got := font.code(cluster{advance: 65534, text: "x"}); got != 65535 {
		t.Errorf("the last code is %d", got)
	}
}

func TestNumbers(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 1: "1", -1: "-1", 0.5: "0.5", 12.345: "12.35", -0.001: "0", 100: "100", 1e12: "1000000000", 0.999: "1",
	} {
		if got := number(v); got != want {
			t.Errorf("%g: %q, want %q", v, got, want)
		}
	}
}

// smallFile is written as fpdf does.
var smallFile = func() string {
	head := "%PDF-1.3\n"
	first := "1 0 obj\n<</Type /Pages>>\nendobj\n"
	second := "2 0 obj\n<</Length 13>>\nstream\n\nendobj\n\n123\n\nendstream\nendobj\n"
	return head + first + second + fmt.Sprintf("xref\n0 3\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \n"+
		"trailer\n<<\n/Size 3\n/Root 1 0 R\n/Info 2 0 R\n>>\nstartxref\n%d\n%%%%EOF\n",
		len(head), len(head+first), len(head+first+second))
}()

// Ensure that a stream is read by its length, whatever is in it.
func TestOpen(t *testing.T) {
	f, err := open([]byte(smallFile))
	if err != nil {
		t.Fatal(err)
	}
	if f.root != 1 || f.info != 2 || len(f.objects) != 3 {
		t.Errorf("file %+v", f)
	}
	if want := "<</Length 13>>\nstream\n\nendobj\n\n123\n\nendstream"; string(f.objects[2]) != want {
		t.Errorf("got %q, want %q", f.objects[2], want)
	}
}

// Ensure that files of others are refused, without a panic.
func FuzzOpen(f *testing.F) {
	f.Add([]byte(smallFile))
	f.Add([]byte(strings.Replace(smallFile, "Length 13", "Length 99", 1)))
	f.Add([]byte("startxref\n99999\n"))
	f.Add([]byte("xref\n0 9\nstartxref\n0\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := open(data)
		if err != nil {
			return
		}
		file.pages()
		file.compressContents()
		if !bytes.HasSuffix(file.bytes(), []byte("%%EOF\n")) {
			t.Error("not a whole file")
		}
	})
}
