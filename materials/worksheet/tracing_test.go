package worksheet_test

import (
	"strings"
	"testing"

	"lernkoffer/materials/page"
)

// Ensure that there is a copy to trace of every letter, however long the model.
func TestTracing(t *testing.T) {
	b := library(t)
	for _, model := range []string{"m", "Schule", "Ferienwohnung", "Ich heiße Milad und wohne in der Linie 61."} {
		sheet := b.build(t, parse(t, "", block("tracing ruling=1", model)), nil)
		var solid, dotted strings.Builder
		for _, item := range sheet.Pupil.Pages[0].Items {
			switch text, ok := item.(page.Text); {
			case !ok || text.Run.Size < 20:
			case text.Dotted:
				dotted.WriteString(text.Run.Text)
			default:
				solid.WriteString(text.Run.Text)
			}
		}
		if plain(solid.String()) != plain(model) {
			t.Errorf("%s: the model is %q", model, solid.String())
		}
		if !strings.HasPrefix(plain(dotted.String()), plain(model)) {
			t.Errorf("%s: to trace there is %q", model, dotted.String())
		}
	}
}

// plain drops spaces and hyphens at the ends of lines.
func plain(s string) string { return strings.NewReplacer(" ", "", "\u00ad", "").Replace(s) }
