package start

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/app"
	"lernkoffer/app/theme"
	"lernkoffer/app/widgets"
)

const (
	tileGap    float32 = 16
	tilePad    float32 = 16
	wayHeight  float32 = 30
	artLarge   float32 = 64
	artSmall   float32 = 48
	headLarge  float32 = 68
	tileHeight         = tilePad + headLarge + 8 + mostWays*wayHeight + 4 + tilePad
)

var tints = []fyne.ThemeColorName{theme.Sand, theme.Soft, theme.Mist}

// tileRow sets the tiles side by side, of equal size.
func (s *Screen) tileRow(tiles []Tile) fyne.CanvasObject {
	row := make([]fyne.CanvasObject, len(tiles))
	for i, t := range tiles {
		surface := s.tile(t, tints[i%len(tints)])
		if s.first == nil {
			s.first = surface
		}
		row[i] = widgets.Grow(surface)
	}
	return widgets.Sized(0, tileHeight, widgets.RowAligned(widgets.AlignStretch, tileGap, row...))
}

// tile leads to all that belongs to a task; the ways on it to parts of that.
func (s *Screen) tile(t Tile, tint fyne.ThemeColorName) *widgets.Surface {
	title := widgets.RowAligned(widgets.AlignEnd, 8, widgets.NewBold(lang.L(t.Key), theme.TextTile, theme.Ink))
	if t.Count > 0 {
		title.Add(widgets.Pad(0, 0, 3, 0, widgets.NewText(strconv.Itoa(t.Count), theme.TextBody, theme.Ink2)))
	}
	head := widgets.RowAligned(widgets.AlignStart, 12,
		widgets.Grow(widgets.Column(2, title, widgets.NewParagraph(lang.L(t.Line), theme.TextBody, theme.Ink, 2))))
	if art := s.art(t.Picture); art != nil {
		head.Add(art)
	}
	var list fyne.CanvasObject
	if len(t.Ways) > 0 {
		list = container.NewStack(widgets.NewRect(theme.Paper, theme.RadiusBox), widgets.Pad(2, 0, 2, 0, s.ways(t.Ways)))
	} else {
		list = widgets.Pad(0, 4, 4, 4, widgets.NewParagraph(lang.L("start.nothing"), theme.TextPane, theme.Ink2, 2))
	}
	face := widgets.PadAll(tilePad, widgets.Column(0,
		widgets.Sized(0, headLarge, widgets.Pad(0, 0, 0, 4, head)), widgets.Spacer(), list))
	surface := s.press(lang.L(t.Key), widgets.NewRect(tint, theme.RadiusTile), face, func() { s.lead(app.Place{Filter: t.Filter}) })
	surface.SetDisabled(t.Count == 0)
	return surface
}

// art is the drawing of a tile, nil where there is none.
func (s *Screen) art(name string) fyne.CanvasObject {
	svg, err := s.context.Services.Pictures.SVG(name, false)
	if err != nil {
		return nil
	}
	size := artLarge
	if s.form.margin == smallMargin {
		size = artSmall
	}
	return widgets.NewDrawing(name, svg, size, theme.Ink)
}

// ways lists the ways of a tile.
func (s *Screen) ways(ways []Way) fyne.CanvasObject {
	list := widgets.Column(0)
	for i, w := range ways {
		if i > 0 {
			list.Add(widgets.Pad(0, 12, 0, 12, widgets.HLine()))
		}
		label := w.Label
		if w.Key != "" {
			label = lang.L(w.Key)
		}
		line := widgets.Row(8, widgets.Grow(widgets.NewParagraph(label, theme.TextBody, theme.Ink, 1)),
			widgets.NewText(strconv.Itoa(w.Count), theme.TextPane, theme.Ink2), widgets.NewIcon(theme.GlyphRight, 16, theme.Ink2))
		surface := s.press(label, widgets.NewRect(theme.None, theme.RadiusRow),
			widgets.Sized(0, wayHeight-1, widgets.Pad(0, 10, 0, 12, line)), func() { s.lead(app.Place{Filter: w.Filter}) })
		surface.Tip = w.Key == "" // such a label may be too long for the line
		list.Add(surface)
	}
	return list
}
