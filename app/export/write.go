package export

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	fynedialog "fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"

	"lernkoffer/app"
	"lernkoffer/app/ui"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
	"lernkoffer/materials/worksheet"
)

func (d *dialog) chooseFolder() {
	c := d.context
	closed := func() {}
	chooser := fynedialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		closed()
		if err != nil {
			c.Complain(lang.L("export.unreadable"))
			return
		}
		if folder != nil {
			d.folder = folder.Path()
			d.check()
		}
	}, c.Window)
	chooser.SetTitleText(lang.L("export.choose"))
	chooser.SetConfirmText(lang.L("export.take"))
	chooser.SetOnClosed(func() { closed() })
	closed = c.Modal(chooser.Hide)
	if at, err := storage.ListerForURI(storage.NewFileURI(d.folder)); err == nil {
		chooser.SetLocation(at)
	}
	size := c.Window.Canvas().Size()
	chooser.Resize(fyne.NewSize(size.Width*0.8, size.Height*0.8))
	chooser.Show()
}

// save writes the file, and offers to open it.
func (d *dialog) save() bool {
	c := d.context
	d.write(d.path(), func(files []string) {
		remember(c, folderKey, d.folder)
		c.Toast(ui.Count("export.done", len(files)),
			widgets.Action{Label: lang.L("export.open"), Do: try(c, c.Desktop.OpenFile, files[0])},
			widgets.Action{Label: lang.L("export.openfolder"), Do: try(c, c.Desktop.OpenFolder, filepath.Dir(files[0]))})
	})
	return true
}

// print writes the sheet where it is in nobody's way, and shows it in the program
// that the system has for it: there one sees what will be printed, and how.
func (d *dialog) print() bool {
	c := d.context
	folder := c.Services.Cache
	if folder == "" {
		folder = os.TempDir()
	}
	name := FileName(d.name.Text, d.material.ID.Slug())
	d.write(filepath.Join(folder, "Lernkoffer-Druck", name), func(files []string) {
		for _, file := range files {
			if err := c.Desktop.OpenFile(file); err != nil {
				c.Complain(openMessage(err))
				return
			}
		}
		c.Toast(lang.L("export.printing"))
	})
	return true
}

// write makes the files off the screen's goroutine and then calls done.
func (d *dialog) write(path string, done func(files []string)) {
	c, id, choice := d.context, d.material.ID, d.choice
	remember(c, choiceKey, choice.String())
	var latest ui.Latest // of its own: a second sheet does not replace this one
	ui.Load(c, &latest, func(context.Context) ([]string, error) {
		sheet, err := c.Services.Sheet(id, choice.Options(), choice.Notes)
		if err != nil {
			return nil, err
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return nil, notWritable(filepath.Dir(path), err)
		}
		return c.Services.WritePDF(app.Join([]*worksheet.Sheet{sheet}, choice.Part), path)
	}, func(files []string, err error) {
		if err != nil {
			c.Complain(materials.ErrorMessage(err))
			return
		}
		done(files)
	})
}

// remember keeps a setting. What is not kept is chosen again.
func remember(c *ui.Context, key, value string) {
	if c.Services.Own != nil {
		_ = c.Services.Own.SetSetting(key, value)
	}
}

func notWritable(folder string, err error) error {
	return &materials.Error{
		Code:    materials.CodeBusy,
		Message: lang.L("export.unwritable", map[string]any{"Folder": folder}),
		Err:     err,
	}
}

func try(c *ui.Context, do func(string) error, path string) func() {
	return func() {
		if err := do(path); err != nil {
			c.Complain(openMessage(err))
		}
	}
}

func openMessage(err error) string {
	var known *materials.Error
	if errors.As(err, &known) {
		return known.Message
	}
	return lang.L("export.noviewer")
}
