package theme

import (
	"fmt"
	"io/fs"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// The sizes of type.
const (
	TextTitle   float32 = 26 // page title
	TextTile    float32 = 22
	TextSection float32 = 17 // section, pane
	TextBody    float32 = 14 // body, controls
	TextPane    float32 = 13 // in panes
	TextSecond  float32 = 12.5
	TextSmall   float32 = 12 // rail, tags
	// Leading is the height of a line by its size.
	Leading float32 = 1.36
)

// The heights of what can be operated, and radii.
const (
	Control     float32 = 36
	ControlBar  float32 = 32 // in bars
	ControlMain float32 = 40 // the main action of a pane

	RadiusTag  float32 = 4
	RadiusRow  float32 = 6
	RadiusBox  float32 = 8
	RadiusCard float32 = 10
	RadiusTile float32 = 14
	RadiusPage float32 = 12
)

// Theme is Lernkoffer's look. It follows the system between light and dark.
type Theme struct {
	regular, bold fyne.Resource
	icons         fs.FS
	fixed         bool
	variant       fyne.ThemeVariant
}

var _ fyne.Theme = (*Theme)(nil)

// New reads the faces from fonts and the icons that the window uses from icons.
func New(fonts, icons fs.FS) (*Theme, error) {
	t := &Theme{icons: icons}
	for file, face := range map[string]*fyne.Resource{
		"AtkinsonHyperlegibleNext-Regular.ttf":  &t.regular,
		"AtkinsonHyperlegibleNext-SemiBold.ttf": &t.bold,
	} {
		data, err := fs.ReadFile(fonts, file)
		if err != nil {
			return nil, fmt.Errorf("theme: %w", err)
		}
		*face = fyne.NewStaticResource(file, data)
	}
	for _, g := range Glyphs {
		if _, err := fs.Stat(icons, g.path()); err != nil {
			return nil, fmt.Errorf("theme: %w", err)
		}
	}
	return t, nil
}

// Fixed returns the theme held at light or dark.
func (t *Theme) Fixed(variant fyne.ThemeVariant) *Theme {
	held := *t
	held.fixed, held.variant = true, variant
	return &held
}

// Font implements fyne.Theme. Bold is the weight of 600, which reads calmer than
// 700; the face has no italics, and none are used.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace, style.Symbol:
		return fynetheme.DefaultTheme().Font(style)
	case style.Bold:
		return t.bold
	}
	return t.regular
}

// Icon implements fyne.Theme: Fyne's own widgets keep their icons.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return fynetheme.DefaultTheme().Icon(name)
}

var sizes = map[fyne.ThemeSizeName]float32{
	fynetheme.SizeNamePadding:         4,
	fynetheme.SizeNameInnerPadding:    8,
	fynetheme.SizeNameText:            TextBody,
	fynetheme.SizeNameCaptionText:     TextSecond,
	fynetheme.SizeNameSubHeadingText:  TextSection,
	fynetheme.SizeNameHeadingText:     TextTitle,
	fynetheme.SizeNameInlineIcon:      18,
	fynetheme.SizeNameInputRadius:     RadiusBox,
	fynetheme.SizeNameSelectionRadius: RadiusBox,
	fynetheme.SizeNameInputBorder:     1,
	fynetheme.SizeNameScrollBar:       10,
	fynetheme.SizeNameScrollBarSmall:  4,
	fynetheme.SizeNameScrollBarRadius: 5,
}

// Size implements fyne.Theme.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := sizes[name]; ok {
		return size
	}
	return fynetheme.DefaultTheme().Size(name)
}
