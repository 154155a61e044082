package reader_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"lernkoffer/app"
	"lernkoffer/app/screen/reader"
	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/app/uitest"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
)

const title = "Im Klassenzimmer: Lückentext"

// library is a screen in the place of the library.
type library struct {
	text     *widgets.Text
	params   string
	returned bool
}

func (l *library) Content() fyne.CanvasObject { return l.text }
func (l *library) Params() string             { return l.params }
func (l *library) Close()                     {}
func (l *library) Returned()                  { l.returned = true }
func (l *library) Search(string)              {}
func (l *library) SearchText() string         { return "" }
func (l *library) Show(params string) {
	l.params = params
	l.text.SetText("Bibliothek: " + params)
}

func newLibrary() *library { return &library{text: widgets.NewText("", 14, "")} }

func (l *library) entry() ui.Entry {
	return ui.Entry{
		Name: ui.LibraryScreen, Label: "browse.name", Glyph: theme.GlyphBooks, New: func(*ui.Context) ui.Screen { return l },
	}
}

// open shows the material "klassenzimmer", reached from the library.
func open(t *testing.T, s *app.Services, width, height float32) *uitest.Window {
	t.Helper()
	return openFrom(t, s, newLibrary(), width, height)
}

func openFrom(t *testing.T, s *app.Services, l *library, width, height float32) *uitest.Window {
	t.Helper()
	w := uitest.New(t, files, width, height).Open(s, l.entry(), reader.Entry)
	w.Context.Read(room)
	w.Settle()
	return w
}

func opened(t *testing.T) (*uitest.Window, *app.Services) {
	t.Helper()
	s := uitest.Services(t, files)
	return open(t, s, 1280, 800), s
}

// wordLibrary is a library with words.
type wordLibrary struct {
	materials.Library
	words *materials.WordList
}

func (l wordLibrary) Words() *materials.WordList { return l.words }

// withWords gives services words in three languages.
func withWords(s *app.Services) {
	gloss := func(text, status string) materials.Gloss { return materials.Gloss{Text: text, Status: status} }
	list := materials.NewWordList([]materials.Word{
		{ID: "tisch", Lemma: "Tisch", PartOfSpeech: "noun", Article: "der", Plural: "Tische", Level: "A1", Topics: []string{"school"}, Glosses: map[string]materials.Gloss{
			"ar": gloss("طاولة", "unchecked"), "uk": gloss("стіл", "reviewed"), "tr": gloss("masa", "reviewed"),
		}},
		{ID: "heft", Lemma: "Heft", PartOfSpeech: "noun", Article: "das", Plural: "Hefte", Level: "A1", Topics: []string{"school"}},
	})
	s.Library = wordLibrary{s.Library, list}
	s.Sheets.Words = s.Library.Words
}

// Ensure that the pages are shown with where one is, and turned by keys alone.
func TestPages(t *testing.T) {
	w, _ := opened(t)
	w.Want(title, "Seite 1 von 2", "Meins", "Noch nicht eingesetzt")
	if w.Surface("Seite 1 zeigen") == nil || w.Surface("Lösung zeigen") == nil {
		t.Error("the strip does not show all pages")
	}
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyEnd, "Seite 2 von 2 · Lösung"},
		{fyne.KeyHome, "Seite 1 von 2"},
		{fyne.KeyRight, "Seite 2 von 2"},
		{fyne.KeyRight, "Seite 2 von 2"},
		{fyne.KeyLeft, "Seite 1 von 2"},
	} {
		w.Key(step.key)
		w.Want(step.want)
	}
	w.Tap("Lösung zeigen")
	w.Want("Seite 2 von 2 · Lösung")
}

// Ensure that a page is read to its end before the next one comes.
func TestPageKeys(t *testing.T) {
	w, _ := opened(t)
	turned := 0
	for !w.Shows("Seite 2 von 2") {
		w.Key(fyne.KeyPageDown)
		if turned++; turned > 20 {
			t.Fatal("the second page never comes")
		}
	}
	if turned < 2 {
		t.Error("the page was turned before its end was seen")
	}
	w.Key(fyne.KeyPageUp)
	w.Want("Seite 1 von 2")
	w.Key(fyne.KeyDown)
	w.Key(fyne.KeyUp)
}

// Ensure that pages are made larger and smaller by keys, to fit by one, and that
// the size is remembered.
func TestZoom(t *testing.T) {
	w, s := opened(t)
	w.Want("87\u00a0%", "Ganze Seite")
	w.Rune('+')
	w.Want("90\u00a0%", "Seitenbreite")
	w.Rune('-')
	w.Want("80\u00a0%")
	for range 20 {
		w.Rune('+')
	}
	w.Want("250\u00a0%")
	for range 20 {
		w.Rune('-')
	}
	w.Want("25\u00a0%")
	w.Tap("Seitenbreite")
	w.Want("87\u00a0%")
	w.Rune('0')
	w.Want("Seitenbreite")
	again := open(t, s, 1280, 800)
	again.Want("Seitenbreite")
}

// Ensure that Escape and the arrow lead back to where one came from, which is told
// so.
func TestWayBack(t *testing.T) {
	for name, back := range map[string]func(w *uitest.Window){
		"Escape": func(w *uitest.Window) { w.Key(fyne.KeyEscape) },
		"arrow":  func(w *uitest.Window) { w.Tap("Zurück") },
	} {
		l := newLibrary()
		w := openFrom(t, uitest.Services(t, files), l, 1280, 800)
		back(w)
		w.Want("Bibliothek: ")
		w.WantNot("Meins")
		if !l.returned {
			t.Errorf("%s: the library does not know that one came back", name)
		}
	}
}

// Ensure that Escape leads into the library where one came from nowhere.
func TestEscapeFromNowhere(t *testing.T) {
	w := uitest.New(t, files, 1280, 800)
	w.Open(uitest.Services(t, files), reader.Entry, newLibrary().entry())
	w.Key(fyne.KeyEscape)
	w.Want("Bibliothek: ")
}

// Ensure that a material that is not there says so and leads on.
func TestUnknownMaterial(t *testing.T) {
	w, _ := opened(t)
	w.Context.Read("lernkoffer/fehlt")
	w.Settle()
	w.Want("Dieses Material ist nicht zu sehen", "gibt es nicht")
	w.Shortcut(fyne.KeyP)
	w.Key(fyne.KeyEnd)
	w.Rune('2')
	w.Tap("Zurück")
	w.Want(title) // where one was before
	w.Context.Read(room)
	w.Settle()
	w.WantNot("nicht zu sehen")
}

// Ensure that a note on a passage keeps the passage, is shown with it, and leads to
// its page.
func TestNoteOnPassage(t *testing.T) {
	w, s := opened(t)
	w.Tap("Notiz zu einer Stelle")
	w.Want("Um welche Stelle geht es?", "Lina sitzt auf dem Stuhl.")
	w.Pass(time.Second)
	w.Key(fyne.KeyDown)
	w.Key(fyne.KeyDown)
	w.Key(fyne.KeyReturn)
	w.Type("Was Sie sich", "Vorher zeigen")
	list, err := s.Own.Notes(room)
	if err != nil || len(list) != 1 {
		t.Fatalf("notes: %v, %v", list, err)
	}
	if n := list[0]; n.Text != "Vorher zeigen" || n.Anchor.Quote != "Lina sitzt auf dem Stuhl." || n.Anchor.Before != "Ich schreibe mit dem Bleistift." {
		t.Errorf("note: %+v", n)
	}
	w.Key(fyne.KeyEscape)
	w.Want("„Lina sitzt auf dem Stuhl.“", "Vorher zeigen")
	if w.Surface("Zur Notiz") == nil {
		t.Error("the page has no sign at the passage")
	}
	w.Key(fyne.KeyEnd)
	if w.Surface("Zur Notiz") != nil {
		t.Error("another page has the sign")
	}
	w.Tap("Stelle auf dem Blatt zeigen")
	w.Want("Seite 1 von 2")
	w.Rune('3')
	w.Tap("Zur Notiz")
	w.Pass(time.Second)
	w.Want("Vorher zeigen")
	w.Shortcut(fyne.KeyZ)
	if list, _ := s.Own.Notes(room); len(list) != 0 {
		t.Errorf("after undo: %v", list)
	}
	w.WantNot("Vorher zeigen")
}

// Ensure that letters are keys where nobody writes.
func TestLetters(t *testing.T) {
	w, s := opened(t)
	w.Rune('m')
	if marked, _ := s.Own.Marked(); !marked[room].Favourite {
		t.Error("M gives no star")
	}
	w.Rune('s')
	w.Want("Um welche Stelle geht es?")
	w.Key(fyne.KeyEscape)
	w.Rune('3')
	w.Rune('n')
	for _, r := range "nms3" {
		w.Rune(r)
	}
	if list, _ := s.Own.Notes(room); len(list) != 1 || list[0].Text != "nms3" {
		t.Errorf("notes: %+v", list)
	}
}

// Ensure that Escape gives up choosing a passage, and only then leads back.
func TestPassageIsGivenUp(t *testing.T) {
	w, _ := opened(t)
	w.Tap("Notiz zu einer Stelle")
	w.Tap("Notiz zu dieser Stelle") // none is chosen yet
	w.Want("Wählen Sie zuerst eine Stelle aus.")
	w.Key(fyne.KeyEscape)
	w.Want("Meins")
	w.WantNot("Um welche Stelle")
}

// Ensure that a note whose passage is gone keeps its quote and says so.
func TestPassageGone(t *testing.T) {
	s := uitest.Services(t, files)
	if _, err := s.Own.PutNote(materials.Note{Material: room, Text: "war gut", Anchor: materials.Anchor{Quote: "Alter Satz."}}); err != nil {
		t.Fatal(err)
	}
	w := open(t, s, 1280, 800)
	w.Want("„Alter Satz.“")
	w.Tap("Stelle auf dem Blatt zeigen")
	w.Want("Diese Stelle steht nicht mehr im Material.")
}

// Ensure that a note is kept when one leaves in the middle of a word.
func TestNoteIsKeptOnLeaving(t *testing.T) {
	w, s := opened(t)
	w.Tap("Notiz hinzufügen")
	test.Type(w.Field("Was Sie sich"), "weg")
	w.Context.Back()
	w.Settle()
	w.Context.Quit()
	if list, _ := s.Own.Notes(room); len(list) != 1 || list[0].Text != "weg" {
		t.Errorf("notes: %+v", list)
	}
}

// Ensure that every change of a note can be taken back, one after the other, also
// after it was deleted and came back.
func TestUndoOfNotes(t *testing.T) {
	w, s := opened(t)
	want := func(texts ...string) {
		t.Helper()
		list, err := s.Own.Notes(room)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, n := range list {
			got = append(got, n.Text)
		}
		if !slices.Equal(got, texts) {
			t.Errorf("notes %q, want %q", got, texts)
		}
	}
	w.Tap("Notiz hinzufügen")
	w.Type("Was Sie sich", "eins")
	w.Key(fyne.KeyEscape)
	w.Tap("Notiz bearbeiten")
	w.Field("Was Sie sich").SetText("zwei")
	w.Settle()
	w.Key(fyne.KeyEscape)
	w.Tap("Notiz löschen")
	want()
	w.Context.Window.Canvas().Unfocus()
	for _, texts := range [][]string{{"zwei"}, {"eins"}, nil} {
		w.Shortcut(fyne.KeyZ)
		want(texts...)
	}
}

// Ensure that tags are added and removed, offered from other materials, and each
// change is taken back.
func TestTags(t *testing.T) {
	s := uitest.Services(t, files)
	if err := s.Own.SetTags("lernkoffer/arzt", []string{"Montag"}); err != nil {
		t.Fatal(err)
	}
	w := open(t, s, 1280, 800)
	tags := func() []string {
		marked, err := s.Own.Marked()
		if err != nil {
			t.Fatal(err)
		}
		return marked[room].Tags
	}
	w.Tap("Montag")
	w.Context.Window.Canvas().Focus(w.Field("Neues Schlagwort"))
	w.Type("Neues Schlagwort", "  5b  ")
	w.Key(fyne.KeyReturn)
	if got := tags(); !slices.Equal(got, []string{"5b", "Montag"}) {
		t.Fatalf("tags: %q", got)
	}
	w.Tap("Schlagwort „Montag“ entfernen")
	w.Want("5b")
	w.Context.Window.Canvas().Unfocus()
	for _, want := range [][]string{{"5b", "Montag"}, {"Montag"}, nil} {
		w.Shortcut(fyne.KeyZ)
		if got := tags(); !slices.Equal(got, want) {
			t.Errorf("after undo: %q, want %q", got, want)
		}
	}
	w.Context.Window.Canvas().Focus(w.Field("Neues Schlagwort"))
	w.Field("Neues Schlagwort").SetText(strings.Repeat("x", materials.MaxTag+1))
	w.Key(fyne.KeyReturn)
	w.Want("ist zu lang")
}

// Ensure that a use is kept with day and class, newest first, and deleted and
// brought back.
func TestUsesOnTheScreen(t *testing.T) {
	w, s := opened(t)
	w.Type("Klasse", "5b")
	w.Tap("Eintragen")
	w.Want("20.\u00a0November in 5b")
	w.Context.Window.Canvas().Focus(w.Field("Tag"))
	w.Field("Tag").SetText("1. 9.")
	w.Key(fyne.KeyReturn)
	uses, err := s.Own.Uses(room)
	if err != nil || len(uses) != 2 || uses[0].Day != "2026-11-20" || uses[1].Day != "2026-09-01" || uses[1].Class != "5b" {
		t.Fatalf("uses: %v, %v", uses, err)
	}
	w.Field("Tag").SetText("31. 4.")
	w.Tap("Eintragen")
	w.Want("Diesen Tag verstehe ich nicht.")
	w.Tap("Eintrag löschen")
	if uses, _ := s.Own.Uses(room); len(uses) != 1 {
		t.Errorf("after deleting: %v", uses)
	}
	w.Tap("Rückgängig")
	if uses, _ := s.Own.Uses(room); len(uses) != 2 {
		t.Errorf("after undo: %v", uses)
	}
	again := open(t, s, 1280, 800)
	if got := again.Field("Klasse").Text; got != "5b" {
		t.Errorf("the class is %q, not the last one", got)
	}
}

// Ensure that the star is one at once, and Strg+Z takes it back.
func TestStar(t *testing.T) {
	w, s := opened(t)
	w.Tap("Merken")
	if marked, _ := s.Own.Marked(); !marked[room].Favourite {
		t.Error("not marked")
	}
	if w.Surface("Nicht mehr merken") == nil {
		t.Error("the star does not say that it is one")
	}
	w.Shortcut(fyne.KeyZ)
	if marked, _ := s.Own.Marked(); marked[room].Favourite || w.Surface("Merken") == nil {
		t.Error("still marked")
	}
}

// Ensure that words are shown in the languages chosen, and that what is unchecked
// is said to be.
func TestWords(t *testing.T) {
	text := strings.Replace(uitest.Material("klassenzimmer", title, "A1", "school", "2026-09-01"),
		"Lies die Sätze.\n", "Lies die Sätze.\n\n``` words\nTisch, Heft, Tisch\n```\n\n", 1)
	s := uitest.Services(t, files, text)
	withWords(s)
	if err := s.Own.SetSetting("reader.languages", "ar uk xx de"); err != nil {
		t.Fatal(err)
	}
	w := open(t, s, 1280, 800)
	w.Rune('2')
	w.Settle()
	w.Want("der Tisch, die Tische", "das Heft, die Hefte", "Arabisch", "стіл", "Noch nicht muttersprachlich geprüft")
	w.Tap("Sprache „Arabisch“ entfernen")
	w.WantNot("Noch nicht muttersprachlich geprüft")
	w.Tap("Sprache")
	w.TapMenu("Türkisch")
	w.Want("masa")
	if kept, _ := s.Own.Setting("reader.languages"); kept != "uk tr" {
		t.Errorf("kept: %q", kept)
	}
}

// Ensure that a sheet without words says so.
func TestNoWords(t *testing.T) {
	w, _ := opened(t)
	w.Tap("Wörter")
	w.Want("Auf diesem Blatt stehen keine Wörter")
}

// Ensure that what is known is told, and that one gets to what belongs together.
func TestAbout(t *testing.T) {
	s := uitest.Services(t, files, append(slices.Clone(uitest.Library),
		uitest.Material("pause", "In der Pause", "A1", "school", "2026-09-01"))...)
	w := open(t, s, 1280, 800)
	w.Tap("Angaben")
	w.Want("8–14\u00a0Jahre", "1 Seite, Lösung extra", "CC BY-SA 4.0", "Beschulung", "Passt dazu")
	w.Tap("In der Pause")
	w.Want("Sätze und Wörter zu „In der Pause“.")
	w.Menu("Zurück")
	w.Want("Sätze und Wörter zu „" + title + "“.")
}

// Ensure that without an own store the window says why, and one reads all the same.
func TestWithoutOwnStore(t *testing.T) {
	s := uitest.Services(t, files)
	s.Own, s.OwnErr = nil, materials.Errorf(materials.CodeBusy, "Ihre Notizen sind in einem anderen Fenster offen.")
	w := open(t, s, 1280, 800)
	w.Want("Seite 1 von 2", "Notizen und Merken gehen gerade nicht")
	w.WantNot("Schlagwörter")
	w.Rune('2')
	w.Rune('3')
	w.Want("CC BY-SA 4.0")
}

// Ensure that a material that can't be set says why and offers no PDF.
func TestSheetThatCannotBeMade(t *testing.T) {
	broken := strings.Replace(uitest.Material("klassenzimmer", title, "A1", "school", "2026-01-01"),
		"``` cloze bank\n", "``` word-search\nA\n```\n\n``` cloze bank\n", 1)
	w := open(t, uitest.Services(t, files, broken), 1280, 800)
	w.Want("Aus diesem Material wird kein Blatt")
	w.Shortcut(fyne.KeyP)
	w.WantNot("PDF: ")
}

// Ensure that typing in the search field leads into the library.
func TestSearchLeadsToTheLibrary(t *testing.T) {
	w, _ := opened(t)
	w.Type("Suchen", "arz")
	w.Want("Bibliothek: q=a")
	w.WantNot("Meins")
}

// Ensure that the PDF of a teacher's copy has the note that is being written.
func TestTeachersCopy(t *testing.T) {
	w, s := opened(t)
	w.Tap("Notiz hinzufügen")
	test.Type(w.Field("Was Sie sich"), "Gruppe B braucht länger.")
	w.Tap("Drucken oder PDF")
	w.Tap("mit meinen Notizen, nur für mich")
	w.Tap("PDF erstellen")
	w.Want("Das PDF ist fertig.")
	files, err := filepath.Glob(filepath.Join(w.Context.Desktop.Documents(), "Lernkoffer", "*.pdf"))
	if err != nil || len(files) != 1 {
		t.Fatalf("files: %q, %v", files, err)
	}
	if info, err := os.Stat(files[0]); err != nil || info.Size() < 1000 {
		t.Errorf("the file: %v, %v", info, err)
	}
	if kept, _ := s.Own.Setting("pdf.options"); !strings.Contains(kept, `"notes":true`) {
		t.Errorf("remembered: %s", kept)
	}
}

// Ensure that all sizes of window show pages and pane, and come back.
func TestResize(t *testing.T) {
	w, _ := opened(t)
	before := slices.Sorted(slices.Values(w.Texts()))
	for _, size := range []fyne.Size{{Width: 900, Height: 520}, {Width: 1920, Height: 1080}, {Width: 1280, Height: 800}} {
		w.Context.Window.Resize(size)
		w.Settle()
		w.Want(title, "Seite 1 von 2", "Notiz hinzufügen", "Drucken oder PDF")
	}
	if after := slices.Sorted(slices.Values(w.Texts())); !slices.Equal(before, after) {
		t.Errorf("before: %q\nafter: %q", before, after)
	}
}

// Ensure that the keyboard reaches everything, from left to right.
func TestTabOrder(t *testing.T) {
	w, _ := opened(t)
	c := w.Context.Window.Canvas()
	c.Unfocus()
	var order []string
	for range 40 {
		c.FocusNext()
		switch o := c.Focused().(type) {
		case *widgets.Surface:
			order = append(order, o.Label)
		case *widgets.Field:
			order = append(order, o.PlaceHolder)
		}
	}
	at := -1
	for _, want := range []string{
		"Zurück", "Merken", "Drucken oder PDF", "Seite 1 zeigen", "Lösung zeigen", "Nächste Seite", "Größer", "Ganze Seite",
		"Meins", "Angaben", "Notiz hinzufügen", "Notiz zu einer Stelle", "Neues Schlagwort", "Hinzufügen", "Tag", "Klasse", "Eintragen",
	} {
		i := slices.Index(order, want)
		if i <= at {
			t.Errorf("„%s“ is at %d after %d in %q", want, i, at, order)
		}
		at = i
	}
}

// Ensure that the screen looks as it was looked at last.
func TestGolden(t *testing.T) {
	for name, variant := range map[string]fyne.ThemeVariant{"light": fynetheme.VariantLight, "dark": fynetheme.VariantDark} {
		t.Run(name, func(t *testing.T) {
			w := uitest.New(t, files, 1192, 716)
			uitest.Look(t, files, variant)
			w.Context.Services = uitest.Services(t, files)
			screen := reader.New(w.Context)
			shown := test.NewTempWindow(t, screen.Content())
			shown.SetPadded(false)
			shown.Resize(fyne.NewSize(1192, 716))
			screen.Show(string(room))
			w.Settle()
			uitest.Golden(t, "reader-"+name+".xml", test.RenderToMarkup(shown.Canvas()))
		})
	}
}
