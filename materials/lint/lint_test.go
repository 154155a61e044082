package lint_test

import (
	"io/fs"
	"strings"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/lint"
)

const head = `---
id: test/klein
title: Klein
summary: Ein kleines Material.
kind: worksheet
levels: [A1]
audience: [primary]
age: [8, 14]
competences: [reading]
topics: [school]
fields: [schooling]
languages: [de]
licence: CC-BY-SA-4.0
authors: [Marta Nowak]
version: 1
changed: 2026-11-22
review: {de: draft}
---
`

// table is a small word table with what the checks look for.
var table = materials.NewWordList([]materials.Word{
	noun("tisch", "Tisch", "der", "Tische"),
	pictured(noun("stuhl", "Stuhl", "der", "Stühle"), "A"),
	pictured(noun("buch", "Buch", "das", "Bücher"), "A"),
	pictured(noun("tafel", "Tafel", "die", "Tafeln"), "A"),
	pictured(noun("pause", "Pause", "die", "Pausen"), "C"),
	pictured(noun("heft", "Heft", "das", "Hefte"), "A"),
	{ID: "joghurt", Lemma: "Joghurt", PartOfSpeech: "noun", Article: "der", Plural: "Joghurts", Variants: []string{"das Joghurt"}},
	{ID: "see", Lemma: "See", PartOfSpeech: "noun", Article: "der", Topics: []string{"nature"}},
	{ID: "see#sea", Lemma: "See", PartOfSpeech: "noun", Article: "die", Topics: []string{"nature"}},
	{ID: "deutschland", Lemma: "Deutschland", PartOfSpeech: "noun", Article: "none"},
	{ID: "gehen", Lemma: "gehen", PartOfSpeech: "verb"},
})

func noun(id, lemma, article, plural string) materials.Word {
	return materials.Word{ID: id, Lemma: lemma, PartOfSpeech: "noun", Article: article, Plural: plural, Topics: []string{"school"}}
}

func pictured(w materials.Word, grade string) materials.Word {
	w.Picture, w.PictureGrade = "set/"+w.ID, grade
	return w
}

// album has every picture but that of the Tafel.
type album struct{}

func (album) SVG(string, bool) ([]byte, error) { return nil, nil }

func (album) Info(name string) (materials.PictureInfo, bool) {
	ok := name == "set/stuhl" || name == "set/buch" || name == "set/heft" || name == "set/pause"
	return materials.PictureInfo{Name: name}, ok
}

// findings checks a material of the small head, changed by old and new texts in
// turn, and a body.
func findings(body string, changes ...string) []materials.Finding {
	src := strings.NewReplacer(changes...).Replace(head) + body
	return lint.File("klein.md", []byte(src), lint.Input{
		Words: table, Pictures: album{},
		Attachment: func(name string) ([]byte, error) {
			switch name {
			case "umriss.svg":
				return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>`), nil
			case "foto.png":
				return []byte("\x89PNG"), nil
			}
			return nil, fs.ErrNotExist
		},
		Missing: func(text, _ string) []rune {
			if strings.Contains(text, "☃") {
				return []rune{'☃'}
			}
			return nil
		},
	})
}

// bodyLine is the line of the first line of a body below the small head.
var bodyLine = strings.Count(head, "\n") + 1

func TestRulesFindWhatIsWrongAndLetGoodContentPass(t *testing.T) {
	tests := map[string]struct {
		rule     string
		severity materials.Severity
		good     string
		bad      string
		line     int // of the body, from 0
		message  string
	}{
		"instruction": {
			"instruction", materials.SeverityError,
			"``` order do=number\na\nb\nc\n```", "``` order do=nummber\na\nb\nc\n```", 0, "Meinen Sie „number“?",
		},
		"exclamation in a hint": {
			"instruction", materials.SeverityWarning,
			"``` order hint=\"von oben\"\na\nb\nc\n```", "``` order hint=\"Los!\"\na\nb\nc\n```", 0, "kein Ausrufezeichen",
		},
		"unknown word": {
			"word", materials.SeverityError,
			"``` words\nTisch, das Ladekabel | die Ladekabel\n```", "``` words\nStuhl,\ntisch, Ladekabel\n```", 2, "„Ladekabel“ steht nicht in der Wörterliste",
		},
		"word in small letters": {
			"word", materials.SeverityError,
			"``` words\nJoghurt, See\n```", "``` words\nStuhl, joghurtt, TISCH\n```", 1, "Meinen Sie „Tisch“?",
		},
		"word with its article": {
			"word", materials.SeverityError,
			"``` words\nTisch, Stuhl\n```", "``` words\nder Tisch, Stuhl\n```", 1, "Schreiben Sie nur „Tisch“",
		},
		"word twice": {
			"word", materials.SeverityError,
			"``` words\nTisch, Stuhl\n```", "``` words\nTisch, Stuhl, Tisch\n```", 1, "zweimal",
		},
		"explicit word without article": {
			"word", materials.SeverityError,
			"``` words\nTisch, das Ladekabel | die Ladekabel\n```", "``` words\nTisch, Ladekabel | Ladekabel\n```", 1, "hat keinen Artikel",
		},
		"explicit article": {
			"article", materials.SeverityError,
			"``` words\nBuch, der Tisch | die Tische\n```", "``` words\nBuch, das Tisch | die Tische\n```", 1, "steht „der Tisch“",
		},
		"explicit plural": {
			"article", materials.SeverityError,
			"``` words\nBuch, der Tisch | die Tische\n```", "``` words\nBuch, der Tisch | die Tischen\n```", 1, "die Mehrzahl „die Tische“",
		},
		"two genders": {
			"article", materials.SeverityError,
			"``` articles\nTisch, Tafel, Buch, Stuhl\n```", "``` articles\nTisch, Tafel, Buch, Joghurt\n```", 1, "zwei Artikel (der Joghurt, das Joghurt)",
		},
		"homonym": {
			"article", materials.SeverityError,
			"``` articles\nTisch, Tafel, Buch, Stuhl\n```", "``` articles\nTisch, Tafel, Buch, See\n```", 1, "mit „der“ und mit „die“",
		},
		"no article": {
			"article", materials.SeverityError,
			"``` articles\nTisch, Tafel, Buch, Stuhl\n```", "``` articles\nTisch, Tafel, Buch, Deutschland\n```", 1, "hat keinen Artikel",
		},
		"word without a picture": {
			"picture", materials.SeverityError,
			"``` picture-words\nStuhl, Buch, Heft\n```", "``` picture-words\nStuhl, Buch, Tisch\n```", 1, "gibt es kein Bild",
		},
		"picture lost": {
			"picture", materials.SeverityError,
			"``` picture-words\nStuhl, Buch, Heft\n```", "``` picture-words\nStuhl, Buch, Tafel\n```", 1, "fehlt in den Bildersätzen",
		},
		"picture hard to read": {
			"picture", materials.SeverityWarning,
			"``` picture-words\nStuhl, Buch, Heft\n```", "``` picture-words\nStuhl, Buch, Pause\n```", 1, "ohne Hilfe nicht zu verstehen",
		},
		"picture of no word": {
			"picture", materials.SeverityError,
			"``` picture-sentences\nOma am :stuhl:\nOma im :buch:\nOma mit :heft:\n```", "``` picture-sentences\nOma am :stuhl:\nOma im :bett:\n```", 2, "Das Bild „bett“ gibt es nicht",
		},
		"picture file": {
			"picture", materials.SeverityError,
			"``` picture file=umriss alt=\"Ein Umriss\"\n```", "``` picture file=umris alt=\"Ein Umriss\"\n```", 0, "„umris.svg“ fehlt neben dem Material",
		},
		"picture that is none": {
			"picture", materials.SeverityError,
			"``` picture file=umriss alt=\"Ein Umriss\"\n```", "``` picture file=foto.png alt=\"Ein Umriss\"\n```", 0, "„foto.png“ ist kein Bild",
		},
		"dead text reference": {
			"reference", materials.SeverityError,
			"``` text id=a\nEs ist so.\n```\n\n``` true-false text=a\n+ Es ist so.\n- Es ist anders.\n```",
			"``` text id=a\nEs ist so.\n```\n\n``` true-false text=b\n+ Es ist so.\n- Es ist anders.\n```", 4, "Vorhanden: a.",
		},
		"form of use": {
			"reference", materials.SeverityError,
			"``` letter-part 1 use=test/anderes#gruss\n```", "``` letter-part 1 use=gruss\n```", 0, "herausgeber/material#baustein",
		},
		"evidence": {
			"evidence", materials.SeverityError,
			"``` text id=a\nDas Buch ist neu. Es\nist blau.\n```\n\n``` true-false text=a\n+ Es ist blau. // „Es ist blau.“\n- Es ist alt. // „Das Buch ist neu“\n```",
			"``` text id=a\nDas Buch ist neu.\n```\n\n``` true-false text=a\n+ Es ist neu. // „Das Buch ist neu.“\n- Es ist alt. // „Das Heft ist neu.“\n```", 6, "„Das Heft ist neu.“ steht nicht wörtlich",
		},
		"ambiguous cloze": {
			"exercise", materials.SeverityError,
			"``` cloze bank\nIch lese ein [Buch].\nIch sitze auf dem [Stuhl].\n```", "``` cloze bank\nIch lese ein [Buch].\nIch habe ein [Buch].\n```", 0, "nicht eindeutig",
		},
		"distractor that is right": {
			"exercise", materials.SeverityError,
			"``` cloze bank distractors=Tafel\nIch lese ein [Buch].\nIch sitze auf dem [Stuhl].\n```",
			"``` cloze bank distractors=Buch\nIch lese ein [Buch].\nIch sitze auf dem [Stuhl].\n```", 0, "„Buch“ soll ablenken",
		},
		"straight quotes": {
			"typography", materials.SeverityError,
			"Er sagt: „Ja.“", "Er sagt: \"Ja.\"", 0, "Gerade Anführungszeichen: \"Ja.\"",
		},
		"English quotes": {
			"typography", materials.SeverityError,
			"Er sagt: „Ja.“", "Er sagt: “Ja.”", 0, "Falsches Anführungszeichen",
		},
		"open quote": {
			"typography", materials.SeverityError,
			"„Ja“ und „nein“", "„Ja“ und „nein", 0, "gehen nicht auf",
		},
		"no-break space": {
			"typography", materials.SeverityWarning,
			"Um 12\u00a0Uhr, am 20.\u00a0Mai, z.\u00a0B. §\u00a043 Abs.\u00a02", "Heute.\n\nUm 12 Uhr ist Pause.", 2, "Geschütztes Leerzeichen fehlt in „12 Uhr“",
		},
		"no-break space in a date": {
			"typography", materials.SeverityWarning, "Am 20.\u00a0Mai", "Am 20. Mai", 0, "„20. Mai“",
		},
		"two spaces": {
			"typography", materials.SeverityWarning, "Ein Satz.", "Ein  Satz.", 0, "Zwei Leerzeichen",
		},
		"dots": {
			"typography", materials.SeverityWarning, "Ich komme aus …", "Ich komme aus ...", 0, "Drei Punkte",
		},
		"dash": {
			"typography", materials.SeverityWarning, "Heute – morgen", "Heute - morgen", 0, "Gedankenstrich",
		},
		"span": {
			"typography", materials.SeverityWarning, "8–10\u00a0Uhr", "8-10 Uhr", 0, "ohne Leerzeichen",
		},
		"date": {
			"typography", materials.SeverityWarning, "20.\u00a05.\u00a02027", "20.05.27", 0, "Datum: 20.05.27",
		},
		"typography of options": {
			"typography", materials.SeverityWarning,
			"``` info title=\"Gut …\"\nx\n```", "``` info title=\"Gut ...\"\nx\n```", 0, "Drei Punkte",
		},
		"long sentence": {
			"sentence", materials.SeverityWarning,
			"``` text\nIch sage: „Heute habe ich leider keine Zeit.“ Dann gehe ich am 20.\u00a0Mai nach Hause. „Ich gehe heute nach Hause“, sagt Lina zu Tarek.\n```",
			"``` text\nHeute habe ich leider wirklich gar keine Zeit mehr.\n```", 1, "hat 9 Wörter, für A1 sind höchstens 8",
		},
		"long sentence for the block's level": {
			"sentence", materials.SeverityWarning,
			"``` text level=A2\nHeute habe ich leider wirklich gar keine Zeit mehr.\n```",
			"``` text level=alpha\nOma ist heute im Bett.\n```", 1, "für alpha sind höchstens 4",
		},
		"terms": {
			"terms", materials.SeverityWarning,
			"Am Tag der Muttersprache", "Die Muttersprache der Kinder", 0, "Besser: Familiensprache",
		},
		"inner capital": {
			"terms", materials.SeverityWarning, "Alle Lehrkräfte", "Alle LehrerInnen", 0, "vorlesen lässt",
		},
		"sensitive": {
			"sensitive", materials.SeverityWarning, "Im Park", "Im Krieg", 0, "sensitive: [flight]",
		},
		"glyph": {
			"glyph", materials.SeverityError, "Im Winter", "Im Winter ☃", 0, "„☃“ (U+2603)",
		},
	}
	for name, tc := range tests {
		t.Run(name, func(t *testing.T) {
			for _, f := range findings(tc.good) {
				t.Errorf("good content: %s: %s", f.Rule, f)
			}
			want(t, findings(tc.bad), tc.rule, tc.severity, bodyLine+tc.line, tc.message)
		})
	}
}

// want fails unless there is the finding.
func want(t *testing.T, got []materials.Finding, rule string, severity materials.Severity, line int, message string) {
	t.Helper()
	for _, f := range got {
		if f.File == "klein.md" && f.Rule == rule && f.Severity == severity && f.Line == line && strings.Contains(f.Message, message) {
			return
		}
	}
	t.Errorf("no %s of rule %s in line %d with %q in:", severity, rule, line, message)
	for _, f := range got {
		t.Errorf("  %s %s %s", f.Severity, f.Rule, f)
	}
}
