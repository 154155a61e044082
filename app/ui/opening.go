package ui

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/app"
	"lernkoffer/app/theme"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
)

// opening is what the window shows until the services are ready.
type opening struct {
	context  *Context
	program  Program
	latest   Latest
	progress *widgets.Progress
	message  *fyne.Container
	ready    func()
	failed   func()
}

// started is what Start returns.
type started struct {
	services *app.Services
	close    func() error
}

const openingWidth float32 = 420

func newOpening(c *Context, p Program) *opening {
	return &opening{context: c, program: p, progress: widgets.NewProgress(), message: container.NewStack()}
}

func (o *opening) content() fyne.CanvasObject {
	logo := widgets.Sized(56, 56, container.NewStack(
		widgets.NewRect(theme.Accent, theme.RadiusTile), widgets.PadAll(10, widgets.NewIcon(theme.GlyphCase, 36, theme.OnAccent))))
	o.working()
	panel := widgets.ColumnAligned(widgets.AlignCentre, 16, logo,
		widgets.NewBold("Lernkoffer", theme.TextTitle, theme.Ink), widgets.Sized(openingWidth, 150, o.message))
	return container.NewStack(widgets.NewRect(theme.Ground, 0), container.NewCenter(panel))
}

func (o *opening) working() {
	o.message.Objects = []fyne.CanvasObject{widgets.Column(8,
		widgets.NewParagraph(lang.L("opening.work"), theme.TextBody, theme.Ink, 1).Fit(openingWidth, 3), o.progress)}
	o.progress.Hide()
	o.message.Refresh()
}

func (o *opening) load() {
	c := o.context
	Load(c, &o.latest, func(ctx context.Context) (started, error) {
		services, closer, err := o.program.Start(ctx, func(done, total int) {
			c.Post(func() {
				o.progress.Show()
				o.progress.Set(done, total)
			})
		})
		return started{services, closer}, err
	}, o.done)
}

func (o *opening) done(s started, err error) {
	c := o.context
	if err != nil {
		o.fail(err)
		return
	}
	c.Services = s.services
	stop := func() error { return nil }
	if o.program.Serve != nil {
		show := func() { c.Post(func() { c.Window.Show(); c.Window.RequestFocus() }) }
		// Without the socket a second process goes on without the teacher's own things.
		if served, err := o.program.Serve(s.services, show); err == nil {
			stop = served
		}
	}
	c.giveBack = func() error { return errors.Join(stop(), s.close()) }
	c.Open(o.program.Screens)
	c.Window.SetMainMenu(c.Menu())
	o.ready()
	if report := s.services.Report; len(report) > 0 {
		c.Complain(strings.Join(report, " "))
	}
}

// fail says why there is nothing to show, and offers to try again.
func (o *opening) fail(err error) {
	fyne.LogError("open", err)
	again := widgets.NewLink("", lang.L("opening.again"), func() {
		o.working()
		o.load()
	})
	o.message.Objects = []fyne.CanvasObject{widgets.NewCallout(
		widgets.MoodFault, lang.L("opening.failed"), materials.ErrorMessage(err), openingWidth, again)}
	o.message.Refresh()
	o.failed()
}
