package reader

import (
	"image"
	"unicode"

	"fyne.io/fyne/v2"

	"lernkoffer/app/theme"
	"lernkoffer/materials"
	"lernkoffer/materials/page"
	"lernkoffer/materials/raster"
	"lernkoffer/materials/typeset"
)

// foreign reports whether a text is in a script that Fyne's faces have not or set
// wrong. It is then painted as on paper.
func foreign(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Greek) {
			return true
		}
	}
	return false
}

// writing is a text as an image, black on white.
type writing struct {
	image image.Image
	size  fyne.Size // on the screen
}

// write sets a text as on paper, within a width. It fails with CodeContent where
// our fonts lack a sign of it.
func write(fonts *typeset.Fonts, text, language string, width, scale float32) (writing, error) {
	const points = 12
	style := typeset.Style{Size: points, Language: language}
	if missing := fonts.Missing(text, style); len(missing) > 0 {
		return writing{}, materials.Errorf(materials.CodeContent, "Das Zeichen „%c“ kann nicht gezeigt werden.", missing[0])
	}
	// A millimetre in the window's unit, so that the type is as high as that beside it.
	unit := float64(theme.TextBody) / (points * typeset.MMPerPoint)
	lines, err := fonts.Layout([]typeset.Span{{Text: text, Style: style}}, typeset.Options{Width: float64(width) / unit})
	if err != nil {
		return writing{}, err
	}
	const side = 0.5
	p := &page.Page{Width: 2 * side}
	for _, l := range lines {
		p.Width = max(p.Width, l.Width+2*side)
	}
	for _, l := range lines {
		left := side
		if len(l.Runs) > 0 {
			left -= leftmost(l.Runs)
		}
		for _, run := range l.Runs {
			p.Items = append(p.Items, page.Text{X: left, Y: p.Height + l.Ascent, Run: run})
		}
		p.Height += l.Height()
	}
	img, err := raster.Render(p, unit*float64(scale))
	if err != nil {
		return writing{}, err
	}
	b := img.Bounds()
	return writing{img, fyne.NewSize(float32(b.Dx())/scale, float32(b.Dy())/scale)}, nil
}

// leftmost is where the first run of a line begins: right-to-left ones stand at
// the right edge.
func leftmost(runs []typeset.Run) float64 {
	left := runs[0].X
	for _, r := range runs {
		left = min(left, r.X)
	}
	return left
}
