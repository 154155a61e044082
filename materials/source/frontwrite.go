package source

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"lernkoffer/materials"
)

// appendFront writes the head: the lines that were read where their value is as
// it was, new lines for changed and added values.
func (d *Document) appendFront(out []byte) []byte {
	now := frontFields(d.Material)
	value := func(fields []entry, key string) string {
		if i := slices.IndexFunc(fields, func(f entry) bool { return f.key == key }); i >= 0 {
			return fields[i].raw
		}
		return ""
	}
	written := map[string]bool{}
	for _, e := range d.front {
		written[e.key] = true
		if value(now, e.key) == value(d.readFields, e.key) {
			out = append(out, e.raw...)
		} else {
			out = append(out, value(now, e.key)...)
		}
	}
	for _, f := range now {
		if !written[f.key] && f.raw != value(d.readFields, f.key) {
			out = append(out, f.raw...)
		}
	}
	return out
}

// frontFields returns the canonical lines of the head in their order, without
// those that have nothing to say.
func frontFields(m *materials.Material) []entry {
	w := &fieldWriter{}
	w.line("id", scalar(string(m.ID)))
	w.line("title", scalar(m.Title))
	w.optional("summary", m.Summary)
	w.line("kind", scalar(m.Kind))
	w.line("levels", flow(m.Levels))
	w.line("audience", flow(m.Audience))
	if m.Age != (materials.AgeRange{}) {
		w.line("age", fmt.Sprintf("[%d, %d]", m.Age.From, m.Age.To))
	}
	w.list("competences", m.Competences)
	w.line("topics", flow(m.Topics))
	w.list("fields", m.Fields)
	w.line("languages", flow(m.Languages))
	if m.Duration > 0 {
		w.line("duration", strconv.Itoa(m.Duration))
	}
	w.list("social", m.Social)
	w.line("licence", scalar(m.Licence))
	w.line("authors", flow(m.Authors))
	w.line("version", strconv.Itoa(m.Version))
	if m.Changed != "" {
		w.line("changed", m.Changed)
	}
	w.line("review", flowMap(m.Review, "de"))
	w.list("sensitive", m.Sensitive)
	w.list("grammar", m.Grammar)
	w.literacy(m.Literacy)
	w.feast(m.Feast)
	w.slots(m.Slots)
	w.sources(m.Sources)
	return w.fields
}

type fieldWriter struct{ fields []entry }

func (w *fieldWriter) line(key, value string) {
	w.fields = append(w.fields, entry{key, key + ": " + value + "\n"})
}

func (w *fieldWriter) optional(key, value string) {
	if value != "" {
		w.line(key, scalar(value))
	}
}

// list writes a list unless it is missing; an empty one is written.
func (w *fieldWriter) list(key string, values []string) {
	if values != nil {
		w.line(key, flow(values))
	}
}

// under writes a key with lines below it.
func (w *fieldWriter) under(key string, lines []string) {
	w.fields = append(w.fields, entry{key, key + ":\n" + strings.Join(lines, "")})
}

func (w *fieldWriter) literacy(l *materials.Literacy) {
	if l == nil {
		return
	}
	lines := []string{"  grapheme: " + scalar(l.Grapheme) + "\n"}
	if l.Known != nil {
		lines = append(lines, "  known: "+flow(l.Known)+"\n")
	}
	if l.Next != "" {
		lines = append(lines, "  next: "+scalar(l.Next)+"\n")
	}
	w.under("literacy", lines)
}

func (w *fieldWriter) feast(f *materials.Feast) {
	if f == nil {
		return
	}
	lines := []string{"  rule: " + scalar(f.Rule) + "\n"}
	if f.Eve {
		lines = append(lines, "  eve: true\n")
	}
	if f.Note != "" {
		lines = append(lines, "  note: "+scalar(f.Note)+"\n")
	}
	if f.Known != nil {
		var dates []string
		for _, year := range slices.Sorted(maps.Keys(f.Known)) {
			dates = append(dates, year+": "+f.Known[year])
		}
		lines = append(lines, "  known: {"+strings.Join(dates, ", ")+"}\n")
	}
	w.under("feast", lines)
}

func (w *fieldWriter) slots(slots []materials.Slot) {
	if len(slots) == 0 {
		return
	}
	var lines []string
	for _, s := range slots {
		line := "  " + s.Name + ": {type: " + flowScalar(s.Type)
		if s.Required {
			line += ", required: true"
		}
		if len(s.Choices) > 0 {
			line += ", choices: " + flow(s.Choices)
		}
		if s.Example != "" {
			line += ", example: " + flowScalar(s.Example)
		}
		lines = append(lines, line+"}\n")
	}
	w.under("slots", lines)
}

func (w *fieldWriter) sources(sources []materials.Citation) {
	if len(sources) == 0 {
		return
	}
	var lines []string
	for _, c := range sources {
		lines = append(lines, "  - text: "+scalar(c.Text)+"\n")
		if c.Seen != "" {
			lines = append(lines, "    seen: "+scalar(c.Seen)+"\n")
		}
		if c.Verify {
			lines = append(lines, "    verify: true\n")
		}
	}
	w.under("sources", lines)
}

func flow(values []string) string {
	parts := make([]string, len(values))
	for i, v := range values {
		parts[i] = flowScalar(v)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// flowMap writes a map with the entry named first in front.
func flowMap(values map[string]string, first string) string {
	var parts []string
	if v, ok := values[first]; ok {
		parts = append(parts, first+": "+flowScalar(v))
	}
	for _, k := range slices.Sorted(maps.Keys(values)) {
		if k != first {
			parts = append(parts, k+": "+flowScalar(values[k]))
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// scalar writes text plainly where YAML reads it back as the same text, quoted
// where it would not.
func scalar(s string) string {
	if plainScalar(s) {
		return s
	}
	return quoted(s)
}

// flowScalar is scalar for text inside brackets, where a comma ends it.
func flowScalar(s string) string {
	if plainScalar(s) && !strings.ContainsAny(s, ",[]{}") {
		return s
	}
	return quoted(s)
}

func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 0x20 || r > 0x7e && r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// plainScalar is careful: what YAML could read otherwise somewhere is quoted.
func plainScalar(s string) bool {
	if strings.TrimSpace(s) != s || strings.ContainsAny(s, ":#&*!|>\"%@`\\\n\t") {
		return false
	}
	for _, r := range s {
		if r < 0x20 || r > 0x7e && r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff {
			return false
		}
	}
	var n yaml.Node
	if err := yaml.Unmarshal([]byte(s), &n); err != nil || len(n.Content) != 1 {
		return false
	}
	c := n.Content[0]
	return c.Kind == yaml.ScalarNode && c.Tag == "!!str" && c.Value == s
}
