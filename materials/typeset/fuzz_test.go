package typeset_test

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"testing"

	"lernkoffer/materials/typeset"
)

// Ensure that damaged fonts are refused or read, but never panic.
func FuzzParseFont(f *testing.F) {
	data, err := os.ReadFile(filepath.Join(fontFolder, "playwrite-de-grund-400.ttf"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(0, []byte{0})
	f.Add(4, []byte{0xff, 0xff})
	f.Add(60, []byte{0, 0, 0, 0})
	f.Add(20000, bytes.Repeat([]byte{0xff}, 10000)) // outlines
	f.Fuzz(func(t *testing.T, at int, patch []byte) {
		damaged := append([]byte(nil), data...)
		if at < 0 || at > len(damaged) {
			damaged = patch
		} else {
			copy(damaged[at:], patch)
		}
		font, err := typeset.ParseFont(damaged)
		if (font == nil) == (err == nil) {
			t.Fatalf("font %v, error %v", font, err)
		}
		if font != nil {
			font.Outline(36)
			font.Contours(36)
			font.Advance(36)
		}
	})
}

func TestParseFontRefusesTruncated(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(fontFolder, "playwrite-de-grund-400.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 3, 12, 100, 1000, 5000} {
		if _, err := typeset.ParseFont(data[:n]); err == nil {
			t.Errorf("%d bytes: no error", n)
		}
	}
}

// Ensure that any text can be set, in any width.
func FuzzLayout(f *testing.F) {
	f.Add("Straße „Äpfel“\nz.\u00A0B.", "de", uint8(0), 30.0)
	f.Add("مُعَلِّمَة (Hallo) 123 \u00AD\u200D\u2067", "ar", uint8(4), 12.5)
	f.Add("\uFFFC\u0301\u0000\r\n\t漢", "", uint8(1), 0.0)
	f.Add("e\u0301\u0302ß\u202Ex", "he", uint8(3), 1e-9)
	families := []typeset.Family{"", typeset.FamilyGrund, typeset.FamilyVA, typeset.FamilyLA, typeset.FamilySAS}
	f.Fuzz(func(t *testing.T, text, language string, family uint8, width float64) {
		if len(text) > 2000 || len(language) > 50 || math.IsNaN(width) || width < 0 {
			return
		}
		style := typeset.Style{Family: families[int(family)%len(families)], Size: 12, Language: language}
		lines, err := fonts.Layout([]typeset.Span{
			{Text: text, Style: style},
			{Box: &typeset.Box{Width: 3, Ascent: 2, Descent: 1}, Style: style},
			{Text: text, Style: style},
		}, typeset.Options{Width: width})
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range lines {
			clusters := 0
			for _, r := range l.Runs {
				if r.Box != nil {
					clusters++
				}
				for _, g := range r.Glyphs {
					if g.Text != "" {
						clusters++
					}
				}
			}
			if width > 0 && l.Width > width+0.001 && clusters > 1 && l.Width > 0 && hasRoom(l, width) {
				t.Fatalf("%q is %g mm wide in %g", texts(lines), l.Width, width)
			}
			if math.IsNaN(l.Width) || l.Height() <= 0 {
				t.Fatalf("line %+v", l)
			}
		}
	})
}

// hasRoom reports whether the first cluster of a line fits by itself.
func hasRoom(l typeset.Line, width float64) bool {
	widest := 0.0
	for _, r := range l.Runs {
		if r.Box != nil {
			widest = max(widest, r.Width)
		}
		for _, g := range r.Glyphs {
			widest = max(widest, g.Advance/1000*r.Size*typeset.MMPerPoint)
		}
	}
	return widest <= width
}
