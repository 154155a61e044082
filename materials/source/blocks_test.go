package source_test

import (
	"reflect"
	"strings"
	"testing"

	"lernkoffer/materials"
)

// block parses one block with a small head before it.
func block(t *testing.T, text string) materials.Block {
	t.Helper()
	doc := parse(t, "block.md", []byte(withBody(text)))
	if len(doc.Material.Blocks) != 1 {
		t.Fatalf("got %d blocks, want 1", len(doc.Material.Blocks))
	}
	return doc.Material.Blocks[0]
}

// withBody returns a material with the given body; its first line is bodyLine.
func withBody(body string) string {
	return small[:strings.LastIndex(small, "---\n")+4] + body
}

var bodyLine = strings.Count(small[:strings.LastIndex(small, "---\n")+4], "\n") + 1

func plain(s string) materials.Text { return materials.Plain(s) }

func TestRows(t *testing.T) {
	gap := func(answers ...string) materials.Span {
		return materials.Span{Kind: materials.SpanGap, Text: answers[0], Answers: answers}
	}
	tests := map[string]struct {
		text string
		want []materials.Row
	}{
		"cloze": {
			"``` cloze\nIch sitze auf dem [Stuhl|Hocker]. // **der** Stuhl\n```",
			[]materials.Row{{
				Left: materials.Text{{Text: "Ich sitze auf dem "}, gap("Stuhl", "Hocker"), {Text: "."}},
				Key:  plain("**der** Stuhl"),
			}},
		},
		"gaps inside words": {
			"``` cloze\n[M]ond und Bau[m]\n```",
			[]materials.Row{{Left: materials.Text{gap("M"), {Text: "ond und Bau"}, gap("m")}}},
		},
		"letters that look like marks": {
			"``` cloze\nEr schreibt \\[sic\\] und [x\\|y]. 1/2 = 0,5\n```",
			[]materials.Row{{Left: materials.Text{{Text: "Er schreibt [sic] und "}, gap("x|y"), {Text: ". 1/2 = 0,5"}}}},
		},
		"pair": {
			"``` matching\n39,2 = hoch = Fieber\n2 \\= 2 = wahr\n```",
			[]materials.Row{{Left: plain("39,2"), Right: plain("hoch = Fieber")}, {Left: plain("2 = 2"), Right: plain("wahr")}},
		},
		"true or false with evidence": {
			"``` true-false text=a\n+ Es ist so. // „So ist es.“\n- Nein.\n```",
			[]materials.Row{{Mark: "+", Left: plain("Es ist so."), Key: plain("„So ist es.“")}, {Mark: "-", Left: plain("Nein.")}},
		},
		"multiple choice": {
			"``` multiple-choice\nWer?\n+ Lina\n- Tarek\n\n\nWo?\n- hier\n+ dort\n```",
			[]materials.Row{
				{Left: plain("Wer?")},
				{Mark: "+", Left: plain("Lina")},
				{Mark: "-", Left: plain("Tarek")},
				{Group: 1, Left: plain("Wo?")},
				{Group: 1, Mark: "-", Left: plain("hier")},
				{Group: 1, Mark: "+", Left: plain("dort")},
			},
		},
		"dialogue": {
			"``` dialogue\nHerr Haidari: Halb zwölf: Ist das *elf* Uhr?\n```",
			[]materials.Row{{Speaker: "Herr Haidari", Left: materials.Text{
				{Text: "Halb zwölf: Ist das "}, {Kind: materials.SpanItalic, Text: "elf"}, {Text: " Uhr?"},
			}}},
		},
		"letter part": {
			"``` letter-part 5a role=line\nde: Ende: {end-place} · Uhrzeit: {end}\nen@491b0a5d: End: {end-place}\n```",
			[]materials.Row{
				{Speaker: "de", Left: materials.Text{
					{Text: "Ende: "}, {Kind: materials.SpanSlot, Text: "end-place"}, {Text: " · Uhrzeit: "}, {Kind: materials.SpanSlot, Text: "end"},
				}},
				{Speaker: "en", Hash: "491b0a5d", Left: materials.Text{{Text: "End: "}, {Kind: materials.SpanSlot, Text: "end-place"}}},
			},
		},
		"cells": {
			"``` plan\n5 | Einstieg | auf\\|stehen und ab|fahren\n```",
			[]materials.Row{{Cells: []materials.Text{plain("5"), plain("Einstieg"), plain("auf|stehen und ab|fahren")}}},
		},
		"names": {
			"``` names\nkmr: Newroz = Newroz pîroz be!\n```",
			[]materials.Row{{Speaker: "kmr", Left: plain("Newroz"), Right: plain("Newroz pîroz be!")}},
		},
		"pictures": {
			"``` picture-sentences\nOma im :bett:\n```",
			[]materials.Row{{Left: materials.Text{{Text: "Oma im "}, {Kind: materials.SpanPicture, Text: "bett"}}}},
		},
		"words": {
			"``` words\nTisch, Maus#media,\ndas Ladekabel | die Ladekabel, Stuhl\n\nTafel\n```",
			[]materials.Row{
				{Left: plain("Tisch")},
				{Left: plain("Maus#media")},
				{Cells: []materials.Text{plain("das Ladekabel"), plain("die Ladekabel")}},
				{Left: plain("Stuhl")},
				{Group: 1, Left: plain("Tafel")},
			},
		},
		"text": {
			"``` text\nErster **fetter**\nAbsatz.\n\nZweiter.\n```",
			[]materials.Row{
				{Left: materials.Text{{Text: "Erster "}, {Kind: materials.SpanBold, Text: "fetter"}, {Text: "\nAbsatz."}}},
				{Group: 1, Left: plain("Zweiter.")},
			},
		},
		"a type without the mark": {
			"``` order\nEr fragt: „Wie [spät] ist es? = 5“\n```",
			[]materials.Row{{Left: plain("Er fragt: „Wie [spät] ist es? = 5“")}},
		},
	}
	for name, tc := range tests {
		t.Run(name, func(t *testing.T) {
			got := block(t, tc.text).Rows
			for i := range got {
				if got[i].Line <= bodyLine {
					t.Errorf("row %d has line %d", i, got[i].Line)
				}
				got[i].Line = 0
			}
			if !reflect.DeepEqual(got, tc.want) {
				t.Errorf("\ngot  %+v\nwant %+v", got, tc.want)
			}
		})
	}
}

func TestOptions(t *testing.T) {
	got := block(t, "``` cloze bank example=2 distractors=\"Rezept, Straße\" title=\"Er sagt \\\"Ja\\\"\" level=A1,A2\n[x]\n```").Options
	want := materials.Options{
		{Key: "bank", Flag: true},
		{Key: "example", Value: "2"},
		{Key: "distractors", Value: "Rezept, Straße"},
		{Key: "title", Value: `Er sagt "Ja"`},
		{Key: "level", Value: "A1,A2"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	part := block(t, "``` letter-part S1 role=fill optional\nde: Name:\n```").Options
	if !part[0].Flag || part[0].Key != "S1" || !part.Has("optional") {
		t.Errorf("got %+v", part)
	}
}

func TestProse(t *testing.T) {
	got := block(t, `## Was Sie *sehen*

Ein Absatz mit **fett**, ***beidem***
und [Link](https://example.org/a_b).

- eins
    1. innen
- zwei &amp; \*drei\*

| A | B |
|---|---|
| x | y **z** |
`)
	bold, italic, both := materials.SpanBold, materials.SpanItalic, materials.SpanBoldItalic
	at := func(n int) int { return bodyLine + n }
	want := []materials.Prose{
		{Kind: materials.ProseHeading, Level: 2, Text: materials.Text{{Text: "Was Sie "}, {Kind: italic, Text: "sehen"}}, Line: at(0)},
		{Text: materials.Text{
			{Text: "Ein Absatz mit "},
			{Kind: bold, Text: "fett"},
			{Text: ", "},
			{Kind: both, Text: "beidem"},
			{Text: "\nund "},
			{Text: "Link", Link: "https://example.org/a_b"},
			{Text: "."},
		}, Line: at(2)},
		{Kind: materials.ProseItem, Text: plain("eins"), Line: at(5)},
		{Kind: materials.ProseItem, Level: 1, Number: 1, Text: plain("innen"), Line: at(6)},
		{Kind: materials.ProseItem, Text: plain("zwei & *drei*"), Line: at(7)},
		{Kind: materials.ProseTable, Cells: [][]materials.Text{
			{plain("A"), plain("B")}, {plain("x"), {{Text: "y "}, {Kind: bold, Text: "z"}}},
		}, Line: at(9)},
	}
	if len(got.Prose) != len(want) {
		t.Fatalf("got %d pieces, want %d: %+v", len(got.Prose), len(want), got.Prose)
	}
	for i := range want {
		if !reflect.DeepEqual(got.Prose[i], want[i]) {
			t.Errorf("piece %d:\ngot  %+v\nwant %+v", i, got.Prose[i], want[i])
		}
	}
}

func TestFrontMatter(t *testing.T) {
	const src = `---
id: test/alles
title: "Newroz: der neue Tag"
summary: Ein Fest.
kind: feast
levels: [A2]
audience: [primary, teachers]
age: [8, 18]
competences: [reading]
topics: [feasts]
fields: [school]
languages: [de, kmr]
duration: 45
social: [single]
licence: CC-BY-SA-4.0
authors: [A, B]
version: 2
changed: 2026-11-22
review: {de: edited, kmr: unchecked}
sensitive: [religion]
grammar: [case.accusative]
literacy: {grapheme: M m, known: [A a], next: L l}
feast: {rule: persian-new-year, eve: true, note: Oft am Vorabend., known: {2027: 2027-03-21}}
slots:
  start: {type: time, required: true, example: "08:15"}
  date: {type: date, example: 2027-05-20}
  who: {type: choice, choices: [Mutter, Vater]}
sources:
  - {text: Quelle, seen: 2026-11-22, verify: true}
---
Text.
`
	want := &materials.Material{
		Meta: materials.Meta{
			ID: "test/alles", Title: "Newroz: der neue Tag", Summary: "Ein Fest.", Kind: "feast",
			Levels: []string{"A2"}, Audience: []string{"primary", "teachers"}, Age: materials.AgeRange{From: 8, To: 18},
			Competences: []string{"reading"}, Topics: []string{"feasts"}, Fields: []string{"school"},
			Languages: []string{"de", "kmr"}, Duration: 45, Social: []string{"single"}, Licence: "CC-BY-SA-4.0",
			Authors: []string{"A", "B"}, Version: 2, Changed: "2026-11-22",
			Review: map[string]string{"de": "edited", "kmr": "unchecked"}, Sensitive: []string{"religion"},
			Grammar: []string{"case.accusative"},
		},
		Slots: []materials.Slot{
			{Name: "start", Type: "time", Required: true, Example: "08:15"},
			{Name: "date", Type: "date", Example: "2027-05-20"},
			{Name: "who", Type: "choice", Choices: []string{"Mutter", "Vater"}},
		},
		Literacy: &materials.Literacy{Grapheme: "M m", Known: []string{"A a"}, Next: "L l"},
		Feast: &materials.Feast{
			Rule: "persian-new-year", Eve: true, Note: "Oft am Vorabend.", Known: map[string]string{"2027": "2027-03-21"},
		},
		Sources: []materials.Citation{{Text: "Quelle", Seen: "2026-11-22", Verify: true}},
	}
	got := parse(t, "alles.md", []byte(src)).Material
	got.Blocks = nil
	if !reflect.DeepEqual(got, want) {
		t.Errorf("\ngot  %+v\nwant %+v", got, want)
	}
}
