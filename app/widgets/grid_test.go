package widgets_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"lernkoffer/app/theme"
	"lernkoffer/app/widgets"
)

// grid shows n numbers in cells of at least 100 × 50 with a gap of 10.
func grid(t *testing.T, n, width int) (*widgets.Grid, *counts) {
	t.Helper()
	light(t)
	c := &counts{}
	g := widgets.NewGrid(float32(width), 50, 10)
	g.Count = func() int { return n }
	g.Create = func() fyne.CanvasObject {
		c.made++
		return widgets.NewText("", 14, theme.Ink)
	}
	g.Update = func(i int, o fyne.CanvasObject, s widgets.State) {
		c.updated++
		o.(*widgets.Text).SetText(fmt.Sprint(i))
	}
	g.OnChosen = func(i int, byKey bool) { c.chosen = append(c.chosen, i) }
	g.OnOpened = func(i int) { c.opened = append(c.opened, i) }
	c.canvas = show(t, g, 340, 200)
	return g, c
}

type counts struct {
	made, updated  int
	chosen, opened []int
	canvas         fyne.Canvas
}

// Ensure that only as many cells are made as are in sight, and used again.
func TestGridMakesFewCells(t *testing.T) {
	g, c := grid(t, 10_000, 100)
	if g.Columns() != 3 {
		t.Errorf("%d columns in 340", g.Columns())
	}
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	if c.made > 24 {
		t.Errorf("%d cells were made for four rows of three", c.made)
	}
}

// Ensure that keys lead through the cells and not out of them.
func TestGridKeys(t *testing.T) {
	tests := []struct {
		name  string
		width int
		keys  []fyne.KeyName
		want  int
	}{
		{"right and down", 100, []fyne.KeyName{fyne.KeyRight, fyne.KeyDown}, 4},
		{"not over the left edge", 100, []fyne.KeyName{fyne.KeyLeft}, 0},
		{"not over the upper edge", 100, []fyne.KeyName{fyne.KeyRight, fyne.KeyUp}, 1},
		{"end", 100, []fyne.KeyName{fyne.KeyEnd, fyne.KeyRight, fyne.KeyDown}, 10},
		{"page down stops at the end", 100, []fyne.KeyName{fyne.KeyPageDown, fyne.KeyPageDown}, 10},
		{"home", 100, []fyne.KeyName{fyne.KeyEnd, fyne.KeyHome}, 0},
		{"list", 0, []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp}, 1},
		{"list at the end", 0, []fyne.KeyName{fyne.KeyEnd, fyne.KeyDown}, 10},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g, c := grid(t, 11, tt.width)
			c.canvas.Focus(g) // chooses the first
			for _, key := range tt.keys {
				g.TypedKey(&fyne.KeyEvent{Name: key})
			}
			if g.Chosen() != tt.want {
				t.Errorf("at %d, want %d", g.Chosen(), tt.want)
			}
			g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			g.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			if !slices.Equal(c.opened, []int{tt.want, tt.want}) {
				t.Errorf("opened %v", c.opened)
			}
		})
	}
}

// Ensure that a pressed cell is chosen and has the keyboard.
func TestGridTap(t *testing.T) {
	g, c := grid(t, 11, 100)
	// The second cell of the second row.
	for _, o := range mouseables(g) {
		if o.Position() == fyne.NewPos(4+float32(340-16-20)/3+10, 64) {
			o.(desktop.Mouseable).MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
		}
	}
	if !slices.Equal(c.chosen, []int{4}) || c.canvas.Focused() != g {
		t.Errorf("chosen %v, focused %v", c.chosen, c.canvas.Focused())
	}
}

func mouseables(o fyne.CanvasObject) []fyne.CanvasObject {
	var found []fyne.CanvasObject
	if _, ok := o.(desktop.Mouseable); ok && o.Visible() {
		found = append(found, o)
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			found = append(found, mouseables(child)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			found = append(found, mouseables(child)...)
		}
	}
	return found
}

// Ensure that an empty grid, and one that shrinks below its selection, do no harm.
func TestGridEmpty(t *testing.T) {
	g, c := grid(t, 0, 100)
	c.canvas.Focus(g)
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyEnd, fyne.KeyHome, fyne.KeyReturn, fyne.KeyPageUp} {
		g.TypedKey(&fyne.KeyEvent{Name: key})
	}
	g.ToTop()
	g.Reveal(5)
	if len(c.chosen)+len(c.opened)+c.made > 0 {
		t.Errorf("chosen %v, opened %v, made %d", c.chosen, c.opened, c.made)
	}
	g.Count = func() int { return 2 }
	g.Choose(7)
	g.Refresh()
	if c.made == 0 {
		t.Error("new cells are not shown")
	}
}
