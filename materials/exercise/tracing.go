package exercise

import "lernkoffer/materials"

// Tracing is lines to be traced.
type Tracing struct {
	Head
	Lines []string
	Rows  int // of each line: the model, and empty ones to go on
}

// mostTracingRows is how many rows of a line fill a page.
const mostTracingRows = 20

// NewTracing makes an exercise of rows, one line each. Option of the block: rows (1).
// Both groups keep the order, which leads from letters to words. It refuses lines
// without text.
func NewTracing(rows []materials.Row, o Options) (*Tracing, error) {
	rows = sample(o, "tracing", rows, o.Count)
	for _, r := range rows {
		if sameText(r.Left.String()) == "" {
			return nil, refuseRow(r, "In dieser Zeile steht nichts zum Nachspuren. Bitte ergänzen Sie Buchstaben oder Wörter.")
		}
	}
	return newTracing(rowTexts(rows), o)
}

func newTracing(lines []string, o Options) (*Tracing, error) {
	if err := enough(len(lines), 1, "Zeile"); err != nil {
		return nil, err
	}
	ex := &Tracing{Head: o.head("tracing"), Lines: lines, Rows: 1}
	if o.Block.Get("rows") != "" {
		ex.Rows = o.Block.Int("rows", 0)
	}
	if ex.Rows < 1 || ex.Rows > mostTracingRows {
		return nil, refuse("Zum Nachspuren gehen 1 bis %d Zeilen je Wort. Bitte ändern Sie „rows“.", mostTracingRows)
	}
	return ex, nil
}

// tracingWords traces the words of a list; group B has them in another order.
func tracingWords(words []materials.Word, o Options) (*Tracing, error) {
	return newTracing(forGroup(lemmas(words), o, "tracing"), o)
}

// Envelope returns items {text} and data.rows; the solution is the lines.
func (t *Tracing) Envelope() Envelope {
	type itemJSON struct {
		Text string `json:"text"`
	}
	items := make([]itemJSON, len(t.Lines))
	for i, l := range t.Lines {
		items[i].Text = l
	}
	return Envelope{Head: t.Head, Items: items, Data: map[string]any{"rows": t.Rows}, Solution: t.Lines}
}
