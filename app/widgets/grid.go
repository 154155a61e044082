package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lernkoffer/app/theme"
)

// State is how a cell of a Grid stands to the person.
type State struct {
	Chosen  bool
	Focused bool
}

// Grid shows many equal cells in columns that fill its width, and makes only as
// many as can be seen. One column makes it a list. Selection is an index that the
// owner keeps right when the data change.
type Grid struct {
	widget.BaseWidget
	Count  func() int
	Create func() fyne.CanvasObject
	// Update fills a cell. It is called often and should return early.
	Update func(i int, cell fyne.CanvasObject, state State)
	// OnChosen is told of a tap or an arrow key; OnOpened of Enter, Space.
	OnChosen func(i int, byKey bool)
	OnOpened func(i int)

	cellWidth  float32 // least width; 0 for one column
	cellHeight float32
	gap        float32
	columns    int
	chosen     int
	focused    bool
	scroll     *container.Scroll
	body       *gridBody
	cells      map[int]*gridCell
	spare      []*gridCell
}

var (
	_ fyne.Focusable = (*Grid)(nil)
	_ fyne.Widget    = (*Grid)(nil)
)

// NewGrid returns an empty grid; its owner sets Count, Create and Update.
func NewGrid(cellWidth, cellHeight, gap float32) *Grid {
	g := &Grid{cellWidth: cellWidth, cellHeight: cellHeight, gap: gap, columns: 1, chosen: -1, cells: make(map[int]*gridCell)}
	g.body = newGridBody(g)
	g.scroll = container.NewVScroll(g.body)
	g.scroll.OnScrolled = func(fyne.Position) { g.fill() }
	g.ExtendBaseWidget(g)
	return g
}

// Inner margins keep strokes and rings clear of the scroller's clip, and leave
// room for its bar.
const (
	gridMargin = 4
	gridBar    = 8
)

// CreateRenderer implements fyne.Widget.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(g.scroll) }

// MinSize implements fyne.CanvasObject.
func (g *Grid) MinSize() fyne.Size {
	return fyne.NewSize(max(g.cellWidth, 160)+2*gridMargin+gridBar, 120)
}

// Resize implements fyne.CanvasObject.
func (g *Grid) Resize(s fyne.Size) {
	g.BaseWidget.Resize(s)
	room := s.Width - 2*gridMargin - gridBar
	g.columns = 1
	if g.cellWidth > 0 {
		g.columns = max(1, int((room+g.gap)/(g.cellWidth+g.gap)))
	}
	g.body.width = (room - g.gap*float32(g.columns-1)) / float32(g.columns)
	g.layout()
}

// Refresh implements fyne.CanvasObject: the data have changed.
func (g *Grid) Refresh() {
	g.layout()
	g.scroll.Refresh()
}

func (g *Grid) layout() {
	for i, c := range g.cells {
		g.drop(i, c)
	}
	g.scroll.Resize(g.Size())
	g.body.Resize(fyne.NewSize(g.scroll.Size().Width, g.body.MinSize().Height))
	g.scroll.Refresh()
	g.fill()
}

// drop puts a cell aside for the next place.
func (g *Grid) drop(i int, c *gridCell) {
	c.Hide()
	delete(g.cells, i)
	g.spare = append(g.spare, c)
}

// fill shows the cells in sight, and those of a row above and below.
func (g *Grid) fill() {
	if g.Count == nil || g.scroll.Size().Height <= 0 {
		return
	}
	step := g.cellHeight + g.gap
	first := max(0, int(g.scroll.Offset.Y/step)-1) * g.columns
	last := min(g.Count(), (int((g.scroll.Offset.Y+g.scroll.Size().Height)/step)+2)*g.columns)
	for i, c := range g.cells {
		if i < first || i >= last {
			g.drop(i, c)
		}
	}
	for i := first; i < last; i++ {
		c, ok := g.cells[i]
		if !ok {
			c = g.take(i)
		}
		g.Update(i, c.content, State{Chosen: i == g.chosen, Focused: g.focused && i == g.chosen})
	}
}

// take brings a cell to a place.
func (g *Grid) take(i int) *gridCell {
	var c *gridCell
	if n := len(g.spare); n > 0 {
		c, g.spare = g.spare[n-1], g.spare[:n-1]
	} else {
		c = newGridCell(g, g.Create())
		g.body.all.Add(c)
	}
	c.index = i
	g.cells[i] = c
	c.Move(fyne.NewPos(
		gridMargin+float32(i%g.columns)*(g.body.width+g.gap),
		gridMargin+float32(i/g.columns)*(g.cellHeight+g.gap)))
	c.Resize(fyne.NewSize(g.body.width, g.cellHeight))
	c.Show()
	return c
}

// Columns returns the number of columns.
func (g *Grid) Columns() int { return g.columns }

// Chosen returns the chosen index, -1 for none.
func (g *Grid) Chosen() int { return g.chosen }

// Choose marks a cell, without telling OnChosen; -1 for none.
func (g *Grid) Choose(i int) {
	g.chosen = i
	g.fill()
}

// Update all cells in sight: something that they show has changed.
func (g *Grid) UpdateCells() { g.fill() }

// ToTop scrolls to the first cell.
func (g *Grid) ToTop() {
	g.scroll.Offset.Y = 0
	g.scroll.Refresh()
	g.fill()
}

// Reveal scrolls so that a cell is in sight.
func (g *Grid) Reveal(i int) {
	if i < 0 || g.scroll.Size().Height <= 0 {
		return
	}
	top := float32(i/g.columns) * (g.cellHeight + g.gap)
	bottom := top + g.cellHeight + 2*gridMargin
	switch offset := g.scroll.Offset.Y; {
	case top < offset:
		g.scroll.Offset.Y = top
	case bottom > offset+g.scroll.Size().Height:
		g.scroll.Offset.Y = bottom - g.scroll.Size().Height
	default:
		return
	}
	g.scroll.Refresh()
	g.fill()
}

// FocusGained implements fyne.Focusable.
func (g *Grid) FocusGained() {
	g.focused = true
	if g.chosen < 0 && g.Count != nil && g.Count() > 0 {
		g.choose(0, true)
		return
	}
	g.fill()
}

// FocusLost implements fyne.Focusable.
func (g *Grid) FocusLost() {
	g.focused = false
	g.fill()
}

// TypedRune implements fyne.Focusable.
func (g *Grid) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (g *Grid) TypedKey(e *fyne.KeyEvent) {
	page := max(1, int(g.scroll.Size().Height/(g.cellHeight+g.gap))) * g.columns
	move := map[fyne.KeyName]int{
		fyne.KeyUp: -g.columns, fyne.KeyDown: g.columns, fyne.KeyLeft: -1, fyne.KeyRight: 1,
		fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
	}
	switch {
	case e.Name == fyne.KeyHome:
		g.choose(0, true)
	case e.Name == fyne.KeyEnd:
		g.choose(g.Count()-1, true)
	case e.Name == fyne.KeyReturn, e.Name == fyne.KeyEnter, e.Name == fyne.KeySpace:
		if g.chosen >= 0 && g.OnOpened != nil {
			g.OnOpened(g.chosen)
		}
	case move[e.Name] != 0:
		to := g.chosen + move[e.Name]
		if to < 0 || to >= g.Count() {
			if step := move[e.Name]; step == -1 || step == 1 || g.columns > 1 && (e.Name == fyne.KeyUp || e.Name == fyne.KeyDown) {
				return
			}
			to = min(max(0, to), g.Count()-1)
		}
		g.choose(to, true)
	default:
		passKey(g, e)
	}
}

func (g *Grid) choose(i int, byKey bool) {
	if i < 0 || i >= g.Count() {
		return
	}
	g.chosen = i
	g.fill()
	g.Reveal(i)
	if g.OnChosen != nil {
		g.OnChosen(i, byKey)
	}
}

// tapped is a tap on a cell; the keyboard goes where the pointer went.
func (g *Grid) tapped(i int) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		g.chosen = i // before the focus comes, which would choose the first
		c.Focus(g)
	}
	g.choose(i, false)
}

// gridBody has the height of all cells and holds those in sight.
type gridBody struct {
	widget.BaseWidget
	grid  *Grid
	width float32 // of a cell
	all   *fyne.Container
}

func newGridBody(g *Grid) *gridBody {
	b := &gridBody{grid: g, all: container.NewWithoutLayout()}
	b.ExtendBaseWidget(b)
	return b
}

// MinSize implements fyne.CanvasObject.
func (b *gridBody) MinSize() fyne.Size {
	rows := 0
	if b.grid.Count != nil {
		rows = (b.grid.Count() + b.grid.columns - 1) / b.grid.columns
	}
	height := float32(rows)*(b.grid.cellHeight+b.grid.gap) - b.grid.gap + 2*gridMargin
	return fyne.NewSize(1, max(1, height))
}

// CreateRenderer implements fyne.Widget.
func (b *gridBody) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.all) }

// gridCell takes taps for its content.
type gridCell struct {
	widget.BaseWidget
	grid    *Grid
	index   int
	content fyne.CanvasObject
	veil    *Rect
}

func newGridCell(g *Grid, content fyne.CanvasObject) *gridCell {
	c := &gridCell{grid: g, content: content, veil: NewRect(theme.Veil, theme.RadiusCard)}
	c.veil.Hide()
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *gridCell) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(c.content, c.veil))
}
