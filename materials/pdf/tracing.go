package pdf

import (
	"encoding/binary"
	"math"

	"lernkoffer/materials/page"
	"lernkoffer/materials/pdf/finish"
	"lernkoffer/materials/picture"
	"lernkoffer/materials/typeset"
)

// tracing is a run drawn as dots. Writing sheets repeat words all over the page:
// each is written once.
type tracing struct {
	form   *finish.Form
	corner picture.Point // its bottom left from the run's start, in points, y upwards
}

func (d *painter) dots(item page.Text) {
	key := tracingKey(item.Run, item.Colour)
	t, ok := d.tracings[key]
	if !ok {
		t = d.tracing(item.Run, item.Colour)
		d.tracings[key] = t
	}
	if t.form == nil {
		return
	}
	at := d.place(picture.Point{X: item.X + item.Run.X, Y: item.Y})
	d.content.Save()
	d.content.Transform(finish.Matrix{A: 1, D: 1, E: at.X + t.corner.X, F: at.Y + t.corner.Y})
	d.content.Form(t.form)
	d.content.Restore()
}

// tracing makes the form; it has none where there is nothing to be seen. A dot
// is a line of no length with round ends.
func (d *painter) tracing(run typeset.Run, colour picture.Colour) tracing {
	dots, diameter := run.Dots()
	if len(dots) == 0 {
		return tracing{}
	}
	corner, far := dots[0], dots[0]
	for _, p := range dots {
		corner = picture.Point{X: min(corner.X, p.X), Y: max(corner.Y, p.Y)}
		far = picture.Point{X: max(far.X, p.X), Y: min(far.Y, p.Y)}
	}
	corner = picture.Point{X: corner.X - diameter, Y: corner.Y + diameter}
	var path picture.Path
	for _, p := range dots {
		path = append(path,
			picture.Segment{Op: picture.MoveTo, Points: [3]picture.Point{p}},
			picture.Segment{Op: picture.LineTo, Points: [3]picture.Point{p}})
	}
	content := d.resources.Content(1)
	content.Shape(picture.Shape{Path: path, Stroke: picture.Stroke{
		Paint: picture.Paint{Colour: colour, Opacity: 1},
		Width: diameter, Cap: picture.CapRound, Join: picture.JoinRound,
	}}, func(p picture.Point) picture.Point {
		return picture.Point{X: points(p.X - corner.X), Y: points(corner.Y - p.Y)}
	}, points(1))
	width, height := points(far.X-corner.X+diameter), points(corner.Y-far.Y+diameter)
	return tracing{
		form:   d.resources.Form(width, height, content),
		corner: picture.Point{X: points(corner.X), Y: points(-corner.Y)},
	}
}

// tracingKey is equal for runs that look equal.
func tracingKey(run typeset.Run, colour picture.Colour) string {
	float := func(b []byte, v float64) []byte {
		return binary.BigEndian.AppendUint64(b, math.Float64bits(v))
	}
	key := append([]byte(run.Font.Name), 0, colour.R, colour.G, colour.B)
	if run.Slant {
		key = append(key, 1)
	}
	key = float(key, run.Size)
	for _, g := range run.Glyphs {
		key = binary.BigEndian.AppendUint32(key, uint32(g.ID))
		key = float(float(float(key, g.Advance), g.XOffset), g.YOffset)
	}
	return string(key)
}
