package exercise

import (
	"slices"
	"strconv"

	"lernkoffer/materials"
)

// MultipleChoice is questions with options to tick.
type MultipleChoice struct {
	Head
	Items []ChoiceItem
}

// ChoiceItem is a question and its options in the order of printing.
type ChoiceItem struct {
	Question materials.Text
	Options  []Choice
}

// Choice is an option of a question, with the reason for the key.
type Choice struct {
	Text  materials.Text
	Right bool
	Key   materials.Text
}

// NewMultipleChoice makes an exercise of questions (rows without a mark) and the
// options (rows marked + or -) that follow each. It refuses a question without a
// right or without a wrong option, and options that stand twice.
func NewMultipleChoice(rows []materials.Row, o Options) (*MultipleChoice, error) {
	const kind = "multiple-choice"
	var items []ChoiceItem
	for _, r := range rows {
		if r.Mark == "" {
			items = append(items, ChoiceItem{Question: r.Left})
			continue
		}
		if len(items) == 0 {
			return nil, refuseRow(r, "Vor der ersten Antwort fehlt die Frage.")
		}
		last := &items[len(items)-1]
		last.Options = append(last.Options, Choice{r.Left, r.Mark == "+", r.Key})
	}
	items = sample(o, kind, items, o.Count)
	if err := enough(len(items), 1, "Frage"); err != nil {
		return nil, err
	}
	for i := range items {
		if err := checkChoice(items[i]); err != nil {
			return nil, err
		}
		p, _ := arranged(o, kind+strconv.Itoa(i), len(items[i].Options), nil, nil)
		items[i].Options = take(items[i].Options, p)
	}
	return &MultipleChoice{Head: o.head(kind), Items: forGroup(items, o, kind)}, nil
}

func checkChoice(item ChoiceItem) error {
	if len(item.Options) < 2 {
		return refuse("Die Frage „%s“ hat weniger als zwei Antworten. Bitte ergänzen Sie Zeilen mit + und -.", item.Question)
	}
	isRight := func(c Choice) bool { return c.Right }
	if !slices.ContainsFunc(item.Options, isRight) {
		return refuse("Bei „%s“ ist keine Antwort richtig. Bitte markieren Sie eine mit +.", item.Question)
	}
	if !slices.ContainsFunc(item.Options, func(c Choice) bool { return !c.Right }) {
		return refuse("Bei „%s“ ist keine Antwort falsch. Bitte ergänzen Sie eine mit -.", item.Question)
	}
	var options []string
	for _, c := range item.Options {
		options = append(options, c.Text.String())
	}
	if s, double := firstDouble(options); double {
		return refuse("Bei „%s“ steht die Antwort „%s“ zweimal. Bitte ändern Sie eine.", item.Question, s)
	}
	return nil
}

// Envelope returns items {question, options, right}, right being indices in
// options; the solution is the right options as text.
func (e *MultipleChoice) Envelope() Envelope {
	type itemJSON struct {
		Question string   `json:"question"`
		Options  []string `json:"options"`
		Right    []int    `json:"right"`
	}
	items := make([]itemJSON, len(e.Items))
	solution := make([][]string, len(e.Items))
	for i, item := range e.Items {
		items[i].Question = item.Question.String()
		for k, c := range item.Options {
			items[i].Options = append(items[i].Options, c.Text.String())
			if c.Right {
				items[i].Right = append(items[i].Right, k)
				solution[i] = append(solution[i], c.Text.String())
			}
		}
	}
	return Envelope{Head: e.Head, Items: items, Data: map[string]any{}, Solution: solution}
}
