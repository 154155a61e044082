package exercise

import "lernkoffer/materials"

// Questions is questions with a model answer for the key.
type Questions struct {
	Head
	Items []QuestionItem
}

// QuestionItem is a question and what a good answer says.
type QuestionItem struct {
	Question materials.Text
	Answer   materials.Text
}

// NewQuestions makes an exercise of rows "question = answer". Group A keeps
// their order, since it follows the text.
func NewQuestions(rows []materials.Row, o Options) (*Questions, error) {
	rows = sample(o, "questions", rows, o.Count)
	if err := enough(len(rows), 1, "Frage"); err != nil {
		return nil, err
	}
	if s, double := firstDouble(rowTexts(rows)); double {
		return nil, refuse("Die Frage „%s“ steht zweimal. Bitte streichen Sie eine.", s)
	}
	ex := &Questions{Head: o.head("questions")}
	for _, r := range rows {
		ex.Items = append(ex.Items, QuestionItem{r.Left, r.Right})
	}
	ex.Items = forGroup(ex.Items, o, "questions")
	return ex, nil
}

// Envelope returns items {question, answer}; the solution is the answers.
func (e *Questions) Envelope() Envelope {
	type itemJSON struct {
		Question string `json:"question"`
		Answer   string `json:"answer"`
	}
	items := make([]itemJSON, len(e.Items))
	solution := make([]string, len(e.Items))
	for i, item := range e.Items {
		items[i] = itemJSON{item.Question.String(), item.Answer.String()}
		solution[i] = item.Answer.String()
	}
	return Envelope{Head: e.Head, Items: items, Data: map[string]any{}, Solution: solution}
}
