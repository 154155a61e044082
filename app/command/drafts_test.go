package command_test

import (
	"context"
	"strings"
	"testing"

	"lernkoffer/app"
	"lernkoffer/assets"
	"lernkoffer/materials"
	"lernkoffer/materials/typeset"
	"lernkoffer/materials/worksheet"
)

// drafts is a folder of an author.
type drafts []app.Draft

func (d drafts) Read(context.Context, string) ([]app.Draft, []materials.Finding, error) {
	return d, nil, nil
}

func draft(name string, id materials.ID, blocks ...materials.Block) app.Draft {
	return app.Draft{
		Name: name, Source: []byte(name),
		Material: &materials.Material{Meta: materials.Meta{ID: id, Title: name}, Blocks: blocks},
		Attachment: func(string) ([]byte, error) {
			return nil, materials.Errorf(materials.CodeNotFound, "Die Datei ist nicht lesbar.")
		},
	}
}

// Ensure that a folder is taken over whole or not at all, and that no file hides
// another.
func TestImportAllOrNothing(t *testing.T) {
	for name, tc := range map[string]struct {
		folder drafts
		code   materials.Code
		says   []string
	}{
		"the same id twice": {
			drafts{draft("eins.md", "a/blatt"), draft("zwei.md", "b/blatt")},
			materials.CodeContent,
			[]string{"eins.md", "zwei.md", "own/blatt", "Nichts wurde verändert"},
		},
		"a picture is missing": {
			drafts{draft("eins.md", "a/eins"), draft("zwei.md", "a/zwei", materials.Block{
				Type: "picture", Options: materials.Options{{Key: "file", Value: "bild"}},
			})},
			materials.CodeNotFound,
			[]string{"zwei.md: Die Datei ist nicht lesbar."},
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld()
			w.services.Authors = tc.folder
			w.run(t, int(tc.code), "import", "ordner")
			for _, want := range tc.says {
				if !strings.Contains(w.errOut.String(), want) {
					t.Errorf("stderr %q lacks %q", w.errOut.String(), want)
				}
			}
			metas, err := w.services.Own.OwnMetas()
			if err != nil || len(metas) > 0 {
				t.Errorf("own materials: %v, %v", metas, err)
			}
		})
	}
}

// Ensure that the preview of a folder says which of its files can't be printed.
func TestPreviewNamesTheFile(t *testing.T) {
	w := newWorld()
	w.services.Sheets = &worksheet.Engine{Fonts: typeset.NewFonts(assets.Fonts), Words: w.services.Library.Words}
	w.services.Authors = drafts{
		draft("gut.md", "a/gut", materials.Block{Type: "text", Rows: []materials.Row{{Left: materials.Plain("Ein Satz.")}}}),
		draft("schlecht.md", "a/schlecht", materials.Block{Type: "hologram"}),
	}
	w.run(t, int(materials.CodeContent), "preview", "ordner")
	if !strings.Contains(w.errOut.String(), "schlecht.md: Der Baustein „hologram“ lässt sich noch nicht drucken.") {
		t.Errorf("stderr %q", w.errOut.String())
	}
}
