package exercise

import (
	"slices"
	"strings"

	"lernkoffer/materials"
)

// Cloze is sentences with gaps, with or without a bank of words to fill in.
type Cloze struct {
	Head
	Items []ClozeItem
	// Running is the whole text with its gaps, one Text a paragraph, where the
	// items are sentences of it; nil where each item stands alone.
	Running []materials.Text
	Bank    []string // in the order of printing; nil if there is no bank
	Reuse   bool     // a word of the bank may fill several gaps
}

// ClozeItem is a line with at least one gap.
type ClozeItem struct {
	Text    materials.Text
	Answers []string       // what the key prints: the first answer of each gap
	Key     materials.Text // the reason, for the key only
}

// NewCloze makes a cloze of rows with gaps. The options of the block are bank,
// reuse and distractors. Group B gets the lines in another order, but for a
// cloze that is read aloud (option audio) and a first line that is the example.
// It refuses rows without a gap, and a bank that leaves a choice.
func NewCloze(rows []materials.Row, o Options) (*Cloze, error) {
	var items []ClozeItem
	for _, r := range rows {
		text := line(r)
		gaps := text.Gaps()
		if len(gaps) == 0 {
			return nil, refuseRow(r, "„%s“ hat keine Lücke. Bitte setzen Sie das gesuchte Wort in [eckige Klammern].", text)
		}
		item := ClozeItem{Text: text, Key: r.Key}
		for _, g := range gaps {
			if strings.TrimSpace(g.Text) == "" {
				return nil, refuseRow(r, "Eine Lücke in „%s“ ist leer. Bitte schreiben Sie die Lösung in die Klammern.", text)
			}
			item.Answers = append(item.Answers, g.Text)
		}
		items = append(items, item)
	}
	if err := enough(len(items), 1, "Satz mit Lücke"); err != nil {
		return nil, err
	}
	items = sample(o, "cloze", items, o.Count)
	c := &Cloze{Head: o.head("cloze"), Items: items}
	if o.group() == GroupB && !o.Block.Has("audio") {
		c.Items = reordered(items, o)
	}
	if !o.Block.Has("bank") {
		return c, nil
	}
	return c, c.addBank(o, items)
}

// reordered returns the items in the order of group B; an example stays first.
func reordered(items []ClozeItem, o Options) []ClozeItem {
	keep := 0
	if o.Block.Has("example") {
		keep = 1
	}
	rest := items[keep:]
	if len(rest) < 2 {
		return items
	}
	p, _ := drawn(newDice(o.Seed, "cloze", "items", GroupB), len(rest), notSorted)
	return append(slices.Clone(items[:keep]), take(rest, p)...)
}

// addBank puts the answers of items and the distractors into the bank. The items
// come in the order of the source, c.Items in the order of printing.
func (c *Cloze) addBank(o Options, items []ClozeItem) error {
	c.Reuse = o.Block.Has("reuse")
	if err := checkAnswers(items, c.Reuse); err != nil {
		return err
	}
	answers := c.answers(items)
	if len(answers) < 2 {
		return refuse("Der Wortkasten hat nur ein Wort, da ist nichts zu wählen. Bitte ergänzen Sie Sätze oder lassen Sie „bank“ weg.")
	}
	distractors := o.Block.List("distractors")
	if err := checkDistractors(distractors, items, len(answers)); err != nil {
		return err
	}
	all := append(slices.Clone(answers), distractors...)
	// What is printed must not tell the order of the gaps.
	mixed := func(p []int, printed []string) bool {
		p = slices.DeleteFunc(slices.Clone(p), func(i int) bool { return i >= len(answers) })
		return !slices.Equal(take(answers, p), printed)
	}
	order, _ := drawn(newDice(o.Seed, "cloze bank", GroupA), len(all), func(p []int) bool { return mixed(p, answers) })
	if o.group() == GroupB {
		printed, first := c.answers(c.Items), order
		order, _ = drawn(newDice(o.Seed, "cloze bank", GroupB), len(all), func(p []int) bool { return mixed(p, printed) })
		if p, ok := drawn(newDice(o.Seed, "cloze bank", "other", GroupB), len(all), func(p []int) bool {
			return mixed(p, printed) && !slices.Equal(p, first)
		}); ok {
			order = p
		}
	}
	c.Bank = take(all, order)
	return nil
}

// answers returns what items ask for in their order, each word once if it may
// be used again.
func (c *Cloze) answers(items []ClozeItem) []string {
	var out []string
	for _, item := range items {
		out = append(out, item.Answers...)
	}
	if c.Reuse {
		out = distinct(out)
	}
	return out
}

// checkAnswers refuses a bank word that would be right in two gaps.
func checkAnswers(items []ClozeItem, reuse bool) error {
	if reuse {
		return nil
	}
	accepted := map[string]int{}
	gap := 0
	for _, item := range items {
		for _, span := range item.Text.Gaps() {
			gap++
			for _, a := range distinct(append([]string{span.Text}, span.Answers...)) {
				if first, ok := accepted[sameText(a)]; ok {
					return refuse("„%s“ ist in Lücke %d und in Lücke %d richtig, der Wortkasten ist nicht eindeutig. Bitte ändern Sie einen Satz oder schreiben Sie „reuse“ zum Block.", a, first, gap)
				}
				accepted[sameText(a)] = gap
			}
		}
	}
	return nil
}

// checkDistractors refuses distractors that are right somewhere, stand twice or
// are more than a third of the bank.
func checkDistractors(distractors []string, items []ClozeItem, answers int) error {
	if d, double := firstDouble(distractors); double {
		return refuse("„%s“ steht zweimal bei „distractors“. Bitte streichen Sie eines.", d)
	}
	right := map[string]bool{}
	for _, item := range items {
		for _, g := range item.Text.Gaps() {
			right[sameText(g.Text)] = true
			for _, a := range g.Answers {
				right[sameText(a)] = true
			}
		}
	}
	for _, d := range distractors {
		if right[sameText(d)] {
			return refuse("„%s“ soll ablenken, ist aber in einer Lücke richtig. Bitte nehmen Sie bei „distractors“ ein anderes Wort.", d)
		}
	}
	if n := len(distractors); n*3 > n+answers {
		return refuse("%d von %d Wörtern im Kasten passen nirgends, höchstens ein Drittel ist fair. Bitte streichen Sie Wörter bei „distractors“.", n, n+answers)
	}
	return nil
}

// distinct drops what came before, as a pupil would compare it.
func distinct(list []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, s := range list {
		if !seen[sameText(s)] {
			seen[sameText(s)] = true
			out = append(out, s)
		}
	}
	return out
}

type clozeJSON struct {
	Text     string     `json:"text"`   // ___ for each gap
	Answer   string     `json:"answer"` // of several gaps in order, by comma
	Accepted [][]string `json:"accepted"`
}

// Envelope returns items {text, answer, accepted}, data.bank and, for a running
// text, data.text; the solution is the answers of each item.
func (c *Cloze) Envelope() Envelope {
	items := make([]clozeJSON, len(c.Items))
	solution := make([][]string, len(c.Items))
	for i, item := range c.Items {
		items[i] = clozeJSON{Text: withBlanks(item.Text), Answer: strings.Join(item.Answers, ", ")}
		for _, g := range item.Text.Gaps() {
			all := append([]string{g.Text}, g.Answers...)
			items[i].Accepted = append(items[i].Accepted, slices.Compact(all))
		}
		solution[i] = item.Answers
	}
	data := map[string]any{"bank": c.Bank, "reuse": c.Reuse}
	if c.Bank == nil {
		data["bank"] = []string{}
	}
	if c.Running != nil {
		var running []string
		for _, t := range c.Running {
			running = append(running, withBlanks(t))
		}
		data["text"] = running
	}
	return Envelope{Head: c.Head, Items: items, Data: data, Solution: solution}
}
