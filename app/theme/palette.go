package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// The colours by their use. Widgets ask the theme for them as for Fyne's own.
const (
	Chrome   fyne.ThemeColorName = "lkChrome"   // top bar, rail, status
	Ground   fyne.ThemeColorName = "lkGround"   // the screen
	Paper    fyne.ThemeColorName = "lkPaper"    // cards, panes, fields
	Well     fyne.ThemeColorName = "lkWell"     // desk under pages and thumbnails
	Ink      fyne.ThemeColorName = "lkInk"      // text
	Ink2     fyne.ThemeColorName = "lkInk2"     // second line, counts, idle icons
	Line     fyne.ThemeColorName = "lkLine"     // hairlines, decoration only
	Edge     fyne.ThemeColorName = "lkEdge"     // border of what can be operated
	Accent   fyne.ThemeColorName = "lkAccent"   // here, chosen, do it
	OnAccent fyne.ThemeColorName = "lkOnAccent" // text on Accent
	Soft     fyne.ThemeColorName = "lkSoft"     // chosen row, chip, information
	OnSoft   fyne.ThemeColorName = "lkOnSoft"   // text on Soft
	Sand     fyne.ThemeColorName = "lkSand"     // tile
	Mist     fyne.ThemeColorName = "lkMist"     // tile
	Amber    fyne.ThemeColorName = "lkAmber"    // hint, note
	AmberBg  fyne.ThemeColorName = "lkAmberBg"  // ground of hints
	Red      fyne.ThemeColorName = "lkRed"      // fault
	RedBg    fyne.ThemeColorName = "lkRedBg"    // ground of faults
	Green    fyne.ThemeColorName = "lkGreen"    // done, always with a tick
	Mark     fyne.ThemeColorName = "lkMark"     // frames drawn on a page, which stays light
	OnMark   fyne.ThemeColorName = "lkOnMark"   // labels on Mark
	Veil     fyne.ThemeColorName = "lkVeil"     // laid over what the pointer is on
	Thumb    fyne.ThemeColorName = "lkThumb"    // scroll bar
	Shade    fyne.ThemeColorName = "lkShade"    // Fyne's shadows
	Dim      fyne.ThemeColorName = "lkDim"      // laid over pages in the dark
	Frame    fyne.ThemeColorName = "lkFrame"    // edge of a page
	Shadow   fyne.ThemeColorName = "lkShadow"   // one layer of the shadow under a page
	None     fyne.ThemeColorName = "lkNone"     // nothing
)

// tones is a colour on light and on dark, as RRGGBBAA.
type tones struct{ light, dark uint32 }

var palette = map[fyne.ThemeColorName]tones{
	Chrome:   {0xEBE7E0FF, 0x15191AFF},
	Ground:   {0xF6F4F0FF, 0x1C2122FF},
	Paper:    {0xFFFFFFFF, 0x262C2DFF},
	Well:     {0xE9E5DDFF, 0x141819FF},
	Ink:      {0x1D2729FF, 0xECEFEDFF},
	Ink2:     {0x566062FF, 0xAAB4B3FF},
	Line:     {0xDFDAD1FF, 0x394142FF},
	Edge:     {0x8A8B83FF, 0x7B8584FF},
	Accent:   {0x0E686EFF, 0x63C5C5FF},
	OnAccent: {0xFFFFFFFF, 0x06282AFF},
	Soft:     {0xD9EAE8FF, 0x1E4345FF},
	OnSoft:   {0x0A4A4FFF, 0xC4ECEAFF},
	Sand:     {0xF3E8D6FF, 0x3A3226FF},
	Mist:     {0xE3E7F0FF, 0x2A3040FF},
	Amber:    {0x7A4E00FF, 0xF0C572FF},
	AmberBg:  {0xFBF0DAFF, 0x3B3120FF},
	Red:      {0xA3271DFF, 0xF2A097FF},
	RedBg:    {0xFAE6E3FF, 0x442724FF},
	Green:    {0x2A6B30FF, 0x8FD093FF},
	Mark:     {0x0E686EFF, 0x0E686EFF},
	OnMark:   {0xFFFFFFFF, 0xFFFFFFFF},
	Veil:     {0x1D27290F, 0xFFFFFF12},
	Thumb:    {0x8A8B8399, 0x7B858499},
	Shade:    {0x0000000C, 0x00000020},
	Dim:      {0x00000000, 0x00000026},
	Frame:    {0x00000022, 0x00000044},
	Shadow:   {0x0000000B, 0x00000018},
	None:     {0x00000000, 0x00000000},
}

// aliases lead Fyne's names to ours, so that its own widgets follow.
var aliases = map[fyne.ThemeColorName]fyne.ThemeColorName{
	fynetheme.ColorNameBackground:          Ground,
	fynetheme.ColorNameButton:              Paper,
	fynetheme.ColorNameDisabled:            Ink2,
	fynetheme.ColorNameDisabledButton:      Well,
	fynetheme.ColorNameError:               Red,
	fynetheme.ColorNameFocus:               Soft,
	fynetheme.ColorNameForeground:          Ink,
	fynetheme.ColorNameForegroundOnError:   Paper,
	fynetheme.ColorNameForegroundOnPrimary: OnAccent,
	fynetheme.ColorNameForegroundOnSuccess: Paper,
	fynetheme.ColorNameForegroundOnWarning: Paper,
	fynetheme.ColorNameHeaderBackground:    Chrome,
	fynetheme.ColorNameHover:               Veil,
	fynetheme.ColorNameHyperlink:           Accent,
	fynetheme.ColorNameInputBackground:     Paper,
	fynetheme.ColorNameInputBorder:         Edge,
	fynetheme.ColorNameMenuBackground:      Paper,
	fynetheme.ColorNameOverlayBackground:   Paper,
	fynetheme.ColorNamePlaceHolder:         Ink2,
	fynetheme.ColorNamePressed:             Veil,
	fynetheme.ColorNamePrimary:             Accent,
	fynetheme.ColorNameScrollBar:           Thumb,
	fynetheme.ColorNameScrollBarBackground: None,
	fynetheme.ColorNameSelection:           Soft,
	fynetheme.ColorNameSeparator:           Line,
	fynetheme.ColorNameShadow:              Shade,
	fynetheme.ColorNameSuccess:             Green,
	fynetheme.ColorNameWarning:             Amber,
}

// Color implements fyne.Theme.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if t.fixed {
		variant = t.variant
	}
	if own, ok := aliases[name]; ok {
		name = own
	}
	c, ok := palette[name]
	if !ok {
		return fynetheme.DefaultTheme().Color(name, variant)
	}
	if variant == fynetheme.VariantDark {
		return nrgba(c.dark)
	}
	return nrgba(c.light)
}

func nrgba(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 24), G: uint8(v >> 16), B: uint8(v >> 8), A: uint8(v)}
}

// Color returns a colour of the running application's theme.
func Color(name fyne.ThemeColorName) color.Color { return fynetheme.Color(name) }
