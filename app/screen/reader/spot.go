package reader

import (
	"slices"
	"strings"
	"unicode"

	"lernkoffer/materials/page"
	"lernkoffer/materials/typeset"
)

// Spot is where something stands: lengths are mm on the page.
type Spot struct {
	Page                     int // from 0
	Left, Top, Right, Bottom float64
}

// passageSpots finds where passages stand on pages, pupil of which come before the
// solution. A text is set as many runs, with gaps where pupils write, so runs are
// looked for in the text. Passages are in the order of the material, so of several
// places the next one is meant. What is not found has Page -1.
func passageSpots(pages []*page.Page, pupil int, passages []Passage) []Spot {
	out := make([]Spot, len(passages))
	lines := make([][]line, len(pages))
	for i, p := range pages {
		lines[i] = linesOf(p)
	}
	var before Spot
	for i, p := range passages {
		out[i] = Spot{Page: -1}
		for _, text := range p.printed {
			found, ok := choose(places(lines, normal(text)), before)
			if !ok {
				continue
			}
			out[i] = found.Spot
			if found.Page < pupil {
				before = found.Spot
			}
			break
		}
	}
	return out
}

// places finds where a text may stand: where more than half of it does. Less is
// there by chance.
func places(lines [][]line, text string) []place {
	var all []place
	for n := range lines {
		for _, found := range within(lines[n], text) {
			if found.length*2 > len(text) {
				found.Page = n
				all = append(all, found)
			}
		}
	}
	return all
}

// place is where something stands, and how much of the text is there in bytes.
type place struct {
	Spot
	length int
}

// choose returns the first place behind another, or that with the most of the
// text.
func choose(all []place, before Spot) (place, bool) {
	if len(all) == 0 {
		return place{}, false
	}
	best := all[0]
	for _, p := range all {
		if p.Page > before.Page || p.Page == before.Page && p.Top >= before.Top-1 {
			return p, true
		}
		if p.length > best.length {
			best = p
		}
	}
	return best, true
}

// line is a run of text, with what follows it on its baseline.
type line struct {
	text                     string
	left, top, right, bottom float64
}

const (
	ascent  = 0.95 // of a line, by the size of its type
	descent = 0.3
	space   = 0.4 // the widest between words, by the size of the type
)

// linesOf joins the runs of a page that follow each other on a baseline.
func linesOf(p *page.Page) []line {
	var out []line
	var baseline, end float64
	for _, item := range p.Items {
		t, ok := item.(page.Text)
		if !ok || t.Run.Text == "" {
			continue
		}
		size := t.Run.Size * typeset.MMPerPoint
		left := t.X + t.Run.X
		if n := len(out); n > 0 && t.Y == baseline && left-end < space*size && left >= end-0.1 {
			if left-end > 0.1 {
				out[n-1].text += " "
			}
			out[n-1].text += t.Run.Text
			out[n-1].right = left + t.Run.Width
		} else {
			out = append(out, line{t.Run.Text, left, t.Y - ascent*size, left + t.Run.Width, t.Y + descent*size})
		}
		baseline, end = t.Y, left+t.Run.Width
	}
	for i := range out {
		out[i].text = normal(out[i].text)
	}
	return slices.DeleteFunc(out, func(l line) bool { return l.text == "" })
}

// normal leaves of a text what setting does not change: its words in small letters.
func normal(text string) string {
	shy := strings.NewReplacer("\u00ad", "", "\u200b", "")
	words := strings.FieldsFunc(strings.ToLower(shy.Replace(text)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	return strings.Join(words, " ")
}

// within finds the groups of lines that a text is set in: those that are part of
// it and stand below each other.
func within(lines []line, text string) []place {
	if text == "" {
		return nil
	}
	var out []place
	last := 0
	for i, l := range lines {
		whole := strings.Contains(l.text, text)
		now := len(out) - 1
		near := now >= 0 && i-last <= 6 && l.top-out[now].Bottom < 6 && l.top > out[now].Top-6
		if !whole && !(strings.Contains(text, l.text) && (strings.Contains(l.text, " ") || near)) {
			continue
		}
		length := min(len(l.text), len(text))
		if near && !whole && out[now].length+length <= len(text) {
			p := &out[now]
			p.Left, p.Top = min(p.Left, l.left), min(p.Top, l.top)
			p.Right, p.Bottom = max(p.Right, l.right), max(p.Bottom, l.bottom)
			p.length += length
		} else {
			out = append(out, place{Spot{0, l.left, l.top, l.right, l.bottom}, length})
		}
		last = i
	}
	return out
}
