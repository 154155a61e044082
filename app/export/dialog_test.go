package export_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lernkoffer/app"
	"lernkoffer/app/export"
	"lernkoffer/app/ui"
	"lernkoffer/app/uitest"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
)

// blank is a screen that shows nothing.
type blank struct{}

func (blank) Content() fyne.CanvasObject { return widgets.NewText("", 14, "") }
func (blank) Show(string)                {}
func (blank) Params() string             { return "" }
func (blank) Close()                     {}

// ask opens the dialog in a window of the least size.
func ask(t *testing.T, s *app.Services) *uitest.Window {
	t.Helper()
	w := uitest.New(t, files, 900, 520).Open(s, ui.Entry{Name: "blank", Label: "browse.name", New: func(*ui.Context) ui.Screen { return blank{} }})
	export.Ask(w.Context, room)
	w.Settle()
	return w
}

// twoLevels is a material with a part for A1 alone.
func twoLevels() string {
	text := uitest.Material("klassenzimmer", "Im Klassenzimmer", "A1, A2", "school", "2026-09-01")
	return text + "\n``` cloze level=A1\nDie Tafel ist [grün].\n```\n"
}

// Ensure that the pages are counted before anything is written, by what is chosen.
func TestPageCount(t *testing.T) {
	w := ask(t, uitest.Services(t, files))
	w.Want("PDF: ", "1 Seite + 1 Lösung")
	w.Tap("ohne")
	w.WantNot("+ 1 Lösung")
	w.Want("1 Seite")
	w.Tap("am Ende")
	w.Want("1 Seite + 1 Lösung")
}

// Ensure that the dialog fits into the smallest window.
func TestDialogFits(t *testing.T) {
	s := uitest.Services(t, files, twoLevels())
	if _, err := s.Own.PutNote(materials.Note{Material: room, Text: "x"}); err != nil {
		t.Fatal(err)
	}
	w := ask(t, s)
	overlay := w.Context.Window.Canvas().Overlays().Top()
	if overlay == nil {
		t.Fatal("no dialog")
	}
	for _, o := range w.Objects() {
		if s, ok := o.(*widgets.Surface); ok && s.Label == "PDF erstellen" {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s)
			if bottom := at.Y + s.Size().Height; bottom > 520-8 || at.Y < 300 {
				t.Errorf("the buttons end at %g", bottom)
			}
			return
		}
	}
	t.Error("no button")
}

// Ensure that all that is chosen is remembered for the next sheet.
func TestChoiceIsRemembered(t *testing.T) {
	s := uitest.Services(t, files, twoLevels())
	if _, err := s.Own.PutNote(materials.Note{Material: room, Text: "x"}); err != nil {
		t.Fatal(err)
	}
	w := ask(t, s)
	w.Tap("als eigene Datei")
	w.Tap("B")
	w.Tap("Niveau")
	w.TapMenu("A1")
	w.Tap("Schrift zum Nachspuren")
	w.TapMenu("Grundschrift")
	w.Tap("Lineatur")
	w.TapMenu("Lineatur 2")
	w.Tap("Graustufen")
	w.Tap("mit meinen Notizen, nur für mich")
	w.Tap("PDF erstellen")
	w.Want("Die 2 PDF-Dateien sind fertig.")
	kept, err := s.Own.Setting("pdf.options")
	want := `{"part":"separate","group":"B","level":"A1","script":"grund","ruling":"2","grey":true,"notes":true}`
	if err != nil || kept != want {
		t.Errorf("remembered %s, %v", kept, err)
	}
	again := ask(t, s)
	again.Want("A1", "Grundschrift", "Lineatur 2")
}

// Ensure that a sheet that can't be made says why, and nothing is written.
func TestSheetThatCannotBeMade(t *testing.T) {
	broken := strings.Replace(twoLevels(), "``` cloze bank\n", "``` word-search\nA\n```\n\n``` cloze bank\n", 1)
	w := ask(t, uitest.Services(t, files, broken))
	w.Want("Im Klassenzimmer", "–")
	w.WantNot("1 Seite")
	w.Tap("PDF erstellen")
	w.Tap("Drucken")
	w.Key(fyne.KeyReturn)
	w.Want("PDF: ")
	if entries, err := os.ReadDir(w.Context.Desktop.Documents()); err != nil || len(entries) > 0 || len(w.Opened) > 0 {
		t.Errorf("written: %v, %v, opened %q", entries, err, w.Opened)
	}
}

// Ensure that printing writes the sheet aside and opens it.
func TestPrint(t *testing.T) {
	s := uitest.Services(t, files)
	s.Cache = t.TempDir()
	w := ask(t, s)
	w.Tap("Drucken")
	w.Want("Das Blatt ist geöffnet.")
	if len(w.Opened) != 1 || !strings.HasPrefix(w.Opened[0], s.Cache) {
		t.Fatalf("opened: %q", w.Opened)
	}
	if data, err := os.ReadFile(w.Opened[0]); err != nil || !strings.HasPrefix(string(data), "%PDF-") {
		t.Errorf("%v, begins %.5q", err, data)
	}
	if entries, err := os.ReadDir(w.Context.Desktop.Documents()); err != nil || len(entries) > 0 {
		t.Errorf("among the documents: %v, %v", entries, err)
	}
}

// Ensure that where nothing can open the sheet the window says so.
func TestPrintWithoutViewer(t *testing.T) {
	s := uitest.Services(t, files)
	s.Cache = t.TempDir()
	w := ask(t, s)
	w.Context.Desktop.OpenFile = func(string) error {
		return materials.Errorf(materials.CodeNotFound, "Dafür gibt es hier kein Programm.")
	}
	w.Tap("Drucken")
	w.Want("Dafür gibt es hier kein Programm.")
}

// Ensure that without an own store a sheet is written all the same.
func TestExportWithoutOwnStore(t *testing.T) {
	s := uitest.Services(t, files)
	s.Own, s.OwnErr = nil, materials.Errorf(materials.CodeBusy, "Ihre Notizen sind in einem anderen Fenster offen.")
	w := ask(t, s)
	w.WantNot("mit meinen Notizen")
	w.Tap("PDF erstellen")
	w.Want("Das PDF ist fertig.")
	if _, err := os.Stat(filepath.Join(w.Context.Desktop.Documents(), "Lernkoffer", "klassenzimmer.pdf")); err != nil {
		t.Error(err)
	}
}

// Ensure that an unknown material opens no dialog.
func TestAskUnknown(t *testing.T) {
	w := uitest.New(t, files, 900, 520).Open(uitest.Services(t, files), ui.Entry{Name: "blank", Label: "browse.name", New: func(*ui.Context) ui.Screen { return blank{} }})
	export.Ask(w.Context, "lernkoffer/fehlt")
	w.Settle()
	w.Want("gibt es nicht")
	w.WantNot("PDF: ")
}
