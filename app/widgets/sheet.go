package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lernkoffer/app/theme"
)

// Paper sizes are those of A4.
const paperRatio = 297.0 / 210.0

// PaperHeight returns the height of an A4 page of a width.
func PaperHeight(width float32) float32 { return float32(int(width*paperRatio + 0.5)) }

// Sheet is a page on a desk. Until its image is there it is blank paper with
// three grey lines.
type Sheet struct {
	widget.BaseWidget
	width float32
	image *canvas.Image
	lines *fyne.Container
	all   *fyne.Container
}

// NewSheet returns a blank page of a width.
func NewSheet(width float32) *Sheet {
	s := &Sheet{width: width, image: canvas.NewImageFromImage(blank), lines: container.NewWithoutLayout(), all: container.NewWithoutLayout()}
	s.image.FillMode = canvas.ImageFillStretch
	s.image.ScaleMode = canvas.ImageScaleFastest
	s.build()
	s.ExtendBaseWidget(s)
	return s
}

var blank = image.NewUniform(image.White)

func (s *Sheet) build() {
	w, h := s.width, PaperHeight(s.width)
	s.all.Objects = s.all.Objects[:0]
	// Canvas has no shadow: rectangles of a little black, each larger and lower.
	deep := min(4, 1+w/90)
	for i := deep; i >= 1; i-- {
		layer := NewRect(theme.Shadow, 2+i)
		layer.Move(fyne.NewPos(-i, deep/2+1-i))
		layer.Resize(fyne.NewSize(w+2*i, h+2*i))
		s.all.Add(layer)
	}
	paper := canvas.NewRectangle(image.White.C)
	frame := NewBox(theme.Dim, theme.Frame, 0, 1)
	s.lines.Objects = s.lines.Objects[:0]
	for i, part := range []float32{0.5, 0.7, 0.6} {
		line := NewRect(theme.Frame, 1)
		line.Resize(fyne.NewSize(w*part, max(2, w/50)))
		line.Move(fyne.NewPos(w*0.12, h*(0.1+0.05*float32(i))))
		s.lines.Add(line)
	}
	for _, o := range []fyne.CanvasObject{paper, s.lines, s.image, frame} {
		o.Resize(fyne.NewSize(w, h))
		s.all.Add(o)
	}
	s.image.Hide()
}

// SetImage shows the page; nil makes it blank again. It should have the size of
// the sheet in pixels: it is not scaled well.
func (s *Sheet) SetImage(img image.Image) {
	if img == nil {
		s.image.Hide()
		s.lines.Show()
		return
	}
	if s.image.Image == img && s.image.Visible() {
		return
	}
	s.image.Image = img
	s.image.Show()
	s.lines.Hide()
	s.image.Refresh()
}

// Image returns the page that is shown, nil for blank paper.
func (s *Sheet) Image() image.Image {
	if s.Blank() {
		return nil
	}
	return s.image.Image
}

// Blank reports whether no page is shown.
func (s *Sheet) Blank() bool { return !s.image.Visible() }

// SetWidth changes the size of the page and makes it blank.
func (s *Sheet) SetWidth(width float32) {
	if s.width != width {
		s.width = width
		s.build()
		s.all.Refresh()
	}
}

// MinSize implements fyne.CanvasObject.
func (s *Sheet) MinSize() fyne.Size { return fyne.NewSize(s.width, PaperHeight(s.width)) }

// CreateRenderer implements fyne.Widget.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.all) }
