package exercise

import (
	"strings"
	"unicode"

	"lernkoffer/materials"
)

// clozeGaps is how many gaps a cloze from words or from a text has at most.
const clozeGaps = 8

// ClozeFromWords makes a cloze with bank of the example sentences of words.
//
// No word of the bank may be right in two gaps. That can't be known from meaning,
// so the rule is grammar: a gap is the lemma, the plural, the third person or the
// participle of the word, found exactly once in its sentence and, but for nouns,
// not as its first word. Of each of those forms of verbs, of adjectives and
// adverbs, of prepositions and of numbers there is at most one. Nouns are told apart by gender and number:
// each determiner excludes every other noun of the bank (einen … takes no
// feminine, zur … nothing else). No answer is to be read in another sentence.
// Fewer than three such sentences are refused.
func ClozeFromWords(words []materials.Word, o Options) (*Cloze, error) {
	var gaps []gap
	for _, w := range words {
		toks := tokens(w.Example)
		g, ok := gapOf(w, w.Example, toks)
		if !ok || g.class != "noun" && begins(sentenceBounds(w.Example), g.tok) {
			continue
		}
		for _, t := range toks {
			g.words = append(g.words, sameText(t.word))
		}
		gaps = append(gaps, g)
	}
	gaps = withoutRivals(newDice(o.Seed, "cloze", "words"), gaps, clozeCount(o))
	if len(gaps) < fewest {
		return nil, refuse("Aus den Beispielsätzen dieser Wörter lassen sich keine drei eindeutigen Lücken machen. Bitte nehmen Sie mehr Wörter dazu, auch Verben und Adjektive.")
	}
	rows := make([]materials.Row, len(gaps))
	for i, g := range gaps {
		rows[i].Left = cut(g.text, 0, len(g.text), []gap{g})
	}
	p, _ := arranged(Options{Seed: o.Seed}, "cloze words", len(rows), nil, nil)
	o.Block = withBank(o.Block)
	o.Count = 0
	return NewCloze(take(rows, p), o)
}

func clozeCount(o Options) int {
	if o.Count > 0 {
		return o.Count
	}
	return clozeGaps
}

func withBank(block materials.Options) materials.Options {
	if block.Has("bank") {
		return block
	}
	return append(append(materials.Options{}, block...), materials.Option{Key: "bank", Flag: true})
}

// ClozeFromText makes a cloze with bank of a running text: words of the table
// that stand in it exactly once are left out, by the rule of ClozeFromWords and at
// most one a sentence. The text keeps its order in both groups, the bank does not.
func ClozeFromText(text string, words *materials.WordList, o Options) (*Cloze, error) {
	text = strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
	sentences := sentenceBounds(text)
	toks := tokens(text)
	var gaps []gap
	for _, w := range wordsIn(toks, words) {
		if g, ok := gapOf(w, text, toks); ok && (g.class == "noun" || !begins(sentences, g.tok)) {
			gaps = append(gaps, g)
		}
	}
	gaps = withoutRivals(newDice(o.Seed, "cloze", "text"), gaps, len(gaps))
	gaps = sample(o, "cloze text", onePerSentence(gaps, sentences), clozeCount(o))
	if len(gaps) < fewest {
		return nil, refuse("In diesem Text lassen sich keine drei eindeutigen Lücken machen. Bitte nehmen Sie einen längeren Text mit Wörtern aus der Wörterliste.")
	}
	c := &Cloze{Head: o.head("cloze")}
	for _, s := range sentences {
		if item := cut(text, s[0], s[1], gaps); len(item.Gaps()) > 0 {
			c.Items = append(c.Items, ClozeItem{Text: item, Answers: []string{item.Gaps()[0].Text}})
		}
	}
	for _, p := range paragraphBounds(text) {
		c.Running = append(c.Running, cut(text, p[0], p[1], gaps))
	}
	return c, c.addBank(o, c.Items)
}

// wordsIn returns the words of the table that stand in a text, in the order of
// the table. Of homonyms none is taken: which is meant can't be known.
func wordsIn(toks []token, words *materials.WordList) []materials.Word {
	if words == nil {
		return nil
	}
	there := map[string]bool{}
	for _, t := range toks {
		there[t.word] = true
	}
	means := map[string]int{}
	var found []materials.Word
	for _, w := range words.All() {
		hit := false
		for i, form := range writtenForms(w) {
			if there[form] && (i == 0 || form != w.Lemma) {
				means[form]++
				hit = true
			}
		}
		if hit {
			found = append(found, w)
		}
	}
	var out []materials.Word
	for _, w := range found {
		single := true
		for _, form := range writtenForms(w) {
			single = single && means[form] < 2
		}
		if single {
			out = append(out, w)
		}
	}
	return out
}

// onePerSentence keeps the first gap of each sentence.
func onePerSentence(gaps []gap, sentences [][2]int) []gap {
	var out []gap
	for _, s := range sentences {
		first := -1
		for i, g := range gaps {
			if g.tok.start >= s[0] && g.tok.end <= s[1] && (first < 0 || g.tok.start < gaps[first].tok.start) {
				first = i
			}
		}
		if first >= 0 {
			out = append(out, gaps[first])
		}
	}
	return out
}

func begins(sentences [][2]int, t token) bool {
	for _, s := range sentences {
		if s[0] == t.start {
			return true
		}
	}
	return false
}

// sentenceBounds returns where sentences begin and end, spaces around them left
// out. A sentence ends with . ! ? … and what closes quotes, or with its paragraph;
// not behind a figure or a single letter (am 3. Mai, z. B.).
func sentenceBounds(text string) [][2]int {
	var out [][2]int
	for _, p := range paragraphBounds(text) {
		start := p[0]
		before := ' '
		long := 0 // letters of the word before
		ended := false
		for i, r := range text[p[0]:p[1]] {
			at := p[0] + i
			if ended && r == ' ' {
				out = appendBounds(out, text, start, at)
				start = at
			}
			switch {
			case strings.ContainsRune("!?…", r), r == '.' && !unicode.IsDigit(before) && long > 1:
				ended = true
			case !strings.ContainsRune("“‘)»\"", r):
				ended = false
			}
			if unicode.IsLetter(r) {
				long++
			} else {
				long = 0
			}
			before = r
		}
		out = appendBounds(out, text, start, p[1])
	}
	return out
}

func paragraphBounds(text string) [][2]int {
	var out [][2]int
	start := 0
	for part := range strings.SplitAfterSeq(text, "\n") {
		out = appendBounds(out, text, start, start+len(part))
		start += len(part)
	}
	return out
}

// appendBounds adds the part without spaces around it, if anything is left.
func appendBounds(out [][2]int, text string, start, end int) [][2]int {
	part := text[start:end]
	start += len(part) - len(strings.TrimLeftFunc(part, unicode.IsSpace))
	end = start + len(strings.TrimSpace(part))
	if start >= end {
		return out
	}
	return append(out, [2]int{start, end})
}
