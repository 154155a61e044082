package exercise

import "lernkoffer/materials"

// Memory is pairs of cards, a picture and its word with the article.
type Memory struct {
	Head
	Pairs []materials.Word // a pair for each word
}

// NewMemory makes a pair of cards of each word. Group A keeps the order of the
// words, group B shuffles. It refuses fewer than three words, words without a
// picture, and two with the same picture or the same word: then a third card fits.
func NewMemory(words []materials.Word, o Options) (*Memory, error) {
	if err := picturedApart(words); err != nil {
		return nil, err
	}
	words = sample(o, "memory", words, o.Count)
	if err := enough(len(words), fewest, "Wörter mit Bild"); err != nil {
		return nil, err
	}
	return &Memory{Head: o.head("memory"), Pairs: forGroup(words, o, "memory")}, nil
}

type picturedJSON struct {
	Picture string `json:"picture"`
}

// Envelope returns items {word, picture} and data.pairs, each [{picture}, word with
// article]; the solution is the pairs too.
func (m *Memory) Envelope() Envelope {
	items := make([]pictureJSON, len(m.Pairs))
	pairs := make([][2]any, len(m.Pairs))
	for i, w := range m.Pairs {
		items[i] = pictureJSON{w.Lemma, w.Picture}
		pairs[i] = [2]any{picturedJSON{w.Picture}, w.WithArticle()}
	}
	return Envelope{Head: m.Head, Items: items, Data: map[string]any{"pairs": pairs}, Solution: pairs}
}
