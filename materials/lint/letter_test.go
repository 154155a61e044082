package lint_test

import (
	"strings"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/lint"
)

// letterHead declares two languages and two slots.
var letterHead = []string{
	"kind: worksheet", "kind: letter", "[A1]", "[]", "[de]\n", "[de, en]\n",
	"{de: draft}", "{de: draft, en: unchecked}\nslots:\n  date: {type: date}\n  cost: {type: euro}",
}

// letterLine is the line of the first line of a letter's body.
var letterLine = strings.Count(strings.NewReplacer(letterHead...).Replace(head), "\n") + 1

func TestStampIsThatOfTheExamples(t *testing.T) {
	tests := map[string]string{
		"Guten Tag, liebe Eltern!":                  "59ddb731",
		"Ziel: {place}":                             "167eb8bf",
		"Ende:  {end-place} ·\u00a0Uhrzeit: {end} ": "491b0a5d",
	}
	for text, want := range tests {
		if got := lint.Stamp(text); got != want {
			t.Errorf("Stamp(%q) = %s, want %s", text, got, want)
		}
	}
}

func TestLetters(t *testing.T) {
	date, cost := lint.Stamp("Tag: {date}"), lint.Stamp("Kosten: {cost}")
	good := "``` letter-part 1 role=line\nde: Tag: {date}\nen@" + date + ": Date: {date}\n```\n\n" +
		"``` letter-part 2 role=line\nde: Kosten: {cost}\nen@" + cost + ": Cost: {cost}\n```\n"
	for _, f := range findings(good, letterHead...) {
		t.Errorf("good letter: %s: %s", f.Rule, f)
	}
	tests := map[string]struct {
		old, with string
		rule      string
		severity  materials.Severity
		line      int
		message   string
	}{
		"stale":              {"de: Kosten: {cost}", "de: Preis: {cost}", "translation", materials.SeverityError, 7, "ist veraltet"},
		"no stamp":           {"@" + cost, "", "translation", materials.SeverityWarning, 7, "schreiben Sie en@" + cost},
		"stamp on German":    {"de: Kosten", "de@" + cost + ": Kosten", "translation", materials.SeverityError, 6, "hat keinen Stempel"},
		"missing":            {"en@" + cost + ": Cost: {cost}\n", "", "translation", materials.SeverityError, 5, "fehlt die Übersetzung auf Englisch"},
		"language not named": {"en@" + cost, "tr@" + cost, "translation", materials.SeverityError, 7, "„tr“ steht nicht unter „languages:“"},
		"slot not declared":  {"{cost}\nen", "{price}\nen", "slot", materials.SeverityError, 6, "Das Feld {price} steht nicht unter „slots:“"},
		"slot not used":      {"Kosten: {cost}", "Kosten: keine", "slot", materials.SeverityError, 7, "andere Felder"},
		"slot in a sentence": {"de: Tag: {date}", "de: Wir treffen uns am {date}.", "slot", materials.SeverityWarning, 1, "mitten im Satz"},
		"long sentence": {
			"de: Tag: {date}", "de: Bitte geben Sie Ihrem Kind am Montag das Geld für den Ausflug in der Tasche mit.",
			"sentence", materials.SeverityWarning, 1, "für Elternbriefe sind höchstens 12",
		},
	}
	for name, tc := range tests {
		t.Run(name, func(t *testing.T) {
			bad := strings.Replace(good, tc.old, tc.with, 1)
			if bad == good {
				t.Fatal("the case changes nothing")
			}
			want(t, findings(bad, letterHead...), tc.rule, tc.severity, letterLine+tc.line, tc.message)
		})
	}
}

func TestSlotsAndLanguagesOfTheHeadAreUsed(t *testing.T) {
	body := "``` letter-part 1 role=line\nde: Tag: {date}\n```\n"
	got := findings(body, letterHead...)
	line := 1 + strings.Count(strings.Split(strings.NewReplacer(letterHead...).Replace(head), "slots:")[0], "\n")
	want(t, got, "slot", materials.SeverityError, line, "Das Feld „cost“ kommt in keinem Baustein vor")
	want(t, got, "translation", materials.SeverityError, 12, "Auf „en“ ist nichts übersetzt")
}
