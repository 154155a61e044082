package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Tappable       = (*gridCell)(nil)
	_ fyne.DoubleTappable = (*gridCell)(nil)
	_ desktop.Hoverable   = (*gridCell)(nil)
	_ desktop.Cursorable  = (*gridCell)(nil)
)

// MouseDown chooses at once: a tap would come only after the time for a second
// one.
func (c *gridCell) MouseDown(e *desktop.MouseEvent) {
	if e.Button == desktop.MouseButtonPrimary {
		c.grid.tapped(c.index)
	}
}

// MouseUp implements desktop.Mouseable.
func (c *gridCell) MouseUp(*desktop.MouseEvent) {}

// Tapped implements fyne.Tappable, for screens without a mouse.
func (c *gridCell) Tapped(*fyne.PointEvent) {
	if c.grid.chosen != c.index {
		c.grid.tapped(c.index)
	}
}

// DoubleTapped implements fyne.DoubleTappable.
func (c *gridCell) DoubleTapped(*fyne.PointEvent) {
	if c.grid.OnOpened != nil {
		c.grid.OnOpened(c.index)
	}
}

// MouseIn implements desktop.Hoverable.
func (c *gridCell) MouseIn(*desktop.MouseEvent) { c.veil.Show() }

// MouseMoved implements desktop.Hoverable.
func (c *gridCell) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *gridCell) MouseOut() { c.veil.Hide() }

// Cursor implements desktop.Cursorable.
func (c *gridCell) Cursor() desktop.Cursor { return desktop.PointerCursor }
