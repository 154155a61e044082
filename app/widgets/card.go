package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lernkoffer/app/theme"
)

// Brief is what a card or a row of a list shows of a material.
type Brief struct {
	Title     string
	Level     string
	Kind      string
	Facts     string
	Note      bool
	Favourite bool
}

// The sizes of cards and rows.
const (
	CardHeight     float32 = 270
	CardLeastWidth float32 = 184
	CardPage       float32 = 100 // width of its thumbnail
	RowHeight      float32 = 72
	RowPage        float32 = 36
)

// Card shows a material in a Grid, as a tile with a page or as a row of a list.
// It is built once and filled often.
type Card struct {
	widget.BaseWidget
	shown       Brief
	filled      bool
	page        *Sheet
	title       *Paragraph
	facts       *Text
	level, kind *Tag
	note, star  *Icon
	frame, ring *Rect
	foot        *fyne.Container
	face        fyne.CanvasObject
}

func newCard(pageWidth float32, titleLines int) *Card {
	c := &Card{
		page:  NewSheet(pageWidth),
		title: NewBoldParagraph("", theme.TextBody, theme.Ink, titleLines),
		facts: NewText("", theme.TextSecond, theme.Ink2),
		level: NewLevelTag(""), kind: NewKindTag(""),
		note: NewIcon(theme.GlyphNote, 18, theme.Ink2), star: NewIcon(theme.GlyphStarFilled, 16, theme.Accent),
	}
	c.note.Hide()
	c.star.Hide()
	return c
}

// NewCard returns a tile.
func NewCard() *Card {
	c := newCard(CardPage, 2)
	c.frame = NewBox(theme.None, theme.Line, theme.RadiusCard, 1)
	desk := NewRect(theme.Well, 0)
	desk.TopRadius = theme.RadiusCard
	desk.Refresh()
	c.foot = &fyne.Container{Layout: cardFoot{}, Objects: []fyne.CanvasObject{c.level, c.kind, Row(4, c.note, c.star)}}
	text := Pad(10, 12, 12, 12, Column(4, c.title, c.facts, Sized(40, 20, c.foot)))
	c.finish(Column(0, Sized(0, 164, container.NewStack(desk, container.NewCenter(c.page))), text), theme.RadiusCard)
	return c
}

// NewRow returns a row of a list.
func NewRow() *Card {
	c := newCard(RowPage, 1)
	c.frame = NewBox(theme.None, theme.Line, theme.RadiusBox, 1)
	thumb := container.NewStack(NewRect(theme.Well, theme.RadiusRow), Sized(52, 0, container.NewCenter(c.page)))
	c.foot = Row(6, c.level, c.kind, c.facts)
	flags := Row(4, c.note, c.star)
	text := Column(3, c.title, Sized(40, 20, c.foot))
	line := Row(12, Sized(52, 60, thumb), Grow(text), flags)
	c.finish(Sized(0, RowHeight, Pad(6, 12, 6, 6, line)), theme.RadiusBox)
	return c
}

// cardFoot sets the level, the kind in what room is left, and flags at the right.
type cardFoot struct{}

// MinSize implements fyne.Layout.
func (cardFoot) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, tagHeight) }

// Layout implements fyne.Layout.
func (cardFoot) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	const gap = 6
	level, kind, flags := objects[0], objects[1], objects[2]
	right := room.Width - flags.MinSize().Width
	flags.Resize(flags.MinSize())
	flags.Move(fyne.NewPos(right, (room.Height-flags.MinSize().Height)/2))
	x := float32(0)
	if level.Visible() {
		level.Resize(level.MinSize())
		level.Move(fyne.Position{})
		x = level.MinSize().Width + gap
	}
	if right < room.Width {
		right -= gap
	}
	kind.Resize(fyne.NewSize(min(kind.MinSize().Width, right-x), tagHeight))
	kind.Move(fyne.NewPos(x, 0))
}

func (c *Card) finish(content fyne.CanvasObject, radius float32) {
	c.ring = NewBox(theme.None, theme.Accent, radius+3, 2)
	c.ring.Hide()
	ring := At(func(room, _ fyne.Size) (fyne.Position, fyne.Size) {
		return fyne.NewPos(-3, -3), room.AddWidthHeight(6, 6)
	}, c.ring)
	c.face = container.NewStack(NewRect(theme.Paper, radius), content, c.frame, ring)
	c.ExtendBaseWidget(c)
}

// MinSize implements fyne.CanvasObject: cards take the size that their grid gives.
func (c *Card) MinSize() fyne.Size { return fyne.NewSize(120, 60) }

// CreateRenderer implements fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.face) }

// Title returns the title shown.
func (c *Card) Title() string { return c.shown.Title }

// Set fills the card.
func (c *Card) Set(b Brief, state State) {
	if state.Chosen {
		c.frame.Set(theme.None, theme.Accent, 2)
	} else {
		c.frame.Set(theme.None, theme.Line, 1)
	}
	show(c.ring, state.Focused)
	if c.filled && c.shown == b {
		return
	}
	c.shown, c.filled = b, true
	c.title.SetText(b.Title)
	c.facts.SetText(b.Facts)
	c.level.Set(b.Level)
	c.kind.Set(b.Kind)
	show(c.note, b.Note)
	show(c.star, b.Favourite)
	c.foot.Refresh()
	c.Refresh()
}

// SetPage shows the first page; nil if it is not there yet.
func (c *Card) SetPage(img image.Image) { c.page.SetImage(img) }

// PageWidth returns the width of the thumbnail.
func (c *Card) PageWidth() float32 { return c.page.width }

func show(o fyne.CanvasObject, on bool) {
	if on != o.Visible() {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
}
