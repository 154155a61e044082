package typeset

import (
	_ "embed" // the patterns
	"strings"
	"sync"
	"unicode"
)

//go:embed hyphens/de-1996.txt
var germanPatterns string

// hyphens finds where words part, by Liang's method: patterns of letters carry
// votes for the places between them, the highest decides, odd is yes.
type hyphens struct {
	votes   map[string][]uint8
	longest int
}

// german is read when the first word has to be parted.
var german = sync.OnceValue(func() *hyphens { return readHyphens(germanPatterns) })

// readHyphens reads a pattern on each line, digits being the votes, and comments
// behind %.
func readHyphens(patterns string) *hyphens {
	h := &hyphens{votes: map[string][]uint8{}}
	for line := range strings.Lines(patterns) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '%' {
			continue
		}
		letters := make([]rune, 0, len(line))
		votes := []uint8{0}
		for _, r := range line {
			if r >= '0' && r <= '9' {
				votes[len(votes)-1] = uint8(r - '0')
				continue
			}
			letters = append(letters, r)
			votes = append(votes, 0)
		}
		h.votes[string(letters)] = votes
		h.longest = max(h.longest, len(letters))
	}
	return h
}

// leastPart is how many letters stay on a line or go to the next.
const leastPart = 2

// places returns the indices before which a word of letters may be parted.
func (h *hyphens) places(word []rune) []int {
	if len(word) < 2*leastPart {
		return nil
	}
	text := make([]rune, 0, len(word)+2)
	text = append(text, '.')
	for _, r := range word {
		text = append(text, unicode.ToLower(r))
	}
	text = append(text, '.')
	votes := make([]uint8, len(text)+1)
	for from := range text {
		for to := from + 1; to <= min(len(text), from+h.longest); to++ {
			for i, v := range h.votes[string(text[from:to])] {
				votes[from+i] = max(votes[from+i], v)
			}
		}
	}
	var places []int
	for i := leastPart; i <= len(word)-leastPart; i++ {
		if votes[i+1]%2 == 1 {
			places = append(places, i)
		}
	}
	return places
}

// hyphenate lets the German words in from:to be parted and reports whether it
// found a place. Where an author has set soft hyphens it leaves a word alone.
func (r *ruler) hyphenate(p *paragraph, from, to int) bool {
	found := false
	for i := from; i < to; {
		j := i
		for j < to && p.span[j] == p.span[i] && unicode.IsLetter(r.text[j]) {
			j++
		}
		if j == i {
			i++
			continue
		}
		if base(languageOf(p.spans[p.span[i]].Style)) == "de" && !r.parted(i, j) {
			for _, place := range german().places(r.text[i:j]) {
				if r.chances[i+place] == noBreak {
					r.chances[i+place] = mayHyphen
					found = true
				}
			}
		}
		i = j
	}
	return found
}

// parted reports whether from:to may be parted already.
func (r *ruler) parted(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if r.chances[i] != noBreak {
			return true
		}
	}
	return false
}
