package ui

import (
	"context"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"lernkoffer/app"
	"lernkoffer/app/theme"
	"lernkoffer/app/widgets"
)

// Context is what screens are given. All of it is for the screen's goroutine,
// but Post.
type Context struct {
	// Post runs f soon on the screen's goroutine: fyne.Do, and a queue in tests.
	Post func(f func())
	// After runs f later on the screen's goroutine, unless it is stopped.
	After    widgets.After
	Now      func() time.Time
	Window   fyne.Window
	Services *app.Services
	Desktop  Desktop

	base    context.Context
	running atomic.Int64 // loads whose answer has not been handed over
	stage   *widgets.Stage
	shell   *shell
	keys    []func(*fyne.KeyEvent) bool
	modal   int
	undo    []undoStep
	seen    Latest

	giveBack func() error // the services
	ended    bool
}

// Desktop is what the system does with files and folders.
type Desktop struct {
	OpenFile   func(path string) error
	OpenFolder func(path string) error
	// Documents returns the user's folder for documents.
	Documents func() string
}

// NewContext returns a context for a window. Its work ends when base does.
func NewContext(base context.Context, window fyne.Window, post func(func()), after widgets.After) *Context {
	c := &Context{Post: post, After: after, Now: time.Now, Window: window, base: base}
	c.stage = widgets.NewStage(after)
	window.SetPadded(false)
	window.SetContent(c.stage)
	window.Canvas().SetOnTypedKey(c.typedKey)
	return c
}

// Idle reports whether no work is under way.
func (c *Context) Idle() bool { return c.running.Load() == 0 }

// Toast shows a short message above the lower edge, with actions.
func (c *Context) Toast(text string, actions ...widgets.Action) {
	c.stage.Toast(theme.GlyphCheck, text, actions...)
}

// Complain shows a short message about something that did not work.
func (c *Context) Complain(text string, actions ...widgets.Action) {
	c.stage.Toast(theme.GlyphFault, text, actions...)
}

// Saved says at the lower edge how the teacher's own things stand.
func (c *Context) Saved(state SaveState) {
	if c.shell != nil {
		c.shell.setSaved(state)
	}
}

// Visited keeps where the window is now in the history. With replace it takes the
// place of where it was before: the way through a list is not worth a step.
func (c *Context) Visited(replace bool) {
	if c.shell != nil {
		c.shell.visited(replace)
	}
}

// Go leads the window to a route.
func (c *Context) Go(r Route) {
	if c.shell != nil {
		c.shell.visit(r)
	}
}

// Back leads to where the window was before; false if it was nowhere.
func (c *Context) Back() bool { return c.step(-1) }

// typedKey takes the keys that nobody with the focus wanted.
func (c *Context) typedKey(e *fyne.KeyEvent) {
	for i := len(c.keys) - 1; i >= 0; i-- {
		if c.keys[i](e) {
			return
		}
	}
}

// pushKeys lets f see keys before all others until pop is called.
func (c *Context) pushKeys(f func(*fyne.KeyEvent) bool) (pop func()) {
	c.keys = append(c.keys, f)
	n := len(c.keys)
	return func() {
		if len(c.keys) >= n {
			c.keys = c.keys[:n-1]
		}
	}
}

// SaveState is how the teacher's own things stand.
type SaveState int

// The states.
const (
	AllSaved SaveState = iota
	Saving
	NotSaved
)
