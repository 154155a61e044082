package typeset

import (
	"unicode"
)

const (
	objectReplacement = '\uFFFC' // stands for a Box
	softHyphen        = '\u00AD'
)

// paragraph is the text of some spans, one rune after the other.
type paragraph struct {
	spans  []Span
	chains [][]*Font // of each span
	rtl    bool

	stretch
	soft []bool // whether a soft hyphen stood before the rune; one more than text
}

// stretch is a piece of a paragraph: what is said of each rune, side by side.
type stretch struct {
	text   []rune
	span   []int   // index of the rune's span
	levels []uint8 // of UAX #9
	// hyphen says that the last rune is a hyphen that shows a soft one.
	hyphen bool
}

func (s stretch) slice(from, to int) stretch {
	return stretch{text: s.text[from:to], span: s.span[from:to], levels: s.levels[from:to]}
}

// hyphenated returns a copy with a hyphen at its end.
func (s stretch) hyphenated() stretch {
	last := len(s.text) - 1
	return stretch{
		text:   append(append([]rune(nil), s.text...), '-'),
		span:   append(append([]int(nil), s.span...), s.span[last]),
		levels: append(append([]uint8(nil), s.levels...), s.levels[last]),
		hyphen: true,
	}
}

// source returns the text of runes from:to as it was given.
func (s stretch) source(from, to int) string {
	if s.hyphen && to == len(s.text) {
		return string(s.text[from:to-1]) + string(softHyphen)
	}
	return string(s.text[from:to])
}

func (f *Fonts) paragraph(spans []Span) (*paragraph, error) {
	p := &paragraph{spans: spans, rtl: len(spans) > 0 && isRTL(spans[0].Style.Language)}
	soft := false
	add := func(r rune, span int) {
		p.text = append(p.text, r)
		p.span = append(p.span, span)
		p.soft = append(p.soft, soft)
		soft = false
	}
	for i, span := range spans {
		chain, err := f.chain(span.Style)
		if err != nil {
			return nil, err
		}
		p.chains = append(p.chains, chain)
		if span.Box != nil {
			add(objectReplacement, i)
			continue
		}
		for _, r := range span.Text {
			switch {
			case r == softHyphen:
				soft = len(p.text) > 0
			case r == '\n' || !unicode.IsControl(r):
				add(r, i)
			case r == '\t' || r == '\v' || r == '\f':
				add(' ', i)
			}
		}
	}
	p.soft = append(p.soft, soft)
	p.levels = levels(p.text, p.rtl)
	return p, nil
}

func (p *paragraph) isBox(span int) bool { return p.spans[span].Box != nil }
