package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"lernkoffer/app/uitest"
	"lernkoffer/assets"
)

var files = uitest.Files{Fonts: assets.Fonts, Icons: assets.Icons, Texts: assets.Lang, Pictograms: assets.Pictograms}

// show puts o into a window of a size.
func show(t *testing.T, o fyne.CanvasObject, width, height float32) fyne.Canvas {
	t.Helper()
	w := test.NewTempWindow(t, container.NewWithoutLayout(o))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	o.Resize(fyne.NewSize(width, height))
	return w.Canvas()
}

// light applies the light look.
func light(t *testing.T) {
	t.Helper()
	uitest.Look(t, files, fynetheme.VariantLight)
}
