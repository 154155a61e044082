package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"lernkoffer/app/theme"
	"lernkoffer/app/uitest"
	"lernkoffer/app/widgets"
)

// Ensure that the parts look as they were looked at last: sizes, places, colours.
func TestGolden(t *testing.T) {
	brief := widgets.Brief{
		Title: "Im Klassenzimmer: Lückentext und Artikel", Level: "A1", Kind: "Arbeitsblatt",
		Facts: "8–14 J. · 30 min", Note: true, Favourite: true,
	}
	nothing := func() {}
	tests := []struct {
		name          string
		make          func() fyne.CanvasObject
		width, height float32
	}{
		{"card", func() fyne.CanvasObject {
			c := widgets.NewCard()
			c.Set(brief, widgets.State{Chosen: true, Focused: true})
			return c
		}, 184, widgets.CardHeight},
		{"row", func() fyne.CanvasObject {
			c := widgets.NewRow()
			c.Set(brief, widgets.State{})
			return c
		}, 508, widgets.RowHeight},
		{"facets", func() fyne.CanvasObject {
			head := widgets.NewFacetHead("Niveau", nothing)
			head.Set(true, "1 gewählt")
			chosen, none := widgets.NewFacetRow("A1", nothing), widgets.NewFacetRow("B2", nothing)
			chosen.Set(27, true)
			none.Set(0, false)
			return widgets.Column(0, head.Object(), chosen.Object(), none.Object())
		}, 216, 90},
		{"buttons", func() fyne.CanvasObject {
			return widgets.Column(8,
				widgets.NewFilled(theme.GlyphPDF, "PDF erstellen", nothing),
				widgets.NewOutlined(theme.GlyphFolder, "Ändern", nothing),
				widgets.NewLink("", "Zurücksetzen", nothing),
				widgets.NewChip("Schule", "Filter „Schule“ entfernen", nothing),
				widgets.NewSegmented([]widgets.Segment{{Label: "am Ende"}, {Label: "ohne"}}, nil))
		}, 240, 200},
		{"callouts", func() fyne.CanvasObject {
			return widgets.Column(8,
				widgets.NewCallout(widgets.MoodHint, "Notizen gehen gerade nicht", "Schließen Sie das andere Fenster.", 300),
				widgets.NewCallout(widgets.MoodFault, "Nicht gespeichert", "Der Datenträger ist voll.", 300))
		}, 300, 150},
	}
	for name, variant := range map[string]fyne.ThemeVariant{"light": fynetheme.VariantLight, "dark": fynetheme.VariantDark} {
		for _, tt := range tests {
			t.Run(tt.name+"-"+name, func(t *testing.T) {
				uitest.Look(t, files, variant)
				c := show(t, tt.make(), tt.width, tt.height)
				uitest.Golden(t, tt.name+"-"+name+".xml", test.RenderToMarkup(c))
			})
		}
	}
}
