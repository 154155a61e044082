package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Reveal scrolls so that o, which lies in the scroller's content, is in sight.
// Fyne moves the keyboard to what can't be seen. What has not been painted yet has
// no place, and nothing happens.
func Reveal(scroll *container.Scroll, o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	if driver.CanvasForObject(o) == nil || driver.CanvasForObject(scroll) == nil {
		return
	}
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll).Y
	const margin = 8
	switch bottom := top + o.Size().Height; {
	case top < margin:
		scroll.Offset.Y = max(0, scroll.Offset.Y+top-margin)
	case bottom > scroll.Size().Height-margin:
		scroll.Offset.Y += bottom - scroll.Size().Height + margin
	default:
		return
	}
	scroll.Refresh()
}
