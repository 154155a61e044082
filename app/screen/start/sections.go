package start

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/app"
	"lernkoffer/app/present"
	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
)

// recentSection leads back to what was looked at, or says that it will.
func (s *Screen) recentSection(content *Content) fyne.CanvasObject {
	var marked *widgets.Surface
	if content.Favourites > 0 {
		place := app.Place{Filter: materials.Filter{materials.FacetOwn: {"favourite"}}}
		marked = s.link(ui.Count("start.marked", content.Favourites), place)
	}
	if len(content.Recent) == 0 {
		line := widgets.NewParagraph(lang.L("start.welcome"), theme.TextBody, theme.Ink2, 1)
		bar := widgets.Row(8, widgets.Grow(line))
		if marked != nil {
			bar.Add(marked)
		}
		return bar
	}
	n := s.form.recent
	if s.form.tall {
		n *= 2
	}
	var cards []fyne.CanvasObject
	for _, r := range content.Recent[:min(len(content.Recent), n)] {
		cards = append(cards, s.card(r.Meta, ui.Ago(r.When.Local(), s.context.Now())))
	}
	return s.section(lang.L("start.recent"), "", marked, columns(s.form.recent, cards))
}

const (
	cardPage float32 = 68
	cardDesk float32 = 110
)

// card shows a material by its first page.
func (s *Screen) card(m *materials.Meta, when string) fyne.CanvasObject {
	desk := widgets.NewRect(theme.Well, 0)
	desk.TopRadius = theme.RadiusCard
	desk.Refresh()
	text := widgets.Column(1, widgets.NewBoldParagraph(m.Title, theme.TextBody, theme.Ink, 2),
		widgets.NewParagraph(facts(m), theme.TextSecond, theme.Ink2, 1))
	if when != "" {
		text.Add(widgets.NewParagraph(when, theme.TextSecond, theme.Ink2, 1))
	}
	face := widgets.Column(0,
		widgets.Sized(0, cardDesk, container.NewStack(desk, container.NewCenter(s.page(m, cardPage)))),
		widgets.Pad(8, 12, 10, 12, text))
	back := widgets.NewBox(theme.Paper, theme.Line, theme.RadiusCard, 1)
	frame := widgets.NewBox(theme.None, theme.Line, theme.RadiusCard, 1)
	return s.press(m.Title, back, container.NewStack(face, frame), func() { s.lead(app.Place{Material: m.ID}) })
}

// facts are what a card says below its title: "Arbeitsblatt · A1".
func facts(m *materials.Meta) string {
	if level := present.Level(m); level != "" {
		return present.Kind(m) + " · " + level
	}
	return present.Kind(m)
}

// newsSection shows what the library got last: as cards where nothing else is
// there yet, else as a few lines.
func (s *Screen) newsSection(content *Content) fyne.CanvasObject {
	all := s.link(lang.L("start.news.all"), app.Place{Sort: app.SortNewest})
	var objects []fyne.CanvasObject
	n, rows, show := s.form.newest, 1, s.row
	if s.form.tall {
		rows = 3
	}
	if len(content.Recent) == 0 {
		n, rows, show = s.form.recent, min(rows, 2), func(m *materials.Meta) fyne.CanvasObject { return s.card(m, "") }
	}
	newest := content.News.Newest
	for _, m := range newest[:min(len(newest), n*rows)] {
		objects = append(objects, show(m))
	}
	return s.section(lang.L("start.news"), s.newsRemark(content.News), all, columns(n, objects))
}

// newsRemark is "Stand 25. November: 12 neue Materialien, 7 verbessert".
func (s *Screen) newsRemark(news News) string {
	day, err := time.Parse(time.DateOnly, news.Date)
	if err != nil || s.form.margin == smallMargin {
		return ""
	}
	text := ui.LongDate(day, s.context.Now()) + ": "
	switch {
	case news.New == 0:
		return text + ui.Count("start.improved", news.Improved)
	case news.Improved == 0:
		return text + ui.Count("start.new", news.New)
	}
	return text + ui.Count("start.new", news.New) + ", " + ui.Count("start.improved", news.Improved)
}

const (
	rowPage   float32 = 34
	rowHeight float32 = 60
)

// row shows a material on one line.
func (s *Screen) row(m *materials.Meta) fyne.CanvasObject {
	thumb := container.NewStack(widgets.NewRect(theme.Well, theme.RadiusRow), container.NewCenter(s.page(m, rowPage)))
	text := widgets.Column(1, widgets.NewBoldParagraph(m.Title, theme.TextBody, theme.Ink, 1),
		widgets.NewParagraph(facts(m), theme.TextSecond, theme.Ink2, 1))
	face := widgets.Pad(4, 12, 4, 4, widgets.Row(12, widgets.Sized(48, 52, thumb), widgets.Grow(text)))
	return s.press(m.Title, widgets.NewBox(theme.Paper, theme.Line, theme.RadiusCard, 1),
		widgets.Sized(0, rowHeight, face), func() { s.lead(app.Place{Material: m.ID}) })
}

// notesSection shows the own notes written last, nil where there are none.
func (s *Screen) notesSection(content *Content) fyne.CanvasObject {
	if len(content.Notes) == 0 {
		return nil
	}
	all := s.link(lang.L("start.notes.all"), app.Place{Filter: materials.Filter{materials.FacetOwn: {"note"}}})
	n := 1
	if !s.form.side {
		n = 3
	}
	const most = 4
	var boxes []fyne.CanvasObject
	for _, note := range content.Notes[:min(len(content.Notes), most)] {
		boxes = append(boxes, s.note(note))
		if len(boxes) == 3 && !s.form.side {
			break
		}
	}
	return s.section(lang.L("start.notes"), "", all, columns(n, boxes))
}

// noteWidth is the width of the text of a note at the side.
const noteWidth = sideWidth - 8 - 3 - 8 - 10

// note shows a note, with the material that it is on.
func (s *Screen) note(n Note) fyne.CanvasObject {
	head := widgets.Row(8, widgets.Grow(widgets.NewBoldParagraph(n.Meta.Title, theme.TextPane, theme.Ink, 1)),
		widgets.NewText(ui.Date(n.Changed.Local(), s.context.Now()), theme.TextSecond, theme.Ink2))
	text := widgets.NewParagraph(n.Text, theme.TextPane, theme.Ink, 2)
	if s.form.side {
		text.Fit(noteWidth, 3)
	}
	face := widgets.Pad(7, 10, 8, 8, widgets.RowAligned(widgets.AlignStretch, 8,
		widgets.Sized(3, 0, widgets.NewRect(theme.Amber, 2)), widgets.Grow(widgets.Column(2, head, text))))
	label := lang.L("start.note", map[string]any{"Title": n.Meta.Title})
	return s.press(label, widgets.NewRect(theme.AmberBg, theme.RadiusBox), face, func() { s.lead(app.Place{Material: n.Meta.ID}) })
}
