package browse

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
)

// fewValues is how many values of a group are shown at first.
const fewValues = 5

// facetPane shows the facets. Its rows are made once and then only told what has
// changed, so that nothing flickers while someone types.
type facetPane struct {
	groups   []*facetGroup
	reset    *widgets.Surface
	close    *widgets.Surface // of the facets that lie over the list
	column   *fyne.Container
	scroll   *container.Scroll
	root     fyne.CanvasObject
	onToggle func(facet materials.Facet, key string)
}

type facetGroup struct {
	facet materials.Facet
	head  *widgets.FacetHead
	rows  []*widgets.FacetRow
	more  *widgets.Surface
	line  fyne.CanvasObject
	open  bool
	all   bool // all values are shown
	last  Group
}

func newFacetPane(groups []Group, toggle func(materials.Facet, string), reset, closed func()) *facetPane {
	p := &facetPane{onToggle: toggle, column: widgets.Column(0)}
	p.reset = widgets.NewLink("", lang.L("browse.reset"), reset)
	p.close = widgets.NewIconButton(theme.GlyphClose, lang.L("browse.filter.close"), closed)
	p.close.Hide()
	title := widgets.Row(4, widgets.NewBold(lang.L("browse.filter.title"), theme.TextSection, theme.Ink), widgets.Spacer(), p.reset, p.close)
	p.column.Add(widgets.Pad(0, 0, 4, 8, widgets.Sized(0, theme.ControlBar, title)))
	for _, g := range groups {
		p.add(g)
	}
	p.scroll = container.NewVScroll(widgets.Pad(12, 12, 8, 12, p.column))
	p.root = p.scroll
	return p
}

func (p *facetPane) add(g Group) {
	view := &facetGroup{facet: g.Facet, open: g.Facet == materials.FacetLevel || g.Facet == materials.FacetTopic}
	view.head = widgets.NewFacetHead(g.Label, func() {
		view.open = !view.open
		p.apply(view)
		p.column.Refresh()
	})
	view.head.OnFocus = p.reveal(view.head.Object())
	p.column.Add(view.head.Object())
	for _, v := range g.Values {
		row := widgets.NewFacetRow(v.Label, func() { p.onToggle(g.Facet, v.Key) })
		row.OnFocus = p.reveal(row.Object())
		view.rows = append(view.rows, row)
		p.column.Add(row.Object())
	}
	if rest := len(g.Values) - fewValues; rest > 0 {
		view.more = widgets.NewLink("", ui.Count("browse.more", rest), func() {
			view.all = true
			p.apply(view)
			p.column.Refresh()
		})
		view.more.OnFocus = p.reveal(view.more)
		p.column.Add(widgets.Pad(0, 0, 0, 18, widgets.RowAligned(widgets.AlignStart, 0, view.more)))
	}
	view.line = widgets.Pad(5, 4, 5, 8, widgets.HLine())
	p.column.Add(view.line)
	p.groups = append(p.groups, view)
}

// set shows the counts and choices of the model's groups, which are always the
// same ones.
func (p *facetPane) set(groups []Group) {
	chosen := 0
	for i, g := range groups {
		view := p.groups[i]
		if g.Chosen > 0 && view.last.Chosen == 0 {
			view.open = true
		}
		view.last = g
		chosen += g.Chosen
		p.apply(view)
	}
	if chosen > 0 {
		p.reset.Show()
	} else {
		p.reset.Hide()
	}
	p.column.Refresh()
}

// setDrawer says whether the facets lie over the list and can be closed.
func (p *facetPane) setDrawer(on bool) {
	if on != p.close.Visible() {
		if on {
			p.close.Show()
		} else {
			p.close.Hide()
		}
		p.column.Refresh()
	}
}

func (p *facetPane) apply(view *facetGroup) {
	sum := ""
	if view.last.Chosen > 0 {
		sum = ui.Count("browse.chosen", view.last.Chosen)
	}
	view.head.Set(view.open, sum)
	hidden := false
	for i, v := range view.last.Values {
		row := view.rows[i]
		row.Set(v.Count, v.Chosen)
		switch {
		case view.open && (view.all || i < fewValues || v.Chosen):
			row.Show()
		default:
			row.Hide()
			hidden = true
		}
	}
	if view.more != nil {
		if view.open && !view.all && hidden {
			view.more.Show()
		} else {
			view.more.Hide()
		}
	}
	if view.open {
		view.line.Show()
	} else {
		view.line.Hide()
	}
}

// reveal returns a function that scrolls o into sight.
func (p *facetPane) reveal(o fyne.CanvasObject) func() {
	return func() { widgets.Reveal(p.scroll, o) }
}
