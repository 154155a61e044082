package ui

import (
	"fyne.io/fyne/v2"

	"lernkoffer/app/theme"
)

// Screen is what fills the window beside the rail.
type Screen interface {
	Content() fyne.CanvasObject
	// Show brings the screen to what a route says; Params says where it is.
	Show(params string)
	Params() string
	// Close puts on disk what is not there yet.
	Close()
}

// What a screen can do beyond that is asked for by these.
type (
	// Searchable screens answer the search field.
	Searchable interface {
		Search(text string)
		SearchText() string
	}
	// Printable screens make a PDF of what is chosen.
	Printable interface{ Print() }
	// Resettable screens have filters to clear.
	Resettable interface{ Reset() }
	// Refreshable screens look again at the teacher's own things.
	Refreshable interface{ Refresh() }
	// Escapable screens have something to close by Escape; false if nothing is open.
	Escapable interface{ Escape() bool }
	// Keyed screens have keys of their own, which are theirs where nobody with the
	// focus wants them; false for what means nothing to them.
	Keyed interface {
		Key(name fyne.KeyName) bool
		Rune(r rune) bool
	}
	// Returnable screens are told that the window came back to them.
	Returnable interface{ Returned() }
)

// Entry is a screen of the window.
type Entry struct {
	Name  string // of its routes
	Label string // key of its translation
	Glyph theme.Glyph
	New   func(*Context) Screen
	// Within names the screen that this one is reached from. It is then not in the
	// rail, which says that one is there.
	Within string
}
