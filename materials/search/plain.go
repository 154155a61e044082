package search

import (
	"regexp"
	"strings"
)

var (
	quoted      = regexp.MustCompile(`"([^"]*)"`)
	translation = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z]+)?@[0-9a-f]+:`)
	lineMark    = regexp.MustCompile(`^(#{1,6}|[-+*>]|\d+[.)]) +`)
	gap         = regexp.MustCompile(`\[([^\]|]*)[^\]]*\](\([^)]*\))?`)
	slotOrWord  = regexp.MustCompile(`\{([^}]*)\}|:([\pL\d#-]+):`)
	emphasis    = regexp.MustCompile(`\*+([^*]+)\*+`)
	inlineMarks = strings.NewReplacer(" // ", " ", "|", " ", "`", "")
)

// plain is what is to be read in a material's Markdown, a line each: no front
// matter, no marks, gaps filled, German only.
func plain(source string) string {
	source = strings.TrimPrefix(strings.ReplaceAll(source, "\r", ""), "\uFEFF")
	if head, ok := strings.CutPrefix(source, "---\n"); ok {
		if _, body, ok := strings.Cut(head, "\n---\n"); ok {
			source = body
		}
	}
	var b strings.Builder
	for line := range strings.Lines(source) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "```"):
			line = titles(line)
		case strings.Contains(line, "@") && translation.MatchString(line):
			continue
		default:
			line = unmarked(line)
		}
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			b.WriteString(line)
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// unmarked is a line without its marks. Expressions are slow, so each is asked only
// where its letters are.
func unmarked(line string) string {
	if line != "" && strings.IndexByte("#-+*>0123456789", line[0]) >= 0 {
		line = lineMark.ReplaceAllString(line, "")
	}
	for _, m := range []struct {
		letters string
		marks   *regexp.Regexp
		text    string
	}{{"[", gap, "$1"}, {"{:", slotOrWord, "$1$2"}, {"*", emphasis, "$1"}} {
		if strings.ContainsAny(line, m.letters) {
			line = m.marks.ReplaceAllString(line, m.text)
		}
	}
	return inlineMarks.Replace(strings.TrimPrefix(line, "de: "))
}

// titles are the texts that a block's fence names.
func titles(fence string) string {
	var out []string
	for _, m := range quoted.FindAllStringSubmatch(fence, -1) {
		out = append(out, m[1])
	}
	return strings.Join(out, " ")
}
