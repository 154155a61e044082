package typeset

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// levels returns the embedding level of each rune by UAX #9, odd for right to
// left. Explicit embeddings and isolates, which our texts have no use for, count
// for nothing. Line feeds part the text into paragraphs.
func levels(text []rune, rtl bool) []uint8 {
	out := make([]uint8, len(text))
	classes := make([]bidi.Class, len(text))
	plain := !rtl
	for i, r := range text {
		p, _ := bidi.LookupRune(r)
		classes[i] = p.Class()
		switch classes[i] {
		case bidi.R, bidi.AL, bidi.AN:
			plain = false
		}
	}
	if plain {
		return out
	}
	for from := 0; from < len(text); {
		to := from
		for to < len(text) && classes[to] != bidi.B {
			to++
		}
		paragraphLevels(text[from:to], classes[from:to], rtl, out[from:to])
		if to < len(text) {
			out[to] = baseLevel(rtl)
		}
		from = to + 1
	}
	return out
}

func baseLevel(rtl bool) uint8 {
	if rtl {
		return 1
	}
	return 0
}

func paragraphLevels(text []rune, classes []bidi.Class, rtl bool, out []uint8) {
	s := sequence{base: bidi.L}
	if rtl {
		s.base = bidi.R
	}
	for i, c := range classes {
		if !ignored(c) {
			s.text = append(s.text, text[i])
			s.class = append(s.class, c)
		}
	}
	s.mark = make([]bool, len(s.class))
	for i, c := range s.class {
		s.mark[i] = c == bidi.NSM
	}
	s.weak()
	s.brackets()
	s.neutral()

	level, next := baseLevel(rtl), 0
	for i, c := range classes {
		if !ignored(c) {
			level = s.level(next)
			next++
		}
		out[i] = level // what is ignored goes with what is before it
	}
}

// ignored classes are left out by rule X9, with the isolates.
func ignored(c bidi.Class) bool {
	switch c {
	case bidi.BN, bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
		return true
	}
	return false
}

// sequence is an isolating run sequence in the course of being resolved.
type sequence struct {
	text  []rune
	class []bidi.Class
	mark  []bool     // was a non-spacing mark
	base  bidi.Class // L or R: the direction around it
}

// weak resolves numbers and marks (rules W1 to W7).
func (s *sequence) weak() {
	before, strong := s.base, s.base
	for i, c := range s.class {
		if c == bidi.NSM { // W1
			c = before
		}
		before = c
		switch c {
		case bidi.L, bidi.R, bidi.AL:
			strong = c
		case bidi.EN:
			if strong == bidi.AL { // W2
				c = bidi.AN
			}
		}
		s.class[i] = c
	}
	for i, c := range s.class { // W3
		if c == bidi.AL {
			s.class[i] = bidi.R
		}
	}
	s.separators()
	strong = s.base
	for i, c := range s.class {
		switch c {
		case bidi.ES, bidi.ET, bidi.CS: // W6
			s.class[i] = bidi.ON
		case bidi.L, bidi.R:
			strong = c
		case bidi.EN:
			if strong == bidi.L { // W7
				s.class[i] = bidi.L
			}
		}
	}
}

// separators joins what stands between and beside digits to them (W4, W5).
func (s *sequence) separators() {
	for i := 1; i+1 < len(s.class); i++ {
		before, after := s.class[i-1], s.class[i+1]
		if before != after {
			continue
		}
		switch c := s.class[i]; {
		case before == bidi.EN && (c == bidi.ES || c == bidi.CS), before == bidi.AN && c == bidi.CS:
			s.class[i] = before
		}
	}
	for i := 0; i < len(s.class); {
		j := i
		for j < len(s.class) && s.class[j] == bidi.ET {
			j++
		}
		if i > 0 && s.class[i-1] == bidi.EN || j < len(s.class) && s.class[j] == bidi.EN {
			s.fill(i, j, bidi.EN)
		}
		i = j + 1
	}
}

// neutral gives what has no direction that of its neighbours where they agree,
// else the base's (N1, N2).
func (s *sequence) neutral() {
	for i := 0; i < len(s.class); {
		j := i
		for j < len(s.class) && s.direction(j) == bidi.ON {
			j++
		}
		before, after := s.base, s.base
		if i > 0 {
			before = s.direction(i - 1)
		}
		if j < len(s.class) {
			after = s.direction(j)
		}
		if before == after {
			s.fill(i, j, before)
		} else {
			s.fill(i, j, s.base)
		}
		i = j + 1
	}
}

func (s *sequence) fill(from, to int, c bidi.Class) {
	for i := from; i < to; i++ {
		s.class[i] = c
	}
}

// direction returns L, R, or ON for none; numbers run like R here.
func (s *sequence) direction(i int) bidi.Class {
	switch s.class[i] {
	case bidi.L:
		return bidi.L
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R
	}
	return bidi.ON
}

// level applies rules I1 and I2.
func (s *sequence) level(i int) uint8 {
	c := s.class[i]
	switch {
	case s.base == bidi.R && c == bidi.R, s.base == bidi.L && c == bidi.R:
		return 1
	case s.base == bidi.L && c == bidi.L:
		return 0
	}
	return 2
}

// atLineEnd returns levels with the runes from visible on at the paragraph's
// own: spaces at a line's end stand there whatever is before them (rule L1).
func atLineEnd(levels []uint8, visible int, rtl bool) []uint8 {
	if visible == len(levels) {
		return levels
	}
	levels = slices.Clone(levels)
	for i := visible; i < len(levels); i++ {
		levels[i] = baseLevel(rtl)
	}
	return levels
}

// visualOrder returns the indices of chunks from left to right (rule L2).
func visualOrder(chunks []chunk) []int {
	order := make([]int, len(chunks))
	var highest uint8
	for i, c := range chunks {
		order[i] = i
		highest = max(highest, c.level)
	}
	for level := highest; level > 0; level-- {
		for i := 0; i < len(order); {
			j := i
			for j < len(order) && chunks[order[j]].level >= level {
				j++
			}
			slices.Reverse(order[i:j])
			i = max(j, i+1)
		}
	}
	return order
}
