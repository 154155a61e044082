package source

import (
	"strings"

	"lernkoffer/materials"
)

// rebuild makes a body of a block's rows or prose, for blocks that a program
// made or changed.
func rebuild(b materials.Block) string {
	spec, ok := materials.SpecFor(b.Type)
	if !ok {
		return ""
	}
	switch spec.Form {
	case materials.FormProse:
		return proseMarkdown(b.Prose)
	case materials.FormText:
		return rebuildLines(b.Rows, true, func(r materials.Row) string { return markup(r.Left, spec.Marks) })
	case materials.FormWords:
		return rebuildLines(b.Rows, false, wordLine)
	case materials.FormRows:
		return rebuildLines(b.Rows, false, func(r materials.Row) string { return rowLine(spec, r) })
	}
	return ""
}

// rebuildLines writes rows as lines, an empty line between groups.
func rebuildLines(rows []materials.Row, apart bool, line func(materials.Row) string) string {
	var b strings.Builder
	for i, row := range rows {
		if i > 0 {
			b.WriteByte('\n')
			if apart || row.Group != rows[i-1].Group {
				b.WriteByte('\n')
			}
		}
		b.WriteString(line(row))
	}
	return b.String()
}

func wordLine(r materials.Row) string {
	if len(r.Cells) == 0 {
		return escapeRow(r.Left.String(), `,|\`)
	}
	cells := make([]string, len(r.Cells))
	for i, c := range r.Cells {
		cells[i] = escapeRow(c.String(), `,|\`)
	}
	return strings.Join(cells, " | ")
}

func rowLine(spec materials.Spec, r materials.Row) string {
	line := markup(r.Left, spec.Marks)
	if len(r.Cells) > 0 {
		cells := make([]string, len(r.Cells))
		for i, c := range r.Cells {
			cells[i] = markup(c, spec.Marks)
		}
		line = strings.Join(cells, " | ")
	}
	if len(r.Right) > 0 {
		line += " = " + markup(r.Right, spec.Marks)
	}
	switch {
	case spec.Marks&materials.MarkLanguage != 0 && r.Hash != "":
		line = r.Speaker + "@" + r.Hash + ": " + line
	case r.Speaker != "":
		line = escapeRow(r.Speaker, `:\`) + ": " + line
	}
	switch {
	case r.Mark != "":
		line = r.Mark + " " + line
	case spec.Marks&materials.MarkSign != 0 && (strings.HasPrefix(line, "+ ") || strings.HasPrefix(line, "- ")):
		line = `\` + line
	}
	if len(r.Key) > 0 {
		line += " // " + markup(r.Key, 0)
	}
	return line
}

// markup writes text with the marks that its block type knows, and what only
// looks like one with a backslash.
func markup(t materials.Text, marks materials.Mark) string {
	var b strings.Builder
	special := `\`
	for mark, signs := range map[materials.Mark]string{
		materials.MarkGap: "[]", materials.MarkSlot: "{}", materials.MarkPicture: ":", materials.MarkBold: "*",
		materials.MarkPair: "=", materials.MarkCells: "|", materials.MarkKey: "/",
	} {
		if marks&mark != 0 {
			special += signs
		}
	}
	for _, s := range t {
		switch s.Kind {
		case materials.SpanGap:
			answers := make([]string, len(s.Answers))
			for i, a := range s.Answers {
				answers[i] = escapeRow(a, `[]|\`)
			}
			b.WriteString("[" + strings.Join(answers, "|") + "]")
		case materials.SpanSlot:
			b.WriteString("{" + escapeRow(s.Text, `{}\`) + "}")
		case materials.SpanPicture:
			b.WriteString(":" + s.Text + ":")
		default:
			stars := strings.Repeat("*", stars(s.Kind))
			b.WriteString(stars + escapeRow(s.Text, special) + stars)
		}
	}
	return b.String()
}

func stars(k materials.SpanKind) int {
	switch k {
	case materials.SpanItalic:
		return 1
	case materials.SpanBold:
		return 2
	case materials.SpanBoldItalic:
		return 3
	}
	return 0
}

// escapeRow puts a backslash before the special signs. The signs that are marks
// only between spaces, and a slash that is one only in a pair, are left alone
// elsewhere.
func escapeRow(s, special string) string {
	if !strings.ContainsAny(s, special) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		alone := (i == 0 || s[i-1] == ' ') && (i+1 == len(s) || s[i+1] == ' ')
		pair := i+1 < len(s) && s[i+1] == c || i > 0 && s[i-1] == c
		if strings.IndexByte(special, c) >= 0 && (c != '=' || alone) && (c != '/' || pair) {
			b.WriteByte('\\')
		}
		b.WriteByte(c)
	}
	return b.String()
}
