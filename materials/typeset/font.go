package typeset

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
)

// Font is a parsed face; it is immutable and shared by all documents. Lengths
// are thousandths of an em, upwards from the baseline.
type Font struct {
	Name       string // PostScript name
	UnitsPerEm int
	Ascender   float64
	Descender  float64 // negative below the baseline
	CapHeight  float64
	XHeight    float64

	upright bool    // never slanted
	optical float64 // factor on the size that makes it look as large as the others

	font *font.Font
	// face is only read: outlines, advances, nominal glyphs. Shaping writes into
	// a face's cache, so every shaper has its own.
	face *font.Face
}

// ParseFont reads a TrueType font. It keeps data, which must not change.
// Damaged data is an error, never a panic.
func ParseFont(data []byte) (f *Font, err error) {
	// The parser below is made for fonts of good will; a broken one may still
	// lead it astray.
	defer func() {
		if r := recover(); r != nil {
			f, err = nil, fmt.Errorf("typeset: parse font: %v", r)
		}
	}()
	if err := checkTables(data); err != nil {
		return nil, err
	}
	loader, err := ot.NewLoader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("typeset: parse font: %w", err)
	}
	parsed, err := font.NewFont(loader)
	if err != nil {
		return nil, fmt.Errorf("typeset: parse font: %w", err)
	}
	if !loader.HasTable(ot.MustNewTag("glyf")) {
		return nil, errors.New("typeset: parse font: no TrueType outlines")
	}
	f = &Font{optical: 1, font: parsed, face: font.NewFace(parsed), UnitsPerEm: int(parsed.Upem())}
	if f.UnitsPerEm == 0 {
		return nil, errors.New("typeset: parse font: no units per em")
	}
	f.Advance(0) // panics here rather than later if there are no widths
	if err := f.readMetrics(loader); err != nil {
		return nil, err
	}
	names, err := loader.RawTable(ot.MustNewTag("name"))
	if err != nil {
		return nil, fmt.Errorf("typeset: parse font: %w", err)
	}
	if f.Name = postScriptName(names); f.Name == "" {
		return nil, errors.New("typeset: parse font: no PostScript name")
	}
	return f, nil
}

// checkTables looks whether all tables lie in data: the parser reserves memory by
// what a font says of itself.
func checkTables(data []byte) error {
	be := binary.BigEndian
	if len(data) < 12 || be.Uint32(data) != 0x00010000 {
		return errors.New("typeset: parse font: not a TrueType font")
	}
	for i := range int(be.Uint16(data[4:])) {
		at := 12 + 16*i
		if at+16 > len(data) {
			return errors.New("typeset: parse font: truncated")
		}
		offset, length := uint64(be.Uint32(data[at+8:])), uint64(be.Uint32(data[at+12:]))
		if offset+length > uint64(len(data)) {
			return errors.New("typeset: parse font: a table lies outside of the file")
		}
	}
	return nil
}

func (f *Font) readMetrics(loader *ot.Loader) error {
	hhea, err := loader.RawTable(ot.MustNewTag("hhea"))
	if err != nil {
		return fmt.Errorf("typeset: parse font: %w", err)
	}
	if len(hhea) < 36 {
		return errors.New("typeset: parse font: short hhea table")
	}
	f.Ascender, f.Descender = f.units(hhea[4:]), f.units(hhea[6:])
	f.CapHeight, f.XHeight = f.Ascender*0.7, f.Ascender*0.5
	// OS/2 carries the heights of letters from its version 2 on.
	os2, err := loader.RawTable(ot.MustNewTag("OS/2"))
	if err == nil && len(os2) >= 90 && binary.BigEndian.Uint16(os2) >= 2 {
		f.XHeight, f.CapHeight = f.units(os2[86:]), f.units(os2[88:])
	}
	return nil
}

// units reads a signed length in font units.
func (f *Font) units(b []byte) float64 {
	return float64(int16(binary.BigEndian.Uint16(b))) * f.scale()
}

func (f *Font) scale() float64 { return 1000 / float64(f.UnitsPerEm) }

// Advance returns the width of a glyph in thousandths of an em.
func (f *Font) Advance(id GlyphID) float64 {
	return float64(f.face.HorizontalAdvance(font.GID(id))) * f.scale()
}

// Has reports whether the font has a glyph for r.
func (f *Font) Has(r rune) bool {
	_, ok := f.font.NominalGlyph(r)
	return ok
}

// postScriptName finds name 6 in a name table, "" if there is none in ASCII.
func postScriptName(table []byte) string {
	be := binary.BigEndian
	if len(table) < 6 {
		return ""
	}
	count, storage := int(be.Uint16(table[2:])), int(be.Uint16(table[4:]))
	for i := range count {
		at := 6 + 12*i
		if at+12 > len(table) {
			return ""
		}
		record := table[at : at+12]
		if be.Uint16(record[6:]) != 6 {
			continue
		}
		start := storage + int(be.Uint16(record[10:]))
		end := start + int(be.Uint16(record[8:]))
		if end > len(table) {
			return ""
		}
		if name := nameCharacters(table[start:end]); name != "" {
			return name
		}
	}
	return ""
}

// nameCharacters keeps the characters a PostScript name may have. UTF-16 and
// Mac Roman differ in nothing else once the zero bytes are dropped.
func nameCharacters(raw []byte) string {
	var out []byte
	for _, c := range raw {
		if c > ' ' && c < 0x7f && !bytes.ContainsRune([]byte("[](){}<>/%#"), rune(c)) {
			out = append(out, c)
		}
	}
	return string(out)
}
