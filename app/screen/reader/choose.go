package reader

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"lernkoffer/app/theme"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
)

// revealDelay is time for what is new to be painted once.
const revealDelay = 60 * time.Millisecond

// chooser lists the passages of the material; the one chosen is framed on its
// page.
type chooser struct {
	pane *pane
	grid *widgets.Grid
	take *widgets.Surface
}

const passageHeight float32 = 72

// choosePassage asks which passage a note is about.
func (p *pane) choosePassage() {
	p.leave()
	s := p.screen
	ch := &chooser{pane: p}
	ch.grid = widgets.NewGrid(0, passageHeight, 8)
	ch.grid.Count = func() int { return len(s.model.Passages()) }
	ch.grid.Create = func() fyne.CanvasObject { return newPassageRow() }
	ch.grid.Update = func(i int, o fyne.CanvasObject, state widgets.State) {
		o.(*passageRow).set(s.model.Passages()[i], state)
	}
	ch.grid.OnChosen = func(i int, _ bool) { ch.show(i) }
	ch.grid.OnOpened = func(int) { ch.confirm() }
	ch.take = widgets.NewOutlined(theme.GlyphNote, lang.L("reader.passage.take"), ch.confirm)
	cancel := widgets.NewIconButton(theme.GlyphClose, lang.L("reader.passage.cancel"), func() { p.cancelPassage() })
	head := widgets.Row(8, widgets.Grow(widgets.NewBoldParagraph(lang.L("reader.passage.which"), theme.TextBody, theme.Ink, 1)), cancel)
	p.chooser = ch
	p.front.Objects = []fyne.CanvasObject{widgets.Column(0,
		widgets.Pad(12, 8, 12, paneSide, head), widgets.HLine(),
		widgets.Grow(widgets.Pad(8, 2, 0, 8, ch.grid)), widgets.HLine(),
		widgets.Pad(12, paneSide, 16, paneSide, widgets.Sized(0, theme.ControlMain, ch.take)))}
	p.front.Refresh()
	p.root.Refresh()
	s.context.After(revealDelay, func() {
		if p.chooser == ch {
			s.context.Window.Canvas().Focus(ch.grid)
		}
	})
}

// candidate is the passage being chosen, -1 if none is.
func (p *pane) candidate() int {
	if p.chooser == nil {
		return -1
	}
	return p.chooser.grid.Chosen()
}

// cancelPassage gives up choosing; false if none is chosen.
func (p *pane) cancelPassage() bool {
	if p.chooser == nil {
		return false
	}
	p.screen.context.Window.Canvas().Unfocus()
	p.show()
	return true
}

// show frames a passage on its page.
func (ch *chooser) show(i int) {
	paper := ch.pane.screen.paper
	if i >= len(paper.spots) || !paper.toSpot(paper.spots[i]) {
		paper.showMarks()
	}
}

// confirm begins a note on the passage.
func (ch *chooser) confirm() {
	i := ch.grid.Chosen()
	passages := ch.pane.screen.model.Passages()
	if i < 0 || i >= len(passages) {
		ch.pane.screen.context.Complain(lang.L("reader.passage.first"))
		return
	}
	ch.pane.show()
	ch.pane.notes.Write(materials.Note{Material: ch.pane.screen.model.ID(), Anchor: passages[i].Anchor})
}

// passageRow is a passage in the list.
type passageRow struct {
	widget.BaseWidget
	where, text *widgets.Paragraph
	frame, ring *widgets.Rect
}

func newPassageRow() *passageRow {
	r := &passageRow{
		where: widgets.NewParagraph("", theme.TextSmall, theme.Ink2, 1),
		text:  widgets.NewParagraph("", theme.TextPane, theme.Ink, 2),
		frame: widgets.NewBox(theme.Paper, theme.Line, theme.RadiusBox, 1),
		ring:  widgets.NewBox(theme.None, theme.Accent, theme.RadiusBox+3, 2),
	}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *passageRow) CreateRenderer() fyne.WidgetRenderer {
	ring := widgets.At(func(room, _ fyne.Size) (fyne.Position, fyne.Size) {
		return fyne.NewPos(-3, -3), room.AddWidthHeight(6, 6)
	}, r.ring)
	face := widgets.Pad(6, 10, 6, 10, widgets.Column(2, r.where, r.text))
	return widget.NewSimpleRenderer(container.NewStack(r.frame, face, ring))
}

func (r *passageRow) set(p Passage, state widgets.State) {
	r.where.SetText(p.Where)
	r.text.SetText(p.Text)
	if state.Chosen {
		r.frame.Set(theme.Soft, theme.Accent, 2)
	} else {
		r.frame.Set(theme.Paper, theme.Line, 1)
	}
	if state.Focused {
		r.ring.Show()
	} else {
		r.ring.Hide()
	}
}
