package source

import (
	"regexp"
	"strconv"
	"strings"

	"lernkoffer/materials"
)

// proseMarkdown writes prose as Markdown.
func proseMarkdown(prose []materials.Prose) string {
	var b strings.Builder
	for i, p := range prose {
		if i > 0 {
			b.WriteByte('\n')
			if p.Kind != materials.ProseItem || prose[i-1].Kind != materials.ProseItem {
				b.WriteByte('\n')
			}
		}
		switch p.Kind {
		case materials.ProseHeading:
			b.WriteString(strings.Repeat("#", p.Level) + " " + inlineMarkdown(p.Text, false))
		case materials.ProseItem:
			writeItem(&b, p)
		case materials.ProseTable:
			writeTableMarkdown(&b, p.Cells)
		default:
			b.WriteString(inlineMarkdown(p.Text, false))
		}
	}
	return b.String()
}

// writeItem indents by four columns a level: enough below any mark.
func writeItem(b *strings.Builder, p materials.Prose) {
	indent := strings.Repeat("    ", p.Level)
	mark := "- "
	if p.Number > 0 {
		mark = strconv.Itoa(p.Number) + ". "
	}
	text := strings.ReplaceAll(inlineMarkdown(p.Text, false), "\n", "\n"+indent+strings.Repeat(" ", len(mark)))
	b.WriteString(indent + mark + text)
}

func writeTableMarkdown(b *strings.Builder, rows [][]materials.Text) {
	for i, row := range rows {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteByte('|')
		for _, cell := range row {
			b.WriteString(" " + inlineMarkdown(cell, true) + " |")
		}
		if i == 0 {
			b.WriteString("\n|" + strings.Repeat("---|", len(row)))
		}
	}
}

func inlineMarkdown(t materials.Text, cell bool) string {
	var b strings.Builder
	for _, s := range t {
		text := markdownSpecial.ReplaceAllString(s.Text, `\$0`)
		if cell {
			text = strings.ReplaceAll(text, "|", `\|`)
		}
		inner := strings.Trim(text, " \n")
		before, after, _ := strings.Cut(text, inner)
		mark := strings.Repeat("*", stars(s.Kind))
		if s.Link != "" {
			inner = "[" + inner + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E").Replace(s.Link) + ">)"
		}
		b.WriteString(before + mark + inner + mark + after)
	}
	return lineStart.ReplaceAllString(b.String(), `$1\$2`)
}

var (
	markdownSpecial = regexp.MustCompile("[\\\\`*_\\[\\]<>&]")
	// lineStart finds what would begin a list, heading or fence.
	lineStart = regexp.MustCompile(`(?m)^(\s*(?:[0-9]{1,9})?)([#+\-=~.)])`)
)
