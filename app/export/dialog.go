package export

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
)

// What is remembered for the next sheet.
const (
	folderKey = "pdf.folder"
	choiceKey = "pdf.options"
)

// dialog asks how a sheet should be.
type dialog struct {
	context   *ui.Context
	material  *materials.Material
	choice    Choice
	folder    string
	levels    []string
	languages []string
	noted     bool // there are notes on the material

	ask    *ui.Dialog
	name   *widgets.Field
	where  *widgets.Paragraph
	extent *widgets.Paragraph
	hint   *widgets.Paragraph
	count  ui.Latest
}

// Ask opens the dialog for a material.
func Ask(c *ui.Context, id materials.ID) {
	m, err := c.Services.Library.Material(id)
	if err != nil {
		c.Complain(materials.ErrorMessage(err))
		return
	}
	d := &dialog{context: c, material: m, folder: lastFolder(c), levels: Levels(m)}
	d.choice = ParseChoice(setting(c, choiceKey)).For(m)
	d.languages = GlossLanguages(c.Services.Library.Words())
	if own := c.Services.Own; own != nil {
		notes, err := own.Notes(id)
		d.noted = err == nil && len(notes) > 0
	}
	d.choice.Notes = d.choice.Notes && d.noted
	d.open()
}

// setting reads what is remembered, "" where nothing is.
func setting(c *ui.Context, key string) string {
	if c.Services.Own == nil {
		return ""
	}
	// What can't be read is as at first.
	text, _ := c.Services.Own.Setting(key)
	return text
}

// lastFolder is the last folder used, or one of our own among the documents.
func lastFolder(c *ui.Context) string {
	if folder := setting(c, folderKey); folder != "" {
		return folder
	}
	return filepath.Join(c.Desktop.Documents(), "Lernkoffer")
}

func (d *dialog) open() {
	d.name = widgets.NewField(lang.L("export.name"))
	d.name.SetText(d.material.ID.Slug())
	d.name.OnChanged = func(string) { d.check() }
	d.where = widgets.NewParagraph(d.folder, theme.TextBody, theme.Ink, 1)
	d.extent = widgets.NewBoldParagraph("…", theme.TextBody, theme.Ink, 1)
	d.hint = widgets.NewParagraph("", theme.TextPane, theme.Amber, 2)
	d.ask = &ui.Dialog{
		Title:   lang.L("export.title", map[string]any{"Title": d.material.Title}),
		Confirm: lang.L("detail.pdf"), OnConfirm: d.save,
		Other: lang.L("export.print"), OnOther: d.print,
		Width: ui.WideDialog,
	}
	d.name.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name != fyne.KeyReturn && e.Name != fyne.KeyEnter {
			return false
		}
		if !d.ask.Disabled() && d.save() {
			d.ask.Hide()
		}
		return true
	}
	change := widgets.NewOutlined(theme.GlyphFolder, lang.L("export.change"), d.chooseFolder)
	file := widgets.RowAligned(widgets.AlignStart, 16,
		widgets.Sized(220, 0, labelled("export.name", d.name)),
		widgets.Grow(labelled("export.folder", widgets.Sized(0, theme.Control, widgets.Row(8, widgets.Grow(d.where), change)))))
	d.ask.Body = widgets.Column(10, d.firstRow(), d.secondRow(), d.glossRow(), d.ticks(), widgets.HLine(), file, d.hint)
	d.check()
	d.recount()
	d.context.Ask(d.ask)
}

func labelled(key string, o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Column(4, widgets.NewText(lang.L(key), theme.TextSmall, theme.Ink2), o)
}

// firstRow asks for solution and group, and says how many pages that gives.
func (d *dialog) firstRow() fyne.CanvasObject {
	part := widgets.NewSegmented([]widgets.Segment{
		{Label: lang.L("export.with")}, {Label: lang.L("export.separate")}, {Label: lang.L("export.none")},
	}, func(i int) { d.change(func(c *Choice) { c.Part = Parts[i] }) })
	part.Set(slices.Index(Parts, d.choice.Part))
	group := widgets.NewSegmented([]widgets.Segment{{Label: Groups[0]}, {Label: Groups[1]}},
		func(i int) { d.change(func(c *Choice) { c.Group = Groups[i] }) })
	group.Set(slices.Index(Groups, d.choice.Group))
	return widgets.RowAligned(widgets.AlignStart, 20,
		labelled("export.solution", widgets.Row(0, part)),
		labelled("export.group", widgets.Row(0, group)),
		widgets.Grow(labelled("export.extent", widgets.Sized(0, theme.ControlBar, widgets.Column(0, widgets.Pad(6, 0, 0, 0, d.extent))))))
}

// secondRow asks for level, script and ruling.
func (d *dialog) secondRow() fyne.CanvasObject {
	row := widgets.RowAligned(widgets.AlignStart, 16)
	if len(d.levels) > 1 {
		labels := make([]string, len(d.levels))
		for i, level := range d.levels {
			labels[i] = materials.Levels.Label(level)
		}
		labels[0] = lang.L("export.level.all")
		row.Add(d.dropdown("export.level", labels, slices.Index(d.levels, d.choice.Level), func(c *Choice, i int) { c.Level = d.levels[i] }))
	}
	row.Add(d.dropdown("export.script", []string{
		lang.L("export.script.print"), lang.L("export.script.grund"), lang.L("export.script.va"), lang.L("export.script.la"), lang.L("export.script.sas"),
	}, slices.Index(Scripts, d.choice.Script), func(c *Choice, i int) { c.Script = Scripts[i] }))
	rulings := make([]string, len(Rulings))
	for i, r := range Rulings {
		rulings[i] = lang.L("export.ruling.some", map[string]any{"N": r})
	}
	rulings[0] = lang.L("export.ruling.own")
	row.Add(d.dropdown("export.ruling", rulings, slices.Index(Rulings, d.choice.Ruling), func(c *Choice, i int) { c.Ruling = Rulings[i] }))
	return row
}

func (d *dialog) dropdown(key string, values []string, chosen int, set func(c *Choice, i int)) fyne.CanvasObject {
	const width = 176
	menu := widgets.NewDropdown(lang.L(key), values, func(i int) { d.change(func(c *Choice) { set(c, i) }) })
	menu.Set(max(0, chosen))
	return labelled(key, widgets.Sized(width, 0, menu))
}

// glossRow asks for the languages that words are given in.
func (d *dialog) glossRow() fyne.CanvasObject {
	names := make([]string, len(d.languages))
	for i, l := range d.languages {
		names[i] = materials.Languages.Label(l)
	}
	several := widgets.NewSeveral(lang.L("export.language"), names, MostGlosses,
		func(name string) string { return lang.L("export.language.remove", map[string]any{"Name": name}) },
		func(chosen []int) {
			d.change(func(c *Choice) {
				c.Gloss = nil
				for _, i := range chosen {
					c.Gloss = append(c.Gloss, d.languages[i])
				}
			})
		})
	var chosen []int
	for _, l := range d.choice.Gloss {
		if i := slices.Index(d.languages, l); i >= 0 {
			chosen = append(chosen, i)
		}
	}
	several.Set(chosen)
	return labelled("export.gloss", several)
}

func (d *dialog) ticks() fyne.CanvasObject {
	grey := widgets.NewTick(lang.L("export.grey"), func(on bool) { d.change(func(c *Choice) { c.Grey = on }) })
	grey.Set(d.choice.Grey)
	row := widgets.Row(16, grey.Object())
	if d.noted {
		notes := widgets.NewTick(lang.L("export.notes"), func(on bool) { d.change(func(c *Choice) { c.Notes = on }) })
		notes.Set(d.choice.Notes)
		row.Add(notes.Object())
	}
	return row
}

func (d *dialog) change(set func(*Choice)) {
	set(&d.choice)
	d.recount()
}

// recount says how many pages there will be, or why there is no sheet.
func (d *dialog) recount() {
	services, id, choice := d.context.Services, d.material.ID, d.choice
	ui.Load(d.context, &d.count, func(context.Context) (Counts, error) {
		sheet, err := services.Sheet(id, choice.Options(), choice.Notes)
		if err != nil {
			return Counts{}, err
		}
		return CountPages(sheet, choice.Part), nil
	}, func(n Counts, err error) {
		d.ask.SetDisabled(err != nil)
		if err != nil {
			d.extent.SetText("–")
			d.hint.SetText(materials.ErrorMessage(err))
			return
		}
		d.extent.SetText(extent(n))
		d.check()
	})
}

func extent(n Counts) string {
	text := ui.Count("fact.pages", n.Pupil)
	if n.Solution > 0 {
		text += " + " + lang.L("export.solutionpages", map[string]any{"N": n.Solution})
	}
	return text
}

// path is the file to write.
func (d *dialog) path() string {
	return filepath.Join(d.folder, FileName(d.name.Text, d.material.ID.Slug()))
}

// check says what will happen to a file that is there already.
func (d *dialog) check() {
	text := ""
	if _, err := os.Stat(d.path()); err == nil {
		text = lang.L("export.replaces")
	}
	d.where.SetText(tail(d.folder, folderWidth))
	d.hint.SetText(text)
}

// folderWidth is the room for the folder's name.
const folderWidth = ui.WideDialog - 220 - 16 - 112

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
