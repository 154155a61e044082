package exercise

import (
	"slices"
	"strings"

	"lernkoffer/materials"
)

// Articles is nouns to be sorted into three columns.
type Articles struct {
	Head
	Columns []string // der, die, das
	Items   []ArticleItem
}

// ArticleItem is a noun and the column it belongs to.
type ArticleItem struct {
	Word    materials.Word
	Article string
}

var articles = []string{"der", "die", "das"}

// NewArticles makes an exercise on the gender of nouns. It refuses words that
// are no noun, have no article, two genders or only a plural; a noun that stands
// twice; fewer than three words, and words that all have the same article.
func NewArticles(words []materials.Word, o Options) (*Articles, error) {
	for _, w := range words {
		if err := fitsArticles(w); err != nil {
			return nil, err
		}
	}
	if err := onlyOnce(words); err != nil {
		return nil, err
	}
	words = sample(o, "articles", words, o.Count)
	if err := enough(len(words), fewest, "Nomen"); err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(words, func(w materials.Word) bool { return w.Article != words[0].Article }) {
		return nil, refuse("Alle Nomen haben den Artikel „%s“, da ist nichts zu sortieren. Bitte mischen Sie die Artikel.", words[0].Article)
	}
	a := articleOrder(newDice(o.Seed, "articles", GroupA), words)
	if o.group() == GroupB {
		d, first := newDice(o.Seed, "articles", GroupB), a
		for range tries {
			if a = articleOrder(d, words); !slices.Equal(a, first) {
				break
			}
		}
	}
	out := &Articles{Head: o.head("articles"), Columns: slices.Clone(articles)}
	for _, w := range take(words, a) {
		out.Items = append(out.Items, ArticleItem{w, w.Article})
	}
	return out, nil
}

// fitsArticles refuses a word whose article can't be asked for.
func fitsArticles(w materials.Word) error {
	switch {
	case w.PartOfSpeech != "" && w.PartOfSpeech != "noun":
		return refuse("„%s“ ist kein Nomen und hat keinen Artikel. Bitte streichen Sie es.", w.Lemma)
	case !slices.Contains(articles, w.Article):
		return refuse("„%s“ steht ohne Artikel. Bitte streichen Sie das Wort.", w.Lemma)
	case pluralOnly(w):
		return refuse("„%s“ gibt es nur im Plural, der Artikel verrät kein Genus. Bitte streichen Sie das Wort.", w.Lemma)
	case hasTwoGenders(w):
		return refuse("„%s“ hat zwei richtige Artikel. Bitte nehmen Sie ein anderes Wort.", w.Lemma)
	case strings.Contains(w.Remark, "Artikelübung"):
		return refuse("„%s“ steht meist ohne Artikel oder mit zweien (%s). Bitte nehmen Sie ein anderes Wort.", w.Lemma, w.Remark)
	}
	return nil
}

func pluralOnly(w materials.Word) bool {
	return strings.Contains(strings.ToLower(w.PluralNote), "nur plural")
}

// hasTwoGenders reports whether the same noun is right with another article.
func hasTwoGenders(w materials.Word) bool {
	for _, v := range w.Variants {
		article, noun, _ := strings.Cut(strings.TrimSpace(v), " ")
		if slices.Contains(articles, article) && article != w.Article && (noun == "" || noun == w.Lemma) {
			return true
		}
	}
	return strings.Contains(w.Remark, "zwei Genera")
}

// articleOrder draws an order in which neighbours differ in their article as
// far as the numbers allow: the next article is any but the last one, unless
// one is left so often that it has to come now.
func articleOrder(d *dice, words []materials.Word) []int {
	left := map[string][]int{}
	for _, i := range d.order(len(words)) {
		left[words[i].Article] = append(left[words[i].Article], i)
	}
	var out []int
	last := ""
	for len(out) < len(words) {
		remaining := len(words) - len(out)
		var may []string
		for _, a := range articles {
			n := len(left[a])
			if n == 0 || a == last {
				continue
			}
			if 2*n > remaining {
				may = []string{a}
				break
			}
			for range n {
				may = append(may, a)
			}
		}
		if len(may) == 0 {
			may = []string{last}
		}
		last = may[d.below(len(may))]
		out = append(out, left[last][0])
		left[last] = left[last][1:]
	}
	return out
}

type articleJSON struct {
	Word    string `json:"word"`
	Article string `json:"article"`
}

type columnJSON struct {
	Column string   `json:"column"`
	Words  []string `json:"words"`
}

// Envelope returns items {word, article} and data.columns; the solution is what
// stands in each column.
func (a *Articles) Envelope() Envelope {
	items := make([]articleJSON, len(a.Items))
	columns := make([]columnJSON, len(a.Columns))
	for i, c := range a.Columns {
		columns[i] = columnJSON{c, []string{}}
	}
	for i, item := range a.Items {
		items[i] = articleJSON{item.Word.Lemma, item.Article}
		c := slices.Index(a.Columns, item.Article)
		columns[c].Words = append(columns[c].Words, item.Word.Lemma)
	}
	return Envelope{Head: a.Head, Items: items, Data: map[string]any{"columns": a.Columns}, Solution: columns}
}
