package main

import (
	"context"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"
)

// pattern tells how much a break is wanted between its letters: odd values want
// one, even ones forbid it, and the highest value at a place decides.
type pattern struct {
	letters string
	values  []int // one more than letters
}

var quoted = regexp.MustCompile(`'([^']*)'`)

// hyphenation writes where the TeX patterns would divide our words at the end of
// a line: a check on the spoken syllables, which divide more often.
func (g generator) hyphenation(ctx context.Context, words []entry) error {
	const name = "hyphenated-de.cjs.js"
	files, err := g.npm.files(ctx, patterns, func(n string) bool { return n == name })
	if err != nil {
		return err
	}
	list, err := readPatterns(string(files[name]))
	if err != nil {
		return err
	}
	divided := map[string]string{}
	for _, w := range words {
		for part := range strings.FieldsFuncSeq(w.lemma, func(r rune) bool { return !unicode.IsLetter(r) }) {
			if d := divide(part, list); strings.Contains(d, "-") {
				divided[part] = d
			}
		}
	}
	rows := [][]string{{"word", "divided"}}
	for _, word := range sortedKeys(divided) {
		rows = append(rows, []string{word, divided[word]})
	}
	return writeTable(filepath.Join(g.assets, "words", "testdata", "hyphenation.csv"), rows)
}

func readPatterns(script string) (map[string]pattern, error) {
	_, script, ok := strings.Cut(script, "patterns: [")
	script, _, closed := strings.Cut(script, "]")
	if !ok || !closed {
		return nil, fmt.Errorf("the script holds no list of patterns")
	}
	list := map[string]pattern{}
	for _, m := range quoted.FindAllStringSubmatch(script, -1) {
		p := pattern{values: []int{0}}
		for _, r := range m[1] {
			if unicode.IsDigit(r) {
				p.values[len(p.values)-1] = int(r - '0')
				continue
			}
			p.letters += string(r)
			p.values = append(p.values, 0)
		}
		list[p.letters] = p
	}
	return list, nil
}

// divide puts hyphens into a word, with at least two letters on each side.
func divide(word string, list map[string]pattern) string {
	letters := []rune("." + strings.ToLower(word) + ".")
	values := make([]int, len(letters)+1)
	for i := range letters {
		for j := i + 1; j <= len(letters); j++ {
			p, ok := list[string(letters[i:j])]
			if !ok {
				continue
			}
			for k, v := range p.values {
				values[i+k] = max(values[i+k], v)
			}
		}
	}
	var b strings.Builder
	runes := []rune(word)
	for i, r := range runes {
		if i >= 2 && i <= len(runes)-2 && values[i+1]%2 == 1 {
			b.WriteByte('-')
		}
		b.WriteRune(r)
	}
	return b.String()
}
