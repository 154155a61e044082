package reader

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/app/widgets"
)

// zoom is how large a page is: as a part of paper held in the hand, or to fit.
type zoom struct {
	fit    fit
	factor float32 // where fit is none
}

type fit int

const (
	fitWidth fit = iota
	fitPage
	fitNone
)

const (
	zoomKey           = "reader.zoom"
	wholeA4   float32 = 794 // A4 at its true width on a usual screen
	leastZoom float32 = 0.25
	mostZoom  float32 = 2.5
	mostFit   float32 = 1.15 // wider is no easier to read
)

var zoomSteps = []float32{0.25, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5}

func recallZoom(c *ui.Context) zoom {
	if c.Services.Own == nil {
		return zoom{}
	}
	// Where it can't be read pages are as wide as the desk.
	text, _ := c.Services.Own.Setting(zoomKey)
	if text == "page" {
		return zoom{fit: fitPage}
	}
	if f, err := strconv.ParseFloat(text, 32); err == nil && f >= float64(leastZoom) && f <= float64(mostZoom) {
		return zoom{fitNone, float32(f)}
	}
	return zoom{}
}

func (z zoom) String() string {
	switch z.fit {
	case fitPage:
		return "page"
	case fitNone:
		return fmt.Sprintf("%.2f", z.factor)
	}
	return "width"
}

// width is that of a page on a desk.
func (z zoom) width(desk fyne.Size) float32 {
	wide := min(desk.Width-2*deskMargin-4, wholeA4*mostFit)
	switch z.fit {
	case fitPage:
		high := (desk.Height - deskMargin - toolRoom) / widgets.PaperHeight(1000) * 1000
		return float32(int(max(120, min(wide, high))))
	case fitNone:
		return float32(int(wholeA4 * z.factor))
	}
	return float32(int(max(120, wide)))
}

// step is the next size above (1) or below (-1) that of a page so wide.
func (z zoom) step(by int, width float32) zoom {
	now := width / wholeA4
	if by > 0 {
		for _, f := range zoomSteps {
			if f > now+0.01 {
				return zoom{fitNone, f}
			}
		}
		return zoom{fitNone, mostZoom}
	}
	next := leastZoom
	for _, f := range zoomSteps {
		if f < now-0.01 {
			next = f
		}
	}
	return zoom{fitNone, next}
}

func (p *paper) setZoom(z zoom) {
	p.zoom = z
	p.resize()
	if own := p.screen.context.Services.Own; own != nil {
		_ = own.SetSetting(zoomKey, z.String()) // what is not remembered is chosen again
	}
}

// zoomBar floats over the desk: which page, how large.
type zoomBar struct {
	paper          *paper
	back, next     *widgets.Surface
	label, percent *widgets.Text
	fit            *widgets.Surface
	fitText        *widgets.Text
	inner          *fyne.Container
	root           *fyne.Container
}

func newZoomBar(p *paper) *zoomBar {
	b := &zoomBar{paper: p}
	b.back = widgets.NewIconButton(theme.GlyphLeft, lang.L("reader.prev"), func() { p.leafTo(p.at - 1) })
	b.next = widgets.NewIconButton(theme.GlyphRight, lang.L("reader.next"), func() { p.leafTo(p.at + 1) })
	b.label = widgets.NewText("", theme.TextPane, theme.Ink)
	b.percent = widgets.NewText("", theme.TextPane, theme.Ink)
	less := widgets.NewIconButton(theme.GlyphMinus, lang.L("reader.smaller"), func() { p.setZoom(p.zoom.step(-1, p.width())) })
	more := widgets.NewIconButton(theme.GlyphPlus, lang.L("reader.larger"), func() { p.setZoom(p.zoom.step(1, p.width())) })
	b.fitText = widgets.NewText("", theme.TextPane, theme.Ink)
	b.fit = widgets.NewSurface("", widgets.NewRect(theme.None, theme.RadiusBox),
		widgets.Sized(0, theme.ControlBar, container.NewCenter(widgets.Pad(0, 10, 0, 10, b.fitText))), b.toggleFit)
	b.fit.Tip = true
	b.back.Key, b.next.Key = lang.L("key.arrowleft"), lang.L("key.arrowright")
	less.Key, more.Key, b.fit.Key = "−", "+", "0"
	line := func() fyne.CanvasObject { return widgets.Sized(1, 20, widgets.NewRect(theme.Line, 0)) }
	b.inner = widgets.Row(4, b.back, b.label, b.next, line(), less, widgets.Sized(44, 0, container.NewCenter(b.percent)), more, line(), b.fit)
	b.root = container.NewStack(widgets.NewBox(theme.Paper, theme.Line, 20, 1), widgets.Pad(4, 8, 4, 8, b.inner))
	return b
}

func (b *zoomBar) toggleFit() {
	if b.paper.zoom.fit == fitWidth {
		b.paper.setZoom(zoom{fit: fitPage})
	} else {
		b.paper.setZoom(zoom{fit: fitWidth})
	}
}

func (b *zoomBar) show() {
	p := b.paper
	if len(p.pages) == 0 {
		b.root.Hide()
		return
	}
	b.root.Show()
	b.back.SetDisabled(p.at == 0)
	b.next.SetDisabled(p.at >= len(p.pages)-1)
	text := lang.L("desk.page", map[string]any{"N": p.at + 1, "Of": len(p.pages)})
	if p.at >= p.pupil {
		text += " · " + p.answer
	}
	b.label.SetText(text)
	b.percent.SetText(fmt.Sprintf("%.0f\u00a0%%", p.width()/wholeA4*100))
	fit := lang.L("reader.fitpage")
	if p.zoom.fit != fitWidth {
		fit = lang.L("reader.fitwidth")
	}
	b.fitText.SetText(fit)
	b.fit.Label = fit
	b.inner.Refresh()
	b.paper.root.Layout.Layout(b.paper.root.Objects, b.paper.root.Size())
}

// How far arrows and pages scroll.
const (
	lineStep float32 = 56
	keepStep float32 = 48 // of what was in sight, when a page is turned
)

// key moves through the pages.
func (p *paper) key(name fyne.KeyName) bool {
	high := p.scroll.Size().Height
	switch name {
	case fyne.KeyHome:
		p.leafTo(0)
	case fyne.KeyEnd:
		p.leafTo(len(p.pages) - 1)
	case fyne.KeyLeft:
		p.leafTo(p.at - 1)
	case fyne.KeyRight:
		p.leafTo(p.at + 1)
	case fyne.KeyDown:
		p.scrollBy(lineStep)
	case fyne.KeyUp:
		p.scrollBy(-lineStep)
	case fyne.KeyPageDown, fyne.KeySpace:
		if !p.scrollBy(high - keepStep) {
			p.leafTo(p.at + 1)
		}
	case fyne.KeyPageUp:
		if !p.scrollBy(keepStep-high) && p.at > 0 {
			p.leafTo(p.at - 1)
			p.scrollBy(p.body.MinSize().Height)
		}
	default:
		return false
	}
	return true
}

// rune changes the size of the page.
func (p *paper) rune(r rune) bool {
	switch r {
	case '+':
		p.setZoom(p.zoom.step(1, p.width()))
	case '-':
		p.setZoom(p.zoom.step(-1, p.width()))
	case '0':
		p.tool.toggleFit()
	default:
		return false
	}
	return true
}

// scrollBy moves the page; false if it was at its end.
func (p *paper) scrollBy(dy float32) bool {
	most := max(0, p.body.MinSize().Height-p.scroll.Size().Height)
	to := min(max(0, p.scroll.Offset.Y+dy), most)
	if to == p.scroll.Offset.Y {
		return false
	}
	p.scroll.Offset.Y = to
	p.scroll.Refresh()
	return true
}
