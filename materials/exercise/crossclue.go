package exercise

import (
	"regexp"
	"slices"
	"strings"

	"lernkoffer/materials"
)

// crosswordBlock makes the crossword of a block with rows "word = clue".
func crosswordBlock(rows []materials.Row, words *materials.WordList, o Options) (Exercise, error) {
	entries, err := CrosswordEntries(rows, words)
	if err != nil {
		return nil, err
	}
	ex, err := NewCrossword(entries, o)
	if err != nil {
		return nil, err
	}
	return ex, nil
}

// CrosswordEntries reads rows "word = clue". A clue is a text, in which ___ is a gap
// for the word, or the picture of a word of the table ("Tisch = :tisch:"). It fails
// with CodeContent for a word without a clue and for a picture that there is not.
func CrosswordEntries(rows []materials.Row, words *materials.WordList) ([]CrosswordEntry, error) {
	entries := make([]CrosswordEntry, len(rows))
	for i, r := range rows {
		lemma := strings.TrimSpace(r.Left.String())
		clue := Clue{Text: withGaps(r.Right, lemma)}
		for _, s := range r.Right {
			if s.Kind != materials.SpanPicture {
				continue
			}
			w, ok := resolved(words, s.Text)
			if !ok || w.Picture == "" {
				return nil, refuseRow(r, "Für „%s“ gibt es kein Bild. Bitte schreiben Sie einen Hinweis.", s.Text)
			}
			clue = Clue{Picture: w.Picture}
		}
		if lemma == "" || len(r.Right) == 0 {
			return nil, refuseRow(r, "Hier fehlt das Wort oder der Hinweis. Bitte schreiben Sie „Wort = Hinweis“.")
		}
		entries[i] = CrosswordEntry{lemma, clue}
	}
	return entries, nil
}

var underscores = regexp.MustCompile(`_{2,}`)

// withGaps makes gaps for a word of the underscores in a text.
func withGaps(t materials.Text, lemma string) materials.Text {
	var out materials.Text
	for _, s := range t {
		start := 0
		for _, at := range underscores.FindAllStringIndex(s.Text, -1) {
			out = append(out, materials.Plain(s.Text[start:at[0]])...)
			out = append(out, materials.Span{Kind: materials.SpanGap, Text: lemma, Answers: []string{lemma}})
			start = at[1]
		}
		if rest := s.Text[start:]; rest != "" {
			s.Text = rest
			out = append(out, s)
		}
	}
	return out
}

// CrosswordFromWords makes a crossword of a pool of words. The clue of a word is its
// picture if that stands for no other word of the pool, else its example sentence
// with a gap; at alpha only pictures. What has neither, and what finds no place in a
// compact grid, is left out. From A1 on a further word of the pool becomes the
// solution word where the letters allow it. Fewer than four words are refused.
func CrosswordFromWords(words []materials.Word, o Options) (*Crossword, error) {
	size, err := crosswordSize(o)
	if err != nil {
		return nil, err
	}
	count := min(mostCrossing, o.Count)
	if o.Count <= 0 {
		count = items
	}
	entries := crosswordChoice(cluedWords(words, size, o.Level), count+spareWords, o)
	if err := enough(min(len(entries), count), fewestCrossing, "Wörter mit Bild oder Beispielsatz"); err != nil {
		return nil, err
	}
	g := compile(newDice(o.Seed, "crossword", GroupA), crossLetters(entries), size, count, nil)
	if len(g.placed) < fewestCrossing {
		return nil, g.refusal(entries, size)
	}
	c := newCrossword(g, entries, o)
	c.findWord(words, o)
	return c, nil
}

// cluedWords returns the words of a pool that can be asked for, each letters and
// clue once.
func cluedWords(pool []materials.Word, size int, level string) []CrosswordEntry {
	used := map[string]bool{}
	var out []CrosswordEntry
	for _, w := range pool {
		clue, ok := clueOf(w, pool, level)
		e := CrosswordEntry{w.Lemma, clue}
		letters, asked := gridLetters(w.Lemma), clue.key()
		if !ok || used[letters] || used[asked] || fitsCrossword(e, size) != nil {
			continue
		}
		used[letters], used[asked] = true, true
		out = append(out, e)
	}
	return out
}

// spareWords is how many words more than wanted are offered to the layouts, which
// take those that cross best.
const spareWords = 6

// usualLength is how many letters a word of a crossword has at most, where there is
// a choice: long words make large grids.
const usualLength = 9

// crosswordChoice draws entries, short ones first.
func crosswordChoice(entries []CrosswordEntry, n int, o Options) []CrosswordEntry {
	p := newDice(o.Seed, "crossword", "choice").order(len(entries))
	slices.SortStableFunc(p, func(a, b int) int {
		return rank(len([]rune(entries[a].Lemma)) > usualLength) - rank(len([]rune(entries[b].Lemma)) > usualLength)
	})
	p = p[:min(n, len(p))]
	slices.Sort(p)
	return take(entries, p)
}

// clueOf returns the picture of a word or its example sentence with a gap.
func clueOf(w materials.Word, pool []materials.Word, level string) (Clue, bool) {
	if picturesAlone(w, pool) {
		return Clue{Picture: w.Picture}, true
	}
	if level == "alpha" {
		return Clue{}, false
	}
	toks := tokens(w.Example)
	forms := writtenForms(w)
	var hits []token
	for _, t := range toks {
		if slices.Contains(forms, t.word) {
			hits = append(hits, t)
		}
	}
	if len(hits) != 1 || hits[0].word != w.Lemma {
		return Clue{}, false
	}
	return Clue{Text: cut(w.Example, 0, len(w.Example), []gap{{tok: hits[0]}})}, true
}

// picturesAlone reports whether the picture of a word (grades A and B) is not as
// good a picture of another word.
func picturesAlone(w materials.Word, pool []materials.Word) bool {
	if w.Picture == "" || w.PictureGrade != "A" && w.PictureGrade != "B" {
		return false
	}
	return !slices.ContainsFunc(pool, func(other materials.Word) bool {
		return other.Picture == w.Picture && other.Lemma != w.Lemma && other.PictureGrade <= w.PictureGrade
	})
}
