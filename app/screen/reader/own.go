package reader

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
)

// tagView shows the tags of the material, and a field for more.
type tagView struct {
	pane  *pane
	chips *fyne.Container
	more  *fyne.Container // tags that the teacher has elsewhere
	field *widgets.Field
	root  *fyne.Container
}

// mostOffered is how many tags of other materials are offered.
const mostOffered = 4

func newTagView(p *pane) *tagView {
	v := &tagView{pane: p}
	v.chips = container.New(layout.NewRowWrapLayoutWithCustomPadding(8, 8))
	v.more = container.New(layout.NewRowWrapLayoutWithCustomPadding(4, 0))
	v.field = widgets.NewField(lang.L("reader.tag.placeholder"))
	v.field.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name != fyne.KeyReturn && e.Name != fyne.KeyEnter {
			return false
		}
		v.add(v.field.Text)
		return true
	}
	add := widgets.NewOutlined("", lang.L("reader.tag.add"), func() { v.add(v.field.Text) })
	v.root = widgets.Column(8, v.chips, widgets.Row(8, widgets.Grow(v.field), add), v.more)
	v.show()
	return v
}

func (v *tagView) show() {
	m := v.pane.screen.model
	v.chips.Objects, v.more.Objects = nil, nil
	for _, tag := range m.Tags() {
		v.chips.Add(widgets.NewChip(tag, lang.L("reader.tag.remove", map[string]any{"Name": tag}), func() {
			v.set(slices.DeleteFunc(slices.Clone(m.Tags()), func(t string) bool { return t == tag }), "undo.tag")
		}))
	}
	for _, tag := range m.OtherTags(mostOffered) {
		v.more.Add(widgets.NewLink(theme.GlyphPlus, tag, func() { v.add(tag) }))
	}
	showIf(v.chips, len(v.chips.Objects) > 0)
	showIf(v.more, len(v.more.Objects) > 0)
	v.root.Refresh()
	v.pane.body.Refresh()
}

func showIf(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

func (v *tagView) add(tag string) {
	tags, err := materials.CheckedTags([]string{tag})
	if err == nil && len(tags) == 0 {
		return
	}
	if v.set(append(slices.Clone(v.pane.screen.model.Tags()), tag), "undo.newtag") {
		v.field.SetText("")
	}
}

// set replaces the tags, which can be taken back.
func (v *tagView) set(tags []string, undo string) bool {
	s := v.pane.screen
	id, before := s.model.ID(), slices.Clone(s.model.Tags())
	if !s.change(func() error { return s.model.SetTags(id, tags) }) {
		return false
	}
	v.show()
	if !slices.Equal(before, s.model.Tags()) {
		s.canUndo(undo, func() error { return s.model.SetTags(id, before) })
	}
	return true
}

// useView shows when the material was used and in which class, the latest first.
type useView struct {
	pane  *pane
	day   *widgets.Field
	class *widgets.Field
	list  *fyne.Container
	root  *fyne.Container
}

// mostUses is how many uses are shown.
const mostUses = 12

func newUseView(p *pane) *useView {
	v := &useView{pane: p, list: widgets.Column(2)}
	c := p.screen.context
	v.day = widgets.NewField(lang.L("reader.use.day"))
	v.day.SetText(ui.Date(c.Now(), c.Now()))
	v.class = widgets.NewField(lang.L("reader.use.class"))
	v.class.SetText(p.screen.model.LastClass())
	enter := func(e *fyne.KeyEvent) bool {
		if e.Name != fyne.KeyReturn && e.Name != fyne.KeyEnter {
			return false
		}
		v.add()
		return true
	}
	v.day.OnKey, v.class.OnKey = enter, enter
	add := widgets.NewOutlined("", lang.L("reader.use.add"), v.add)
	v.root = widgets.Column(8, widgets.Row(8, widgets.Sized(84, 0, v.day), widgets.Grow(v.class), add), v.list)
	v.show()
	return v
}

func (v *useView) show() {
	uses := v.pane.screen.model.Uses()
	v.list.Objects = nil
	if len(uses) == 0 {
		v.list.Add(widgets.NewParagraph(lang.L("reader.use.none"), theme.TextPane, theme.Ink2, 1).Fit(v.pane.inner(), 3))
	}
	for _, u := range uses[:min(len(uses), mostUses)] {
		v.list.Add(v.row(u))
	}
	if rest := len(uses) - mostUses; rest > 0 {
		v.list.Add(widgets.NewText(ui.Count("reader.use.more", rest), theme.TextSecond, theme.Ink2))
	}
	v.root.Refresh()
	v.pane.body.Refresh()
}

// row is one use: "Eingesetzt am 24. November in 5b".
func (v *useView) row(u materials.Use) fyne.CanvasObject {
	text := u.Day
	if day, err := time.Parse(time.DateOnly, u.Day); err == nil {
		text = ui.LongDate(day, v.pane.screen.context.Now())
	}
	if u.Class != "" {
		text = lang.L("reader.use.in", map[string]any{"Day": text, "Class": u.Class})
	}
	remove := widgets.NewIconButton(theme.GlyphDelete, lang.L("reader.use.delete"), func() { v.remove(u) })
	remove.OnFocus = func() { widgets.Reveal(v.pane.scroll, remove) }
	return widgets.Row(8, widgets.NewIcon(theme.GlyphCalendar, 16, theme.Ink2),
		widgets.Grow(widgets.NewParagraph(text, theme.TextPane, theme.Ink, 1)), remove)
}

func (v *useView) add() {
	s := v.pane.screen
	day, err := ParseDay(v.day.Text, s.context.Now())
	if err != nil {
		s.context.Complain(materials.ErrorMessage(err))
		return
	}
	var stored materials.Use
	if !s.change(func() (err error) {
		stored, err = s.model.PutUse(materials.Use{Material: s.model.ID(), Day: day, Class: v.class.Text})
		return err
	}) {
		return
	}
	v.show()
	s.canUndo("undo.newuse", func() error { return s.model.DeleteUse(stored.ID) })
}

func (v *useView) remove(u materials.Use) {
	s := v.pane.screen
	if !s.change(func() error { return s.model.DeleteUse(u.ID) }) {
		return
	}
	v.show()
	s.canUndo("undo.use", func() error {
		_, err := s.model.PutUse(u)
		return err
	})
	s.context.Toast(lang.L("reader.use.deleted"), widgets.Action{Label: lang.L("undo"), Do: s.context.Undo})
}
