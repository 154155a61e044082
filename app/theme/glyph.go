package theme

import (
	"bytes"
	"fmt"
	"image/color"
	"io/fs"
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Glyph names an outline icon.
type Glyph string

// The icons in use.
const (
	GlyphArrowLeft  Glyph = "arrow-left"
	GlyphBack       Glyph = "arrow-back-up"
	GlyphBooks      Glyph = "books"
	GlyphCalendar   Glyph = "calendar-event"
	GlyphCase       Glyph = "briefcase"
	GlyphCards      Glyph = "layout-grid"
	GlyphCheck      Glyph = "check"
	GlyphClose      Glyph = "x"
	GlyphDelete     Glyph = "trash"
	GlyphDown       Glyph = "chevron-down"
	GlyphEdit       Glyph = "pencil"
	GlyphFault      Glyph = "alert-circle"
	GlyphFilter     Glyph = "filter"
	GlyphFolder     Glyph = "folder"
	GlyphFolderOpen Glyph = "folder-open"
	GlyphHome       Glyph = "home"
	GlyphInfo       Glyph = "info-circle"
	GlyphLeft       Glyph = "chevron-left"
	GlyphList       Glyph = "list"
	GlyphMinus      Glyph = "minus"
	GlyphNote       Glyph = "note"
	GlyphPDF        Glyph = "file-type-pdf"
	GlyphPlus       Glyph = "plus"
	GlyphPrint      Glyph = "printer"
	GlyphQuote      Glyph = "quote"
	GlyphRead       Glyph = "book-2"
	GlyphRight      Glyph = "chevron-right"
	GlyphSearch     Glyph = "search"
	GlyphStar       Glyph = "star"
	GlyphStarFilled Glyph = "star-filled"
	GlyphTag        Glyph = "tag"
	GlyphUp         Glyph = "chevron-up"
	GlyphWarning    Glyph = "alert-triangle"
)

// Glyphs lists all icons in use.
var Glyphs = []Glyph{
	GlyphArrowLeft, GlyphBack, GlyphBooks, GlyphCalendar, GlyphCase, GlyphCards, GlyphCheck, GlyphClose,
	GlyphDelete, GlyphDown, GlyphEdit, GlyphFault, GlyphFilter, GlyphFolder, GlyphFolderOpen, GlyphHome,
	GlyphInfo, GlyphLeft, GlyphList, GlyphMinus, GlyphNote, GlyphPDF, GlyphPlus, GlyphPrint, GlyphQuote,
	GlyphRead, GlyphRight, GlyphSearch, GlyphStar, GlyphStarFilled, GlyphTag, GlyphUp, GlyphWarning,
}

func (g Glyph) path() string { return "tabler/" + string(g) + ".svg" }

// strokeWidth is a little less than the icons are published with: it goes with
// the weight of the text.
const strokeWidth = "1.75"

// Resource returns the icon in a colour of the running application's theme. Fyne
// tints fills only, so the colour is written into the drawing, and into the name
// by which Fyne caches it.
func (g Glyph) Resource(colour fyne.ThemeColorName) fyne.Resource {
	t, ok := fynetheme.Current().(*Theme)
	if !ok {
		return fynetheme.BrokenImageIcon()
	}
	data, err := fs.ReadFile(t.icons, g.path())
	if err != nil {
		return fynetheme.BrokenImageIcon()
	}
	hex := hexOf(Color(colour))
	data = bytes.ReplaceAll(data, []byte("currentColor"), []byte("#"+hex))
	data = bytes.ReplaceAll(data, []byte(`stroke-width="2"`), []byte(`stroke-width="`+strokeWidth+`"`))
	return fyne.NewStaticResource(string(g)+"-"+hex+".svg", data)
}

func hexOf(c color.Color) string {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return fmt.Sprintf("%02x%02x%02x", n.R, n.G, n.B)
}

// Drawing returns a black line drawing in a colour of the running application's
// theme, by a name of its own. Shapes that name no colour take it from the root.
func Drawing(name string, svg []byte, colour fyne.ThemeColorName) fyne.Resource {
	hex := hexOf(Color(colour))
	svg = bytes.ReplaceAll(svg, []byte(`"#000"`), []byte(`"#`+hex+`"`))
	svg = bytes.Replace(svg, []byte("<svg "), []byte(`<svg fill="#`+hex+`" `), 1)
	return fyne.NewStaticResource(strings.ReplaceAll(name, "/", "-")+"-"+hex+".svg", svg)
}
