package browse

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/app/notes"
	"lernkoffer/app/present"
	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
)

// detailPane answers about the chosen material: how it looks, for whom, how long,
// in which languages, what I noted; then it makes the PDF.
type detailPane struct {
	screen *Screen
	desk   *desk
	notes  *notes.View
	ids    notes.IDs
	star   *widgets.Surface
	extent *widgets.Paragraph // says how many pages
	pdf    *widgets.Surface
	read   *widgets.Surface
	close  fyne.CanvasObject
	body   *fyne.Container
	scroll *container.Scroll
	full   fyne.CanvasObject
	none   fyne.CanvasObject
	root   *fyne.Container
	width  float32
	small  bool
	over   bool // the pane lies over the results
}

func newDetailPane(s *Screen) *detailPane {
	p := &detailPane{screen: s, ids: notes.IDs{}}
	p.desk = newDesk(s.context, p.sheetLoaded)
	p.body = container.NewStack()
	p.scroll = container.NewVScroll(p.body)
	p.read = widgets.NewOutlined(theme.GlyphRead, lang.L("detail.read"), s.read)
	p.pdf = widgets.NewFilled(theme.GlyphPDF, lang.L("detail.pdf"), s.Print)
	p.close = widgets.At(func(room, least fyne.Size) (fyne.Position, fyne.Size) {
		return fyne.NewPos(room.Width-least.Width-8, 8), least
	}, widgets.NewIconButton(theme.GlyphClose, lang.L("detail.close"), s.unselect))
	p.full = widgets.Column(0,
		container.NewStack(p.desk.stack, p.close),
		widgets.Grow(p.scroll), widgets.HLine(),
		widgets.Pad(12, 16, 12, 16, widgets.Row(8, widgets.Grow(widgets.Sized(0, theme.ControlMain, p.pdf)), widgets.Sized(0, theme.ControlMain, p.read))))
	p.none = container.NewCenter(widgets.ColumnAligned(widgets.AlignCentre, 12,
		widgets.NewIcon(theme.GlyphBooks, 48, theme.Edge),
		widgets.Sized(200, 0, widgets.NewParagraph(lang.L("detail.none"), theme.TextBody, theme.Ink2, 1).Fit(200, 3))))
	p.root = widgets.RowAligned(widgets.AlignStretch, 0, widgets.VLine(),
		widgets.Grow(container.NewStack(widgets.NewRect(theme.Paper, 0), p.full, p.none)))
	return p
}

// setForm fits the pane to the window.
func (p *detailPane) setForm(width float32, small, over bool) {
	changed := p.width != width || p.small != small
	p.width, p.small, p.over = width, small, over
	if over {
		p.close.Show()
	} else {
		p.close.Hide()
	}
	if !changed {
		return
	}
	pageSize := float32(172)
	if small {
		pageSize = 112
	}
	p.desk.setWidth(width, pageSize)
	p.leave()
	p.show()
}

const detailSide = 16

func (p *detailPane) inner() float32 { return p.width - 2*detailSide - 9 }

// show shows the chosen material.
func (p *detailPane) show() {
	row := p.screen.model.Selected()
	if row == nil || p.width == 0 {
		p.full.Hide()
		p.none.Show()
		return
	}
	p.none.Hide()
	p.full.Show()
	m := row.Meta
	if p.desk.id != m.ID || p.desk.version != m.Version {
		p.desk.open(m)
	}
	p.notes = notes.NewView(p.screen.context, m.ID, p.notesHost())
	p.body.Objects = []fyne.CanvasObject{widgets.Pad(14, detailSide+6, 12, detailSide, widgets.Column(12,
		p.head(row), p.mainFacts(m), p.notes.Root, p.moreFacts(m)))}
	p.body.Refresh()
	p.scroll.ScrollToTop()
	p.root.Refresh()
	if !p.desk.stack.Visible() {
		return
	}
	if len(p.desk.pages) > 0 {
		p.sheetLoaded(p.desk.pupil, len(p.desk.pages)-p.desk.pupil, nil)
	}
}

// notesHost lets notes stand in the pane.
func (p *detailPane) notesHost() notes.Host {
	return notes.Host{
		Scroll: p.scroll, Width: p.inner, Resized: p.body.Refresh, Changed: p.screen.marksChanged,
		Current: func() *notes.View { return p.notes }, IDs: p.ids,
	}
}

// head is title and summary with tags and star.
func (p *detailPane) head(row *Row) fyne.CanvasObject {
	m := row.Meta
	tags := widgets.Row(6)
	if level := present.Level(m); level != "" {
		tags.Add(widgets.NewLevelTag(level))
	}
	tags.Add(widgets.NewKindTag(present.Kind(m)))
	p.star = widgets.NewIconButton(theme.GlyphStar, "", func() { p.toggleFavourite(m.ID) })
	p.showStar(row.Favourite)
	p.star.SetDisabled(p.screen.context.Services.Own == nil)
	return widgets.Column(6,
		widgets.Row(6, tags, widgets.Spacer(), p.star),
		widgets.NewBoldParagraph(m.Title, theme.TextSection, theme.Ink, 1).Fit(p.inner(), 4),
		widgets.NewParagraph(m.Summary, theme.TextPane, theme.Ink2, 1).Fit(p.inner(), 6))
}

func (p *detailPane) showStar(on bool) {
	if on {
		p.star.SetIcon(theme.GlyphStarFilled, theme.Accent, lang.L("detail.unstar"))
	} else {
		p.star.SetIcon(theme.GlyphStar, theme.Ink2, lang.L("detail.star"))
	}
}

func (p *detailPane) toggleFavourite(id materials.ID) {
	row := p.screen.model.Selected()
	if row == nil {
		return
	}
	on := !row.Favourite
	p.setFavourite(id, on)
	name := "undo.star"
	if on {
		name = "undo.unstar"
	}
	p.screen.context.CanUndo(lang.L(name), func() error {
		p.setFavourite(id, !on)
		return nil
	})
}

func (p *detailPane) setFavourite(id materials.ID, on bool) {
	if err := p.screen.model.SetFavourite(id, on); err != nil {
		p.screen.context.Complain(materials.ErrorMessage(err))
		return
	}
	if p.screen.model.selected == id {
		p.showStar(on)
	}
	p.screen.context.Saved(ui.AllSaved)
	p.screen.render(false)
}

// mainFacts are asked before one notes something: for whom, how much, how long.
func (p *detailPane) mainFacts(m *materials.Meta) fyne.CanvasObject {
	table := widgets.NewFacts(p.inner())
	table.Add(lang.L("fact.for"), present.Audience(m))
	p.extent = table.Add(lang.L("fact.extent"), "…")
	table.Add(lang.L("fact.duration"), present.Duration(m))
	table.Add(lang.L("fact.languages"), strings.Join(present.Labels(materials.Languages, m.Languages), ", "))
	return table.Container
}

// moreFacts are looked up: what it trains, whose it is.
func (p *detailPane) moreFacts(m *materials.Meta) fyne.CanvasObject {
	table := widgets.NewFacts(p.inner())
	table.Add(lang.L("fact.competences"), strings.Join(present.Labels(materials.Competences, m.Competences), ", "))
	table.Add(lang.L("fact.topics"), strings.Join(present.Labels(materials.Topics, m.Topics), ", "))
	table.Add(lang.L("fact.by"), strings.Join(m.Authors, ", "))
	table.Add(lang.L("fact.licence"), materials.Licences.Label(m.Licence))
	table.Add(lang.L("fact.review"), materials.Reviews.Label(m.Review["de"]))
	table.Add(lang.L("fact.changed"), ui.ISODate(m.Changed))
	return table.Container
}

// sheetLoaded says how many pages there are, or takes the button away where there
// are none.
func (p *detailPane) sheetLoaded(pupil, solution int, err error) {
	p.pdf.SetDisabled(err != nil)
	if p.extent == nil {
		return
	}
	text := ui.Count("fact.pages", pupil)
	switch {
	case err != nil:
		text = "–"
	case solution > 0:
		text += ", " + lang.L("fact.solution")
	}
	p.extent.SetText(text)
}

// leave puts the note being written on disk.
func (p *detailPane) leave() {
	if p.notes != nil {
		p.notes.Finish()
	}
}
