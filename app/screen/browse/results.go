package browse

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"lernkoffer/app/present"
	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/app/widgets"
)

// resultPane shows what was found: count and order above, chips, then cards or a
// list.
type resultPane struct {
	screen *Screen
	count  *widgets.Text
	filter *widgets.Surface
	chosen *widgets.Tag
	order  *widgets.Dropdown
	form   *widgets.Segmented
	chips  *fyne.Container
	cards  *widgets.Grid
	list   *widgets.Grid
	empty  *fyne.Container
	root   *fyne.Container

	asList bool // what the person wants
	small  bool // no room for cards
}

func newResultPane(s *Screen) *resultPane {
	p := &resultPane{screen: s}
	p.count = widgets.NewBold("", theme.TextSection, theme.Ink)
	p.chosen = widgets.NewTag("", theme.Soft, theme.OnSoft)
	face := widgets.Row(6, widgets.NewIcon(theme.GlyphFilter, 16, theme.Ink), widgets.NewText(lang.L("browse.filter"), theme.TextBody, theme.Ink), p.chosen)
	p.filter = widgets.NewSurface(lang.L("browse.filter"), widgets.NewBox(theme.Paper, theme.Edge, theme.RadiusBox, 1),
		widgets.Sized(0, theme.ControlBar, widgets.Pad(0, 8, 0, 10, face)), s.toggleFacets)
	p.order = widgets.NewDropdown(lang.L("browse.sort"), []string{
		lang.L("browse.sort.best"), lang.L("browse.sort.title"), lang.L("browse.sort.newest"),
	}, func(i int) { s.change(s.model.SetSort(Sort(i))) })
	p.form = widgets.NewSegmented([]widgets.Segment{
		{Label: lang.L("browse.cards"), Glyph: theme.GlyphCards}, {Label: lang.L("browse.list"), Glyph: theme.GlyphList},
	}, func(i int) {
		p.asList = i == 1
		p.shape()
		p.rememberForm()
	})
	p.chips = container.New(layout.NewRowWrapLayoutWithCustomPadding(8, 8))
	p.cards = p.grid(widgets.NewGrid(widgets.CardLeastWidth, widgets.CardHeight, 12), widgets.NewCard)
	p.list = p.grid(widgets.NewGrid(0, widgets.RowHeight, 8), widgets.NewRow)
	p.empty = container.NewStack()
	head := widgets.Row(8, p.filter, p.count, widgets.Spacer(), p.order, p.form)
	p.root = widgets.Pad(12, 4, 0, 12, widgets.Column(8,
		widgets.Pad(0, 12, 0, 4, head),
		widgets.Pad(0, 12, 0, 4, p.chips),
		widgets.Grow(container.NewStack(p.cards, p.list, p.empty)),
	))
	p.recallForm()
	p.shape()
	return p
}

// formKey keeps whether a list is wanted.
const formKey = "browse.form"

func (p *resultPane) recallForm() {
	if own := p.screen.context.Services.Own; own != nil {
		// Cards are shown where it can't be read.
		form, _ := own.Setting(formKey)
		p.asList = form == "list"
	}
	if p.asList {
		p.form.Set(1)
	}
}

func (p *resultPane) rememberForm() {
	form := "cards"
	if p.asList {
		form = "list"
	}
	if own := p.screen.context.Services.Own; own != nil {
		// A form that is not remembered is chosen again.
		_ = own.SetSetting(formKey, form)
	}
}

func (p *resultPane) grid(g *widgets.Grid, create func() *widgets.Card) *widgets.Grid {
	g.Count = func() int { return len(p.screen.model.Rows()) }
	g.Create = func() fyne.CanvasObject { return create() }
	g.Update = func(i int, o fyne.CanvasObject, state widgets.State) {
		row, card := p.screen.model.Rows()[i], o.(*widgets.Card)
		card.Set(brief(row), state)
		card.SetPage(p.screen.thumbs.Get(row.Meta, card.PageWidth()))
	}
	g.OnChosen = p.screen.choose
	g.OnOpened = func(int) { p.screen.read() }
	return g
}

func brief(r Row) widgets.Brief {
	return widgets.Brief{
		Title: r.Meta.Title, Level: present.Level(r.Meta), Kind: present.Kind(r.Meta), Facts: present.ShortFacts(r.Meta),
		Note: r.Note, Favourite: r.Favourite,
	}
}

// current returns the grid in sight.
func (p *resultPane) current() *widgets.Grid {
	if p.asList || p.small {
		return p.list
	}
	return p.cards
}

// shape shows cards or list.
func (p *resultPane) shape() {
	visible := func(o fyne.CanvasObject, on bool) {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
	p.setChips(p.screen.model.Chips())
	visible(p.filter, p.small)
	visible(p.form, !p.small)
	visible(p.cards, p.current() == p.cards)
	visible(p.list, p.current() == p.list)
	p.root.Refresh()
	p.current().Refresh()
	p.mark()
}

// set shows the model's results.
func (p *resultPane) set(toTop bool) {
	m := p.screen.model
	p.count.SetText(ui.Count("status.materials", len(m.Rows())))
	p.order.Set(int(m.Sort()))
	chips := m.Chips()
	label := ""
	if len(chips) > 0 {
		label = strconv.Itoa(len(chips))
	}
	p.chosen.Set(label)
	p.setChips(chips)
	p.setEmpty(len(m.Rows()) == 0)
	if toTop {
		p.cards.ToTop()
		p.list.ToTop()
	}
	p.mark()
	p.current().Refresh()
	p.root.Refresh()
}

func (p *resultPane) setChips(chips []Chip) {
	p.chips.Objects = nil
	for _, chip := range chips {
		remove := lang.L("browse.chip.remove", map[string]any{"Name": chip.Label})
		p.chips.Add(widgets.NewChip(chip.Label, remove, func() { p.screen.toggle(chip.Facet, chip.Key) }))
	}
	if len(chips) > 0 {
		if p.small { // the facets, which have this link, are not in sight
			p.chips.Add(widgets.NewLink("", lang.L("browse.reset"), p.screen.Reset))
		}
		p.chips.Show()
	} else {
		p.chips.Hide()
	}
}

// setEmpty says what helps where nothing was found.
func (p *resultPane) setEmpty(on bool) {
	p.empty.Objects = nil
	if on {
		hint, links := lang.L("browse.empty.words"), []fyne.CanvasObject{}
		byWords, byFilter := p.screen.model.NothingFound()
		if byFilter {
			hint = lang.L("browse.empty.filter")
			links = append(links, widgets.NewOutlined("", lang.L("browse.reset"), p.screen.Reset))
		}
		if byWords {
			links = append(links, widgets.NewOutlined("", lang.L("browse.empty.clear"), p.screen.clearWords))
		}
		p.empty.Add(container.NewCenter(widgets.ColumnAligned(widgets.AlignCentre, 12,
			widgets.NewIcon(theme.GlyphSearch, 48, theme.Edge),
			widgets.NewBold(lang.L("browse.empty"), theme.TextSection, theme.Ink),
			widgets.Sized(320, 0, widgets.NewParagraph(hint, theme.TextBody, theme.Ink2, 1).Fit(320, 3)),
			widgets.Row(8, links...))))
	}
	p.empty.Refresh()
}

// mark shows which material is chosen.
func (p *resultPane) mark() {
	i := p.screen.model.SelectedIndex()
	p.cards.Choose(i)
	p.list.Choose(i)
}
