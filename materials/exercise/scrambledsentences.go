package exercise

import (
	"slices"
	"strings"

	"lernkoffer/materials"
)

// ScrambledSentences is sentences whose words have to be brought into order.
type ScrambledSentences struct {
	Head
	Items []ScrambledSentence
}

// ScrambledSentence is the words of one sentence, shuffled. Commas stay with
// their word, the mark at the end stands apart. Where several orders are right, a
// word that begins only some of them is written small.
type ScrambledSentence struct {
	Words   []string
	End     string   // . ? ! or … or nothing
	Answers []string // every right order as a whole sentence, the first is printed
}

// NewScrambledSentences makes an exercise of rows; the cells of a row are the
// right orders of one sentence. It refuses sentences of fewer than three words
// and orders that don't have the same words.
func NewScrambledSentences(rows []materials.Row, o Options) (*ScrambledSentences, error) {
	const kind = "scrambled-sentences"
	rows = sample(o, kind, rows, o.Count)
	if err := enough(len(rows), 1, "Satz"); err != nil {
		return nil, err
	}
	ex := &ScrambledSentences{Head: o.head(kind)}
	for i, r := range rows {
		item, err := scrambleSentence(r, o, kind+string(rune('0'+i)))
		if err != nil {
			return nil, err
		}
		ex.Items = append(ex.Items, item)
	}
	if p, _ := arranged(o, kind, len(rows), nil, nil); o.group() == GroupB {
		ex.Items = take(ex.Items, p)
	}
	return ex, nil
}

func scrambleSentence(r materials.Row, o Options, kind string) (ScrambledSentence, error) {
	answers := []string{line(r).String()}
	if len(r.Cells) > 0 {
		answers = texts(r.Cells)
	}
	var item ScrambledSentence
	var orders [][]string
	for i, a := range answers {
		words, end := sentenceWords(a)
		if i == 0 {
			item.End = end
		}
		orders = append(orders, words)
		if !sameWords(words, orders[0]) || end != item.End {
			return item, refuseRow(r, "„%s“ und „%s“ haben nicht dieselben Wörter. Bitte schreiben Sie nur andere Stellungen desselben Satzes.", answers[0], a)
		}
	}
	if len(orders[0]) < fewest {
		return item, refuseRow(r, "„%s“ ist zu kurz zum Schütteln. Bitte nehmen Sie einen Satz mit mindestens drei Wörtern.", answers[0])
	}
	words := smallBeginnings(orders)
	wrong := func(p []int) bool {
		shuffled := take(words, p)
		return !slices.ContainsFunc(orders, func(order []string) bool { return equalFold(shuffled, order) })
	}
	sameLook := func(a, b []int) bool { return slices.Equal(take(words, a), take(words, b)) }
	p, ok := arranged(o, kind, len(words), wrong, sameLook)
	if !ok {
		return item, refuseRow(r, "In „%s“ ist jede Stellung richtig. Bitte nehmen Sie einen anderen Satz.", answers[0])
	}
	item.Words, item.Answers = take(words, p), answers
	return item, nil
}

// sentenceWords cuts a sentence at its spaces, not at protected ones, and takes
// the mark at the end off.
func sentenceWords(s string) (words []string, end string) {
	s = strings.TrimSpace(s)
	body := strings.TrimRight(s, ".?!…")
	end = strings.TrimSpace(s[len(body):])
	for w := range strings.SplitSeq(body, " ") {
		if w != "" {
			words = append(words, w)
		}
	}
	return words, end
}

// sameWords reports whether two orders have the same words, whatever their case
// and commas.
func sameWords(a, b []string) bool { return slices.Equal(sortedWords(a), sortedWords(b)) }

func sortedWords(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = bareWord(w)
	}
	slices.Sort(out)
	return out
}

func bareWord(w string) string { return strings.ToLower(strings.Trim(w, ",;:")) }

func equalFold(a, b []string) bool {
	return slices.EqualFunc(a, b, func(x, y string) bool { return bareWord(x) == bareWord(y) })
}

// smallBeginnings returns the words of the first order, with a small first
// letter where another order has one: a capital would give its place away.
func smallBeginnings(orders [][]string) []string {
	words := slices.Clone(orders[0])
	for _, order := range orders[1:] {
		for i, w := range words {
			small := slices.ContainsFunc(order, func(x string) bool {
				return x != w && x == strings.ToLower(w)
			})
			if small {
				words[i] = strings.ToLower(w)
			}
		}
	}
	return words
}

// Envelope returns items {words, end, answers}; the solution is the first answer
// of each.
func (e *ScrambledSentences) Envelope() Envelope {
	type itemJSON struct {
		Words   []string `json:"words"`
		End     string   `json:"end"`
		Answers []string `json:"answers"`
	}
	items := make([]itemJSON, len(e.Items))
	solution := make([]string, len(e.Items))
	for i, item := range e.Items {
		items[i] = itemJSON(item)
		solution[i] = item.Answers[0]
	}
	return Envelope{Head: e.Head, Items: items, Data: map[string]any{}, Solution: solution}
}
