package ui

import (
	"fyne.io/fyne/v2"

	"lernkoffer/materials"
)

// undoStep takes back one change of the teacher's own things.
type undoStep struct {
	name string
	do   func() error
}

// mostUndo bounds the changes that can be taken back.
const mostUndo = 50

// CanUndo remembers how a change is taken back.
func (c *Context) CanUndo(name string, do func() error) {
	c.undo = append(c.undo, undoStep{name, do})
	if len(c.undo) > mostUndo {
		c.undo = c.undo[1:]
	}
}

// Undo takes back the last change. In a text it is the text's own.
func (c *Context) Undo() {
	if text, ok := c.Window.Canvas().Focused().(fyne.Shortcutable); ok {
		text.TypedShortcut(&fyne.ShortcutUndo{})
		return
	}
	if len(c.undo) == 0 {
		return
	}
	last := c.undo[len(c.undo)-1]
	c.undo = c.undo[:len(c.undo)-1]
	if err := last.do(); err != nil {
		c.Complain(materials.ErrorMessage(err))
		return
	}
	c.Toast(last.name)
}
