package pdf

import (
	"cmp"
	"slices"

	"lernkoffer/materials/page"
	"lernkoffer/materials/pdf/finish"
	"lernkoffer/materials/picture"
)

// painter turns the pages of one document into contents.
type painter struct {
	language  string
	resources *finish.Resources
	tree      *finish.Tree
	forms     map[formKey]*finish.Form
	tracings  map[string]tracing

	// Of the page in work:
	height  float64 // mm
	content *finish.Content
	tags    tags
}

func newPainter(doc *page.Document) *painter {
	language := doc.Language
	if language == "" {
		language = "de"
	}
	return &painter{
		language:  language,
		resources: finish.NewResources(),
		tree:      finish.NewTree(),
		forms:     map[formKey]*finish.Form{},
		tracings:  map[string]tracing{},
	}
}

// decimals of a point: 0.01 pt is finer than any printer.
const decimals = 2

// page returns the operators of a page.
func (d *painter) page(p *page.Page) (string, error) {
	d.height = p.Height
	d.content = d.resources.Content(decimals)
	d.tree.NewPage()
	d.tags = newTags(d.tree, d.content, d.language)
	for _, item := range asRead(p.Items) {
		switch item := item.(type) {
		case page.Begin:
			d.tags.begin(item)
		case page.End:
			if err := d.tags.end(); err != nil {
				return "", err
			}
		case page.Text:
			d.text(item)
		case page.Path:
			d.tags.mark()
			d.content.Shape(item.Shape, d.place, points(1))
		case page.Picture:
			d.picture(item)
		}
	}
	if err := d.tags.close(); err != nil {
		return "", err
	}
	return d.content.String(), nil
}

// asRead returns the items with the runs of each line in the order of reading, so
// that screen readers don't begin a line of Arabic at its left end.
func asRead(items []page.Item) []page.Item {
	out := slices.Clone(items)
	for from := 0; from < len(out); from++ {
		first, ok := out[from].(page.Text)
		if !ok {
			continue
		}
		to := from + 1
		for to < len(out) {
			next, ok := out[to].(page.Text)
			if !ok || next.X != first.X || next.Y != first.Y {
				break
			}
			to++
		}
		slices.SortStableFunc(out[from:to], func(a, b page.Item) int {
			return cmp.Compare(a.(page.Text).Run.Order, b.(page.Text).Run.Order)
		})
		from = to - 1
	}
	return out
}

// place converts a point of the page, y downwards in mm, to PDF's.
func (d *painter) place(p picture.Point) picture.Point {
	return picture.Point{X: points(p.X), Y: points(d.height - p.Y)}
}

func (d *painter) text(item page.Text) {
	if len(item.Run.Glyphs) == 0 {
		return
	}
	d.tags.markText(item.Run)
	at := d.place(picture.Point{X: item.X + item.Run.X, Y: item.Y})
	if item.Dotted {
		d.content.HiddenText(item.Run, at.X, at.Y)
		d.dots(item)
		return
	}
	d.content.Text(item.Run, at.X, at.Y, item.Colour)
}
