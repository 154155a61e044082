package raster

import (
	"image"
	"math"

	"lernkoffer/materials/picture"
)

// winding counts how often a path winds around each pixel, as a part where an
// edge crosses it. Unlike vector.Rasterizer, which is faster, it can fill by the
// even-odd rule and passes over what lies far outside.
type winding struct {
	area image.Rectangle
	// sums holds for each pixel by how much the count changes there, row by row;
	// rows have one column more for what changes beyond them.
	sums []float32
	row  int // length of a row in sums
}

func newWinding(area image.Rectangle) *winding {
	row := area.Dx() + 2
	return &winding{area: area, sums: make([]float32, row*area.Dy()), row: row}
}

// mask returns how much of each pixel lies inside, by the even-odd or else the
// non-zero rule.
func (w *winding) mask(evenOdd bool) *image.Alpha {
	mask := image.NewAlpha(w.area)
	for y := range w.area.Dy() {
		count := float32(0)
		for x := range w.area.Dx() {
			count += w.sums[y*w.row+x]
			part := math.Abs(float64(count))
			if evenOdd { // 0 at even counts, 1 at odd ones, straight in between
				part = math.Mod(part, 2)
				part = min(part, 2-part)
			}
			mask.Pix[y*mask.Stride+x] = uint8(min(part, 1)*255 + 0.5)
		}
	}
	return mask
}

// polygon adds a closed polygon.
func (w *winding) polygon(points []picture.Point) {
	corner := picture.Point{X: float64(w.area.Min.X), Y: float64(w.area.Min.Y)}
	for i, p := range points {
		q := points[(i+1)%len(points)]
		w.line(picture.Point{X: p.X - corner.X, Y: p.Y - corner.Y}, picture.Point{X: q.X - corner.X, Y: q.Y - corner.Y})
	}
}

// path adds a path; every subpath is closed.
func (w *winding) path(path picture.Path, at placement) {
	corner := picture.Point{X: float64(w.area.Min.X), Y: float64(w.area.Min.Y)}
	local := func(p picture.Point) picture.Point {
		p = at.point(p)
		return picture.Point{X: p.X - corner.X, Y: p.Y - corner.Y}
	}
	var start, pen picture.Point
	for _, s := range path {
		switch s.Op {
		case picture.MoveTo:
			w.line(pen, start)
			start = local(s.Points[0])
			pen = start
		case picture.LineTo:
			to := local(s.Points[0])
			w.line(pen, to)
			pen = to
		case picture.CubicTo:
			a, b, to := local(s.Points[0]), local(s.Points[1]), local(s.Points[2])
			curve(pen, a, b, to, func(next picture.Point, _ bool) {
				w.line(pen, next)
				pen = next
			})
		case picture.Close:
			w.line(pen, start)
			pen = start
		}
	}
	w.line(pen, start)
}

// line adds an edge. What lies left of the area counts at its first column, what
// lies right of it nowhere.
func (w *winding) line(p, q picture.Point) {
	if p.Y == q.Y {
		return
	}
	direction := float32(1)
	if p.Y > q.Y {
		p, q, direction = q, p, -1
	}
	slope := (q.X - p.X) / (q.Y - p.Y)
	top, bottom := max(p.Y, 0), min(q.Y, float64(w.area.Dy()))
	for y := top; y < bottom; {
		next := min(math.Floor(y)+1, bottom)
		row := w.sums[int(y)*w.row : (int(y)+1)*w.row]
		w.cross(row, p.X+(y-p.Y)*slope, p.X+(next-p.Y)*slope, direction*float32(next-y))
		y = next
	}
}

// cross adds the part of an edge within one row: it runs from one x to another
// and changes the count by height.
func (w *winding) cross(row []float32, from, to float64, height float32) {
	right := float64(w.area.Dx())
	if from > to {
		from, to = to, from
	}
	if to <= 0 || from >= right || to-from < 1e-9 {
		x := min(max(from, 0), right)
		add(row, x, x, height)
		return
	}
	// What sticks out at either side is taken for upright at the border.
	share := height / float32(to-from)
	if from < 0 {
		add(row, 0, 0, share*float32(-from))
		from = 0
	}
	if to > right {
		add(row, right, right, share*float32(to-right))
		to = right
	}
	for x := from; x < to; {
		next := min(math.Floor(x)+1, to)
		add(row, x, next, share*float32(next-x))
		x = next
	}
}

// add puts a piece of an edge that stays within one pixel: the pixel has what is
// right of the piece, the next ones all.
func add(row []float32, from, to float64, height float32) {
	column := int(from)
	middle := float32((from+to)/2 - float64(column))
	row[column] += height * (1 - middle)
	row[column+1] += height * middle
}
