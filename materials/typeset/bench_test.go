package typeset_test

import (
	"testing"

	"lernkoffer/materials/typeset"
)

func BenchmarkLayout(b *testing.B) {
	spans := []typeset.Span{plain("Lina geht in die vierte Klasse. Heute bringt sie ihre große Schwester mit, " +
		"denn im Klassenzimmer „Füchse“ feiern alle zusammen ein Fest. Es gibt Kuchen, Saft und viel Musik; " +
		"die Eltern erzählen, wie man bei ihnen zu Hause feiert.")}
	for b.Loop() {
		if _, err := fonts.Layout(spans, typeset.Options{Width: 120}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDots(b *testing.B) {
	lines, err := fonts.Layout([]typeset.Span{{Text: "Straßenbahn", Style: typeset.Style{Family: typeset.FamilySAS, Size: 28}}}, typeset.Options{})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		lines[0].Runs[0].Dots()
	}
}
