package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"lernkoffer/app/theme"
	"lernkoffer/app/widgets"
)

// Dialog asks for something in front of the window. Escape cancels it; while it
// is open the menu's commands rest.
type Dialog struct {
	Title string
	Body  fyne.CanvasObject
	// Confirm is the verb on the filled button. OnConfirm returns false to keep the
	// dialog open.
	Confirm   string
	OnConfirm func() bool
	// Focus gets the keyboard first; the confirm button if nil.
	Focus fyne.Focusable

	popup *widget.PopUp
	close func()
}

// DialogWidth is the width of a dialog's body.
const DialogWidth float32 = 432

// Ask shows a dialog.
func (c *Context) Ask(d *Dialog) {
	cancel := widgets.NewOutlined("", lang.L("dialog.cancel"), d.Hide)
	confirm := widgets.NewFilled("", d.Confirm, d.confirm)
	panel := widgets.Pad(20, 20, 20, 20, widgets.Column(16,
		widgets.Sized(DialogWidth, 0, widgets.NewBoldParagraph(d.Title, theme.TextSection, theme.Ink, 1).Fit(DialogWidth, 2)),
		d.Body,
		widgets.Row(8, widgets.Spacer(), cancel, confirm),
	))
	d.popup = widget.NewModalPopUp(panel, c.Window.Canvas())
	before := c.Window.Canvas().Focused()
	pop := c.pushKeys(func(e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyEscape:
			d.Hide()
		case fyne.KeyReturn, fyne.KeyEnter:
			d.confirm()
		}
		return true
	})
	c.modal++
	d.close = func() {
		d.close = func() {}
		pop()
		c.modal--
		d.popup.Hide()
		if before != nil {
			c.Window.Canvas().Focus(before)
		}
	}
	d.popup.Show()
	if d.Focus == nil {
		d.Focus = confirm
	}
	c.Window.Canvas().Focus(d.Focus)
}

// Hide closes the dialog.
func (d *Dialog) Hide() {
	if d.close != nil {
		d.close()
	}
}

func (d *Dialog) confirm() {
	if d.OnConfirm == nil || d.OnConfirm() {
		d.Hide()
	}
}

// Modal guards a Fyne dialog: while it is open the menu's commands rest, and Escape
// calls hide. The returned function says that it is closed; calling it again does
// nothing.
func (c *Context) Modal(hide func()) (closed func()) {
	c.modal++
	pop := c.pushKeys(func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyEscape {
			hide()
		}
		return true
	})
	open := true
	return func() {
		if open {
			open = false
			pop()
			c.modal--
		}
	}
}
