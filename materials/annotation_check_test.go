package materials_test

import (
	"slices"
	"strings"
	"testing"

	"lernkoffer/materials"
)

// Ensure that only a note that can be kept and read is kept.
func TestNoteChecked(t *testing.T) {
	const id = "lernkoffer/klassenzimmer"
	for _, tc := range []struct {
		name string
		note materials.Note
		code materials.Code
		text string
	}{
		{"plain", materials.Note{Material: id, Text: "Gruppe B braucht länger."}, 0, "Gruppe B braucht länger."},
		{"space around", materials.Note{Material: id, Text: "\n  Über Ärger sprechen \n"}, 0, "Über Ärger sprechen"},
		{"as long as may be", materials.Note{Material: id, Text: strings.Repeat("ä", materials.MaxNote/2)}, 0, strings.Repeat("ä", materials.MaxNote/2)},
		{"empty", materials.Note{Material: id, Text: " \n"}, materials.CodeContent, ""},
		{"too long", materials.Note{Material: id, Text: strings.Repeat("a", materials.MaxNote+1)}, materials.CodeContent, ""},
		{"no text", materials.Note{Material: id, Text: "\xff\xfe"}, materials.CodeContent, ""},
		{"anchor too long", materials.Note{Material: id, Text: "x", Anchor: materials.Anchor{Quote: strings.Repeat("a", materials.MaxNote+1)}}, materials.CodeContent, ""},
		{"no id", materials.Note{Material: "Klassenzimmer", Text: "x"}, materials.CodeNotFound, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := tc.note.Checked()
			if materials.ErrorCode(err) != tc.code || got.Text != tc.text {
				t.Errorf("text %q, error %v; want %q, code %d", got.Text, err, tc.text, tc.code)
			}
		})
	}
}

// Ensure that a note one letter too long is said to be one letter too long, also
// where the limit falls into a letter of several bytes.
func TestNoteTooLongSaysHowMuch(t *testing.T) {
	_, err := materials.Note{Material: "a/b", Text: "x" + strings.Repeat("ä", materials.MaxNote/2)}.Checked()
	if !strings.Contains(materials.ErrorMessage(err), "1 Zeichen") {
		t.Errorf("message: %s", materials.ErrorMessage(err))
	}
}

// Ensure that tags are trimmed, sorted and single, and that limits hold.
func TestCheckedTags(t *testing.T) {
	many := make([]string, materials.MaxTags+1)
	for i := range many {
		many[i] = strings.Repeat("x", i+1)
	}
	for _, tc := range []struct {
		name string
		tags []string
		want []string
		code materials.Code
	}{
		{"none", nil, nil, 0},
		{"blank", []string{" ", ""}, nil, 0},
		{"trimmed, sorted, single", []string{" Klasse  5a", "Montag", "Klasse 5a "}, []string{"Klasse 5a", "Montag"}, 0},
		{"too long", []string{strings.Repeat("ü", materials.MaxTag)}, nil, materials.CodeContent},
		{"too many", many, nil, materials.CodeContent},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := materials.CheckedTags(tc.tags)
			if materials.ErrorCode(err) != tc.code || !slices.Equal(got, tc.want) {
				t.Errorf("tags %q, error %v; want %q, code %d", got, err, tc.want, tc.code)
			}
		})
	}
}
