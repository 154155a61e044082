package lint_test

import (
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/lint"
)

func TestHead(t *testing.T) {
	for _, f := range findings("Text.") {
		t.Errorf("good head: %s: %s", f.Rule, f)
	}
	tests := map[string]struct {
		old, with string
		rule      string
		severity  materials.Severity
		line      int
		message   string
	}{
		"level":           {"levels: [A1]", "levels: []", "head", materials.SeverityError, 6, "Für „Arbeitsblatt“ wird ein Niveau erwartet"},
		"audience":        {"[primary]", "[]", "head", materials.SeverityError, 7, "audience: Die Liste ist leer"},
		"summary":         {"summary: Ein kleines Material.\n", "", "head", materials.SeverityWarning, 1, "„summary:“"},
		"fields":          {"fields: [schooling]\n", "", "head", materials.SeverityWarning, 1, "„fields:“"},
		"competences":     {"competences: [reading]\n", "", "head", materials.SeverityWarning, 1, "„competences:“"},
		"age":             {"age: [8, 14]\n", "", "head", materials.SeverityWarning, 1, "„age:“"},
		"changed":         {"changed: 2026-11-22\n", "", "head", materials.SeverityWarning, 1, "„changed:“"},
		"title":           {"title: Klein", "title: Arbeitsblatt zu Tieren", "head", materials.SeverityWarning, 3, "worum es geht"},
		"feast":           {"kind: worksheet", "kind: feast", "head", materials.SeverityError, 1, "„feast:“"},
		"literacy":        {"kind: worksheet", "kind: literacy", "head", materials.SeverityWarning, 1, "„literacy:“"},
		"review missing":  {"[de]", "[de, uk]", "review", materials.SeverityError, 17, "uk: unchecked"},
		"review too much": {"{de: draft}", "{de: draft, tr: unchecked}", "review", materials.SeverityWarning, 17, "„tr“ steht nicht"},
		"typography":      {"Ein kleines Material.", "Um 12 Uhr.", "typography", materials.SeverityWarning, 4, "12 Uhr"},
	}
	for name, tc := range tests {
		t.Run(name, func(t *testing.T) {
			want(t, findings("Text.", tc.old, tc.with), tc.rule, tc.severity, tc.line, tc.message)
		})
	}
	want(t, findings(""), "head", materials.SeverityError, 1, "Das Material ist leer")
}

func TestLettersAndHandoutsNeedNoLevel(t *testing.T) {
	for _, kind := range []string{"letter", "handout", "profile"} {
		for _, f := range findings("Text.", "levels: [A1]", "levels: []", "kind: worksheet", "kind: "+kind) {
			t.Errorf("%s: %s", kind, f)
		}
	}
}

func TestFileReportsWhatCannotBeRead(t *testing.T) {
	got := findings("``` clozee\n[x]\n```")
	want(t, got, "block-type", materials.SeverityError, bodyLine, "Meinen Sie „cloze“?")
}

func TestChecksWithoutTheirTablesAreLeftOut(t *testing.T) {
	src := head + "``` picture-words\nTisch, Unbekannt\n```\n\n``` cloze bank distractors=1\nEin [Tisch].\nEin [Buch].\n```\n"
	for _, f := range lint.File("klein.md", []byte(src), lint.Input{}) {
		t.Error(f)
	}
}
