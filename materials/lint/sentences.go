package lint

import (
	"slices"
	"strings"
	"unicode"

	"lernkoffer/materials"
)

// longest is the longest sentence in words for each level; B2 has no bound.
var longest = map[string]int{"alpha": 4, "A1": 8, "A2": 12, "B1": 18}

// longestOfLetter bounds the sentences of letters, which name no level.
const longestOfLetter = 12

// apart are the blocks whose lines are not sentences for learners of a level.
var apart = []string{
	"words", "names", "plan", "checklist", "chunks", "phrases", "glossary", "picture", "self-check", "letter-hunt",
	"tracing", "syllable-table", "bingo", "conjugation", "categories", "crossword", "odd-one-out",
}

// checkSentences warns of sentences too long for the level. Quoted speech and
// what follows a colon count apart.
func checkSentences(c *checker) {
	for _, b := range c.Material.Blocks {
		spec, ok := materials.SpecFor(b.Type)
		if !ok || spec.Form == materials.FormProse || spec.Form == materials.FormWords || slices.Contains(apart, b.Type) || b.ForTeacher() {
			continue
		}
		limit, level := c.limit(b)
		if limit == 0 {
			continue
		}
		for _, row := range b.Rows {
			if row.Speaker != "" && spec.Marks&materials.MarkLanguage != 0 && row.Speaker != "de" {
				continue
			}
			for _, text := range append([]materials.Text{row.Left}, row.Cells...) {
				c.sentences(row.Line, text.String(), limit, level)
			}
		}
	}
}

// limit is that of the highest level that reads the block.
func (c *checker) limit(b materials.Block) (int, string) {
	if b.Type == "letter-part" {
		return longestOfLetter, "Elternbriefe"
	}
	levels := b.Options.List("level")
	if len(levels) == 0 {
		levels = c.Material.Levels
	}
	highest := -1
	for _, level := range levels {
		highest = max(highest, materials.Levels.Index(level))
	}
	if highest < 0 {
		return 0, ""
	}
	key := materials.Levels[highest].Key
	return longest[key], key
}

func (c *checker) sentences(number int, text string, limit int, level string) {
	for _, s := range sentences(text) {
		if n := len(wordsIn(s)); n > limit {
			c.warn(number, "Der Satz hat %d Wörter, für %s sind höchstens %d vorgesehen. Teilen Sie ihn: %s", n, level, limit, s)
		}
	}
}

// sentences cuts text where a sentence, a quotation or a lead to a colon ends.
func sentences(text string) []string {
	var out []string
	var current strings.Builder
	flush := func() {
		if s := strings.TrimSpace(current.String()); s != "" {
			out = append(out, s)
		}
		current.Reset()
	}
	runes := []rune(text)
	for i, r := range runes {
		current.WriteRune(r)
		switch r {
		case '„', '“', '‚', '‘', '\n':
			flush()
		case '.':
			if ends(runes, i) {
				flush()
			}
		case '!', '?', ':', '…', '–':
			if i+1 == len(runes) || unicode.IsSpace(runes[i+1]) || runes[i+1] == '“' {
				flush()
			}
		}
	}
	flush()
	return out
}

// shortened are words that a full stop shortens.
var shortened = []string{"Dr", "Nr", "Abs", "ca", "bzw", "usw", "Str", "Tel", "St", "Fr", "Hr", "inkl", "evtl"}

// months follow a number whose full stop ends nothing.
var months = []string{
	"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
}

// ends reports whether the full stop at i ends a sentence: it does not behind a
// single letter, what is shortened, or the number of a date.
func ends(runes []rune, i int) bool {
	if i+1 < len(runes) && !unicode.IsSpace(runes[i+1]) && runes[i+1] != '“' {
		return false
	}
	start := i
	for start > 0 && (unicode.IsLetter(runes[start-1]) || unicode.IsDigit(runes[start-1])) {
		start--
	}
	word, next := runes[start:i], following(runes[i+1:])
	switch {
	case next == "" || len(word) == 0:
		return true
	case unicode.IsDigit(word[0]):
		first := []rune(next)[0]
		return !unicode.IsDigit(first) && !unicode.IsLower(first) && !slices.Contains(months, strings.TrimRight(next, ".,;:!?“"))
	case len(word) == 1:
		return false
	}
	return !slices.Contains(shortened, string(word))
}

// following returns the first word of a text.
func following(runes []rune) string {
	from := 0
	for from < len(runes) && unicode.IsSpace(runes[from]) {
		from++
	}
	to := from
	for to < len(runes) && !unicode.IsSpace(runes[to]) {
		to++
	}
	return string(runes[from:to])
}

// wordsIn returns the words of a sentence: what holds a letter or a digit.
func wordsIn(s string) []string {
	return slices.DeleteFunc(strings.Fields(s), func(w string) bool {
		return !strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	})
}
