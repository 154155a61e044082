package browse

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"

	"lernkoffer/app"
	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
	"lernkoffer/materials/worksheet"
)

// folderKey keeps the folder that PDFs were last written to.
const folderKey = "pdf.folder"

var exportParts = []worksheet.Part{worksheet.PartWith, worksheet.PartSeparate, worksheet.PartNone}

// export is the dialog that makes a PDF.
type export struct {
	screen *Screen
	id     materials.ID
	folder string
	part   *widgets.Segmented
	name   *widgets.Field
	where  *widgets.Paragraph
	hint   *widgets.Paragraph
	latest ui.Latest
}

// Print implements ui.Printable.
func (s *Screen) Print() {
	row := s.model.Selected()
	if row == nil {
		s.context.Complain(lang.L("export.nothing"))
		return
	}
	if s.detail.pdf.Disabled() {
		return
	}
	e := &export{screen: s, id: row.Meta.ID, folder: s.exportFolder()}
	e.part = widgets.NewSegmented([]widgets.Segment{
		{Label: lang.L("export.with")}, {Label: lang.L("export.separate")}, {Label: lang.L("export.none")},
	}, func(int) { e.check() })
	e.name = widgets.NewField(lang.L("export.name"))
	e.name.SetText(row.Meta.ID.Slug())
	e.name.OnChanged = func(string) { e.check() }
	e.where = widgets.NewParagraph(tail(e.folder, folderWidth), theme.TextBody, theme.Ink, 1)
	e.hint = widgets.NewParagraph("", theme.TextPane, theme.Amber, 1)
	d := &ui.Dialog{
		Title:     lang.L("export.title", map[string]any{"Title": row.Meta.Title}),
		Confirm:   lang.L("detail.pdf"),
		OnConfirm: e.confirm,
	}
	e.name.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name != fyne.KeyReturn && ev.Name != fyne.KeyEnter {
			return false
		}
		if e.confirm() {
			d.Hide()
		}
		return true
	}
	body := widgets.Column(12)
	if len(s.detail.desk.pages) > s.detail.desk.pupil {
		body.Add(labelled("export.solution", widgets.Row(0, e.part)))
	}
	change := widgets.NewOutlined(theme.GlyphFolder, lang.L("export.change"), e.chooseFolder)
	body.Add(labelled("export.name", e.name))
	body.Add(labelled("export.folder", widgets.Row(8, widgets.Grow(e.where), change)))
	body.Add(e.hint)
	d.Body = body
	e.check()
	s.context.Ask(d)
}

func labelled(key string, o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Column(4, widgets.NewText(lang.L(key), theme.TextSmall, theme.Ink2), o)
}

// exportFolder is the last folder used, or one of our own among the documents.
func (s *Screen) exportFolder() string {
	if own := s.context.Services.Own; own != nil {
		if folder, err := own.Setting(folderKey); err == nil && folder != "" {
			return folder
		}
	}
	return filepath.Join(s.context.Desktop.Documents(), "Lernkoffer")
}

// check says what will happen to a file that is there already.
func (e *export) check() {
	text := ""
	if _, err := os.Stat(e.path()); err == nil {
		text = lang.L("export.replaces")
	}
	e.where.SetText(tail(e.folder, folderWidth))
	e.hint.SetText(text)
}

// folderWidth is the room for the folder's name.
const folderWidth = ui.DialogWidth - 112

// tail shortens a path from the left: its end says more.
func tail(path string, width float32) string {
	fits := func(s string) bool {
		return fyne.MeasureText(s, theme.TextBody, fyne.TextStyle{}).Width <= width
	}
	short := path
	for rest := path; !fits(short); {
		_, after, ok := strings.Cut(rest, string(filepath.Separator))
		if !ok {
			break
		}
		rest = after
		short = "…" + string(filepath.Separator) + rest
	}
	return short
}

// path is the file to write. What a file name can't hold is left out of it.
func (e *export) path() string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return -1
		}
		return r
	}, strings.TrimSpace(e.name.Text))
	name = strings.TrimSuffix(strings.Trim(name, ". "), ".pdf")
	if name == "" {
		name = e.id.Slug()
	}
	return filepath.Join(e.folder, name+".pdf")
}

func (e *export) chooseFolder() {
	c := e.screen.context
	closed := func() {}
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		closed()
		if err != nil {
			c.Complain(lang.L("export.unreadable"))
			return
		}
		if folder != nil {
			e.folder = folder.Path()
			e.check()
		}
	}, c.Window)
	d.SetTitleText(lang.L("export.choose"))
	d.SetConfirmText(lang.L("export.take"))
	d.SetOnClosed(func() { closed() })
	closed = c.Modal(d.Hide)
	if at, err := storage.ListerForURI(storage.NewFileURI(e.folder)); err == nil {
		d.SetLocation(at)
	}
	size := c.Window.Canvas().Size()
	d.Resize(fyne.NewSize(size.Width*0.8, size.Height*0.8))
	d.Show()
}

// confirm writes the file off the screen's goroutine.
func (e *export) confirm() bool {
	c, path, part := e.screen.context, e.path(), exportParts[e.part.Chosen()]
	ui.Load(c, &e.latest, func(context.Context) ([]string, error) {
		sheet, err := c.Services.Sheet(e.id, worksheet.Options{Part: part}, false)
		if err != nil {
			return nil, err
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return nil, notWritable(filepath.Dir(path), err)
		}
		return c.Services.WritePDF(app.Join([]*worksheet.Sheet{sheet}, part), path)
	}, func(files []string, err error) { e.done(files, err) })
	return true
}

func notWritable(folder string, err error) error {
	return &materials.Error{
		Code:    materials.CodeBusy,
		Message: lang.L("export.unwritable", map[string]any{"Folder": folder}),
		Err:     err,
	}
}

func (e *export) done(files []string, err error) {
	c := e.screen.context
	if err != nil {
		c.Complain(materials.ErrorMessage(err))
		return
	}
	if own := c.Services.Own; own != nil {
		// A folder that is not remembered is chosen again.
		_ = own.SetSetting(folderKey, e.folder)
	}
	try := func(do func(string) error, path string) func() {
		return func() {
			if err := do(path); err != nil {
				c.Complain(openMessage(err))
			}
		}
	}
	c.Toast(ui.Count("export.done", len(files)),
		widgets.Action{Label: lang.L("export.open"), Do: try(c.Desktop.OpenFile, files[0])},
		widgets.Action{Label: lang.L("export.openfolder"), Do: try(c.Desktop.OpenFolder, filepath.Dir(files[0]))})
}

func openMessage(err error) string {
	var known *materials.Error
	if errors.As(err, &known) {
		return known.Message
	}
	return lang.L("export.noviewer")
}
