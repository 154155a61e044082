package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/materials"
)

// command is an entry of the menu with its key.
type command struct {
	label    string // key of its translation
	shortcut fyne.Shortcut
	do       func()
}

func key(name fyne.KeyName, modifier fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: modifier}
}

// The main menu sees keys before a text field does, so the commands work from
// everywhere.
func (c *Context) commands() [][]command {
	ctrl := fyne.KeyModifierShortcutDefault
	return [][]command{
		{
			{"menu.pdf", key(fyne.KeyP, ctrl), c.print},
			{"menu.data", nil, c.openData},
			{"menu.quit", key(fyne.KeyQ, ctrl), c.Quit},
		},
		{
			{"menu.undo", &fyne.ShortcutUndo{}, c.Undo},
		},
		{
			{"menu.search", key(fyne.KeyK, ctrl), c.search},
			{"menu.reset", key(fyne.KeyR, ctrl), c.reset},
		},
		{
			{"menu.back", key(fyne.KeyLeft, fyne.KeyModifierAlt), func() { c.step(-1) }},
			{"menu.ahead", key(fyne.KeyRight, fyne.KeyModifierAlt), func() { c.step(1) }},
		},
	}
}

var menuTitles = []string{"menu.file", "menu.edit", "menu.find.title", "menu.go"}

// Menu builds the main menu.
func (c *Context) Menu() *fyne.MainMenu {
	// The other key that people try has no place in the menu.
	c.Window.Canvas().AddShortcut(key(fyne.KeyF, fyne.KeyModifierShortcutDefault), func(fyne.Shortcut) { c.guarded(c.search)() })
	main := fyne.NewMainMenu()
	for i, commands := range c.commands() {
		menu := fyne.NewMenu(lang.L(menuTitles[i]))
		for _, cmd := range commands {
			item := fyne.NewMenuItem(lang.L(cmd.label), c.guarded(cmd.do))
			item.Shortcut = cmd.shortcut
			item.IsQuit = cmd.label == "menu.quit"
			menu.Items = append(menu.Items, item)
		}
		main.Items = append(main.Items, menu)
	}
	return main
}

// guarded keeps a command from working behind an open dialog.
func (c *Context) guarded(do func()) func() {
	return func() {
		if c.modal == 0 {
			do()
		}
	}
}

func (c *Context) print() {
	if s, ok := c.screen().(Printable); ok {
		s.Print()
	}
}

func (c *Context) reset() {
	if s, ok := c.screen().(Resettable); ok {
		s.Reset()
	}
}

func (c *Context) search() {
	if c.shell != nil {
		c.Window.Canvas().Focus(c.shell.search.Field)
		c.shell.search.Field.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

func (c *Context) step(by int) {
	if c.shell != nil {
		c.shell.step(by)
	}
}

func (c *Context) openData() {
	if c.Services == nil {
		return
	}
	if err := c.Desktop.OpenFolder(c.Services.Program.DataDir); err != nil {
		c.Complain(materials.ErrorMessage(err))
	}
}

func (c *Context) screen() Screen {
	if c.shell == nil {
		return nil
	}
	return c.shell.current
}
