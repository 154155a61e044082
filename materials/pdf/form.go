package pdf

import (
	"lernkoffer/materials/page"
	"lernkoffer/materials/pdf/finish"
	"lernkoffer/materials/picture"
)

// formKey tells forms apart: a picture is written once in each way.
type formKey struct {
	picture *picture.Picture
	grey    bool
}

// formSize is the longer side of a form in its own units: with one decimal they
// are finer than print for the largest picture.
const formSize = 1000

// picture draws a picture into its box, centred, with its proportions.
func (d *painter) picture(item page.Picture) {
	pic := item.Picture
	if pic == nil || pic.Width <= 0 || pic.Height <= 0 || item.W <= 0 || item.H <= 0 {
		return
	}
	scale := min(item.W/pic.Width, item.H/pic.Height)
	w, h := pic.Width*scale, pic.Height*scale
	corner := d.place(picture.Point{X: item.X + (item.W-w)/2, Y: item.Y + (item.H-h)/2})
	perUnit := points(max(w, h)) / formSize

	done := d.tags.markFigure(item.Alt)
	d.content.Save()
	d.content.Transform(finish.Matrix{A: perUnit, D: -perUnit, E: corner.X, F: corner.Y})
	d.content.Form(d.form(pic, item.Grey))
	d.content.Restore()
	done()
}

// form returns the form of a picture; it is made when first asked for.
func (d *painter) form(pic *picture.Picture, grey bool) *finish.Form {
	key := formKey{pic, grey}
	if form := d.forms[key]; form != nil {
		return form
	}
	scale := formSize / max(pic.Width, pic.Height)
	place := func(p picture.Point) picture.Point { return picture.Point{X: p.X * scale, Y: p.Y * scale} }
	content := d.resources.Content(1)
	for _, shape := range pic.Shapes {
		if grey {
			shape.Fill.Colour = shape.Fill.Colour.Grey()
			shape.Stroke.Colour = shape.Stroke.Colour.Grey()
		}
		content.Shape(shape, place, scale)
	}
	form := d.resources.Form(pic.Width*scale, pic.Height*scale, content)
	d.forms[key] = form
	return form
}
