package source

import (
	"regexp"
	"strings"

	"lernkoffer/materials"
)

// A backslash before a sign that could be a mark makes it a letter.
const escapable = `\[]{}:*|=/,+-`

func escapedAt(s string, i int) bool {
	return s[i] == '\\' && i+1 < len(s) && strings.IndexByte(escapable, s[i+1]) >= 0
}

// trimSpace cuts spaces and tabs, but keeps a no-break space, which is a letter.
func trimSpace(s string) string { return strings.Trim(s, " \t") }

// unescape drops the backslashes that make marks letters.
func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if escapedAt(s, i) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// indexMark returns where mark stands in s outside of escapes, -1 if nowhere.
func indexMark(s, mark string) int {
	for i := 0; i < len(s); i++ {
		if strings.HasPrefix(s[i:], mark) {
			return i
		}
		if escapedAt(s, i) {
			i++
		}
	}
	return -1
}

// cutMark cuts s at a mark. A mark with spaces around may stand at either end.
func cutMark(s, mark string) (before, after string, found bool) {
	padded := " " + s + " "
	i := indexMark(padded, mark)
	if i < 0 {
		return s, "", false
	}
	return strings.TrimPrefix(padded[:i], " "), strings.TrimSuffix(padded[i+len(mark):], " "), true
}

// splitMark cuts s at every mark.
func splitMark(s, mark string) []string {
	var parts []string
	padded, from := " "+s+" ", 0
	cut := func(to int) {
		part := padded[from:max(from, to)] // two marks may share a space
		if from == 0 {
			part = strings.TrimPrefix(part, " ")
		}
		if to == len(padded) {
			part = strings.TrimSuffix(part, " ")
		}
		parts = append(parts, part)
	}
	for i := 0; i < len(padded); {
		switch {
		case strings.HasPrefix(padded[i:], mark):
			cut(i)
			i += len(mark)
			from = i
			if mark[0] == ' ' && strings.HasPrefix(padded[i-1:], mark) {
				i--
			}
		case escapedAt(padded, i):
			i += 2
		default:
			i++
		}
	}
	cut(len(padded))
	return parts
}

var picturePattern = regexp.MustCompile(`^:([\pL\pN][\pL\pN#-]*):`)

// textReader reads the marks inside a line.
type textReader struct {
	marks        materials.Mark
	line         int
	rep          *report
	out          materials.Text
	plain        strings.Builder
	bold, italic bool
}

// readText reads the marks inside a line that the block type knows.
func readText(s string, marks materials.Mark, line int, rep *report) materials.Text {
	r := &textReader{marks: marks, line: line, rep: rep}
	for i := 0; i < len(s); {
		i += r.step(s[i:])
	}
	if r.bold || r.italic {
		rep.add(line, "bold", "Ein Stern * für fett oder kursiv hat kein Gegenstück. Erwartet wird **fett** oder *kursiv*; ein Stern als Zeichen ist \\*.")
	}
	r.flush()
	return r.out
}

// step reads what s begins with and returns its length.
func (r *textReader) step(s string) int {
	knows := func(m materials.Mark) bool { return r.marks&m != 0 }
	switch c := s[0]; {
	case escapedAt(s, 0):
		r.plain.WriteByte(s[1])
		return 2
	case c == '[' && knows(materials.MarkGap):
		return r.gap(s)
	case c == ']' && knows(materials.MarkGap):
		r.rep.add(r.line, "gap", "Eine Klammer ] ohne [ davor. Erwartet wird [Lösung]; eine Klammer als Zeichen ist \\].")
	case c == '{' && knows(materials.MarkSlot):
		return r.slot(s)
	case c == '}' && knows(materials.MarkSlot):
		r.rep.add(r.line, "slot", "Eine Klammer } ohne { davor. Erwartet wird {name}; eine Klammer als Zeichen ist \\}.")
	case c == ':' && knows(materials.MarkPicture):
		if m := picturePattern.FindStringSubmatch(s); m != nil {
			r.add(materials.Span{Kind: materials.SpanPicture, Text: m[1]})
			return len(m[0])
		}
	case c == '*' && knows(materials.MarkBold):
		return r.star(s)
	}
	r.plain.WriteByte(s[0])
	return 1
}

// inner returns what stands between the first bracket of s and its end, and the
// length with both brackets; ok is false if it is not closed.
func inner(s string, end byte) (text string, length int, ok bool) {
	for i := 1; i < len(s); i++ {
		switch {
		case escapedAt(s, i):
			i++
		case s[i] == s[0] || s[i] == '\n':
			return "", 0, false
		case s[i] == end:
			return s[1:i], i + 1, true
		}
	}
	return "", 0, false
}

func (r *textReader) gap(s string) int {
	text, n, ok := inner(s, ']')
	if !ok {
		r.rep.add(r.line, "gap", "Eine Lücke wird nicht geschlossen. Erwartet wird [Lösung] oder [Lösung|auch richtig]; gefunden: %s", short(s))
		r.plain.WriteByte('[')
		return 1
	}
	var answers []string
	for _, answer := range splitMark(text, "|") {
		if answer = unescape(trimSpace(answer)); answer != "" {
			answers = append(answers, answer)
		}
	}
	if len(answers) == 0 {
		r.rep.add(r.line, "gap", "Eine Lücke ist leer. Erwartet wird die Lösung in der Klammer: [Lösung].")
		return n
	}
	r.add(materials.Span{Kind: materials.SpanGap, Text: answers[0], Answers: answers})
	return n
}

func (r *textReader) slot(s string) int {
	text, n, ok := inner(s, '}')
	name := unescape(trimSpace(text))
	if !ok || name == "" {
		r.rep.add(r.line, "slot", "Ein Feld wird nicht geschlossen oder ist leer. Erwartet wird {name}; gefunden: %s", short(s))
		r.plain.WriteByte('{')
		return 1
	}
	r.add(materials.Span{Kind: materials.SpanSlot, Text: name})
	return n
}

func (r *textReader) star(s string) int {
	n := len(s) - len(strings.TrimLeft(s, "*"))
	if n > 3 {
		r.plain.WriteString(s[:n])
		return n
	}
	r.flush()
	if n >= 2 {
		r.bold = !r.bold
	}
	if n != 2 {
		r.italic = !r.italic
	}
	return n
}

func (r *textReader) add(s materials.Span) {
	r.flush()
	r.out = append(r.out, s)
}

// flush ends the plain text before a mark.
func (r *textReader) flush() {
	if r.plain.Len() == 0 {
		return
	}
	r.out = append(r.out, materials.Span{Kind: emphasis(r.bold, r.italic), Text: r.plain.String()})
	r.plain.Reset()
}

func emphasis(bold, italic bool) materials.SpanKind {
	switch {
	case bold && italic:
		return materials.SpanBoldItalic
	case bold:
		return materials.SpanBold
	case italic:
		return materials.SpanItalic
	}
	return materials.SpanPlain
}
