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
	// Other is the verb on a second button, "" for none; OnOther as OnConfirm.
	Other   string
	OnOther func() bool
	// Focus gets the keyboard first; the confirm button if nil.
	Focus fyne.Focusable
	// Width of the body, DialogWidth if 0.
	Width float32

	popup   *widget.PopUp
	actions []*widgets.Surface
	close   func()
}

// DialogWidth is the width of a dialog's body as a rule, WideDialog that of one
// with many choices.
const (
	DialogWidth float32 = 432
	WideDialog  float32 = 580
)

// Ask shows a dialog.
func (c *Context) Ask(d *Dialog) {
	if d.Width == 0 {
		d.Width = DialogWidth
	}
	cancel := widgets.NewOutlined("", lang.L("dialog.cancel"), d.Hide)
	confirm := widgets.NewFilled("", d.Confirm, d.confirm)
	d.actions = []*widgets.Surface{confirm}
	buttons := widgets.Row(8, widgets.Spacer(), cancel)
	if d.Other != "" {
		other := widgets.NewOutlined("", d.Other, func() { d.hideAfter(d.OnOther) })
		d.actions = append(d.actions, other)
		buttons.Add(other)
	}
	buttons.Add(confirm)
	panel := widgets.Pad(20, 20, 20, 20, widgets.Column(16,
		widgets.Sized(d.Width, 0, widgets.NewBoldParagraph(d.Title, theme.TextSection, theme.Ink, 1).Fit(d.Width, 2)),
		d.Body, buttons,
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

// SetDisabled makes all buttons deaf but that which cancels.
func (d *Dialog) SetDisabled(on bool) {
	for _, action := range d.actions {
		action.SetDisabled(on)
	}
}

// Disabled reports whether there is nothing to confirm.
func (d *Dialog) Disabled() bool { return len(d.actions) > 0 && d.actions[0].Disabled() }

func (d *Dialog) confirm() {
	if !d.Disabled() {
		d.hideAfter(d.OnConfirm)
	}
}

func (d *Dialog) hideAfter(do func() bool) {
	if do == nil || do() {
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
