package widgets

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lernkoffer/app/theme"
)

// Field is an entry that hands on the keys that mean nothing in a text.
type Field struct {
	widget.Entry
	// OnKey is asked first; it returns true for a key that it has taken.
	OnKey func(e *fyne.KeyEvent) bool
	// OnLeave is told that the keyboard has gone elsewhere.
	OnLeave func()
}

// NewField returns a field of one line.
func NewField(placeholder string) *Field {
	f := &Field{}
	f.PlaceHolder = placeholder
	f.ExtendBaseWidget(f)
	return f
}

// NewTextField returns a field of several lines that wraps.
func NewTextField(placeholder string, rows int) *Field {
	f := &Field{}
	f.PlaceHolder = placeholder
	f.MultiLine = true
	f.Wrapping = fyne.TextWrapWord
	f.ExtendBaseWidget(f)
	f.SetMinRowsVisible(rows)
	return f
}

// TypedKey implements fyne.Focusable.
func (f *Field) TypedKey(e *fyne.KeyEvent) {
	if f.OnKey != nil && f.OnKey(e) {
		return
	}
	if e.Name == fyne.KeyEscape {
		passKey(f, e)
		return
	}
	f.Entry.TypedKey(e)
}

// TypedShortcut implements fyne.Shortcutable. What is none of its shortcuts goes to
// the window.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	if custom, ok := s.(*desktop.CustomShortcut); ok && !ofText(custom) {
		if c, ok := fyne.CurrentApp().Driver().CanvasForObject(f).(fyne.Shortcutable); ok {
			c.TypedShortcut(s)
			return
		}
	}
	f.Entry.TypedShortcut(s)
}

// ofText reports whether a shortcut moves in a text or deletes there: Ctrl with an
// arrow, or Option on a Mac.
func ofText(s *desktop.CustomShortcut) bool {
	return len(s.KeyName) > 1 && (s.Modifier&fyne.KeyModifierAlt == 0 || runtime.GOOS == "darwin")
}

// FocusLost implements fyne.Focusable.
func (f *Field) FocusLost() {
	f.Entry.FocusLost()
	if f.OnLeave != nil {
		f.OnLeave()
	}
}

// SearchField is a field with a magnifying glass, a hint at its key while it is
// empty, and a button that clears it.
type SearchField struct {
	widget.BaseWidget
	Field *Field
	hint  *Tag
	clear *Surface
}

// NewSearchField returns an empty search field.
func NewSearchField(placeholder, key, clear string, changed func(string)) *SearchField {
	s := &SearchField{Field: NewField(placeholder), hint: NewTag(key, theme.Chrome, theme.Ink2)}
	s.Field.SetIcon(theme.GlyphSearch.Resource(theme.Ink2))
	s.clear = NewIconButton(theme.GlyphClose, clear, func() { s.Field.SetText("") })
	s.clear.Hide()
	s.Field.OnChanged = func(text string) {
		if short := shortened(text); short != text {
			s.Field.SetText(short) // comes here again
			return
		}
		s.show(text)
		changed(text)
	}
	s.ExtendBaseWidget(s)
	return s
}

// mostSearch is the length of a search in characters: more was pasted by mistake,
// and would slow the field down.
const mostSearch = 200

func shortened(text string) string {
	n := 0
	for i := range text {
		if n == mostSearch {
			return text[:i]
		}
		n++
	}
	return text
}

func (s *SearchField) show(text string) {
	if text == "" {
		s.clear.Hide()
		s.hint.Show()
	} else {
		s.clear.Show()
		s.hint.Hide()
	}
}

// SetText shows a text without telling anybody.
func (s *SearchField) SetText(text string) {
	if s.Field.Text == text {
		return
	}
	changed := s.Field.OnChanged
	s.Field.OnChanged = nil
	s.Field.SetText(text)
	s.Field.OnChanged = changed
	s.show(text)
}

// Refresh implements fyne.CanvasObject.
func (s *SearchField) Refresh() {
	s.Field.SetIcon(theme.GlyphSearch.Resource(theme.Ink2))
	s.BaseWidget.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *SearchField) CreateRenderer() fyne.WidgetRenderer {
	right := func(inset float32) Place {
		return func(room, least fyne.Size) (fyne.Position, fyne.Size) {
			return fyne.NewPos(room.Width-least.Width-inset, (room.Height-least.Height)/2), least
		}
	}
	return widget.NewSimpleRenderer(container.NewStack(s.Field, At(right(10), s.hint), At(right(2), s.clear)))
}
