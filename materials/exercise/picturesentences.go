package exercise

import (
	"slices"
	"strings"

	"lernkoffer/materials"
)

// PictureSentences is sentences and pictures to be connected.
type PictureSentences struct {
	Head
	Sentences []materials.Text // without their picture
	Pictures  []string         // word ids, shuffled
	Solution  [][2]int         // index in Sentences, index in Pictures
}

// NewPictureSentences makes an exercise of rows that end in a picture. It
// refuses rows with none or several pictures, a picture that comes twice, and
// fewer than three rows.
func NewPictureSentences(rows []materials.Row, o Options) (*PictureSentences, error) {
	const kind = "picture-sentences"
	rows = sample(o, kind, rows, o.Count)
	if err := enough(len(rows), fewest, "Sätze mit Bild"); err != nil {
		return nil, err
	}
	ex := &PictureSentences{Head: o.head(kind)}
	var pictures []string
	for _, r := range rows {
		sentence, picture := withoutPicture(line(r))
		if len(picture) != 1 || strings.TrimSpace(sentence.String()) == "" {
			return nil, refuseRow(r, "Jede Zeile braucht einen Satz und genau ein :bild: am Ende.")
		}
		ex.Sentences = append(ex.Sentences, sentence)
		pictures = append(pictures, picture[0])
	}
	if s, double := firstDouble(pictures); double {
		return nil, refuse("Das Bild „%s“ kommt zweimal vor, da passen zwei Sätze. Bitte nehmen Sie ein anderes Bild.", s)
	}
	p, _ := arranged(o, kind, len(rows), nothingInPlace, nil)
	ex.Pictures, ex.Solution = take(pictures, p), pairs(p)
	return ex, nil
}

// withoutPicture parts a text from the pictures in it.
func withoutPicture(t materials.Text) (materials.Text, []string) {
	var pictures []string
	rest := slices.Clone(t)
	rest = slices.DeleteFunc(rest, func(s materials.Span) bool {
		if s.Kind == materials.SpanPicture {
			pictures = append(pictures, s.Text)
		}
		return s.Kind == materials.SpanPicture
	})
	if n := len(rest); n > 0 && rest[n-1].Kind == materials.SpanPlain {
		rest[n-1].Text = strings.TrimRight(rest[n-1].Text, " ")
	}
	return rest, pictures
}

// Envelope returns items {sentence, picture} and data.left, data.right as
// printed; the solution is pairs of their indices.
func (e *PictureSentences) Envelope() Envelope {
	type itemJSON struct {
		Sentence string `json:"sentence"`
		Picture  string `json:"picture"`
	}
	items := make([]itemJSON, len(e.Sentences))
	for i, s := range e.Solution {
		items[i] = itemJSON{e.Sentences[i].String(), e.Pictures[s[1]]}
	}
	data := map[string]any{"left": texts(e.Sentences), "right": e.Pictures}
	return Envelope{Head: e.Head, Items: items, Data: data, Solution: e.Solution}
}
