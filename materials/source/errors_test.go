package source_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/source"
)

func TestParseRefusesAWrongHead(t *testing.T) {
	tests := map[string]struct {
		old, with string
		line      int
		message   string
	}{
		"unknown key":     {"licence:", "licens:", 11, "Meinen Sie „licence“?"},
		"missing key":     {"licence: CC-BY-SA-4.0\n", "", 1, "Im Kopf fehlt „licence:“. Ohne Lizenz"},
		"double key":      {"version: 1", "version: 1\nversion: 2", 14, "„version“ steht zweimal"},
		"licence":         {"CC-BY-SA-4.0", "CC-BY-NC-4.0", 11, "„CC-BY-NC-4.0“ ist nicht vorgesehen. Meinen Sie"},
		"kind":            {"worksheet", "workshet", 5, "Meinen Sie „worksheet“?"},
		"label for a key": {"[primary]", "[Grundschule]", 8, "Schreiben Sie primary"},
		"no list":         {"[school]", "school", 9, "Liste in eckigen Klammern"},
		"no text":         {"title: Klein   # odd spacing stays", "title: 112", 4, "Setzen Sie 112 in Anführungszeichen"},
		"empty":           {"title: Klein", "title: ", 4, "Text erwartet"},
		"no number":       {"version: 1", "version: eins", 13, "ganze Zahl von 1"},
		"id":              {"test/klein", "Klein", 3, "keine gültige Kennung"},
		"review":          {"{de: draft}", "{de: fertig}", 14, "Erlaubt: draft, edited, approved"},
		"review language": {"{de: draft}", "{uk: draft}", 14, "Erlaubt: source-confirmed"},
		"age":             {"version: 1", "version: 1\nage: [14, 8]", 14, "Das kleinere Alter steht zuerst"},
		"date":            {"version: 1", "version: 1\nchanged: 22.11.2026", 14, "2026-11-22"},
		"colon":           {"title: Klein", "title: Klein: aber oho", 4, "Doppelpunkt"},
		"tabulator":       {"levels:\n  - A1", "levels:\n\t- A1", 7, "Tabulator"},
		"open bracket":    {"[school]", "[school", 9, ""},
		"alias":           {"[school]", "&a [school]", 9, "Verweise"},
		"slot type":       {"version: 1", "version: 1\nslots:\n  d: {type: datum}", 15, "Erlaubt: date, time"},
		"slot key":        {"version: 1", "version: 1\nslots:\n  d: {type: date, must: true}", 15, "„must“ ist nicht vorgesehen"},
		"choice":          {"version: 1", "version: 1\nslots:\n  d: {type: choice}", 15, "choices"},
		"feast year":      {"version: 1", "version: 1\nfeast: {rule: x, known: {27: 2027-01-01}}", 14, "vier Ziffern"},
		"source text":     {"version: 1", "version: 1\nsources:\n  - {verify: true}", 15, "fehlt „text:“"},
	}
	for name, tc := range tests {
		t.Run(name, func(t *testing.T) {
			src := strings.Replace(small, tc.old, tc.with, 1)
			if src == small {
				t.Fatal("the case changes nothing")
			}
			_, err := source.Parse("kopf.md", []byte(src))
			wantFinding(t, err, "kopf.md", tc.line, tc.message)
		})
	}
}

func TestParseRefusesAWrongBody(t *testing.T) {
	tests := map[string]struct {
		body    string
		line    int // of the body, from 0
		message string
	}{
		"no type":           {"```\nx\n```", 0, "Art des Bausteins fehlt"},
		"unknown type":      {"``` clozee\n[x]\n```", 0, "Meinen Sie „cloze“?"},
		"prose as a type":   {"``` prose\nx\n```", 0, "Fließtext"},
		"not closed":        {"``` cloze\n[x]\n", 0, "hat kein Ende"},
		"unknown option":    {"``` cloze bnak\n[x]\n```", 0, "Meinen Sie „bank“?"},
		"option twice":      {"``` cloze bank bank\n[x]\n```", 0, "steht zweimal"},
		"flag with a value": {"``` cloze bank=ja\n[x]\n```", 0, "ohne Wert"},
		"open quote":        {"``` cloze hint=\"a b\n[x]\n```", 0, "schließendes Anführungszeichen"},
		"level":             {"``` cloze level=A9\n[x]\n```", 0, "Erlaubt: alpha, A1"},
		"role":              {"``` letter-part 1 role=gruss\nde: x\n```", 0, "Erlaubt: greeting"},
		"part number":       {"``` letter-part role=text\nde: x\n```", 0, "Nach letter-part wird die Nummer erwartet"},
		"no German":         {"``` letter-part 1 role=text\nen@491b0a5d: x\n```", 0, "deutsche Zeile"},
		"hash":              {"``` letter-part 1 role=text\nde: x\nen@zz: x\n```", 2, "acht Zeichen"},
		"language":          {"``` phrases\nde: x\nxx: y\n```", 2, "Sprache: „xx“"},
		"language twice":    {"``` phrases\nde: x\nde: y\n```", 2, "steht zweimal"},
		"no language":       {"``` phrases\nGuten Tag\n```", 1, "fehlt die Sprache"},
		"empty block":       {"``` matching\n\n```", 0, "ist leer. Erwartet werden Zeilen"},
		"body of none":      {"``` letter-hunt letters=m\nx\n```", 0, "keinen Inhalt"},
		"open gap":          {"``` cloze\nDas ist [gut.\n```", 1, "wird nicht geschlossen"},
		"empty gap":         {"``` cloze\nDas ist [ ].\n```", 1, "Eine Lücke ist leer"},
		"stray bracket":     {"``` cloze\n[Das] ist] gut.\n```", 1, "ohne [ davor"},
		"no gap":            {"``` cloze\nDas ist gut.\n```", 0, "keine Lücke"},
		"open slot":         {"``` substitution\nGib mir {den Stift.\nden Ball\n```", 1, "Ein Feld wird nicht geschlossen"},
		"no pair":           {"``` matching\na = b\nc: d\n```", 2, "Erwartet wird „links = rechts“"},
		"half a pair":       {"``` matching\na =\n```", 1, "Rechts vom Gleichheitszeichen steht nichts"},
		"no sign":           {"``` true-false\nDas ist so.\n```", 1, "fehlt + (richtig) oder - (falsch)"},
		"no right answer":   {"``` multiple-choice\nWer?\n- a\n- b\n```", 1, "keine richtige Antwort"},
		"one answer":        {"``` multiple-choice\nWer?\n+ a\n```", 1, "mindestens zwei Antworten"},
		"no question":       {"``` multiple-choice\n+ a\n- b\n```", 1, "fehlt die Frage"},
		"questions joined":  {"``` multiple-choice\nWer?\n+ a\n- b\nWo?\n+ c\n- d\n```", 4, "leere Zeile"},
		"speaker":           {"``` dialogue\nGuten Morgen!\n```", 1, "wer spricht"},
		"columns":           {"``` categories columns=\"a | b\"\nx = c\n```", 1, "Erlaubt: a, b"},
		"position":          {"``` sound-position sound=m\nMond = anfang\n```", 1, "Erlaubt: start, middle, end"},
		"odd one out":       {"``` odd-one-out\na, b, c\n```", 1, "Genau ein Wort"},
		"plan":              {"``` plan\n5 | Einstieg\n```", 1, "drei Angaben"},
		"empty cell":        {"``` plan\n5 | | Text\n```", 1, "Zwischen zwei Strichen"},
		"no alt":            {"``` picture word=tisch\n```", 0, "fehlt alt="},
		"open star":         {"``` text\nDas ist **fett.\n```", 1, "kein Gegenstück"},
		"double id":         {"``` text id=a\nx\n```\n\n``` text id=a\ny\n```", 4, "steht schon in Zeile"},
		"heading":           {"# Titel", 0, "## oder ###"},
		"html":              {"Das <b>ist</b> es.", 0, "HTML"},
		"picture":           {"Ein ![Bild](x.png)", 0, "Baustein picture"},
		"quote":             {"> Zitat", 0, "Zitat"},
		"line":              {"Text\n\n---\n\nText", 2, ""},
		"code":              {"- a\n\n      code", 2, "Listenpunkt"},
		"control":           {"Ein\x00Text", 0, "U+0000"},
		"not NFC":           {"Scho\u0308n", 0, "NFC"},
	}
	for name, tc := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := source.Parse("teil.md", []byte(withBody(tc.body)))
			wantFinding(t, err, "teil.md", bodyLine+tc.line, tc.message)
		})
	}
}

func TestParseFindsEverythingAtOnce(t *testing.T) {
	src := strings.Replace(small, "worksheet", "arbeitsblatt", 1)
	src = strings.Replace(src, "version: 1", "version: x", 1)
	src = strings.Replace(src, "[Stuhl]", "[Stuhl", 1)
	_, err := source.Parse("drei.md", []byte(src))
	var content *materials.ContentError
	if !errors.As(err, &content) {
		t.Fatalf("got %v", err)
	}
	var lines []int
	for _, f := range content.Findings {
		lines = append(lines, f.Line)
	}
	if len(lines) < 3 || lines[0] != 5 || lines[1] != 13 {
		t.Errorf("lines %v, want 5, 13 and those of the block, in order", lines)
	}
}

func TestParseRefusesFilesThatAreNoText(t *testing.T) {
	tests := map[string]struct {
		src     []byte
		line    int
		message string
	}{
		"empty":         {nil, 1, "Der Kopf fehlt"},
		"no head":       {[]byte("Guten Tag\n"), 1, "Der Kopf fehlt"},
		"open head":     {[]byte("---\nid: a/b\n"), 1, "kein Ende"},
		"Latin-1":       {[]byte("---\ntitle: Sch\xf6n\n---\n"), 2, "nicht in UTF-8"},
		"mixed endings": {[]byte("---\r\nid: a/b\n---\r\n"), 0, "mischt Zeilenenden"},
		"too big":       {bytes.Repeat([]byte("x"), source.MaxSize+1), 0, "zu groß"},
		"a picture":     {[]byte("\x89PNG\r\n\x1a\n"), 1, "nicht in UTF-8"},
	}
	for name, tc := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := source.Parse("x.md", tc.src)
			wantFinding(t, err, "x.md", tc.line, tc.message)
		})
	}
}
