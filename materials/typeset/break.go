package typeset

import (
	"slices"
	"unicode"
)

// chance is what may happen before a rune.
type chance uint8

const (
	noBreak   chance = iota
	mayBreak         // a line may end here
	mayHyphen        // it may, showing a hyphen
	mustBreak        // it has to
)

// chances finds where lines may end, by UAX #14 and soft hyphens. The result
// has one entry more than the text.
func (set *setter) chances(p *paragraph) []chance {
	out := make([]chance, len(p.text)+1)
	words := slices.Clone(p.text)
	for i, span := range p.span {
		if p.isBox(span) {
			words[i] = 'x' // a box breaks like a word
		}
	}
	set.breaker.Init(words)
	for it := set.breaker.LineIterator(); it.Next(); {
		line := it.Line()
		end := line.Offset + len(line.Text)
		switch {
		case line.IsMandatoryBreak:
			out[end] = mustBreak
		case !insideRange(words, end):
			out[end] = mayBreak
		}
	}
	for i, soft := range p.soft {
		if soft && out[i] == noBreak && i < len(p.text) {
			out[i] = mayHyphen
		}
	}
	out[len(p.text)] = mustBreak
	return out
}

// insideRange reports whether a break before rune i would tear a range such as
// 8–14, which UAX #14 allows.
func insideRange(text []rune, i int) bool {
	return i >= 2 && i < len(text) && text[i-1] == '–' && unicode.IsDigit(text[i-2]) && unicode.IsDigit(text[i])
}

// ruler knows how wide the runes of a paragraph are where it is set as one line.
type ruler struct {
	text    []rune
	chances []chance
	at      []float64 // mm before each rune; one more than text
	starts  []bool    // whether a cluster begins with the rune
	hyphens []float64 // mm of a hyphen in each span
	span    []int
}

func (set *setter) ruler(p *paragraph, whole []chunk) *ruler {
	r := &ruler{
		text: p.text, span: p.span, chances: set.chances(p),
		at: make([]float64, len(p.text)+1), starts: make([]bool, len(p.text)+1),
		hyphens: make([]float64, len(p.spans)),
	}
	for i, span := range p.spans {
		font := p.chains[i][0]
		if id, ok := font.font.NominalGlyph('-'); ok {
			r.hyphens[i] = mm(font.Advance(GlyphID(id)), span.Style.Size*font.optical)
		}
	}
	widths := make([]float64, len(p.text))
	for _, c := range whole {
		if c.font == nil {
			widths[c.from], r.starts[c.from] = c.width, true
			continue
		}
		for i, g := range c.glyphs {
			widths[c.clusters[i]] += mm(g.Advance, c.size)
			r.starts[c.clusters[i]] = true
		}
	}
	for i, w := range widths {
		r.at[i+1] = r.at[i] + w
	}
	r.starts[len(p.text)] = true
	return r
}

// width returns that of a line from:to, without the spaces at its end.
func (r *ruler) width(from, to int) float64 {
	w := r.at[trimmed(r.text, from, to)] - r.at[from]
	if r.chances[to] == mayHyphen {
		w += r.hyphens[r.span[to-1]]
	}
	return w
}

// next returns the end of the line that starts at from and is below limit; the
// line is to be no wider than room where that is possible.
func (r *ruler) next(p *paragraph, from, limit int, room float64) int {
	fit, first := r.fit(from, limit, room)
	if fit > from {
		return fit
	}
	// Not even the first word: part it, if need be between any letters.
	if r.hyphenate(p, from, first) {
		if fit, _ = r.fit(from, limit, room); fit > from {
			return fit
		}
	}
	for to := from + 1; to <= limit; to++ {
		if !r.starts[to] {
			continue
		}
		if fit > from && r.at[to]-r.at[from] > room+tolerance {
			break
		}
		fit = to
	}
	return max(fit, from+1)
}

// fit returns the last chance for the end of a line that has room, from if there
// is none, and the first one.
func (r *ruler) fit(from, limit int, room float64) (fit, first int) {
	fit, first = from, limit
	for to := from + 1; to <= limit; to++ {
		if r.chances[to] == noBreak {
			continue
		}
		first = min(first, to)
		if room > 0 && r.width(from, to) > room+tolerance {
			break
		}
		if fit = to; r.chances[to] == mustBreak {
			break
		}
	}
	return fit, first
}

// tolerance in mm keeps rounding from breaking what was measured to fit.
const tolerance = 1e-6

// trimmed returns the end of from:to without its spaces and line feed.
func trimmed(text []rune, from, to int) int {
	for to > from && hangs(text[to-1]) {
		to--
	}
	return to
}

// hangs reports whether r is a space that a line's end swallows.
func hangs(r rune) bool {
	switch r {
	case '\u00A0', '\u202F', '\u2007':
		return false
	}
	return r == '\n' || r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Zs, r)
}
