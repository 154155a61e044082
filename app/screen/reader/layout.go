package reader

import "fyne.io/fyne/v2"

// The sizes of the parts. Widths do not jump but at a step.
const (
	wide      float32 = 1240 - 88 // of the screen, from which the pane is wide
	medium    float32 = 1000 - 88 // from which there is a strip of pages
	paneWide  float32 = 352
	paneSmall float32 = 300
	stripWide float32 = 96
)

// MinSize implements fyne.Layout.
func (s *Screen) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 360) }

// Layout implements fyne.Layout.
func (s *Screen) Layout(_ []fyne.CanvasObject, room fyne.Size) {
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos(x, y))
	}
	pane, strip, top := paneWide, stripWide, barHeight
	if room.Width < wide {
		pane = paneSmall
	}
	if room.Width < medium {
		strip, top = 0, barSmall
		s.strip.root.Hide()
	} else {
		s.strip.root.Show()
	}
	s.bar.setSmall(room.Width < medium)
	s.pane.setWidth(pane)
	place(s.bar.root, 0, 0, room.Width, top)
	place(s.strip.root, 0, top, strip, room.Height-top)
	place(s.paper.root, strip, top, room.Width-strip-pane, room.Height-top)
	place(s.pane.root, room.Width-pane, top, pane, room.Height-top)
	place(s.fault, 0, 0, room.Width, room.Height)
}
