package reader

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/app/present"
	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
)

// relatedRow is a page that waits for its image.
type relatedRow struct {
	meta  *materials.Meta
	sheet *widgets.Sheet
}

const (
	mostRelated         = 6
	relatedPage float32 = 34
)

// about is what is known of the material, and what belongs together with it.
func (p *pane) about() fyne.CanvasObject {
	m := p.screen.model.Material()
	facts := widgets.NewFacts(p.inner())
	facts.Add(lang.L("fact.for"), present.Audience(&m.Meta))
	p.extent = facts.Add(lang.L("fact.extent"), "…")
	facts.Add(lang.L("fact.duration"), present.Duration(&m.Meta))
	facts.Add(lang.L("fact.languages"), list(materials.Languages, m.Languages))
	facts.Add(lang.L("fact.competences"), list(materials.Competences, m.Competences))
	facts.Add(lang.L("fact.topics"), list(materials.Topics, m.Topics))
	facts.Add(lang.L("fact.fields"), list(materials.Fields, m.Fields))
	facts.Add(lang.L("fact.by"), strings.Join(m.Authors, ", "))
	facts.Add(lang.L("fact.licence"), materials.Licences.Label(m.Licence))
	facts.Add(lang.L("fact.review"), materials.Reviews.Label(m.Review["de"]))
	facts.Add(lang.L("fact.changed"), ui.ISODate(m.Changed))
	all := widgets.Column(12)
	if m.Summary != "" {
		all.Add(widgets.NewParagraph(m.Summary, theme.TextBody, theme.Ink, 1).Fit(p.inner(), 10))
	}
	all.Add(facts.Container)
	if len(m.Sources) > 0 {
		all.Add(widgets.HLine())
		all.Add(p.heading("reader.sources"))
		for _, source := range m.Sources {
			all.Add(widgets.NewParagraph(source.Text, theme.TextPane, theme.Ink2, 1).Fit(p.inner(), 6))
		}
	}
	all.Add(widgets.HLine())
	all.Add(p.heading("reader.related"))
	all.Add(p.relatedList())
	return all
}

func list(l materials.List, keys []string) string { return strings.Join(present.Labels(l, keys), ", ") }

// relatedList leads to what belongs together with the material.
func (p *pane) relatedList() fyne.CanvasObject {
	found, err := p.screen.model.Related(mostRelated)
	if err != nil || len(found) == 0 {
		text := lang.L("reader.related.none")
		if err != nil {
			text = materials.ErrorMessage(err)
		}
		return widgets.NewParagraph(text, theme.TextPane, theme.Ink2, 1).Fit(p.inner(), 3)
	}
	rows := widgets.Column(6)
	for _, meta := range found {
		rows.Add(p.relatedRow(meta))
	}
	p.fillRelated()
	return rows
}

func (p *pane) relatedRow(m *materials.Meta) fyne.CanvasObject {
	sheet := widgets.NewSheet(relatedPage)
	p.related = append(p.related, relatedRow{m, sheet})
	thumb := container.NewStack(widgets.NewRect(theme.Well, theme.RadiusRow), container.NewCenter(sheet))
	second := present.Kind(m)
	if level := present.Level(m); level != "" {
		second += " · " + level
	}
	text := widgets.Column(1, widgets.NewBoldParagraph(m.Title, theme.TextPane, theme.Ink, 1).Fit(p.inner()-48-12-16, 2),
		widgets.NewParagraph(second, theme.TextSecond, theme.Ink2, 1))
	face := widgets.Pad(4, 12, 4, 4, widgets.Row(12, widgets.Sized(48, 56, thumb), widgets.Grow(text)))
	row := widgets.NewSurface(m.Title, widgets.NewBox(theme.Paper, theme.Line, theme.RadiusBox, 1), face, func() { p.screen.context.Read(m.ID) })
	row.OnFocus = func() { widgets.Reveal(p.scroll, row) }
	return row
}

// fillRelated shows the images that are there.
func (p *pane) fillRelated() {
	for _, r := range p.related {
		r.sheet.SetImage(p.screen.thumbs.Get(r.meta, relatedPage))
	}
}
