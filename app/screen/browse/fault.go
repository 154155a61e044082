package browse

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/app/widgets"
	"lernkoffer/materials"
)

// faultScreen stands where the library can't be searched.
type faultScreen struct{ content fyne.CanvasObject }

func newFaultScreen(err error) *faultScreen {
	const width = 420
	callout := widgets.NewCallout(widgets.MoodFault, lang.L("browse.fault"), materials.ErrorMessage(err), width)
	return &faultScreen{container.NewCenter(widgets.Sized(width, 0, callout))}
}

// Content implements ui.Screen.
func (f *faultScreen) Content() fyne.CanvasObject { return f.content }

// Show implements ui.Screen.
func (f *faultScreen) Show(string) {}

// Params implements ui.Screen.
func (f *faultScreen) Params() string { return "" }

// Close implements ui.Screen.
func (f *faultScreen) Close() {}
