package ui

import (
	"context"
	"fmt"
	"io/fs"
	"time"

	"fyne.io/fyne/v2"

	"lernkoffer/app"
	"lernkoffer/materials"
)

// Program is what the composition root gives the window.
type Program struct {
	App     fyne.App
	Theme   fyne.Theme
	Icon    []byte // PNG
	Texts   fs.FS  // de.json
	Desktop Desktop
	Screens []Entry
	// Start makes the services ready and returns how they are given back. It runs off
	// the screen's goroutine.
	Start func(context.Context, materials.Progress) (*app.Services, func() error, error)
	// Serve begins to answer second processes; show brings the window to the front
	// and may be called from anywhere. Nil where nobody asks.
	Serve func(s *app.Services, show func()) (stop func() error, err error)
}

// The size of the window at first, and the bounds of what is remembered: a
// projector may be gone since.
var (
	firstSize = fyne.NewSize(1280, 800)
	mostSize  = fyne.NewSize(2400, 1600)
	leastSize = fyne.NewSize(900, 520)
)

const sizeKey = "window.size"

// Run shows the window and returns when it is closed.
func Run(ctx context.Context, p Program) error {
	if err := Translate(p.Texts); err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	p.App.SetIcon(fyne.NewStaticResource("lernkoffer.png", p.Icon))
	w := p.App.NewWindow("Lernkoffer")
	w.SetMaster()
	w.Resize(firstSize)
	w.CenterOnScreen()
	c := NewContext(ctx, w, fyne.Do, AfterPost(fyne.Do))
	c.Desktop = p.Desktop
	// Fyne 2.7.1 stops following the system's light and dark if the theme is set
	// before the loop runs (#6056), and paints a frame in the old theme if the window
	// is shown before (facts: § 6.0).
	p.App.Lifecycle().SetOnStarted(func() {
		p.App.Settings().SetTheme(p.Theme)
		c.Begin(p)
	})
	p.App.Lifecycle().SetOnStopped(c.end)
	p.App.Lifecycle().SetOnEnteredForeground(c.comeBack)
	p.App.Run()
	return nil
}

// showDelay is how long the window waits for the services, so that it comes up
// ready, with the size it had, where they are quick.
const showDelay = 300 * time.Millisecond

// Begin makes the services ready, with their progress in the window if that takes
// time, and then opens the screens.
func (c *Context) Begin(p Program) {
	o := newOpening(c, p)
	shown := false
	show := func() {
		if !shown {
			shown = true
			c.Window.Show()
		}
	}
	c.Window.SetCloseIntercept(c.Quit)
	c.stage.SetScreen(o.content())
	stop := c.After(showDelay, show)
	o.ready = func() {
		stop()
		c.restoreSize()
		show()
	}
	o.failed = show
	o.load()
}

// comeBack shows what may have changed while the window was behind others: a
// command in another process may have kept a note.
func (c *Context) comeBack() {
	if s, ok := c.screen().(Refreshable); ok && !c.ended {
		s.Refresh()
	}
}

// Quit saves everything and closes the window.
func (c *Context) Quit() {
	if !c.ended {
		c.end()
		c.Window.Close()
	}
}

// end saves what the screens hold and the window's size, and gives the services
// back. What comes to an end twice ends once: the system may stop the program
// without asking the window.
func (c *Context) end() {
	if c.ended {
		return
	}
	c.ended = true
	for _, screen := range c.openScreens() {
		screen.Close()
	}
	c.saveSize()
	if c.giveBack == nil {
		return
	}
	if err := c.giveBack(); err != nil {
		fyne.LogError("close", err)
	}
}

// restoreSize gives the window the size it had, within bounds.
func (c *Context) restoreSize() {
	if c.Services.Own == nil {
		return
	}
	text, err := c.Services.Own.Setting(sizeKey)
	if err != nil {
		return
	}
	if size, ok := parseSize(text); ok {
		c.Window.Resize(size)
	}
}

func parseSize(text string) (fyne.Size, bool) {
	var w, h float32
	if n, err := fmt.Sscanf(text, "%f×%f", &w, &h); err != nil || n != 2 {
		return fyne.Size{}, false
	}
	size := fyne.NewSize(w, h).Max(leastSize)
	return fyne.NewSize(min(size.Width, mostSize.Width), min(size.Height, mostSize.Height)), true
}

func (c *Context) saveSize() {
	if c.Services == nil || c.Services.Own == nil {
		return
	}
	size := c.Window.Canvas().Size()
	// A window that forgets its size is no reason to keep it open.
	_ = c.Services.Own.SetSetting(sizeKey, fmt.Sprintf("%.0f×%.0f", size.Width, size.Height))
}
