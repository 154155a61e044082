package exercise

import "lernkoffer/materials"

// PictureWords is pictures and words to be connected.
type PictureWords struct {
	Head
	Words    []materials.Word // the left side
	Pictures []materials.Word // the right side: the word whose picture stands there
	Solution [][2]int         // index in Words, index in Pictures
}

// NewPictureWords makes a matching of words and their pictures. It refuses
// fewer than three words, words without a picture and two with the same one.
func NewPictureWords(words []materials.Word, o Options) (*PictureWords, error) {
	if err := picturedApart(words); err != nil {
		return nil, err
	}
	words = sample(o, "picture-words", words, o.Count)
	if err := enough(len(words), fewest, "Wörter mit Bild"); err != nil {
		return nil, err
	}
	p, _ := arranged(o, "picture-words", len(words), nothingInPlace, nil)
	return &PictureWords{
		Head: o.head("picture-words"), Words: words, Pictures: take(words, p), Solution: pairs(p),
	}, nil
}

// picturedApart refuses words without a picture, and two with one picture or lemma.
func picturedApart(words []materials.Word) error {
	seen := map[string]string{}
	for _, w := range words {
		if err := fitsPictureWords(w); err != nil {
			return err
		}
		if first, ok := seen[w.Picture]; ok {
			return refuse("„%s“ und „%s“ haben dasselbe Bild. Bitte streichen Sie eines der Wörter.", first, w.Lemma)
		}
		seen[w.Picture] = w.Lemma
	}
	return onlyOnce(words)
}

func fitsPictureWords(w materials.Word) error {
	if w.Picture == "" {
		return refuse("Für „%s“ gibt es kein Bild. Bitte nehmen Sie ein anderes Wort.", w.Lemma)
	}
	return nil
}

// onlyOnce refuses a list that has a lemma twice.
func onlyOnce(words []materials.Word) error {
	if s, double := firstDouble(lemmas(words)); double {
		return refuse("„%s“ steht zweimal in der Liste. Bitte streichen Sie eines.", s)
	}
	return nil
}

type pictureJSON struct {
	Word    string `json:"word"`
	Picture string `json:"picture"`
}

// Envelope returns items {word, picture}, data.left (words) and data.right
// (pictures) as printed; the solution is pairs of their indices.
func (m *PictureWords) Envelope() Envelope {
	items := make([]pictureJSON, len(m.Words))
	right := make([]string, len(m.Pictures))
	for i, w := range m.Words {
		items[i] = pictureJSON{w.Lemma, w.Picture}
		right[i] = m.Pictures[i].Picture
	}
	data := map[string]any{"left": lemmas(m.Words), "right": right}
	return Envelope{Head: m.Head, Items: items, Data: data, Solution: m.Solution}
}
