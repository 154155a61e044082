package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"lernkoffer/app/theme"
)

// After runs f later on the screen's goroutine, unless stop is called before.
type After func(d time.Duration, f func()) (stop func())

const (
	tipDelay           = 600 * time.Millisecond
	toastTime          = 10 * time.Second
	toastWidth float32 = 420
)

// Stage is the content of a window: the screen, and above it tooltips and short
// messages. They lie in the content and not among Fyne's overlays, which would
// take the pointer away from what is below.
type Stage struct {
	widget.BaseWidget
	after   After
	screen  *fyne.Container
	tips    *fyne.Container
	toasts  *fyne.Container
	of      *Surface
	stopTip func()
	stopMsg func()
}

// NewStage returns an empty stage.
func NewStage(after After) *Stage {
	s := &Stage{after: after, screen: container.NewStack(), tips: container.NewWithoutLayout(), toasts: container.NewStack()}
	s.stopTip, s.stopMsg = func() {}, func() {}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *Stage) CreateRenderer() fyne.WidgetRenderer {
	toasts := At(func(room, least fyne.Size) (fyne.Position, fyne.Size) {
		return fyne.NewPos((room.Width-least.Width)/2, room.Height-least.Height-44), least
	}, s.toasts)
	return widget.NewSimpleRenderer(container.NewStack(s.screen, toasts, s.tips))
}

// SetScreen shows o.
func (s *Stage) SetScreen(o fyne.CanvasObject) {
	s.screen.Objects = []fyne.CanvasObject{o}
	s.screen.Refresh()
}

// Action is a button of a message.
type Action struct {
	Label string
	Do    func()
}

// Toast shows a short message with actions for some seconds, in place of the one
// before.
func (s *Stage) Toast(glyph theme.Glyph, text string, actions ...Action) {
	s.stopMsg()
	width := min(toastWidth, fyne.MeasureText(text, theme.TextBody, fyne.TextStyle{}).Width+1)
	words := NewParagraph(text, theme.TextBody, theme.Ink, 1).Fit(width, 5)
	face := Row(12, NewIcon(glyph, 18, theme.Accent), Sized(width, 0, words))
	for _, a := range actions {
		face.Add(NewLink("", a.Label, func() {
			s.ClearToast()
			a.Do()
		}))
	}
	face.Add(NewIconButton(theme.GlyphClose, lang.L("toast.close"), s.ClearToast))
	s.toasts.Objects = []fyne.CanvasObject{container.NewStack(
		NewBox(theme.Paper, theme.Edge, theme.RadiusCard, 1), Pad(6, 6, 6, 14, face))}
	s.stopMsg = s.after(toastTime, s.ClearToast)
	s.Refresh()
}

// ClearToast takes the message away.
func (s *Stage) ClearToast() {
	s.stopMsg()
	s.toasts.Objects = nil
	s.Refresh()
}

// Refresh implements fyne.CanvasObject.
func (s *Stage) Refresh() {
	s.BaseWidget.Refresh()
	if size := s.Size(); size.Width > 0 {
		s.Resize(size.AddWidthHeight(1, 0)) // lays the message out anew
		s.Resize(size)
	}
}

// stageOf returns the stage that o stands on.
func stageOf(o fyne.CanvasObject) *Stage {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return nil
	}
	s, _ := c.Content().(*Stage)
	return s
}

func showTip(of *Surface, label string) {
	s := stageOf(of)
	if s == nil || label == "" {
		return
	}
	s.stopTip()
	s.of = of
	s.stopTip = s.after(tipDelay, func() { s.layTip(of, label) })
}

func hideTip(of *Surface) {
	s := stageOf(of)
	if s == nil || s.of != of {
		return
	}
	s.stopTip()
	s.of = nil
	s.tips.Objects = nil
	s.tips.Refresh()
}

// layTip puts the tooltip below what it explains, or above it at the lower edge.
func (s *Stage) layTip(of *Surface, label string) {
	face := container.NewStack(NewRect(theme.Ink, theme.RadiusRow), Pad(4, 8, 4, 8, NewText(label, theme.TextSecond, theme.Paper)))
	size := face.MinSize()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(of).Subtract(
		fyne.CurrentApp().Driver().AbsolutePositionForObject(s))
	x := min(max(4, at.X+(of.Size().Width-size.Width)/2), s.Size().Width-size.Width-4)
	y := at.Y + of.Size().Height + 6
	if y+size.Height > s.Size().Height {
		y = at.Y - size.Height - 6
	}
	face.Resize(size)
	face.Move(fyne.NewPos(x, y))
	s.tips.Objects = []fyne.CanvasObject{face}
	s.tips.Refresh()
}
