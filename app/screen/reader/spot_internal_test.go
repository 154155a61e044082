package reader

import (
	"testing"

	"lernkoffer/app/uitest"
	"lernkoffer/assets"
	"lernkoffer/materials/worksheet"
)

// Ensure that passages are found on the pages where pupils read them: sentences
// with gaps in their task, though the solution has them whole.
func TestPassageSpots(t *testing.T) {
	files := uitest.Files{Fonts: assets.Fonts, Icons: assets.Icons, Texts: assets.Lang, Pictograms: assets.Pictograms}
	s := uitest.Services(t, files)
	m := NewModel(s)
	if err := m.Open("lernkoffer/klassenzimmer"); err != nil {
		t.Fatal(err)
	}
	sheet, err := s.Sheet(m.ID(), worksheet.Options{}, false)
	if err != nil {
		t.Fatal(err)
	}
	passages := append([]Passage{{Text: "nirgends", printed: []string{"Das steht nirgends auf dem Blatt."}}}, m.Passages()...)
	spots := passageSpots(allPages(sheet), len(sheet.Pupil.Pages), passages)
	if spots[0].Page != -1 {
		t.Errorf("a text that is not there stands at %+v", spots[0])
	}
	above := 0.0
	for i, spot := range spots[1:] {
		text := passages[i+1].Text
		if spot.Page != 0 {
			t.Errorf("„%s“ is on page %d", text, spot.Page)
		}
		if spot.Top <= above || spot.Bottom <= spot.Top || spot.Right <= spot.Left || spot.Left < 15 || spot.Right > 195 {
			t.Errorf("„%s“ stands at %+v, below %g", text, spot, above)
		}
		above = spot.Top
	}
}
