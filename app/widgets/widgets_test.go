package widgets_test

import (
	"image"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"lernkoffer/app/theme"
	"lernkoffer/app/uitest"
	"lernkoffer/app/widgets"
)

func box(w, h float32) fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}

func places(c *fyne.Container) []fyne.Position {
	var out []fyne.Position
	for _, o := range c.Objects {
		out = append(out, o.Position())
	}
	return out
}

// Ensure that rows and columns place what they hold by gap, alignment and weight,
// and forget what is hidden.
func TestFlex(t *testing.T) {
	tests := []struct {
		name string
		make func() *fyne.Container
		want []fyne.Position
		last float32 // width of the last child
	}{
		{
			"row", func() *fyne.Container { return widgets.Row(8, box(10, 10), box(20, 20)) },
			[]fyne.Position{{X: 0, Y: 20}, {X: 18, Y: 15}},
			20,
		},
		{
			"spacer", func() *fyne.Container { return widgets.Row(0, box(10, 10), widgets.Spacer(), box(20, 50)) },
			[]fyne.Position{{X: 0, Y: 20}, {X: 10, Y: 24}, {X: 80, Y: 0}},
			20,
		},
		{"weights", func() *fyne.Container {
			return widgets.RowAligned(widgets.AlignStretch, 10, widgets.Grow(box(10, 10)), widgets.Grow(box(30, 10)))
		}, []fyne.Position{{X: 0, Y: 0}, {X: 55, Y: 0}}, 45},
		{
			"column", func() *fyne.Container { return widgets.Column(4, box(10, 10), box(20, 20)) },
			[]fyne.Position{{X: 0, Y: 0}, {X: 0, Y: 14}},
			100,
		},
		{
			"end", func() *fyne.Container { return widgets.ColumnAligned(widgets.AlignEnd, 0, box(10, 10), box(20, 20)) },
			[]fyne.Position{{X: 90, Y: 0}, {X: 80, Y: 10}},
			20,
		},
	}
	light(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := tt.make()
			c.Resize(fyne.NewSize(100, 50))
			if got := places(c); !slices.Equal(got, tt.want) {
				t.Errorf("places %v, want %v", got, tt.want)
			}
			if got := c.Objects[len(c.Objects)-1].Size().Width; got != tt.last {
				t.Errorf("the last is %g wide, want %g", got, tt.last)
			}
		})
	}
	c := widgets.Row(8, box(10, 10), box(20, 20))
	c.Objects[0].Hide()
	if got := c.MinSize(); got != fyne.NewSize(20, 20) {
		t.Errorf("least size without the hidden: %v", got)
	}
}

// Ensure that a paragraph keeps its height, breaks at spaces and not at no-break
// ones, and ends with an ellipsis where it does not fit.
func TestParagraph(t *testing.T) {
	light(t)
	p := widgets.NewParagraph("Ein Satz mit vielen Wörtern, der nicht auf zwei Zeilen passt und gekürzt wird", 14, theme.Ink, 2)
	c := show(t, p, 160, 80)
	before := p.MinSize().Height
	markup := test.RenderToMarkup(c)
	if !strings.Contains(markup, " …<") {
		t.Errorf("no ellipsis:\n%s", markup)
	}
	p.SetText("kurz")
	if p.MinSize().Height != before {
		t.Errorf("height %g became %g", before, p.MinSize().Height)
	}
	p.SetText("30\u00a0Minuten")
	p.Fit(50, 3)
	if p.Lines() != 1 {
		t.Errorf("a no-break space was broken: %d lines", p.Lines())
	}
	if got := widgets.NewParagraph("eins\nzwei\ndrei", 14, theme.Ink, 1).Fit(300, 9).Lines(); got != 3 {
		t.Errorf("three lines take %d", got)
	}
	if got := widgets.NewParagraph(strings.Repeat("wort ", 500), 14, theme.Ink, 1).Fit(200, 4).Lines(); got != 4 {
		t.Errorf("at most 4 lines, not %d", got)
	}
	widgets.NewParagraph("", 14, theme.Ink, 1).Fit(10, 2)
}

// Ensure that a surface is pressed by pointer, Enter and Space, unless it is
// disabled.
func TestSurface(t *testing.T) {
	light(t)
	pressed := 0
	s := widgets.NewFilled("", "Los", func() { pressed++ })
	c := show(t, s, 120, 36)
	var passed []fyne.KeyName
	c.SetOnTypedKey(func(e *fyne.KeyEvent) { passed = append(passed, e.Name) })
	all := func() {
		test.Tap(s)
		for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyEscape} {
			s.TypedKey(&fyne.KeyEvent{Name: key})
		}
	}
	all()
	if pressed != 4 || !slices.Equal(passed, []fyne.KeyName{fyne.KeyEscape}) {
		t.Errorf("pressed %d times, passed on %v", pressed, passed)
	}
	s.SetDisabled(true)
	all()
	if pressed != 4 || s.Cursor() != desktop.DefaultCursor {
		t.Errorf("a disabled button was pressed %d times", pressed-4)
	}
}

// Ensure that the keyboard's place can be seen.
func TestFocusRing(t *testing.T) {
	light(t)
	s := widgets.NewOutlined("", "Los", nil)
	c := show(t, s, 120, 36)
	before := test.RenderToMarkup(c)
	c.Focus(s)
	if test.RenderToMarkup(c) == before {
		t.Error("the focus changes nothing")
	}
	c.Unfocus()
	if test.RenderToMarkup(c) != before {
		t.Error("the ring stays")
	}
}

// Ensure that a change between light and dark reaches what is already there.
func TestThemeChange(t *testing.T) {
	look := uitest.Look(t, files, fynetheme.VariantDark)
	card := widgets.NewCard()
	card.Set(widgets.Brief{Title: "Titel", Level: "A1"}, widgets.State{})
	want := test.RenderToMarkup(show(t, card, 184, 270))

	fyne.CurrentApp().Settings().SetTheme(look.Fixed(fynetheme.VariantLight))
	other := widgets.NewCard()
	other.Set(widgets.Brief{Title: "Titel", Level: "A1"}, widgets.State{})
	c := show(t, other, 184, 270)
	if test.RenderToMarkup(c) == want {
		t.Fatal("light and dark are the same")
	}
	fyne.CurrentApp().Settings().SetTheme(look)
	if got := test.RenderToMarkup(c); got != want {
		t.Errorf("after the change:\n%s\nmade in the dark:\n%s", got, want)
	}
}

// Ensure that a tooltip comes after a while, lies in the window and goes.
func TestTooltip(t *testing.T) {
	light(t)
	clock := uitest.NewClock()
	stage := widgets.NewStage(clock.After)
	b := widgets.NewIconButton(theme.GlyphStar, "Merken", nil)
	stage.SetScreen(widgets.Row(0, widgets.Spacer(), b))
	w := test.NewTempWindow(t, stage)
	w.Resize(fyne.NewSize(300, 200))
	said := func() bool { return strings.Contains(test.RenderToMarkup(w.Canvas()), ">Merken<") }

	b.MouseIn(&desktop.MouseEvent{})
	if said() {
		t.Error("the tooltip comes at once")
	}
	clock.Advance(time.Second)
	if !said() {
		t.Error("there is no tooltip")
	}
	b.MouseOut()
	if said() {
		t.Error("the tooltip stays")
	}
	b.MouseIn(&desktop.MouseEvent{})
	b.MouseOut()
	clock.Advance(time.Second)
	if said() {
		t.Error("the tooltip comes after the pointer has gone")
	}
	b.MouseIn(&desktop.MouseEvent{})
	clock.Advance(time.Second)
	b.Tapped(nil)
	if said() {
		t.Error("the tooltip stays where one has pressed")
	}
}

// Ensure that a sheet is blank until its page is there.
func TestSheet(t *testing.T) {
	light(t)
	s := widgets.NewSheet(100)
	if !s.Blank() || s.MinSize() != fyne.NewSize(100, 141) {
		t.Errorf("blank %v, size %v", s.Blank(), s.MinSize())
	}
	s.SetImage(image.NewRGBA(image.Rect(0, 0, 100, 141)))
	if s.Blank() {
		t.Error("still blank")
	}
	s.SetImage(nil)
	if !s.Blank() {
		t.Error("not blank again")
	}
}

// Ensure that choosing in a segmented control tells once, and setting does not.
func TestSegmented(t *testing.T) {
	light(t)
	var told []int
	s := widgets.NewSegmented([]widgets.Segment{{Label: "eins"}, {Label: "zwei"}}, func(i int) { told = append(told, i) })
	show(t, s, 200, 36)
	s.Set(1)
	s.Set(0)
	for _, label := range []string{"zwei", "zwei", "eins"} {
		for _, o := range surfaces(s) {
			if o.Label == label {
				test.Tap(o)
			}
		}
	}
	if !slices.Equal(told, []int{1, 0}) || s.Chosen() != 0 {
		t.Errorf("told %v, chosen %d", told, s.Chosen())
	}
}

func surfaces(o fyne.CanvasObject) []*widgets.Surface {
	var found []*widgets.Surface
	switch o := o.(type) {
	case *widgets.Surface:
		found = append(found, o)
	case *fyne.Container:
		for _, child := range o.Objects {
			found = append(found, surfaces(child)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			found = append(found, surfaces(child)...)
		}
	}
	return found
}

// Ensure that the search field shows its key while it is empty, and what clears it
// otherwise.
func TestSearchField(t *testing.T) {
	light(t)
	var typed []string
	s := widgets.NewSearchField("Suchen", "Strg K", "Suche leeren", func(text string) { typed = append(typed, text) })
	c := show(t, s, 300, 36)
	said := func() bool { return strings.Contains(test.RenderToMarkup(c), ">Strg K<") }
	if !said() {
		t.Error("the key is not shown")
	}
	test.Type(s.Field, "ab")
	if said() {
		t.Error("the key is shown over the text")
	}
	s.SetText("still") // without telling
	test.Tap(surfaces(s)[0])
	if !slices.Equal(typed, []string{"a", "ab", ""}) || !said() {
		t.Errorf("told %q", typed)
	}
}

// Ensure that a book pasted into the search does not stay there.
func TestSearchFieldIsShort(t *testing.T) {
	light(t)
	var last string
	s := widgets.NewSearchField("Suchen", "Strg K", "Suche leeren", func(text string) { last = text })
	show(t, s, 300, 36)
	s.Field.SetText(strings.Repeat("ä", 500_000))
	if got := []rune(s.Field.Text); len(got) != 200 || last != s.Field.Text {
		t.Errorf("%d characters stay, %d are searched", len(got), len([]rune(last)))
	}
}

// Ensure that keys and shortcuts that mean nothing in a text reach the window.
func TestFieldPassesOn(t *testing.T) {
	light(t)
	f := widgets.NewField("")
	c := show(t, f, 100, 36)
	escaped, found := 0, 0
	c.SetOnTypedKey(func(*fyne.KeyEvent) { escaped++ })
	find := &desktop.CustomShortcut{KeyName: fyne.KeyF, Modifier: fyne.KeyModifierControl}
	c.AddShortcut(find, func(fyne.Shortcut) { found++ })
	f.SetText("text")
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	f.TypedShortcut(find)
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	if escaped != 1 || found != 1 || f.SelectedText() != f.Text {
		t.Errorf("escaped %d, found %d, selected %q of %q", escaped, found, f.SelectedText(), f.Text)
	}
}

// Ensure that the dropdown opens a menu of its values.
func TestDropdown(t *testing.T) {
	light(t)
	chosen := -1
	d := widgets.NewDropdown("Reihenfolge", []string{"eins", "zwei"}, func(i int) { chosen = i })
	w := test.NewTempWindow(t, container.NewVBox(d))
	w.Resize(fyne.NewSize(300, 300))
	test.Tap(surfaces(d)[0])
	menu := w.Canvas().Overlays().Top()
	if menu == nil {
		t.Fatal("no menu")
	}
	d.Set(1)
	if !strings.Contains(test.RenderToMarkup(w.Canvas()), ">zwei<") || chosen != -1 {
		t.Errorf("set told %d", chosen)
	}
}
