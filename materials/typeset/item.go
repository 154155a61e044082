package typeset

import (
	"unicode"

	"github.com/go-text/typesetting/language"
)

// item is what is shaped at once: one span, direction, script and font.
type item struct {
	from, to int
	script   language.Script
	font     *Font // nil for a Box
}

// items cuts a stretch into what can be shaped at once, in logical order.
func (p *paragraph) items(s stretch) []item {
	fonts := p.fonts(s)
	scripts := scripts(s)
	var items []item
	for i := range s.text {
		if n := len(items) - 1; n >= 0 && i > 0 && fonts[i] != nil && fonts[i] == items[n].font &&
			scripts[i] == items[n].script && s.levels[i] == s.levels[i-1] && s.span[i] == s.span[i-1] {
			items[n].to++
			continue
		}
		items = append(items, item{from: i, to: i + 1, script: scripts[i], font: fonts[i]})
	}
	return items
}

// fonts chooses a font for each rune; boxes have none.
func (p *paragraph) fonts(s stretch) []*Font {
	fonts := make([]*Font, len(s.text))
	for i, r := range s.text {
		if p.isBox(s.span[i]) {
			continue
		}
		if i > 0 && s.span[i] == s.span[i-1] && clings(r) {
			// A mark in a font of its own would lose its letter.
			if before := fonts[i-1]; invisible(r) || before.Has(r) {
				fonts[i] = before
				continue
			}
		}
		chain := p.chains[s.span[i]]
		if fonts[i] = pick(chain, r); fonts[i] == nil {
			fonts[i] = chain[0]
		}
	}
	return fonts
}

// clings reports whether r is set in the font of what stands before it.
func clings(r rune) bool {
	return unicode.IsMark(r) || invisible(r) || unicode.IsSpace(r)
}

// scripts resolves the script of each rune: what is common to scripts takes the
// one before it, at the beginning the first to come.
func scripts(s stretch) []language.Script {
	out := make([]language.Script, len(s.text))
	current := language.Script(0)
	for i, r := range s.text {
		script := language.LookupScript(r)
		if script == language.Common || script == language.Inherited || script == language.Unknown {
			out[i] = current
			continue
		}
		if current == 0 {
			for j := range i {
				out[j] = script
			}
		}
		out[i], current = script, script
	}
	if current == 0 {
		for i := range out {
			out[i] = language.Latin
		}
	}
	return out
}
