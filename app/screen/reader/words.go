package reader

import (
	"context"
	"image"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lernkoffer/app/export"
	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/app/widgets"
	"lernkoffer/materials"
	"lernkoffer/materials/picture"
	"lernkoffer/materials/raster"
)

// wordView shows the words of the sheet with pictures, and in the languages that
// the teacher chooses.
type wordView struct {
	pane      *pane
	languages []string // to choose from
	chosen    []string
	latest    ui.Latest
	list      *fyne.Container
	pictures  map[string]*canvas.Image // by the ids of words
	writings  map[string]*fyne.Container
}

const (
	wordPicture float32 = 40
	// The picture and the room beside it.
	wordSide = wordPicture + 8 + 12
)

func newWordView(p *pane) *wordView {
	v := &wordView{pane: p, list: widgets.Column(12)}
	s := p.screen
	v.languages = export.GlossLanguages(s.context.Services.Library.Words())
	v.chosen = s.model.Languages()
	return v
}

// show returns the words of the material.
func (v *wordView) show() fyne.CanvasObject {
	words := v.pane.screen.model.Words()
	if len(words) == 0 {
		return widgets.NewParagraph(lang.L("reader.words.none"), theme.TextBody, theme.Ink2, 1).Fit(v.pane.inner(), 4)
	}
	names := make([]string, len(v.languages))
	for i, l := range v.languages {
		names[i] = materials.Languages.Label(l)
	}
	several := widgets.NewSeveral(lang.L("export.language"), names, export.MostGlosses,
		func(name string) string { return lang.L("export.language.remove", map[string]any{"Name": name}) }, v.choose)
	var chosen []int
	for _, l := range v.chosen {
		if i := slices.Index(v.languages, l); i >= 0 {
			chosen = append(chosen, i)
		}
	}
	several.Set(chosen)
	v.fill(words)
	return widgets.Column(14, several, v.list)
}

func (v *wordView) choose(chosen []int) {
	v.chosen = nil
	for _, i := range chosen {
		v.chosen = append(v.chosen, v.languages[i])
	}
	if v.pane.screen.context.Services.Own != nil {
		_ = v.pane.screen.model.SetLanguages(v.chosen) // what is not kept is chosen again
	}
	v.fill(v.pane.screen.model.Words())
	v.pane.body.Refresh()
}

// fill lists the words, and has painted what Fyne can't.
func (v *wordView) fill(words []materials.Word) {
	v.list.Objects = nil
	v.pictures, v.writings = make(map[string]*canvas.Image), make(map[string]*fyne.Container)
	unchecked := make(map[string]bool)
	for _, w := range words {
		v.list.Add(v.row(w))
		for _, l := range v.chosen {
			if g, ok := w.Glosses[l]; ok && g.Status == "unchecked" {
				unchecked[l] = true
			}
		}
	}
	var doubtful []string
	for _, l := range v.chosen {
		if unchecked[l] {
			doubtful = append(doubtful, materials.Languages.Label(l))
		}
	}
	if len(doubtful) > 0 {
		v.list.Add(widgets.NewCallout(widgets.MoodHint, lang.L("reader.words.unchecked"), strings.Join(doubtful, ", ")+".", v.pane.inner()))
	}
	v.list.Refresh()
	v.paint(words)
}

func (v *wordView) row(w materials.Word) fyne.CanvasObject {
	width := v.pane.inner() - wordSide
	text := widgets.Column(2, widgets.NewBoldParagraph(spoken(w), theme.TextBody, theme.Ink, 1).Fit(width, 2))
	for _, l := range v.chosen {
		text.Add(v.gloss(w, l, width))
	}
	img := &canvas.Image{FillMode: canvas.ImageFillContain}
	img.Hide()
	white := canvas.NewRectangle(image.White.C) // pictures are made for paper
	white.CornerRadius = theme.RadiusRow
	tile := widgets.Sized(wordPicture+8, wordPicture+8, container.NewStack(
		white, widgets.PadAll(4, img), widgets.NewBox(theme.Dim, theme.Frame, theme.RadiusRow, 1)))
	if w.Picture != "" {
		v.pictures[w.ID] = img
	} else {
		tile.Objects[0].Hide()
	}
	return widgets.Row(12, tile, widgets.Grow(text))
}

// spoken is a word with what one learns with it: "der Stift, die Stifte".
func spoken(w materials.Word) string {
	text := w.WithArticle()
	switch {
	case w.PartOfSpeech == "noun" && w.Plural != "" && w.Plural != w.Lemma:
		text += ", die " + w.Plural
	case w.Forms.Third != "":
		text += ", " + w.Forms.Third
	}
	return text
}

func (v *wordView) gloss(w materials.Word, language string, width float32) fyne.CanvasObject {
	const names = 84
	name := widgets.Sized(names, 0, widgets.NewParagraph(materials.Languages.Label(language), theme.TextSecond, theme.Ink2, 1))
	g, ok := w.Glosses[language]
	var text fyne.CanvasObject
	switch {
	case !ok || g.Text == "":
		text = widgets.NewParagraph("–", theme.TextPane, theme.Ink2, 1)
	case foreign(g.Text):
		box := container.NewHBox()
		v.writings[language+" "+w.ID] = box
		text = box
	default:
		text = widgets.NewParagraph(g.Text, theme.TextPane, theme.Ink, 1).Fit(width-names-8, 3)
	}
	return widgets.Row(8, name, widgets.Grow(text))
}

// painted is what was made off the screen's goroutine.
type painted struct {
	pictures map[string]image.Image
	writings map[string]writing
}

// paint makes pictures and writing.
func (v *wordView) paint(words []materials.Word) {
	c := v.pane.screen.context
	scale, chosen := c.Window.Canvas().Scale(), slices.Clone(v.chosen)
	room := v.pane.inner() - wordSide - 92
	ui.Load(c, &v.latest, func(ctx context.Context) (painted, error) {
		out := painted{make(map[string]image.Image), make(map[string]writing)}
		for _, w := range words {
			if err := ctx.Err(); err != nil {
				return painted{}, err
			}
			if img := drawing(c.Services.Pictures, w.Picture, int(wordPicture*scale+0.5)); img != nil {
				out.pictures[w.ID] = img
			}
			for _, l := range chosen {
				if g := w.Glosses[l]; foreign(g.Text) {
					if img, err := write(c.Services.Sheets.Fonts, g.Text, l, room, scale); err == nil {
						out.writings[l+" "+w.ID] = img
					}
				}
			}
		}
		return out, nil
	}, func(p painted, err error) {
		if err == nil {
			v.fillIn(p)
		}
	})
}

// fillIn shows what was painted.
func (v *wordView) fillIn(p painted) {
	for id, img := range v.pictures {
		if p.pictures[id] != nil {
			img.Image = p.pictures[id]
			img.Show()
			img.Refresh()
		}
	}
	for key, box := range v.writings {
		if w, ok := p.writings[key]; ok {
			box.Objects = []fyne.CanvasObject{widgets.NewMask(w.image, w.size, theme.Ink)}
			box.Refresh()
		}
	}
	v.list.Refresh()
	v.pane.body.Refresh()
}

// drawing paints a picture of the sets; nil if it can't be had.
func drawing(pictures materials.Pictures, name string, pixels int) image.Image {
	if pictures == nil || name == "" {
		return nil
	}
	svg, err := pictures.SVG(name, true)
	if err != nil {
		return nil
	}
	pic, err := picture.Parse(svg)
	if err != nil {
		return nil
	}
	return raster.RenderPicture(pic, pixels, pixels)
}
