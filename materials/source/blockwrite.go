package source

import (
	"strings"

	"lernkoffer/materials"
)

// appendBlock writes a block in the canonical form, an empty line in front.
func appendBlock(out []byte, b materials.Block) []byte {
	body := b.Body
	if body == "" {
		body = rebuild(b)
	}
	out = append(out, '\n')
	if b.Type == "prose" {
		if body = strings.Trim(body, "\n"); body == "" {
			return out
		}
		return append(append(out, body...), '\n')
	}
	info := infoString(b)
	fence := fenceFor(body, info)
	out = append(append(append(append(out, fence...), ' '), info...), '\n')
	if body != "" {
		out = append(append(out, body...), '\n')
	}
	return append(append(out, fence...), '\n')
}

// fenceFor returns a fence that nothing in the body ends.
func fenceFor(body, info string) string {
	sign := "`"
	if strings.Contains(info, "`") {
		sign = "~"
	}
	fence := strings.Repeat(sign, 3)
	for line := range strings.SplitSeq(body, "\n") {
		for closesFence(line, fence) {
			fence += sign
		}
	}
	return fence
}

func infoString(b materials.Block) string {
	words := []string{b.Type}
	for _, o := range b.Options {
		switch {
		case o.Flag:
			words = append(words, o.Key)
		case o.Value == "" || strings.ContainsAny(o.Value, " \t\"\\"):
			words = append(words, o.Key+`="`+quote.Replace(o.Value)+`"`)
		default:
			words = append(words, o.Key+"="+o.Value)
		}
	}
	return strings.Join(words, " ")
}
