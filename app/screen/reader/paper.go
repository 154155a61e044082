package reader

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

// paper shows one page large on a desk, with its zoom and the passages that are
// noted.
type paper struct {
	screen *Screen
	sheet  ui.Latest
	turn   ui.Latest
	images *pages.LRU[pages.Key, image.Image]
	pages  []*page.Page
	pupil  int    // pages before the solution
	answer string // what the others are called
	at     int
	spots  []Spot // of the passages

	zoom    zoom
	leaf    *widgets.Sheet
	marks   *fyne.Container
	body    *fyne.Container
	scroll  *container.Scroll
	tool    *zoomBar
	message *fyne.Container
	root    *fyne.Container
	size    fyne.Size
}

const (
	mostPaperImages         = 8
	deskMargin      float32 = 24
	toolRoom        float32 = 64 // below the page, for the bar with the zoom
)

func newPaper(s *Screen) *paper {
	p := &paper{screen: s, images: pages.NewLRU[pages.Key, image.Image](mostPaperImages), size: fyne.NewSize(600, 600)}
	p.zoom = recallZoom(s.context)
	p.leaf = widgets.NewSheet(400)
	p.marks = container.NewWithoutLayout()
	p.message = container.NewStack()
	p.body = &fyne.Container{Layout: pageLayout{p}, Objects: []fyne.CanvasObject{p.leaf, p.marks}}
	p.scroll = container.NewScroll(p.body)
	p.tool = newZoomBar(p)
	p.root = &fyne.Container{Layout: p, Objects: []fyne.CanvasObject{
		widgets.NewRect(theme.Well, 0), p.scroll, p.tool.root, p.message,
	}}
	return p
}

// MinSize implements fyne.Layout.
func (p *paper) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 200) }

// Layout implements fyne.Layout.
func (p *paper) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	objects[0].Resize(room)
	p.scroll.Resize(room)
	tool := p.tool.root.MinSize()
	p.tool.root.Resize(tool)
	p.tool.root.Move(fyne.NewPos(float32(int((room.Width-tool.Width)/2)), room.Height-tool.Height-12))
	p.message.Resize(fyne.NewSize(room.Width-2*deskMargin, p.message.MinSize().Height))
	p.message.Move(fyne.NewPos(deskMargin, deskMargin))
	if p.size != room {
		p.size = room
		p.resize()
	}
}

// pageLayout centres the page on the desk, and lays marks over it.
type pageLayout struct{ paper *paper }

// MinSize implements fyne.Layout.
func (l pageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return l.paper.leaf.MinSize().AddWidthHeight(2*deskMargin, deskMargin+toolRoom)
}

// Layout implements fyne.Layout.
func (l pageLayout) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	leaf := l.paper.leaf.MinSize()
	at := fyne.NewPos(max(deskMargin, float32(int((room.Width-leaf.Width)/2))), deskMargin)
	for _, o := range objects {
		o.Resize(leaf)
		o.Move(at)
	}
}

// made is a sheet with what was found on it.
type made struct {
	sheet  *worksheet.Sheet
	solved bool // there are tasks, so the last pages have their solution
	spots  []Spot
}

// open shows the pages of the material as soon as they are made.
func (p *paper) open() {
	p.turn.Cancel()
	p.pages, p.pupil, p.at, p.spots = nil, 0, 0, nil
	p.images = pages.NewLRU[pages.Key, image.Image](mostPaperImages)
	p.message.Objects = nil
	p.marks.Objects = nil
	p.leaf.SetImage(nil)
	p.leaf.Show()
	p.tool.show()
	p.scroll.ScrollToTop()
	s := p.screen
	id, passages, solved := s.model.ID(), s.model.Passages(), s.model.HasTasks()
	ui.Load(s.context, &p.sheet, func(context.Context) (made, error) {
		sheet, err := s.context.Services.Sheet(id, worksheet.Options{}, false)
		if err != nil {
			return made{}, err
		}
		return made{sheet, solved, passageSpots(allPages(sheet), len(sheet.Pupil.Pages), passages)}, nil
	}, func(m made, err error) {
		if err != nil {
			p.fail(err)
			return
		}
		p.pages, p.pupil, p.spots = allPages(m.sheet), len(m.sheet.Pupil.Pages), m.spots
		p.answer = lang.L("reader.solution")
		if m.sheet.Solution != nil && !m.solved {
			p.answer = lang.L("reader.teacher")
		}
		s.strip.show()
		s.pane.sheetMade()
		p.leafTo(0)
	})
}

// allPages are the pupils' pages, then the solution.
func allPages(sheet *worksheet.Sheet) []*page.Page {
	all := append([]*page.Page(nil), sheet.Pupil.Pages...)
	if sheet.Solution != nil {
		all = append(all, sheet.Solution.Pages...)
	}
	return all
}

// fail says why there are no pages.
func (p *paper) fail(err error) {
	p.leaf.Hide()
	width := min(480, p.size.Width-2*deskMargin)
	p.message.Objects = []fyne.CanvasObject{container.NewHBox(widgets.Sized(width, 0,
		widgets.NewCallout(widgets.MoodFault, lang.L("desk.fault"), materials.ErrorMessage(err), width)))}
	p.screen.bar.pdf.SetDisabled(true)
	p.tool.show()
	p.root.Refresh()
}

// short names a page in the strip: its number, or which solution it is.
func (p *paper) short(number int) string {
	switch solutions := len(p.pages) - p.pupil; {
	case number < p.pupil:
		return lang.L("reader.page", map[string]any{"N": number + 1})
	case solutions == 1:
		return p.answer
	}
	return lang.L("reader.some", map[string]any{"Name": p.answer, "N": number - p.pupil + 1})
}

// width is that of the page on the screen.
func (p *paper) width() float32 { return p.zoom.width(p.size) }

// resize shows the page in another size; until it is painted anew the old image
// is stretched.
func (p *paper) resize() {
	before := p.leaf.Image()
	p.leaf.SetWidth(p.width())
	p.leaf.SetImage(before)
	p.body.Refresh()
	p.scroll.Refresh()
	p.tool.show()
	p.paint()
	p.showMarks()
}

// leafTo shows a page from its top.
func (p *paper) leafTo(number int) {
	if number < 0 || number >= len(p.pages) {
		return
	}
	if number != p.at {
		p.leaf.SetImage(nil)
	}
	p.at = number
	p.scroll.ScrollToTop()
	p.tool.show()
	p.screen.strip.mark()
	p.resize()
}

// paint makes the image of the page in its size.
func (p *paper) paint() {
	if len(p.pages) == 0 {
		return
	}
	c, m := p.screen.context, p.screen.model.Material()
	key := pages.Key{ID: m.ID, Version: m.Version, Number: p.at, Pixels: int(p.width()*c.Window.Canvas().Scale() + 0.5)}
	if img, ok := p.images.Get(key); ok {
		p.turn.Cancel()
		p.leaf.SetImage(img)
		return
	}
	shown := p.pages[p.at]
	ui.Load(c, &p.turn, func(context.Context) (image.Image, error) {
		return pages.Render(shown, key.Pixels)
	}, func(img image.Image, err error) {
		if err != nil {
			p.fail(err)
			return
		}
		p.images.Put(key, img)
		p.leaf.SetImage(img)
	})
}
