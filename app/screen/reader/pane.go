package reader

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/app/notes"
	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
)

// The tabs of the pane, by their keys 1 to 3.
const (
	tabOwn = iota
	tabWords
	tabAbout
)

var tabKeys = []string{"reader.own", "reader.words", "reader.about"}

// pane is beside the pages: what I keep, the words, what is known.
type pane struct {
	screen  *Screen
	tabs    *widgets.Segmented
	tab     int
	body    *fyne.Container
	scroll  *container.Scroll
	chooser *chooser // in place of all, while a passage is chosen
	front   *fyne.Container
	root    *fyne.Container
	width   float32

	notes   *notes.View
	tags    *tagView
	uses    *useView
	words   *wordView
	extent  *widgets.Paragraph
	related []relatedRow
}

func newPane(s *Screen) *pane {
	p := &pane{screen: s, width: paneWide, body: container.NewStack()}
	segments := make([]widgets.Segment, len(tabKeys))
	for i, key := range tabKeys {
		segments[i] = widgets.Segment{Label: lang.L(key), Key: strconv.Itoa(i + 1)}
	}
	p.tabs = widgets.NewSegmented(segments, p.choose)
	p.scroll = container.NewVScroll(p.body)
	p.words = newWordView(p)
	p.front = container.NewStack()
	p.root = widgets.RowAligned(widgets.AlignStretch, 0, widgets.VLine(),
		widgets.Grow(container.NewStack(widgets.NewRect(theme.Paper, 0), p.front)))
	return p
}

const paneSide = 16

// inner is the width of what stands in the pane.
func (p *pane) inner() float32 { return p.width - 2*paneSide - 11 }

// setWidth fits the pane to the window.
func (p *pane) setWidth(width float32) {
	if p.width != width {
		p.width = width
		if p.screen.model.ID() != "" {
			p.leave()
			p.show()
		}
	}
}

// choose shows another tab.
func (p *pane) choose(tab int) {
	p.leave()
	p.cancelPassage()
	p.tab = tab
	p.tabs.Set(tab)
	p.show()
}

// leave puts on disk what is being written.
func (p *pane) leave() {
	if p.notes != nil {
		p.notes.Finish()
	}
}

// show shows the tab for the material.
func (p *pane) show() {
	p.chooser, p.extent, p.related = nil, nil, nil
	p.front.Objects = []fyne.CanvasObject{widgets.Column(0,
		widgets.Pad(12, 12, 12, paneSide, widgets.Row(0, p.tabs)), widgets.HLine(), widgets.Grow(p.scroll))}
	p.front.Refresh()
	var content fyne.CanvasObject
	switch p.tab {
	case tabOwn:
		content = p.own()
	case tabWords:
		content = p.words.show()
	default:
		content = p.about()
	}
	p.body.Objects = []fyne.CanvasObject{widgets.Pad(16, paneSide+6, 16, paneSide, content)}
	p.body.Refresh()
	p.scroll.ScrollToTop()
	p.root.Refresh()
	p.screen.paper.showMarks()
	p.sheetMade()
}

// own is what the teacher keeps: notes, tags, when it was used.
func (p *pane) own() fyne.CanvasObject {
	p.notes = notes.NewView(p.screen.context, p.screen.model.ID(), notes.Host{
		Scroll: p.scroll, Width: p.inner, IDs: p.screen.ids, Key: keyNote,
		Resized: p.body.Refresh, Changed: p.notesChanged,
		Current: func() *notes.View { return p.notes }, ToPassage: p.toPassage,
	})
	all := widgets.Column(10, p.heading("reader.notes"), p.notes.Root)
	if p.screen.context.Services.Own == nil {
		return all
	}
	if len(p.screen.model.Passages()) > 0 {
		passage := widgets.NewLink(theme.GlyphQuote, lang.L("reader.passage"), p.choosePassage)
		passage.Tip, passage.Key = true, keyPassage
		passage.OnFocus = func() { widgets.Reveal(p.scroll, passage) }
		all.Add(widgets.RowAligned(widgets.AlignStart, 0, passage))
	}
	p.tags, p.uses = newTagView(p), newUseView(p)
	for _, o := range []fyne.CanvasObject{
		widgets.HLine(), p.heading("reader.tags"), p.tags.root,
		widgets.HLine(), p.heading("reader.uses"), p.uses.root,
	} {
		all.Add(o)
	}
	return all
}

func (p *pane) heading(key string) fyne.CanvasObject {
	return widgets.NewBoldParagraph(lang.L(key), theme.TextBody, theme.Ink, 1)
}

// refresh shows again what the teacher keeps.
func (p *pane) refresh() {
	if p.tab != tabOwn || p.chooser != nil {
		p.screen.paper.showMarks()
		return
	}
	if p.notes != nil && !p.notes.Writing() {
		p.notes.Show()
	}
	if p.tags != nil {
		p.tags.show()
		p.uses.show()
	}
	p.body.Refresh()
	p.screen.paper.showMarks()
}

func (p *pane) notesChanged() {
	p.screen.context.Services.Searcher.Refresh()
	p.screen.paper.showMarks()
}

// anchored returns the notes on passages.
func (p *pane) anchored() []materials.Note {
	own := p.screen.context.Services.Own
	if own == nil || p.screen.model.ID() == "" {
		return nil
	}
	list, err := own.Notes(p.screen.model.ID())
	if err != nil {
		return nil // the notes themselves say so
	}
	var out []materials.Note
	for _, n := range list {
		if n.Anchor.Quote != "" {
			out = append(out, n)
		}
	}
	return out
}

// toPassage shows the passage of a note on its page.
func (p *pane) toPassage(n materials.Note) {
	spot, ok := p.screen.paper.spotOf(n.Anchor)
	switch {
	case ok && p.screen.paper.toSpot(spot):
	case p.screen.model.Find(n.Anchor) >= 0:
		p.screen.context.Toast(lang.L("reader.passage.unset"))
	default:
		p.screen.context.Complain(lang.L("reader.passage.gone"))
	}
}

// toNote brings a note into sight.
func (p *pane) toNote(id string) {
	if p.tab != tabOwn || p.chooser != nil {
		p.choose(tabOwn)
	}
	c := p.screen.context
	c.After(revealDelay, func() { p.notes.Reveal(id) })
}

// sheetMade says how many pages there are.
func (p *pane) sheetMade() {
	if p.extent == nil || len(p.screen.paper.pages) == 0 {
		return
	}
	text := ui.Count("fact.pages", p.screen.paper.pupil)
	if len(p.screen.paper.pages) > p.screen.paper.pupil {
		text += ", " + lang.L("fact.solution")
	}
	p.extent.SetText(text)
}
