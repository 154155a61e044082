package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"lernkoffer/app/theme"
)

// Progress shows counted steps: a bar and "12 von 30". It has no movement of its
// own, which would cost a processor without a graphics card.
type Progress struct {
	widget.BaseWidget
	done, total int
	full        *Rect
	count       *Text
	face        fyne.CanvasObject
}

// NewProgress returns a bar at the start.
func NewProgress() *Progress {
	p := &Progress{full: NewRect(theme.Accent, 4), count: NewText("", theme.TextSecond, theme.Ink2)}
	track := NewRect(theme.Line, 4)
	bar := At(func(room, _ fyne.Size) (fyne.Position, fyne.Size) {
		part := float32(0)
		if p.total > 0 {
			part = min(1, float32(p.done)/float32(p.total))
		}
		return fyne.Position{}, fyne.NewSize(room.Width*part, room.Height)
	}, p.full)
	p.face = Column(6, Sized(0, 8, &fyne.Container{Layout: fixed{}, Objects: []fyne.CanvasObject{track, bar}}), p.count)
	p.ExtendBaseWidget(p)
	return p
}

// Set says how far the work has come.
func (p *Progress) Set(done, total int) {
	p.done, p.total = done, total
	p.count.SetText(lang.L("progress.count", map[string]any{"Done": done, "Total": total}))
	p.Refresh()
}

// Text returns what the count says.
func (p *Progress) Text() string { return p.count.Text() }

// CreateRenderer implements fyne.Widget.
func (p *Progress) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.face) }

// Refresh implements fyne.CanvasObject.
func (p *Progress) Refresh() {
	if s := p.Size(); s.Width > 0 {
		p.face.Resize(s.AddWidthHeight(1, 0))
		p.face.Resize(s)
	}
	p.BaseWidget.Refresh()
}
