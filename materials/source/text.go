package source

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const bom = "\uFEFF"

// decoded is a file's text by lines. A line keeps its "\n"; the last may lack it.
type decoded struct {
	lines     []string
	bom, crlf bool
}

// decode checks the encoding of a file and takes a byte order mark and Windows
// line ends off. Line ends of both kinds in one file are refused, because they
// could not be written back as they were.
func decode(src []byte, rep *report) (decoded, bool) {
	if len(src) > MaxSize {
		rep.add(0, "size", "Die Datei ist zu groß (%d Bytes). Erlaubt ist höchstens 1 MB; Bilder gehören in eigene Dateien.", len(src))
		return decoded{}, false
	}
	if i := invalidUTF8(src); i >= 0 {
		rep.add(lineAt(src, i), "utf-8", "Die Datei ist nicht in UTF-8 gespeichert. Speichern Sie sie im Editor mit der Kodierung UTF-8.")
		return decoded{}, false
	}
	text := string(src)
	d := decoded{}
	text, d.bom = strings.CutPrefix(text, bom)
	if d.crlf = strings.Contains(text, "\r\n"); d.crlf {
		if strings.Count(text, "\r\n") != strings.Count(text, "\n") {
			rep.add(0, "line-end", "Die Datei mischt Zeilenenden von Windows und Unix. Speichern Sie sie im Editor mit einer Art von Zeilenende.")
			return decoded{}, false
		}
		text = strings.ReplaceAll(text, "\r\n", "\n")
	}
	d.lines = strings.SplitAfter(text, "\n")
	if d.lines[len(d.lines)-1] == "" {
		d.lines = d.lines[:len(d.lines)-1]
	}
	ok := true
	for i, line := range d.lines {
		if j := strings.IndexFunc(line, forbidden); j >= 0 {
			r, _ := utf8.DecodeRuneInString(line[j:])
			rep.add(i+1, "control", "Hier steht ein unsichtbares Steuerzeichen (U+%04X). Löschen Sie es.", r)
			ok = false
		}
		if !norm.NFC.IsNormalString(line) {
			rep.add(i+1, "nfc", "Ein Buchstabe mit Zeichen ist hier aus zwei Teilen gespeichert (nicht Unicode-NFC). Tippen Sie ihn neu: %s", firstNotNFC(line))
			ok = false
		}
	}
	return d, ok
}

// encode is the inverse of what decode took off.
func encode(text string, withBOM, crlf bool) []byte {
	if crlf {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	if withBOM {
		text = bom + text
	}
	return []byte(text)
}

func invalidUTF8(src []byte) int {
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

func lineAt(src []byte, offset int) int { return bytes.Count(src[:offset], []byte("\n")) + 1 }

// forbidden reports control characters and the byte order mark inside a text.
// Marks of writing direction are left: translations need them.
func forbidden(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || r == '\uFEFF'
}

// firstNotNFC returns the word with the first part of s that is not in NFC.
func firstNotNFC(s string) string {
	for word := range strings.FieldsSeq(s) {
		if !norm.NFC.IsNormalString(word) {
			return norm.NFC.String(word)
		}
	}
	return strings.TrimSpace(s)
}
