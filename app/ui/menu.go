package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/materials"
)

// command is an entry of the menu with its key.
type command struct {
	label    string // key of its translation
	shortcut fyne.Shortcut
	key      string // its name
	do       func()
}

func key(name fyne.KeyName, modifier fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: modifier}
}

// commands lists the menus. The keys are the window's and not the menu's: Fyne
// writes their names in English and too pale to read. Fields hand on the keys that
// are not theirs.
func (c *Context) commands() [][]command {
	ctrl := fyne.KeyModifierShortcutDefault
	return [][]command{
		{
			{"menu.pdf", key(fyne.KeyP, ctrl), lang.L("key.p"), c.print},
			{"menu.data", nil, "", c.openData},
			{"menu.quit", key(fyne.KeyQ, ctrl), lang.L("key.q"), c.Quit},
		},
		{
			{"menu.undo", &fyne.ShortcutUndo{}, lang.L("key.z"), c.Undo},
		},
		{
			{"menu.search", key(fyne.KeyK, ctrl), lang.L("key.k"), c.search},
			{"menu.reset", key(fyne.KeyR, ctrl), lang.L("key.r"), c.reset},
		},
		append(c.places(), []command{
			{"menu.back", key(fyne.KeyLeft, fyne.KeyModifierAlt), lang.L("key.left"), func() { c.step(-1) }},
			{"menu.ahead", key(fyne.KeyRight, fyne.KeyModifierAlt), lang.L("key.right"), func() { c.step(1) }},
		}...),
	}
}

// places lead to the screens of the rail, by Ctrl and their number.
func (c *Context) places() []command {
	if c.shell == nil {
		return nil
	}
	var places []command
	for i, e := range inRail(c.shell.entries) {
		number := strconv.Itoa(i + 1)
		places = append(places, command{
			label: e.Label, shortcut: key(fyne.KeyName(number), fyne.KeyModifierShortcutDefault), key: placeKey(i),
			do: func() { c.shell.leadTo(e.Name) },
		})
	}
	return places
}

// placeKey names the key of a screen in the rail.
func placeKey(i int) string { return lang.L("key.number", map[string]any{"N": i + 1}) }

var menuTitles = []string{"menu.file", "menu.edit", "menu.find.title", "menu.go"}

// Menu builds the main menu.
func (c *Context) Menu() *fyne.MainMenu {
	main := fyne.NewMainMenu()
	for i, commands := range c.commands() {
		menu := fyne.NewMenu(lang.L(menuTitles[i]))
		for _, cmd := range commands {
			label := lang.L(cmd.label)
			if cmd.key != "" {
				label += "\u2003" + cmd.key
			}
			item := fyne.NewMenuItem(label, c.guarded(cmd.do))
			item.IsQuit = cmd.label == "menu.quit"
			menu.Items = append(menu.Items, item)
		}
		main.Items = append(main.Items, menu)
	}
	return main
}

// bindKeys makes the keys of the commands work from everywhere.
func (c *Context) bindKeys() {
	bind := func(s fyne.Shortcut, do func()) {
		if s != nil {
			c.Window.Canvas().AddShortcut(s, func(fyne.Shortcut) { c.guarded(do)() })
		}
	}
	for _, commands := range c.commands() {
		for _, cmd := range commands {
			bind(cmd.shortcut, cmd.do)
		}
	}
	bind(key(fyne.KeyF, fyne.KeyModifierShortcutDefault), c.search) // the other key that people try
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

func (c *Context) step(by int) bool { return c.shell != nil && c.shell.step(by) }

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
