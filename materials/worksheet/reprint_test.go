package worksheet_test

import (
	"strings"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/typeset"
	"lernkoffer/materials/worksheet"
)

var shelf = []materials.Meta{{ID: "lernkoffer/a"}, {ID: "lernkoffer/im-klassenzimmer"}, {ID: "own/b"}}

// Ensure that a code brings back all that decides on the tasks, also as people
// type it.
func TestCodeRoundTrip(t *testing.T) {
	for _, o := range []worksheet.Options{
		{Group: "A", Seed: 1},
		{Group: "B", Seed: 4294967295, Level: "B2", Script: typeset.FamilySAS, Ruling: "4"},
		{Group: "A", Seed: 4711, Level: "alpha", Script: typeset.FamilyGrund, Ruling: "0"},
	} {
		want := worksheet.Code{Material: "lernkoffer/im-klassenzimmer", Version: 1023, Options: o}
		text := want.String()
		for _, typed := range []string{text, strings.ToLower(text), strings.ReplaceAll(text, "-", " "), strings.ReplaceAll(text, "0", "O")} {
			got, err := worksheet.ParseCode(typed, shelf)
			if err != nil {
				t.Fatalf("%s: %v", typed, err)
			}
			if got.Material != want.Material || got.Version != want.Version || got.Options.Group != o.Group ||
				got.Options.Seed != o.Seed || got.Options.Level != o.Level || got.Options.Script != o.Script || got.Options.Ruling != o.Ruling {
				t.Errorf("%s = %+v, want %+v", typed, got, want)
			}
		}
	}
}

// Ensure that every single wrong character is noticed.
func TestCodeNoticesTypos(t *testing.T) {
	code := worksheet.Code{Material: "lernkoffer/a", Version: 3, Options: worksheet.Options{Group: "A", Seed: 99}}.String()
	for i := range code {
		if code[i] == '-' {
			continue
		}
		for _, c := range "0123456789ABCDEFGHJKMNPQRSTVWXYZ" {
			typed := code[:i] + string(c) + code[i+1:]
			if typed == code {
				continue
			}
			if got, err := worksheet.ParseCode(typed, shelf); err == nil {
				t.Errorf("%s for %s gives %+v", typed, code, got)
			}
		}
	}
}

func TestCodeRefuses(t *testing.T) {
	unknown := worksheet.Code{Material: "lernkoffer/weg", Version: 1, Options: worksheet.Options{Seed: 1}}.String()
	for text, want := range map[string]materials.Code{
		"": materials.CodeUsage, "Hallo": materials.CodeUsage, strings.Repeat("Ü", 20): materials.CodeUsage,
		strings.Repeat("Z", 20): materials.CodeUsage, unknown: materials.CodeNotFound,
	} {
		if _, err := worksheet.ParseCode(text, shelf); materials.ErrorCode(err) != want {
			t.Errorf("%q: %v, want code %d", text, err, want)
		}
	}
}

func FuzzParseCode(f *testing.F) {
	f.Add(worksheet.Code{Material: "lernkoffer/a", Version: 3, Options: worksheet.Options{Group: "A", Seed: 99}}.String())
	f.Fuzz(func(t *testing.T, s string) {
		c, err := worksheet.ParseCode(s, shelf)
		if err != nil {
			return
		}
		again, err := worksheet.ParseCode(c.String(), shelf)
		if err != nil || again.Material != c.Material || again.Options.Seed != c.Options.Seed {
			t.Errorf("%q gives %+v, and that %+v, %v", s, c, again, err)
		}
	})
}
