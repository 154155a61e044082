package browse

import (
	"fyne.io/fyne/v2"
)

// The widths of the panes, by that of the screen beside the rail. Widths do not
// jump but at a step.
const (
	wide   float32 = 1240 - 88 // facets, results, detail
	medium float32 = 1000 - 88 // the detail lies over the results

	facetsWide   float32 = 240
	facetsMedium float32 = 216
	detailWide   float32 = 336
	detailSmall  float32 = 280
)

// MinSize implements fyne.Layout.
func (s *Screen) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 360) }

// panes are the parts in the order in which the keyboard goes through them. Where
// the facets lie over the list they have to be painted after it.
func (s *Screen) panes() []fyne.CanvasObject {
	if s.results.small {
		return []fyne.CanvasObject{s.results.root, s.detail.root, s.drawer, s.facets.root}
	}
	return []fyne.CanvasObject{s.facets.root, s.results.root, s.detail.root, s.drawer}
}

// Layout implements fyne.Layout.
func (s *Screen) Layout(_ []fyne.CanvasObject, room fyne.Size) {
	facets, detail := facetsWide, detailWide
	small := room.Width < medium
	over := !small && room.Width < wide
	switch {
	case small:
		facets, detail = 0, detailSmall
	case over:
		facets = facetsMedium
	}
	if s.results.small != small {
		s.results.small = small
		s.root.Objects = s.panes()
		s.results.shape()
	}
	s.facets.setDrawer(small)
	s.detail.setForm(detail, small, over)
	place := func(o fyne.CanvasObject, x, w float32) {
		o.Resize(fyne.NewSize(w, room.Height))
		o.Move(fyne.NewPos(x, 0))
	}
	visible := func(o fyne.CanvasObject, on bool) {
		if on != o.Visible() {
			if on {
				o.Show()
			} else {
				o.Hide()
			}
		}
	}
	visible(s.drawer, small && s.facetsOpen)
	visible(s.facets.root, !small || s.facetsOpen)
	visible(s.detail.root, !over || s.model.Selected() != nil)
	results := room.Width - facets
	if !over {
		results -= detail
	}
	place(s.results.root, facets, results)
	place(s.detail.root, room.Width-detail, detail)
	if small {
		facets = facetsWide
	}
	place(s.drawer, 0, facets)
	place(s.facets.root, 0, facets)
}
