package reader

import (
	"context"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/app/pages"
	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/app/widgets"
)

// strip shows all pages small; pressing one shows it large.
type strip struct {
	screen *Screen
	latest ui.Latest
	sheets []*widgets.Sheet
	cells  []*widgets.Surface
	column *fyne.Container
	scroll *container.Scroll
	root   *fyne.Container
}

const stripPage float32 = 56

func newStrip(s *Screen) *strip {
	p := &strip{screen: s, column: widgets.Column(6)}
	p.scroll = container.NewVScroll(widgets.Pad(12, 8, 12, 8, p.column))
	p.root = container.NewStack(widgets.NewRect(theme.Well, 0), p.scroll)
	return p
}

func (p *strip) clear() {
	p.latest.Cancel()
	p.sheets, p.cells, p.column.Objects = nil, nil, nil
	p.column.Refresh()
}

// show shows the pages of the sheet, one after the other.
func (p *strip) show() {
	p.clear()
	for i := range p.screen.paper.pages {
		sheet := widgets.NewSheet(stripPage)
		label := widgets.NewText(p.screen.paper.short(i), theme.TextSmall, theme.Ink2)
		face := widgets.Pad(10, 4, 4, 4, widgets.ColumnAligned(widgets.AlignCentre, 6, sheet, label))
		name := lang.L("reader.topage", map[string]any{"Page": p.screen.paper.short(i)})
		cell := widgets.NewSurface(name, widgets.NewBox(theme.None, theme.None, theme.RadiusBox, 2), face, func() { p.screen.paper.leafTo(i) })
		cell.OnFocus = func() { widgets.Reveal(p.scroll, cell) }
		p.sheets, p.cells = append(p.sheets, sheet), append(p.cells, cell)
		p.column.Add(cell)
	}
	p.mark()
	p.column.Refresh()
	p.scroll.Refresh()
	p.paint(0)
}

// paint makes the image of a page, then that of the next.
func (p *strip) paint(number int) {
	if number >= len(p.sheets) {
		return
	}
	c, shown := p.screen.context, p.screen.paper.pages[number]
	pixels := int(stripPage*c.Window.Canvas().Scale() + 0.5)
	ui.Load(c, &p.latest, func(context.Context) (image.Image, error) {
		return pages.Render(shown, pixels)
	}, func(img image.Image, err error) {
		if err == nil { // else it keeps blank paper: the large page says why
			p.sheets[number].SetImage(img)
		}
		p.paint(number + 1)
	})
}

// mark frames the page that is shown large.
func (p *strip) mark() {
	for i, cell := range p.cells {
		if i == p.screen.paper.at {
			cell.Back().Set(theme.Paper, theme.Accent, 2)
			widgets.Reveal(p.scroll, cell)
		} else {
			cell.Back().Set(theme.None, theme.None, 0)
		}
	}
}
