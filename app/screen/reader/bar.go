package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/app/present"
	"lernkoffer/app/theme"
	"lernkoffer/app/widgets"
)

// The height of the bar above the pages.
const (
	barHeight float32 = 64
	barSmall  float32 = 48
)

// bar says which material it is, and leads back and to the PDF.
type bar struct {
	screen *Screen
	title  *widgets.Paragraph
	facts  *widgets.Text
	level  *widgets.Tag
	kind   *widgets.Tag
	second *fyne.Container
	star   *widgets.Surface
	pdf    *widgets.Surface
	root   *fyne.Container
}

func newBar(s *Screen) *bar {
	b := &bar{screen: s}
	b.title = widgets.NewBoldParagraph("", theme.TextSection, theme.Ink, 1)
	b.facts = widgets.NewText("", theme.TextSecond, theme.Ink2)
	b.level, b.kind = widgets.NewLevelTag(""), widgets.NewTag("", theme.Well, theme.Ink2)
	b.second = widgets.Row(6, b.level, b.kind, b.facts)
	back := widgets.NewIconButton(theme.GlyphArrowLeft, lang.L("reader.back"), s.leave)
	back.Key = lang.L("key.esc")
	b.star = widgets.NewIconButton(theme.GlyphStar, "", b.toggle)
	b.star.Key = keyStar
	b.star.SetDisabled(s.context.Services.Own == nil)
	b.pdf = widgets.NewFilled(theme.GlyphPrint, lang.L("reader.pdf"), s.Print)
	b.pdf.Tip, b.pdf.Key = true, lang.L("key.p")
	row := widgets.Row(12, back, widgets.Grow(widgets.Column(3, b.title, b.second)), b.star, b.pdf)
	b.root = container.NewStack(widgets.Pad(0, 16, 0, 12, row),
		widgets.At(func(room, _ fyne.Size) (fyne.Position, fyne.Size) {
			return fyne.NewPos(0, room.Height-1), fyne.NewSize(room.Width, 1)
		}, widgets.NewRect(theme.Line, 0)))
	return b
}

// setSmall leaves out the second line.
func (b *bar) setSmall(on bool) {
	if on {
		b.second.Hide()
	} else {
		b.second.Show()
	}
}

func (b *bar) show() {
	m := &b.screen.model.Material().Meta
	b.title.SetText(m.Title)
	b.level.Set(present.Level(m))
	b.kind.Set(present.Kind(m))
	b.facts.SetText(present.ShortFacts(m))
	b.pdf.SetDisabled(false)
	b.showStar()
	b.root.Refresh()
}

func (b *bar) showStar() {
	if b.screen.model.Favourite() {
		b.star.SetIcon(theme.GlyphStarFilled, theme.Accent, lang.L("detail.unstar"))
	} else {
		b.star.SetIcon(theme.GlyphStar, theme.Ink2, lang.L("detail.star"))
	}
}

func (b *bar) toggle() {
	s := b.screen
	id, on := s.model.ID(), !s.model.Favourite()
	if !s.change(func() error { return s.model.SetFavourite(id, on) }) {
		return
	}
	key := "undo.star"
	if on {
		key = "undo.unstar"
	}
	s.canUndo(key, func() error { return s.model.SetFavourite(id, !on) })
}
