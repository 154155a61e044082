package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"lernkoffer/app/theme"
)

// Align says where children stand across the direction of a Flex.
type Align int

// The alignments.
const (
	AlignStretch Align = iota
	AlignStart
	AlignCentre
	AlignEnd
)

// flex sets children in a row or column with a gap of its own. Those with a
// weight share what room the others leave.
type flex struct {
	vertical bool
	align    Align
	gap      float32
	weights  map[fyne.CanvasObject]float32
}

// weighted carries a child's weight to the constructor.
type weighted struct {
	fyne.CanvasObject
	weight float32
}

// Grow lets o take the room that is left in a row or column.
func Grow(o fyne.CanvasObject) fyne.CanvasObject { return weighted{o, 1} }

// Spacer is empty room that grows.
func Spacer() fyne.CanvasObject { return Grow(NewRect(theme.None, 0)) }

// Row sets objects from left to right, centred on one line.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return newFlex(false, AlignCentre, gap, objects)
}

// RowAligned is Row with another alignment.
func RowAligned(align Align, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return newFlex(false, align, gap, objects)
}

// Column sets objects from top to bottom, each as wide as the column.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return newFlex(true, AlignStretch, gap, objects)
}

// ColumnAligned is Column with another alignment.
func ColumnAligned(align Align, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return newFlex(true, align, gap, objects)
}

func newFlex(vertical bool, align Align, gap float32, objects []fyne.CanvasObject) *fyne.Container {
	f := &flex{vertical: vertical, align: align, gap: gap, weights: make(map[fyne.CanvasObject]float32)}
	c := &fyne.Container{Layout: f}
	for _, o := range objects {
		if w, ok := o.(weighted); ok {
			o = w.CanvasObject
			f.weights[o] = w.weight
		}
		if o != nil {
			c.Objects = append(c.Objects, o)
		}
	}
	return c
}

// along turns a size into its length along and across the direction.
func (f *flex) along(s fyne.Size) (length, across float32) {
	if f.vertical {
		return s.Height, s.Width
	}
	return s.Width, s.Height
}

func (f *flex) size(length, across float32) fyne.Size {
	if f.vertical {
		return fyne.NewSize(across, length)
	}
	return fyne.NewSize(length, across)
}

// MinSize implements fyne.Layout.
func (f *flex) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var length, across float32
	gap := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		l, a := f.along(o.MinSize())
		length += gap + l
		across = max(across, a)
		gap = f.gap
	}
	return f.size(length, across)
}

// Layout implements fyne.Layout.
func (f *flex) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	length, across := f.along(room)
	least, _ := f.along(f.MinSize(objects))
	free := length - least
	var weights float32
	for _, o := range objects {
		if w := f.weights[o]; w > 0 && o.Visible() {
			l, _ := f.along(o.MinSize())
			weights += w
			free += l // equal weights give equal lengths
		}
	}
	at := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		l, a := f.along(o.MinSize())
		if w := f.weights[o]; w > 0 {
			l = max(0, free*w/weights)
		}
		offset := float32(0)
		switch f.align {
		case AlignStretch:
			a = across
		case AlignCentre:
			offset = float32(int((across - a) / 2))
		case AlignEnd:
			offset = across - a
		}
		o.Resize(f.size(l, a))
		p := f.size(at, offset)
		o.Move(fyne.NewPos(p.Width, p.Height))
		at += l + f.gap
	}
}

// Pad puts room around o.
func Pad(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(top, bottom, left, right), o)
}

// PadAll puts the same room on all sides of o.
func PadAll(p float32, o fyne.CanvasObject) *fyne.Container { return Pad(p, p, p, p, o) }

// Sized gives o a fixed width or height as its minimum; 0 keeps its own.
func Sized(width, height float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(fixed{width, height}, o)
}

type fixed struct{ width, height float32 }

// MinSize implements fyne.Layout.
func (f fixed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	if f.width > 0 {
		least.Width = f.width
	}
	if f.height > 0 {
		least.Height = f.height
	}
	return least
}

// Layout implements fyne.Layout.
func (f fixed) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(room)
	}
}

// Place says where a child lies, by the room there is and its least size.
type Place func(room, least fyne.Size) (fyne.Position, fyne.Size)

// At lays o over the room by a function, without asking for room of its own.
func At(place Place, o fyne.CanvasObject) *fyne.Container {
	return container.New(placed(place), o)
}

type placed Place

// MinSize implements fyne.Layout.
func (p placed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements fyne.Layout.
func (p placed) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	for _, o := range objects {
		pos, size := p(room, o.MinSize())
		o.Resize(size)
		o.Move(pos)
	}
}

// Gap is empty room of a fixed height.
func Gap(height float32) fyne.CanvasObject {
	return Sized(1, height, canvas.NewRectangle(nil))
}
