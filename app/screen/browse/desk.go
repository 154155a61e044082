package browse

import (
	"context"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/app/pages"
	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
	"lernkoffer/materials/page"
	"lernkoffer/materials/worksheet"
)

// desk shows the pages of a material to leaf through: the pupils' ones, then the
// solution.
type desk struct {
	context *ui.Context
	sheet   ui.Latest
	turn    ui.Latest
	images  *pages.LRU[pages.Key, image.Image]
	id      materials.ID
	version int
	pages   []*page.Page
	pupil   int // pages before the solution
	at      int
	loaded  func(pupil, solution int, err error)

	paper    *widgets.Sheet
	label    *widgets.Text
	back     *widgets.Surface
	next     *widgets.Surface
	leaf     *fyne.Container
	message  *fyne.Container
	stack    *fyne.Container
	width    float32
	pageSize float32
}

const mostDeskImages = 24

func newDesk(c *ui.Context, loaded func(pupil, solution int, err error)) *desk {
	d := &desk{context: c, images: pages.NewLRU[pages.Key, image.Image](mostDeskImages), loaded: loaded, pageSize: 172}
	d.paper = widgets.NewSheet(d.pageSize)
	d.label = widgets.NewText("", theme.TextPane, theme.Ink)
	d.back = widgets.NewIconButton(theme.GlyphLeft, lang.L("desk.back"), func() { d.leafTo(d.at - 1) })
	d.next = widgets.NewIconButton(theme.GlyphRight, lang.L("desk.next"), func() { d.leafTo(d.at + 1) })
	d.leaf = widgets.Row(4, d.back, d.label, d.next)
	d.message = container.NewStack()
	d.stack = &fyne.Container{Layout: d, Objects: []fyne.CanvasObject{widgets.NewRect(theme.Well, 0), d.paper, d.leaf, d.message}}
	return d
}

const (
	deskTop  = 14
	deskLeaf = 40
)

// MinSize implements fyne.Layout.
func (d *desk) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(d.width, deskTop+widgets.PaperHeight(d.pageSize)+deskLeaf)
}

// Layout implements fyne.Layout.
func (d *desk) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	objects[0].Resize(room)
	paper := d.paper.MinSize()
	d.paper.Resize(paper)
	d.paper.Move(fyne.NewPos(float32(int((room.Width-paper.Width)/2)), deskTop))
	leaf := d.leaf.MinSize()
	d.leaf.Resize(leaf)
	d.leaf.Move(fyne.NewPos((room.Width-leaf.Width)/2, room.Height-deskLeaf+(deskLeaf-leaf.Height)/2))
	d.message.Resize(fyne.NewSize(room.Width-32, d.message.MinSize().Height))
	d.message.Move(fyne.NewPos(16, deskTop+8))
}

// setWidth shows pages of another size.
func (d *desk) setWidth(width, pageSize float32) {
	d.width = width
	if d.pageSize != pageSize {
		d.pageSize = pageSize
		d.paper.SetWidth(pageSize)
		if len(d.pages) > 0 {
			d.leafTo(d.at)
		}
	}
}

// opened is a sheet with the image of its first page.
type opened struct {
	sheet *worksheet.Sheet
	first image.Image
}

// open shows a material's first page as soon as it is made.
func (d *desk) open(m *materials.Meta) {
	d.id, d.version, d.pages, d.at = m.ID, m.Version, nil, 0
	d.turn.Cancel()
	d.message.Objects = nil
	d.paper.Show()
	d.paper.SetImage(nil)
	d.show()
	pixels := d.pixels()
	ui.Load(d.context, &d.sheet, func(context.Context) (opened, error) {
		sheet, err := d.context.Services.Sheet(m.ID, worksheet.Options{}, false)
		if err != nil {
			return opened{}, err
		}
		img, err := pages.Render(sheet.Pupil.Pages[0], pixels)
		return opened{sheet, img}, err
	}, func(o opened, err error) {
		if err != nil {
			d.fail(err)
			return
		}
		d.pages = o.sheet.Pupil.Pages
		d.pupil = len(d.pages)
		if o.sheet.Solution != nil {
			d.pages = append(d.pages[:d.pupil:d.pupil], o.sheet.Solution.Pages...)
		}
		d.images.Put(d.key(0, pixels), o.first)
		d.leafTo(0)
		d.loaded(d.pupil, len(d.pages)-d.pupil, nil)
	})
}

// fail says why there is no page.
func (d *desk) fail(err error) {
	d.paper.Hide()
	d.message.Objects = []fyne.CanvasObject{widgets.NewCallout(widgets.MoodFault, lang.L("desk.fault"), materials.ErrorMessage(err), d.width-32)}
	d.show()
	d.loaded(0, 0, err)
}

func (d *desk) pixels() int {
	return int(d.pageSize*d.context.Window.Canvas().Scale() + 0.5)
}

func (d *desk) key(number, pixels int) pages.Key {
	return pages.Key{ID: d.id, Version: d.version, Number: number, Pixels: pixels}
}

// leafTo shows a page.
func (d *desk) leafTo(number int) {
	if number < 0 || number >= len(d.pages) {
		return
	}
	d.at = number
	d.show()
	key := d.key(number, d.pixels())
	if img, ok := d.images.Get(key); ok {
		d.turn.Cancel()
		d.paper.SetImage(img)
		return
	}
	shown := d.pages[number]
	ui.Load(d.context, &d.turn, func(context.Context) (image.Image, error) {
		return pages.Render(shown, key.Pixels)
	}, func(img image.Image, err error) {
		if err != nil {
			d.fail(err)
			return
		}
		d.images.Put(key, img)
		d.paper.SetImage(img)
	})
}

// show writes what the page is.
func (d *desk) show() {
	d.back.SetDisabled(d.at == 0)
	d.next.SetDisabled(d.at >= len(d.pages)-1)
	if len(d.pages) == 0 {
		d.leaf.Hide()
	} else {
		d.leaf.Show()
		key := "desk.page"
		if d.at >= d.pupil {
			key = "desk.solution"
		}
		d.label.SetText(lang.L(key, map[string]any{"N": d.at + 1, "Of": len(d.pages)}))
	}
	d.stack.Refresh()
}
