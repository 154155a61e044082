package source

import (
	"regexp"
	"strings"

	"lernkoffer/materials"
)

// readRows reads a body line by line. An empty line begins the next group.
func readRows(spec materials.Spec, body string, first int, rep *report) []materials.Row {
	var rows []materials.Row
	group, gap := 0, false
	for i, line := range strings.Split(body, "\n") {
		line = trimSpace(line)
		if line == "" {
			gap = len(rows) > 0
			continue
		}
		if gap {
			group++
			gap = false
		}
		row := readRow(spec, line, first+i, rep)
		row.Group = group
		rows = append(rows, row)
	}
	return rows
}

// readRow takes a line apart by the marks that its block type knows, from the
// outer ones to the inner ones.
func readRow(spec materials.Spec, line string, number int, rep *report) materials.Row {
	row := materials.Row{Line: number}
	knows := func(m materials.Mark) bool { return spec.Marks&m != 0 }
	rest := line
	if knows(materials.MarkKey) {
		if before, key, ok := cutMark(rest, " // "); ok {
			rest = trimSpace(before)
			row.Key = readText(trimSpace(key), 0, number, rep)
		}
	}
	if knows(materials.MarkSign) && len(rest) > 1 && (rest[0] == '+' || rest[0] == '-') && rest[1] == ' ' {
		row.Mark, rest = rest[:1], trimSpace(rest[2:])
	}
	switch {
	case knows(materials.MarkLanguage):
		row.Speaker, row.Hash, rest = readLanguage(rest, number, rep)
	case knows(materials.MarkSpeaker):
		name, said, ok := cutMark(rest, ": ")
		if !ok {
			rep.add(number, "speaker", "Am Anfang der Zeile fehlt, wer spricht. Erwartet wird „Name: Satz“; gefunden: %s", short(rest))
			break
		}
		row.Speaker, rest = unescape(trimSpace(name)), trimSpace(said)
	}
	if knows(materials.MarkCells) {
		if cells := splitMark(rest, " | "); len(cells) > 1 {
			for _, cell := range cells {
				row.Cells = append(row.Cells, readText(trimSpace(cell), spec.Marks, number, rep))
			}
			return row
		}
	}
	if knows(materials.MarkPair) {
		left, right, ok := cutMark(rest, " = ")
		if !ok {
			rep.add(number, "pair", "Hier fehlt das Gleichheitszeichen mit Leerzeichen. Erwartet wird „links = rechts“; gefunden: %s", short(rest))
		}
		rest = trimSpace(left)
		row.Right = readText(trimSpace(right), spec.Marks, number, rep)
	}
	row.Left = readText(rest, spec.Marks, number, rep)
	return row
}

var (
	languageMark = regexp.MustCompile(`^([A-Za-z]+)(?:@([0-9A-Za-z]*))?:(?:[ \t]+|$)`)
	hashPattern  = regexp.MustCompile(`^[0-9a-f]{8}$`)
)

// readLanguage takes "xx@hash: " off a line.
func readLanguage(line string, number int, rep *report) (lang, hash, rest string) {
	m := languageMark.FindStringSubmatch(line)
	if m == nil {
		rep.add(number, "language", "Am Anfang der Zeile fehlt die Sprache. Erwartet wird zum Beispiel „de: Satz“; gefunden: %s", short(line))
		return "", "", line
	}
	if !materials.Languages.Has(m[1]) {
		rep.add(number, "language", "Sprache: %s", NotAllowed(m[1], materials.Languages.Keys()))
	}
	if strings.Contains(m[0], "@") && !hashPattern.MatchString(m[2]) {
		rep.add(number, "language", "Nach %s@ wird der Stempel aus acht Zeichen (0–9, a–f) erwartet. Lassen Sie @… weg; der Prüfer setzt ihn.", m[1])
	}
	return m[1], m[2], line[len(m[0]):]
}

// readParagraphs reads running text: paragraphs between empty lines, their lines
// kept apart by "\n".
func readParagraphs(spec materials.Spec, body string, first int, rep *report) []materials.Row {
	var rows []materials.Row
	var lines []string
	at := 0
	flush := func() {
		if len(lines) > 0 {
			text := readText(strings.Join(lines, "\n"), spec.Marks, first+at, rep)
			rows = append(rows, materials.Row{Line: first + at, Group: len(rows), Left: text})
		}
		lines = nil
	}
	for i, line := range strings.Split(body, "\n") {
		line = trimSpace(line)
		if line == "" {
			flush()
			continue
		}
		if len(lines) == 0 {
			at = i
		}
		lines = append(lines, line)
	}
	flush()
	return rows
}

// readWordRows reads words, by comma or line; "das Ladekabel | die Ladekabel"
// is a word that the word table lacks.
func readWordRows(body string, first int, rep *report) []materials.Row {
	var rows []materials.Row
	group, gap := 0, false
	for i, line := range strings.Split(body, "\n") {
		if trimSpace(line) == "" {
			gap = len(rows) > 0
			continue
		}
		if gap {
			group++
			gap = false
		}
		for _, word := range splitMark(strings.TrimSuffix(trimSpace(line), ","), ",") {
			word = trimSpace(word)
			if word == "" {
				rep.add(first+i, "word", "Zwischen zwei Kommas fehlt ein Wort.")
				continue
			}
			row := materials.Row{Line: first + i, Group: group}
			if cells := splitMark(word, " | "); len(cells) > 1 {
				for _, cell := range cells {
					row.Cells = append(row.Cells, materials.Plain(unescape(trimSpace(cell))))
				}
			} else {
				row.Left = materials.Plain(unescape(word))
			}
			rows = append(rows, row)
		}
	}
	return rows
}
