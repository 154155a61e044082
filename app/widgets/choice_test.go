package widgets_test

import (
	"image"
	"image/color"
	"image/draw"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"lernkoffer/app/theme"
	"lernkoffer/app/uitest"
	"lernkoffer/app/widgets"
)

// Ensure that a tick box changes by pointer and keyboard, and tells so.
func TestTick(t *testing.T) {
	uitest.Look(t, files, fynetheme.VariantLight)
	var told []bool
	tick := widgets.NewTick("Graustufen", func(on bool) { told = append(told, on) })
	show(t, tick.Object(), 200, 28)
	test.Tap(tick.Object())
	tick.Object().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	tick.Set(true)
	if !slices.Equal(told, []bool{true, false}) || !tick.On() {
		t.Errorf("told %v, on %v", told, tick.On())
	}
}

// Ensure that several values are chosen by a menu up to the most, and taken out by
// their chips.
func TestSeveral(t *testing.T) {
	w := uitest.New(t, files, 400, 300)
	var told []int
	several := widgets.NewSeveral("Sprache", []string{"Ukrainisch", "Arabisch", "Türkisch"}, 2,
		func(name string) string { return name + " entfernen" }, func(chosen []int) { told = chosen })
	w.Context.Window.SetContent(several)
	w.Tap("Sprache")
	w.TapMenu("Türkisch")
	w.Tap("Sprache")
	w.TapMenu("Ukrainisch")
	if !slices.Equal(told, []int{2, 0}) {
		t.Errorf("chosen: %v", told)
	}
	if w.Surface("Sprache") != nil {
		t.Error("more than the most can be chosen")
	}
	w.Tap("Türkisch entfernen")
	if !slices.Equal(told, []int{0}) || w.Surface("Sprache") == nil {
		t.Errorf("after taking one out: %v", told)
	}
	several.Set([]int{0, 1, 2})
	if got := several.Chosen(); !slices.Equal(got, []int{0, 1}) {
		t.Errorf("set: %v", got)
	}
}

// Ensure that facts without a value are left out.
func TestFacts(t *testing.T) {
	uitest.Look(t, files, fynetheme.VariantLight)
	facts := widgets.NewFacts(300)
	if facts.Add("Für", "") != nil || facts.Add("Dauer", "30 Minuten") == nil || len(facts.Objects) != 1 {
		t.Errorf("%d lines", len(facts.Objects))
	}
}

// Ensure that writing takes the colour of the theme where it is dark, and is clear
// where it is white.
func TestMask(t *testing.T) {
	uitest.Look(t, files, fynetheme.VariantLight)
	drawing := image.NewGray(image.Rect(0, 0, 20, 10))
	draw.Draw(drawing, image.Rect(10, 0, 20, 10), image.White, image.Point{}, draw.Src)
	mask := widgets.NewMask(drawing, fyne.NewSize(20, 10), theme.Accent)
	c := show(t, mask, 20, 10)
	shot := c.Capture()
	at := func(x int) color.NRGBA { return color.NRGBAModel.Convert(shot.At(x, 5)).(color.NRGBA) }
	if got, want := at(3), color.NRGBAModel.Convert(theme.Color(theme.Accent)).(color.NRGBA); got != want {
		t.Errorf("dark is %v, want %v", got, want)
	}
	if got := at(17); got == at(3) {
		t.Errorf("white is %v", got)
	}
	if mask.MinSize() != fyne.NewSize(20, 10) {
		t.Errorf("size %v", mask.MinSize())
	}
}
