package notes

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

// Host is the pane that a View stands in.
type Host struct {
	Scroll *container.Scroll
	// Width is what the view has to itself.
	Width func() float32
	// Resized is told that the view has another height.
	Resized func()
	// Changed is told that notes were added, changed or deleted.
	Changed func()
	// Current returns the view that is on the screen now, when a change is taken
	// back; nil if there is none.
	Current func() *View
	IDs     IDs
	// Key names the key that begins a note, "" for none.
	Key string
	// ToPassage shows the passage of a note; nil where there are none to show.
	ToPassage func(materials.Note)
}

// IDs says under which id a deleted note came back, so that what was done to it
// before can be taken back, too. A screen keeps one for all its views.
type IDs map[string]string

func (ids IDs) now(id string) string {
	for {
		next, ok := ids[id]
		if !ok {
			return id
		}
		id = next
	}
}

// View shows the notes on a material; one at a time can be written in, and is
// saved at every change.
type View struct {
	Root    *fyne.Container
	host    Host
	context *ui.Context
	id      materials.ID
	before  materials.Note // the one being written, as it was
	saver   *saver         // of the note being written, nil if none is
	field   *widgets.Field
	fault   *fyne.Container
	told    bool                         // that there is one more
	boxes   map[string]fyne.CanvasObject // by the ids of notes
}

// NewView returns the notes on a material.
func NewView(c *ui.Context, id materials.ID, host Host) *View {
	v := &View{Root: widgets.Column(8), host: host, context: c, id: id}
	v.Show()
	return v
}

// Material returns the material whose notes are shown.
func (v *View) Material() materials.ID { return v.id }

// Writing reports whether a note is being written.
func (v *View) Writing() bool { return v.saver != nil }

// Reveal brings a note into sight.
func (v *View) Reveal(noteID string) {
	if box := v.boxes[noteID]; box != nil {
		widgets.Reveal(v.host.Scroll, box)
	}
}

// Show lists the notes as they are on disk.
func (v *View) Show() {
	v.Root.Objects = nil
	own := v.context.Services.Own
	if own == nil {
		v.Root.Add(widgets.NewCallout(widgets.MoodHint, lang.L("note.none"), materials.ErrorMessage(v.context.Services.OwnErr), v.host.Width()))
		v.Root.Refresh()
		return
	}
	list, err := own.Notes(v.id)
	if err != nil {
		v.Root.Add(widgets.NewCallout(widgets.MoodFault, lang.L("note.unreadable"), materials.ErrorMessage(err), v.host.Width()))
	}
	v.boxes = make(map[string]fyne.CanvasObject, len(list))
	for _, n := range list {
		box := fyne.CanvasObject(nil)
		if v.saver != nil && v.saver.stored.ID == n.ID {
			box = v.editor()
		} else {
			box = v.box(n)
		}
		v.boxes[n.ID] = box
		v.Root.Add(box)
	}
	switch {
	case v.saver == nil:
		add := widgets.NewLink(theme.GlyphPlus, lang.L("note.add"), func() { v.Write(materials.Note{Material: v.id}) })
		add.Tip, add.Key = v.host.Key != "", v.host.Key
		add.OnFocus = func() { widgets.Reveal(v.host.Scroll, add) }
		v.Root.Add(widgets.RowAligned(widgets.AlignStart, 0, add))
	case v.saver.stored.ID == "":
		v.Root.Add(v.editor())
	}
	v.Root.Refresh()
	v.host.Resized()
}

const noteSide = 8 + 3 + 8 + 12

// box shows a note; pressing it begins to write.
func (v *View) box(n materials.Note) fyne.CanvasObject {
	width := v.host.Width() - noteSide
	head := widgets.Row(4, widgets.NewBold(lang.L("note.mine"), theme.TextPane, theme.Ink), widgets.Spacer(),
		widgets.NewText(ui.Date(n.Changed.Local(), v.context.Now()), theme.TextSecond, theme.Ink2))
	if n.Anchor.Quote != "" && v.host.ToPassage != nil {
		head.Add(v.icon(theme.GlyphQuote, "note.passage", func() { v.host.ToPassage(n) }))
	}
	head.Add(v.icon(theme.GlyphDelete, "note.delete", func() { v.remove(n) }))
	body := widgets.Column(2, head)
	if n.Anchor.Quote != "" {
		body.Add(quote(n.Anchor.Quote, width))
	}
	body.Add(widgets.NewParagraph(n.Text, theme.TextPane, theme.Ink, 1).Fit(width, 40))
	face := widgets.Pad(4, 8, 10, 8, widgets.RowAligned(widgets.AlignStretch, 8,
		widgets.Sized(3, 0, widgets.NewRect(theme.Amber, 2)), widgets.Grow(body)))
	s := widgets.NewSurface(lang.L("note.edit"), widgets.NewRect(theme.AmberBg, theme.RadiusBox), face, func() { v.Write(n) })
	s.OnFocus = func() { widgets.Reveal(v.host.Scroll, s) }
	return s
}

func (v *View) icon(glyph theme.Glyph, key string, do func()) *widgets.Surface {
	b := widgets.NewIconButton(glyph, lang.L(key), do)
	b.OnFocus = func() { widgets.Reveal(v.host.Scroll, b) }
	return b
}

func quote(text string, width float32) *widgets.Paragraph {
	return widgets.NewParagraph("„"+text+"“", theme.TextPane, theme.Ink2, 1).Fit(width, 3)
}

// Write begins to write in a note: a new one where it has no id.
func (v *View) Write(n materials.Note) {
	v.Finish()
	if v.saver != nil {
		return // what is written could not be saved; nothing may take its place
	}
	v.before, v.told = n, false
	v.saver = newSaver(v.context, v.context.Services.Own, n, v.saved)
	v.field = widgets.NewTextField(lang.L("note.placeholder"), 4)
	v.field.SetText(n.Text)
	v.field.OnChanged = v.saver.change
	v.field.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyEscape {
			v.Finish()
			return true
		}
		return false
	}
	v.fault = container.NewStack()
	v.Show()
	v.context.Window.Canvas().Focus(v.field)
	field := v.field
	v.context.After(revealDelay, func() {
		for _, key := range []fyne.KeyName{fyne.KeyPageDown, fyne.KeyEnd} { // one writes on, not in front
			field.TypedKey(&fyne.KeyEvent{Name: key})
		}
		widgets.Reveal(v.host.Scroll, field)
	})
}

// revealDelay is time for what is new to be painted once.
const revealDelay = 60 * time.Millisecond

func (v *View) editor() fyne.CanvasObject {
	done := widgets.NewLink("", lang.L("note.done"), v.Finish)
	hint := widgets.NewText(lang.L("note.autosave"), theme.TextSecond, theme.Ink2)
	all := widgets.Column(4)
	if passage := v.saver.stored.Anchor.Quote; passage != "" {
		all.Add(quote(passage, v.host.Width()))
	}
	for _, o := range []fyne.CanvasObject{v.field, v.fault, widgets.Row(8, hint, widgets.Spacer(), done)} {
		all.Add(o)
	}
	return all
}

// saved says how a write ended.
func (v *View) saved(err error) {
	if v.fault != nil {
		v.fault.Objects = nil
		if err != nil {
			v.fault.Add(widgets.NewCallout(widgets.MoodFault, lang.L("note.fault"), materials.ErrorMessage(err), v.host.Width()))
		}
		v.Root.Refresh()
		v.host.Resized()
	}
	if err != nil {
		v.context.Saved(ui.NotSaved)
		return
	}
	v.context.Saved(ui.AllSaved)
	if !v.told && v.before.ID == "" {
		v.told = true
		v.host.Changed()
	}
}

// Finish ends writing. What could not be written stays on the screen: the teacher
// is told and can copy it.
func (v *View) Finish() {
	if v.saver == nil {
		return
	}
	after, kept, err := v.saver.flush()
	if err != nil {
		v.saved(err)
		v.context.Complain(materials.ErrorMessage(err))
		return
	}
	before := v.before
	emptied := !kept && after.ID != ""
	if canvas := v.context.Window.Canvas(); canvas.Focused() == fyne.Focusable(v.field) {
		canvas.Unfocus() // the field goes away
	}
	v.saver, v.field, v.fault = nil, nil, nil
	v.context.Saved(ui.AllSaved)
	v.Show()
	v.host.Changed()
	switch {
	case emptied && before.ID != "":
		v.removed(before)
	case kept && before.ID == "":
		v.canUndo("undo.newnote", func() error { return v.context.Services.Own.DeleteNote(v.host.IDs.now(after.ID)) })
	case kept && before.Text != after.Text:
		v.canUndo("undo.editnote", func() error {
			back := before
			back.ID = v.host.IDs.now(before.ID)
			_, err := v.context.Services.Own.PutNote(back)
			return err
		})
	}
}

// canUndo remembers how a change of the notes is taken back.
func (v *View) canUndo(key string, do func() error) {
	v.context.CanUndo(lang.L(key), func() error {
		if err := do(); err != nil {
			return err
		}
		v.host.Changed()
		if now := v.host.Current(); now != nil && now.id == v.id && !now.Writing() {
			now.Show()
		}
		return nil
	})
}

// remove deletes a note, which can be taken back.
func (v *View) remove(n materials.Note) {
	v.Finish()
	if err := v.context.Services.Own.DeleteNote(n.ID); err != nil {
		v.context.Complain(materials.ErrorMessage(err))
		return
	}
	v.Show()
	v.host.Changed()
	v.removed(n)
}

func (v *View) removed(n materials.Note) {
	v.canUndo("undo.note", func() error {
		back := n
		back.ID = "" // its place is taken by a new one
		stored, err := v.context.Services.Own.PutNote(back)
		if err == nil {
			v.host.IDs[n.ID] = stored.ID
		}
		return err
	})
	v.context.Toast(lang.L("note.deleted"), widgets.Action{Label: lang.L("undo"), Do: v.context.Undo})
}
