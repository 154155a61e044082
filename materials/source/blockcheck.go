package source

import (
	"slices"
	"strings"

	"lernkoffer/materials"
)

// checkBlock reports what a block's type demands of its body and lacks.
func checkBlock(spec materials.Spec, b materials.Block, rep *report) {
	used := b.Type == "letter-part" && b.Options.Has("use")
	empty := strings.TrimSpace(b.Body) == ""
	switch {
	case (spec.Form == materials.FormNone || used) && !empty:
		rep.add(b.Line, "body", "Der Baustein „%s“ hat hier keinen Inhalt. Löschen Sie die Zeilen darin.", b.Type)
	case spec.Form != materials.FormNone && !used && empty:
		rep.add(b.Line, "body", "Der Baustein „%s“ ist leer. %s", b.Type, bodyHelp[b.Type])
	default:
		checkRows(spec, b, rep)
	}
	checkNeeded(b, rep)
}

// bodyHelp says what is expected in a body, where the label does not tell.
var bodyHelp = map[string]string{
	"cloze":           "Erwartet werden Sätze mit [Lücke].",
	"matching":        "Erwartet werden Zeilen der Form „links = rechts“.",
	"multiple-choice": "Erwartet werden eine Frage und darunter Zeilen mit + (richtig) und - (falsch).",
	"true-false":      "Erwartet werden Zeilen mit + (richtig) oder - (falsch).",
	"letter-part":     "Erwartet wird eine Zeile „de: …“.",
	"words":           "Erwartet werden Wörter, durch Komma getrennt.",
}

// checkNeeded reports options that a type can't do without.
func checkNeeded(b materials.Block, rep *report) {
	need := func(key, help string) {
		if b.Options.Get(key) == "" {
			rep.add(b.Line, "option", "Am Baustein „%s“ fehlt %s=. %s", b.Type, key, help)
		}
	}
	switch b.Type {
	case "picture":
		need("alt", "Beschreiben Sie in einem Satz, was zu sehen ist: alt=\"…\".")
		if (b.Options.Get("file") == "") == (b.Options.Get("word") == "") {
			rep.add(b.Line, "option", "Am Baustein „picture“ wird entweder file= oder word= erwartet.")
		}
	case "letter-hunt":
		need("letters", "Erwartet werden die gesuchten Buchstaben: letters=\"M m\".")
	case "initial-sounds", "sound-position":
		need("sound", "Erwartet wird der gesuchte Laut: sound=m.")
	case "categories":
		need("columns", "Erwartet werden die Spalten: columns=\"A | B\".")
	case "letter-part":
		if !b.Options.Has("use") {
			need("role", "Erlaubt: "+strings.Join(closedValues["role"], ", ")+".")
		}
	}
}

func checkRows(spec materials.Spec, b materials.Block, rep *report) {
	for _, row := range b.Rows {
		checkSides(spec, row, rep)
	}
	switch b.Type {
	case "cloze":
		checkCloze(b, rep)
	case "odd-one-out":
		for _, row := range b.Rows {
			if len(row.Left.Gaps()) != 1 {
				rep.add(row.Line, "gap", "Genau ein Wort passt nicht und steht in Klammern: Apfel, Birne, [Bus], Banane.")
			}
		}
	case "true-false", "initial-sounds":
		for _, row := range b.Rows {
			if row.Mark == "" {
				rep.add(row.Line, "sign", "Am Anfang der Zeile fehlt + (richtig) oder - (falsch), dann ein Leerzeichen; gefunden: %s", short(row.Left.String()))
			}
		}
	case "multiple-choice":
		checkChoices(b, rep)
	case "sound-position":
		checkRight(b, []string{"start", "middle", "end"}, rep)
	case "categories":
		checkRight(b, b.Options.List("columns"), rep)
	case "plan":
		for _, row := range b.Rows {
			if len(row.Cells) != 3 {
				rep.add(row.Line, "cells", "Im Ablauf werden drei Angaben erwartet: Minuten | Überschrift | Text.")
			}
		}
	case "letter-part":
		checkLetterPart(b, rep)
	case "phrases":
		checkDoubleLanguages(b, rep)
	}
}

// checkSides reports halves that are empty.
func checkSides(spec materials.Spec, row materials.Row, rep *report) {
	said := len(row.Left) > 0 || len(row.Cells) > 0
	switch {
	case slices.ContainsFunc(row.Cells, func(c materials.Text) bool { return len(c) == 0 }):
		rep.add(row.Line, "cells", "Zwischen zwei Strichen | steht nichts.")
	case spec.Marks&materials.MarkPair != 0 && len(row.Left) == 0 && len(row.Right) > 0:
		rep.add(row.Line, "pair", "Links vom Gleichheitszeichen steht nichts.")
	case spec.Marks&materials.MarkPair != 0 && said && len(row.Right) == 0:
		// A pair without its sign was reported when it was read.
		if len(rep.findings) == 0 || rep.findings[len(rep.findings)-1].Line != row.Line {
			rep.add(row.Line, "pair", "Rechts vom Gleichheitszeichen steht nichts.")
		}
	case !said:
		rep.add(row.Line, "row", "In dieser Zeile fehlt der Text.")
	}
}

func checkCloze(b materials.Block, rep *report) {
	for _, row := range b.Rows {
		if len(row.Left.Gaps()) > 0 {
			return
		}
	}
	rep.add(b.Line, "gap", "Der Lückentext hat keine Lücke. Erwartet wird die Lösung in eckigen Klammern: Ich schreibe mit dem [Bleistift].")
}

// checkChoices wants groups of a question, at least two answers, a right one.
func checkChoices(b materials.Block, rep *report) {
	for _, rows := range groups(b.Rows) {
		if rows[0].Mark != "" {
			rep.add(rows[0].Line, "choice", "Vor den Antworten fehlt die Frage. Erwartet wird eine Zeile ohne + und -; eine leere Zeile trennt die Fragen.")
			continue
		}
		right, wrong := 0, 0
		for _, row := range rows[1:] {
			switch row.Mark {
			case "+":
				right++
			case "-":
				wrong++
			default:
				rep.add(row.Line, "choice", "Am Anfang der Antwort fehlt + (richtig) oder - (falsch). Vor einer neuen Frage wird eine leere Zeile erwartet.")
			}
		}
		switch {
		case right+wrong < 2:
			rep.add(rows[0].Line, "choice", "Zu dieser Frage werden mindestens zwei Antworten mit + und - erwartet.")
		case right == 0:
			rep.add(rows[0].Line, "choice", "Zu dieser Frage gibt es keine richtige Antwort. Erwartet wird mindestens eine Zeile mit +.")
		}
	}
}

// groups cuts rows where their group changes.
func groups(rows []materials.Row) [][]materials.Row {
	var out [][]materials.Row
	for i, row := range rows {
		if i == 0 || row.Group != rows[i-1].Group {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], row)
	}
	return out
}

func checkRight(b materials.Block, allowed []string, rep *report) {
	if len(allowed) == 0 {
		return
	}
	for _, row := range b.Rows {
		if right := row.Right.String(); right != "" && !slices.Contains(allowed, right) {
			rep.add(row.Line, "pair", "Rechts vom Gleichheitszeichen: %s", NotAllowed(right, allowed))
		}
	}
}

func checkLetterPart(b materials.Block, rep *report) {
	if b.Options.Has("use") {
		return
	}
	if !slices.ContainsFunc(b.Rows, func(r materials.Row) bool { return r.Speaker == "de" }) {
		rep.add(b.Line, "language", "Im Baustein fehlt die deutsche Zeile „de: …“.")
	}
	checkDoubleLanguages(b, rep)
}

func checkDoubleLanguages(b materials.Block, rep *report) {
	for _, rows := range groups(b.Rows) {
		seen := map[string]bool{}
		for _, row := range rows {
			if row.Speaker != "" && seen[row.Speaker] {
				rep.add(row.Line, "language", "Die Sprache „%s“ steht zweimal.", row.Speaker)
			}
			seen[row.Speaker] = true
		}
	}
}
