package browse

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
)

// notesView shows the notes on a material; one at a time can be written in, and
// is saved at every change.
type notesView struct {
	pane    *detailPane
	context *ui.Context
	id      materials.ID
	root    *fyne.Container
	saver   *saver // of the note being written, nil if none is
	field   *widgets.Field
	fault   *fyne.Container
}

func newNotesView(p *detailPane, id materials.ID) *notesView {
	v := &notesView{pane: p, context: p.screen.context, id: id, root: widgets.Column(8)}
	v.show()
	return v
}

// show lists the notes as they are on disk.
func (v *notesView) show() {
	v.root.Objects = nil
	own := v.context.Services.Own
	if own == nil {
		v.root.Add(widgets.NewCallout(widgets.MoodHint, lang.L("note.none"), materials.ErrorMessage(v.context.Services.OwnErr), v.pane.inner()))
		v.root.Refresh()
		return
	}
	notes, err := own.Notes(v.id)
	if err != nil {
		v.root.Add(widgets.NewCallout(widgets.MoodFault, lang.L("note.unreadable"), materials.ErrorMessage(err), v.pane.inner()))
	}
	for _, n := range notes {
		if v.saver != nil && v.saver.stored.ID == n.ID {
			v.root.Add(v.editor())
			continue
		}
		v.root.Add(v.box(n))
	}
	switch {
	case v.saver == nil:
		add := widgets.NewLink(theme.GlyphPlus, lang.L("note.add"), func() { v.write(materials.Note{Material: v.id}) })
		add.OnFocus = func() { widgets.Reveal(v.pane.scroll, add) }
		v.root.Add(widgets.RowAligned(widgets.AlignStart, 0, add))
	case v.saver.stored.ID == "":
		v.root.Add(v.editor())
	}
	v.root.Refresh()
	v.pane.body.Refresh()
}

const noteSide = 8 + 3 + 8 + 12

// box shows a note; pressing it begins to write.
func (v *notesView) box(n materials.Note) fyne.CanvasObject {
	remove := widgets.NewIconButton(theme.GlyphDelete, lang.L("note.delete"), func() { v.remove(n) })
	head := widgets.Row(4, widgets.NewBold(lang.L("note.mine"), theme.TextPane, theme.Ink), widgets.Spacer(),
		widgets.NewText(ui.Date(n.Changed.Local(), v.context.Now()), theme.TextSecond, theme.Ink2), remove)
	quote := n.Text
	if n.Anchor.Quote != "" {
		quote = "„" + n.Anchor.Quote + "“\n" + n.Text
	}
	text := widgets.NewParagraph(quote, theme.TextPane, theme.Ink, 1).Fit(v.pane.inner()-noteSide, 40)
	face := widgets.Pad(4, 8, 10, 8, widgets.RowAligned(widgets.AlignStretch, 8,
		widgets.Sized(3, 0, widgets.NewRect(theme.Amber, 2)), widgets.Grow(widgets.Column(2, head, text))))
	s := widgets.NewSurface(lang.L("note.edit"), widgets.NewRect(theme.AmberBg, theme.RadiusBox), face, func() { v.write(n) })
	s.OnFocus = func() { widgets.Reveal(v.pane.scroll, s) }
	return s
}

// write begins to write in a note.
func (v *notesView) write(n materials.Note) {
	v.finish()
	v.saver = newSaver(v.context, v.context.Services.Own, n, v.saved)
	v.field = widgets.NewTextField(lang.L("note.placeholder"), 4)
	v.field.SetText(n.Text)
	v.field.OnChanged = v.saver.change
	v.field.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyEscape {
			v.finish()
			return true
		}
		return false
	}
	v.fault = container.NewStack()
	v.show()
	v.context.Window.Canvas().Focus(v.field)
	editor := v.root.Objects[len(v.root.Objects)-1]
	field := v.field
	v.context.After(revealDelay, func() {
		for _, key := range []fyne.KeyName{fyne.KeyPageDown, fyne.KeyEnd} { // one writes on, not in front
			field.TypedKey(&fyne.KeyEvent{Name: key})
		}
		widgets.Reveal(v.pane.scroll, editor)
	})
}

// revealDelay is time for what is new to be painted once.
const revealDelay = 60 * time.Millisecond

func (v *notesView) editor() fyne.CanvasObject {
	done := widgets.NewLink("", lang.L("note.done"), v.finish)
	hint := widgets.NewText(lang.L("note.autosave"), theme.TextSecond, theme.Ink2)
	return widgets.Column(4, v.field, v.fault, widgets.Row(8, hint, widgets.Spacer(), done))
}

// saved says how a write ended.
func (v *notesView) saved(err error) {
	if v.fault != nil {
		v.fault.Objects = nil
		if err != nil {
			v.fault.Add(widgets.NewCallout(widgets.MoodFault, lang.L("note.fault"), materials.ErrorMessage(err), v.pane.inner()))
		}
		v.root.Refresh()
		v.pane.body.Refresh()
	}
	if err != nil {
		v.context.Saved(ui.NotSaved)
		return
	}
	v.context.Saved(ui.AllSaved)
	if !v.pane.screen.model.noted[v.id] {
		v.pane.screen.marksChanged()
	}
}

// finish ends writing. What could not be written stays on the screen's words: the
// teacher is told and can copy it.
func (v *notesView) finish() {
	if v.saver == nil {
		return
	}
	before := v.saver.stored
	after, kept, err := v.saver.flush()
	if err != nil {
		v.saved(err)
		v.context.Complain(materials.ErrorMessage(err))
		return
	}
	emptied := before.ID != "" && !kept
	v.saver, v.field, v.fault = nil, nil, nil
	v.context.Saved(ui.AllSaved)
	v.show()
	v.pane.screen.marksChanged()
	if emptied {
		v.removed(after)
	}
}

// remove deletes a note, which can be taken back.
func (v *notesView) remove(n materials.Note) {
	v.finish()
	if err := v.context.Services.Own.DeleteNote(n.ID); err != nil {
		v.context.Complain(materials.ErrorMessage(err))
		return
	}
	v.show()
	v.pane.screen.marksChanged()
	v.removed(n)
}

func (v *notesView) removed(n materials.Note) {
	v.context.CanUndo(lang.L("undo.note"), func() error {
		n.ID = "" // its place is taken by a new one
		if _, err := v.context.Services.Own.PutNote(n); err != nil {
			return err
		}
		v.pane.screen.marksChanged()
		if v.pane.notes != nil && v.pane.notes.id == n.Material {
			v.pane.notes.show()
		}
		return nil
	})
	v.context.Toast(lang.L("note.deleted"), widgets.Action{Label: lang.L("undo"), Do: v.context.Undo})
}
