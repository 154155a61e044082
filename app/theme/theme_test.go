package theme_test

import (
	"image/color"
	"io/fs"
	"math"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
	"golang.org/x/image/font/sfnt"

	"lernkoffer/app/theme"
	"lernkoffer/assets"
	"lernkoffer/materials"
)

func newTheme(t *testing.T) *theme.Theme {
	t.Helper()
	look, err := theme.New(assets.Fonts, assets.Icons)
	if err != nil {
		t.Fatal(err)
	}
	return look
}

// luminance is that of WCAG 2.
func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(n.R) + 0.7152*part(n.G) + 0.0722*part(n.B)
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// Ensure that text and the borders of controls can be made out, on light and dark.
func TestContrast(t *testing.T) {
	const text, edge = 4.5, 3.0
	pairs := []struct {
		ink     fyne.ThemeColorName
		grounds []fyne.ThemeColorName
		least   float64
	}{
		{theme.Ink, []fyne.ThemeColorName{theme.Chrome, theme.Ground, theme.Paper, theme.Well, theme.Soft, theme.Sand, theme.Mist, theme.AmberBg, theme.RedBg}, 9},
		{theme.Ink2, []fyne.ThemeColorName{theme.Chrome, theme.Ground, theme.Paper, theme.Well, theme.Soft, theme.Sand, theme.Mist, theme.AmberBg}, text},
		{theme.Accent, []fyne.ThemeColorName{theme.Chrome, theme.Ground, theme.Paper, theme.Soft}, text},
		{theme.OnAccent, []fyne.ThemeColorName{theme.Accent}, text},
		{theme.OnSoft, []fyne.ThemeColorName{theme.Soft, theme.Paper}, text},
		{theme.Amber, []fyne.ThemeColorName{theme.AmberBg, theme.Paper}, text},
		{theme.Red, []fyne.ThemeColorName{theme.RedBg, theme.Paper, theme.Chrome}, text},
		{theme.Green, []fyne.ThemeColorName{theme.Paper, theme.Chrome}, text},
		{theme.OnMark, []fyne.ThemeColorName{theme.Mark}, text},
		{theme.Edge, []fyne.ThemeColorName{theme.Paper, theme.Ground}, edge},
		{theme.Paper, []fyne.ThemeColorName{theme.Ink}, text}, // tooltips
	}
	look := newTheme(t)
	for name, variant := range map[string]fyne.ThemeVariant{"light": fynetheme.VariantLight, "dark": fynetheme.VariantDark} {
		for _, p := range pairs {
			for _, ground := range p.grounds {
				if got := contrast(look.Color(p.ink, variant), look.Color(ground, variant)); got < p.least {
					t.Errorf("%s: %s on %s has %.1f, at least %.1f", name, p.ink, ground, got, p.least)
				}
			}
		}
	}
}

// Ensure that Fyne's own widgets find all their colours.
func TestFyneColours(t *testing.T) {
	test.NewTempApp(t)
	test.AssertAllColorNamesDefined(t, newTheme(t), "lernkoffer")
}

// Ensure that the theme follows the system unless it is held.
func TestVariants(t *testing.T) {
	look := newTheme(t)
	light, dark := look.Color(theme.Paper, fynetheme.VariantLight), look.Color(theme.Paper, fynetheme.VariantDark)
	if light == dark {
		t.Error("light and dark paper are the same")
	}
	if got := look.Fixed(fynetheme.VariantDark).Color(theme.Paper, fynetheme.VariantLight); got != dark {
		t.Errorf("held at dark, paper is %v", got)
	}
}

// Ensure that every icon can be had in the colour of its use, and that Fyne's cache
// keeps the colours apart.
func TestGlyphs(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(newTheme(t).Fixed(fynetheme.VariantLight))
	if len(theme.Glyphs) < 10 {
		t.Fatalf("only %d icons", len(theme.Glyphs))
	}
	for _, g := range theme.Glyphs {
		res := g.Resource(theme.Accent)
		if !strings.Contains(string(res.Content()), "#0e686e") || strings.Contains(string(res.Content()), "currentColor") {
			t.Errorf("%s is not tinted:\n%s", g, res.Content())
		}
		if other := g.Resource(theme.Ink); other.Name() == res.Name() {
			t.Errorf("%s has one name for two colours: %s", g, res.Name())
		}
	}
}

// Ensure that the two weights are two faces, and that Fyne's symbols stay its own.
func TestFonts(t *testing.T) {
	look := newTheme(t)
	regular, bold := look.Font(fyne.TextStyle{}), look.Font(fyne.TextStyle{Bold: true})
	if regular.Name() == bold.Name() || !strings.Contains(bold.Name(), "SemiBold") {
		t.Errorf("faces: %s and %s", regular.Name(), bold.Name())
	}
	if mono := look.Font(fyne.TextStyle{Monospace: true}); mono.Name() == regular.Name() {
		t.Error("code is not set in a monospaced face")
	}
}

// Ensure that the face has every letter of the window's texts and of the closed
// lists: what is missing would come in another face.
func TestFaceHasAllLetters(t *testing.T) {
	texts, err := fs.ReadFile(assets.Lang, "de.json")
	if err != nil {
		t.Fatal(err)
	}
	words := string(texts)
	for _, f := range materials.Facets {
		for _, term := range f.Values {
			words += term.Label
		}
	}
	look := newTheme(t)
	for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
		res := look.Font(style)
		face, err := sfnt.Parse(res.Content())
		if err != nil {
			t.Fatal(err)
		}
		missing := make(map[rune]bool)
		for _, r := range words {
			if i, err := face.GlyphIndex(nil, r); (err != nil || i == 0) && !unicode.IsSpace(r) {
				missing[r] = true
			}
		}
		for r := range missing {
			t.Errorf("%s lacks %q", res.Name(), r)
		}
	}
}

// Ensure that black line drawings take a colour of the theme, and other drawings
// and colours have other names, by which Fyne keeps them.
func TestDrawing(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(newTheme(t).Fixed(fynetheme.VariantDark))
	svg := []byte(`<svg id="x" viewBox="0 0 72 72"><path fill="none" stroke="#000"/><circle r="2"/></svg>`)
	ink, accent := theme.Drawing("openmoji/1F4AC", svg, theme.Ink), theme.Drawing("openmoji/1F4AC", svg, theme.Accent)
	want := `<svg fill="#ecefed" id="x" viewBox="0 0 72 72"><path fill="none" stroke="#ecefed"/><circle r="2"/></svg>`
	if got := string(ink.Content()); got != want {
		t.Errorf("drawing: %s", got)
	}
	if ink.Name() == accent.Name() || ink.Name() == theme.Drawing("openmoji/1F9ED", svg, theme.Ink).Name() {
		t.Error("two drawings have one name")
	}
}
