package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/app/theme"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
	"lernkoffer/materials/page"
)

// showMarks draws on the page what passages are noted, and the one being chosen.
func (p *paper) showMarks() {
	p.marks.Objects = nil
	if len(p.pages) > 0 {
		for _, n := range p.screen.pane.anchored() {
			if spot, ok := p.spotOf(n.Anchor); ok && spot.Page == p.at {
				p.mark(spot, n)
			}
		}
		if i := p.screen.pane.candidate(); i >= 0 && i < len(p.spots) && p.spots[i].Page == p.at {
			p.frame(p.spots[i])
		}
	}
	p.marks.Refresh()
}

// spotOf returns where the passage of an anchor stands.
func (p *paper) spotOf(a materials.Anchor) (Spot, bool) {
	i := p.screen.model.Find(a)
	if i < 0 || i >= len(p.spots) || p.spots[i].Page < 0 {
		return Spot{}, false
	}
	return p.spots[i], true
}

// unit is the length of a millimetre on the screen.
func (p *paper) unit() float32 { return p.width() / page.A4Width }

// mark is a bar beside the passage, with a sign in the margin that leads to the
// note.
func (p *paper) mark(s Spot, n materials.Note) {
	u := p.unit()
	bar := widgets.NewRect(theme.Mark, 1.5)
	top, high := float32(s.Top)*u, float32(s.Bottom-s.Top)*u
	bar.Move(fyne.NewPos(max(2, float32(s.Left)*u-9), top))
	bar.Resize(fyne.NewSize(3, high))
	const side = 24
	sign := widgets.NewSurface(lang.L("reader.tonote"), widgets.NewRect(theme.Mark, side/2),
		widgets.Sized(side, side, container.NewCenter(widgets.NewIcon(theme.GlyphNote, 14, theme.OnMark))),
		func() { p.screen.pane.toNote(n.ID) })
	sign.Tip = true
	sign.Move(fyne.NewPos(p.width()-side-4, top+(high-side)/2))
	sign.Resize(fyne.NewSize(side, side))
	p.marks.Objects = append(p.marks.Objects, bar, sign)
}

// frame shows the passage that is being chosen.
func (p *paper) frame(s Spot) {
	u := p.unit()
	frame := widgets.NewBox(theme.None, theme.Mark, 4, 2)
	frame.Move(fyne.NewPos(float32(s.Left)*u-6, float32(s.Top)*u-4))
	frame.Resize(fyne.NewSize(float32(s.Right-s.Left)*u+12, float32(s.Bottom-s.Top)*u+8))
	p.marks.Objects = append(p.marks.Objects, frame)
}

// toSpot brings a passage into sight; false if it stands on no page.
func (p *paper) toSpot(s Spot) bool {
	if s.Page < 0 || s.Page >= len(p.pages) {
		return false
	}
	if s.Page != p.at {
		p.leafTo(s.Page)
	}
	high, u := p.scroll.Size().Height-toolRoom, p.unit()
	top, bottom := float32(s.Top)*u+deskMargin, float32(s.Bottom)*u+deskMargin
	if top < p.scroll.Offset.Y || bottom > p.scroll.Offset.Y+high {
		p.scrollBy(top - high/3 - p.scroll.Offset.Y)
	}
	p.showMarks()
	return true
}
