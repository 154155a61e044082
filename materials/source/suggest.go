package source

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"lernkoffer/materials"
)

// NotAllowed says in German that a value is not of a closed list: the nearest
// value, where one is near, and all that are allowed.
func NotAllowed(value string, allowed []string) string {
	hint := ""
	if near, ok := nearest(value, allowed); ok {
		hint = fmt.Sprintf(" Meinen Sie „%s“?", near)
	}
	return fmt.Sprintf("„%s“ ist nicht vorgesehen.%s Erlaubt: %s.", short(value), hint, strings.Join(allowed, ", "))
}

// nearest returns the allowed value with the fewest changed letters, if they are
// few enough to be a slip.
func nearest(value string, allowed []string) (string, bool) {
	if len(value) > 64 {
		return "", false
	}
	best, at := utf8.RuneCountInString(value)/2+1, -1
	if best > 4 {
		best = 4
	}
	for i, a := range allowed {
		if d := distance(strings.ToLower(value), strings.ToLower(a)); d < best {
			best, at = d, i
		}
	}
	if at < 0 {
		return "", false
	}
	return allowed[at], true
}

// distance is the Levenshtein distance of two words, in letters.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	row := make([]int, len(t)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range s {
		diagonal := row[0]
		row[0] = i + 1
		for j, q := range t {
			cost := diagonal
			if r != q {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(t)]
}

// termFor returns the key of a list that people mean by its label: an author who
// writes „Sekundarstufe I“ is told lower-secondary.
func termFor(label string, list materials.List) (string, bool) {
	for _, t := range list {
		if strings.EqualFold(t.Label, label) {
			return t.Key, true
		}
	}
	return "", false
}
