package start

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/app"
	"lernkoffer/app/theme"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
)

// form is how the screen is set in a window. It changes by steps, so that nothing
// is built anew while a window is drawn larger.
type form struct {
	margin float32
	inner  float32 // width between the margins
	side   bool    // notes stand beside the rest, not below
	recent int     // cards in a row
	newest int     // rows beside each other
	tall   bool    // there is room for more of them below
}

const (
	largeMargin float32 = 32
	smallMargin float32 = 24
	smallRoom   float32 = 1000 - 88 // from here the margin is large
	sideRoom    float32 = 1240 - 88 // from here notes stand at the side
	sideWidth   float32 = 296
	tallRoom    float32 = 860
	sideGap     float32 = 32
	cardLeast   float32 = 172
	cardGap     float32 = 12
	newLeast    float32 = 236
	sectionGap  float32 = 18
)

// formFor chooses the form for a room.
func formFor(room fyne.Size, content *Content) form {
	f := form{margin: largeMargin}
	if room.Width < smallRoom {
		f.margin = smallMargin
	}
	f.inner = room.Width - 2*f.margin
	f.tall = room.Height >= tallRoom
	f.side = room.Width >= sideRoom && len(content.Notes) > 0
	main := f.inner
	if f.side {
		main -= sideWidth + sideGap
	}
	f.recent = max(2, int((main+cardGap)/(cardLeast+cardGap)))
	f.newest = max(2, int((main+cardGap)/(newLeast+cardGap)))
	return f
}

// steps is the form without its exact width.
func (f form) steps() form {
	f.inner = 0
	return f
}

// MinSize implements fyne.Layout.
func (s *Screen) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 360) }

// Layout implements fyne.Layout.
func (s *Screen) Layout(_ []fyne.CanvasObject, room fyne.Size) {
	before := s.form
	s.form = formFor(room, s.model.Content())
	s.scroll.Resize(room)
	if before.inner == 0 || before.steps() != s.form.steps() {
		s.build()
	}
}

// build sets everything anew.
func (s *Screen) build() {
	size := s.root.Size()
	s.form = formFor(size, s.model.Content())
	s.sheets, s.first = nil, nil
	content := s.model.Content()
	column := widgets.Column(sectionGap, widgets.NewBold(lang.L("start.question"), theme.TextTitle, theme.Ink), s.tileRow(content.Tiles))
	if content.OwnErr != nil {
		column.Add(s.ownFault(content.OwnErr))
	}
	main := widgets.Column(sectionGap)
	if content.OwnErr == nil {
		main.Add(s.recentSection(content))
	}
	if len(content.News.Newest) > 0 {
		main.Add(s.newsSection(content))
	}
	switch notes := s.notesSection(content); {
	case notes == nil:
		column.Add(main)
	case s.form.side:
		column.Add(widgets.RowAligned(widgets.AlignStart, sideGap, widgets.Grow(main), widgets.Sized(sideWidth, 0, notes)))
	default:
		main.Add(notes)
		column.Add(main)
	}
	s.scroll.Content = widgets.Pad(20, s.form.margin, 16, s.form.margin, column)
	s.scroll.Refresh()
	s.fill()
}

// section is a heading with what it says beside and a link, over a body.
func (s *Screen) section(title, remark string, link *widgets.Surface, body fyne.CanvasObject) fyne.CanvasObject {
	head := widgets.Row(12, widgets.NewBold(title, theme.TextSection, theme.Ink))
	if remark != "" {
		head.Add(widgets.NewText(remark, theme.TextPane, theme.Ink2))
	}
	bar := widgets.Row(8, head, widgets.Spacer())
	if link != nil {
		link.OnFocus = func() { widgets.Reveal(s.scroll, link) }
		bar.Add(widgets.Pad(0, -linkSide, 0, 0, link)) // its text ends with the section
	}
	return widgets.Column(8, widgets.Sized(0, headHeight, bar), body)
}

const (
	headHeight = 28
	linkSide   = 8 // room of a link beside its text
)

func (s *Screen) link(label string, place app.Place) *widgets.Surface {
	return widgets.NewLink("", label, func() { s.lead(place) })
}

// columns sets objects in rows of so many equal ones.
func columns(n int, objects []fyne.CanvasObject) fyne.CanvasObject {
	rows := widgets.Column(cardGap)
	for len(objects) > 0 {
		row := make([]fyne.CanvasObject, n)
		for i := range row {
			row[i] = widgets.Spacer()
			if i < len(objects) {
				row[i] = widgets.Grow(objects[i])
			}
		}
		rows.Add(widgets.RowAligned(widgets.AlignStretch, cardGap, row...))
		objects = objects[min(n, len(objects)):]
	}
	return rows
}

// ownFault says why own things are not there.
func (s *Screen) ownFault(err error) fyne.CanvasObject {
	return widgets.NewCallout(widgets.MoodHint, lang.L("start.own.fault"), materials.ErrorMessage(err), s.form.inner)
}
