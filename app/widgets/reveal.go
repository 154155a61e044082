package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Reveal scrolls so that o, which lies in the scroller's content, is in sight.
// Fyne moves the keyboard to what can't be seen.
func Reveal(scroll *container.Scroll, o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
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
