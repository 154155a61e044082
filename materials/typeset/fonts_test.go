package typeset_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"lernkoffer/materials/typeset"
)

func TestFallbackByLanguage(t *testing.T) {
	for _, c := range []struct {
		name, language, text string
		want                 []string // fonts in visual order
	}{
		{"German", "de", "Das Fest heißt", []string{"Andika"}},
		{"Ukrainian", "uk", "Їжак", []string{"Andika"}},
		{"an Arabic word in German", "de", "Fest: عيد", []string{"Andika", "NotoNaskhArabic-Regular"}},
		{"digits and stops in Arabic are Arabic ones", "ar", "في 12.05.", []string{"NotoNaskhArabic-Regular", "NotoNaskhArabic-Regular", "NotoNaskhArabic-Regular"}},
		{"a German word in Arabic", "ar", "أهلا Anna", []string{"Andika", "NotoNaskhArabic-Regular"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines := mustLayout(t, typeset.Options{}, typeset.Span{Text: c.text, Style: typeset.Style{Size: 12, Language: c.language}})
			var got []string
			for _, r := range lines[0].Runs {
				got = append(got, r.Font.Name)
			}
			if strings.Join(got, " ") != strings.Join(c.want, " ") {
				t.Errorf("fonts %q, want %q", got, c.want)
			}
		})
	}
}

func TestMissing(t *testing.T) {
	style := typeset.Style{Size: 12}
	for text, want := range map[string]string{
		"Größe „Äpfel“ – 5 €, ẞ": "",
		"Київ, Iğdır, عيد, ő":    "",
		"漢 字 漢":                  "字漢",
		"Haus\u00AD\u200B\n\t ":  "",
	} {
		if got := string(fonts.Missing(text, style)); got != want {
			t.Errorf("%q: missing %q, want %q", text, got, want)
		}
	}
	if got := string(fonts.Missing("ab", typeset.Style{Family: "fraktur"})); got != "ab" {
		t.Errorf("unknown family: missing %q, want everything", got)
	}
}

func TestErrorsOfFonts(t *testing.T) {
	damaged := typeset.NewFonts(fstest.MapFS{"Andika-Regular.ttf": {Data: []byte("no font")}})
	if _, err := damaged.Layout([]typeset.Span{plain("x")}, typeset.Options{}); err == nil ||
		!strings.Contains(err.Error(), "Andika-Regular.ttf") {
		t.Errorf("damaged font: error %v does not name the file", err)
	}
	empty := typeset.NewFonts(fstest.MapFS{})
	if _, err := empty.Layout([]typeset.Span{plain("x")}, typeset.Options{}); err == nil {
		t.Error("no font: no error")
	}
	if w := empty.Measure("x", plain("").Style); w != 0 {
		t.Errorf("no font: width %g", w)
	}
	unknown := plain("x")
	unknown.Style.Family = "fraktur"
	if _, err := fonts.Layout([]typeset.Span{unknown}, typeset.Options{}); err == nil {
		t.Error("unknown family: no error")
	}
	if _, err := fonts.Layout([]typeset.Span{plain("x")}, typeset.Options{Width: -1}); err == nil {
		t.Error("negative width: no error")
	}

	// Without the Arabic font German is still set.
	data, err := os.ReadFile(filepath.Join(fontFolder, "Andika-Regular.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	small := typeset.NewFonts(fstest.MapFS{"Andika-Regular.ttf": {Data: data}})
	if _, err := small.Layout([]typeset.Span{plain("Haus")}, typeset.Options{}); err != nil {
		t.Error(err)
	}
}

func TestMetrics(t *testing.T) {
	for family, xHeight := range map[typeset.Family]float64{
		typeset.FamilyText: 508, typeset.FamilyGrund: 500, typeset.FamilyVA: 500, typeset.FamilyLA: 500, typeset.FamilySAS: 500,
	} {
		font, err := fonts.Font(typeset.Style{Family: family})
		if err != nil {
			t.Fatal(err)
		}
		if d := font.XHeight - xHeight; d < -1 || d > 1 {
			t.Errorf("%s: x-height %.0f, want %.0f", family, font.XHeight, xHeight)
		}
		if font.Descender >= 0 || font.Ascender < font.CapHeight || font.CapHeight < font.XHeight {
			t.Errorf("%s: %+v", family, font)
		}
	}
}

// Ensure that one set of fonts serves many at a time, alike.
func TestConcurrentUse(t *testing.T) {
	shared := typeset.NewFonts(os.DirFS(fontFolder))
	const text = "Vogel Straße „Äpfel“ über عيد الفطر 12"
	families := []typeset.Family{typeset.FamilyText, typeset.FamilySAS, typeset.FamilyLA}
	want := map[typeset.Family]string{}
	for _, family := range families {
		want[family] = dump(mustLayout(t, typeset.Options{Width: 40}, typeset.Span{Text: text, Style: typeset.Style{Family: family, Size: 12}}))
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, family := range families {
				lines, err := shared.Layout([]typeset.Span{{Text: text, Style: typeset.Style{Family: family, Size: 12}}}, typeset.Options{Width: 40})
				if err != nil {
					t.Error(err)
					return
				}
				if got := dump(lines); got != want[family] {
					t.Errorf("%s: got %s, want %s", family, got, want[family])
				}
				for _, r := range lines[0].Runs {
					r.Font.Outline(r.Glyphs[0].ID)
				}
			}
		})
	}
	wg.Wait()
}

func dump(lines []typeset.Line) string {
	var b strings.Builder
	for _, l := range lines {
		for _, r := range l.Runs {
			b.WriteString(r.Font.Name + notation(r))
		}
		b.WriteByte('\n')
	}
	return b.String()
}
