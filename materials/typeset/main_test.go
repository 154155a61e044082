package typeset_test

import (
	"os"
	"strings"
	"testing"

	"lernkoffer/materials/typeset"
)

const fontFolder = "../../assets/fonts"

// fonts are shared by the tests, as documents do.
var fonts = typeset.NewFonts(os.DirFS(fontFolder))

// mustLayout sets spans or ends the test.
func mustLayout(t *testing.T, o typeset.Options, spans ...typeset.Span) []typeset.Line {
	t.Helper()
	lines, err := fonts.Layout(spans, o)
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

// text returns the source text of a line in visual order of its runs.
func text(l typeset.Line) string {
	var b strings.Builder
	for _, r := range l.Runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// texts returns that of all lines.
func texts(lines []typeset.Line) []string {
	var out []string
	for _, l := range lines {
		out = append(out, text(l))
	}
	return out
}

func plain(s string) typeset.Span {
	return typeset.Span{Text: s, Style: typeset.Style{Size: 12}}
}
