package materials

import (
	"slices"
	"strings"
)

// Word is an entry of the word table. Its ID is the lemma in small letters with
// hyphens for spaces; a homonym carries its topic: "maus#media".
type Word struct {
	ID           string           `json:"id"`
	Lemma        string           `json:"lemma"`
	PartOfSpeech string           `json:"pos"`
	Article      string           `json:"article,omitempty"` // der die das none; nouns only
	Plural       string           `json:"plural,omitempty"`  // "" where there is none
	PluralNote   string           `json:"plural_note,omitempty"`
	Syllables    []string         `json:"syllables"` // spoken, not hyphenation
	Level        string           `json:"level"`
	Topics       []string         `json:"topics"`
	Forms        Forms            `json:"forms,omitzero"`
	Picture      string           `json:"picture,omitempty"` // <set>/<file>
	PictureGrade string           `json:"picture_grade,omitempty"`
	Example      string           `json:"example"`
	Variants     []string         `json:"variants,omitempty"` // other articles or regional words
	Remark       string           `json:"remark,omitempty"`
	Glosses      map[string]Gloss `json:"glosses,omitempty"` // by language
}

// Forms are the forms of a verb that learners write beside it.
type Forms struct {
	Third     string `json:"third,omitempty"`     // er/sie/es, present
	Auxiliary string `json:"auxiliary,omitempty"` // hat, ist
	Perfect   string `json:"perfect,omitempty"`   // participle
}

// Gloss is a word in another language, with what is known of its truth.
type Gloss struct {
	Text            string `json:"text"`
	Transliteration string `json:"transliteration,omitempty"`
	Status          string `json:"status"` // key of GlossStatuses
	Source          string `json:"source,omitempty"`
}

// WithArticle returns "der Tisch", or the lemma alone where there is no article.
func (w Word) WithArticle() string {
	switch w.Article {
	case "", "none":
		return w.Lemma
	}
	return w.Article + " " + w.Lemma
}

// PicturedExactly reports whether the word's picture is understood without help.
func (w Word) PicturedExactly() bool { return w.Picture != "" && w.PictureGrade == "A" }

// WordList is the word table, ready for look-up. The zero value is empty.
type WordList struct {
	words   []Word
	byID    map[string]int
	byLemma map[string][]int
}

// NewWordList indexes words; it keeps their order.
func NewWordList(words []Word) *WordList {
	l := &WordList{words: words, byID: make(map[string]int, len(words)), byLemma: make(map[string][]int, len(words))}
	for i, w := range words {
		l.byID[w.ID] = i
		l.byLemma[w.Lemma] = append(l.byLemma[w.Lemma], i)
	}
	return l
}

// All returns the words in their order; the caller must not change them.
func (l *WordList) All() []Word { return l.words }

// Len returns the number of words.
func (l *WordList) Len() int { return len(l.words) }

// ByID returns the word with the id.
func (l *WordList) ByID(id string) (Word, bool) {
	i, ok := l.byID[id]
	if !ok {
		return Word{}, false
	}
	return l.words[i], true
}

// Resolve returns the word that authors mean by ref: an id ("maus#media"), or a
// lemma with or without "#topic". Of several homonyms the first is meant.
func (l *WordList) Resolve(ref string) (Word, bool) {
	if w, ok := l.ByID(ref); ok {
		return w, true
	}
	lemma, topic, hasTopic := strings.Cut(ref, "#")
	for _, i := range l.byLemma[lemma] {
		if !hasTopic || slices.Contains(l.words[i].Topics, topic) {
			return l.words[i], true
		}
	}
	return Word{}, false
}

// WordFilter chooses words; an empty field means all.
type WordFilter struct {
	Topic     string
	Levels    []string
	Languages []string // the glosses to keep; all if empty
}

// Filter returns the words that match, with the glosses asked for.
func (l *WordList) Filter(f WordFilter) []Word {
	var out []Word
	for _, w := range l.words {
		if f.Topic != "" && !slices.Contains(w.Topics, f.Topic) {
			continue
		}
		if len(f.Levels) > 0 && !slices.Contains(f.Levels, w.Level) {
			continue
		}
		out = append(out, w.withGlosses(f.Languages))
	}
	return out
}

func (w Word) withGlosses(languages []string) Word {
	if len(languages) == 0 {
		return w
	}
	kept := make(map[string]Gloss, len(languages))
	for _, lang := range languages {
		if g, ok := w.Glosses[lang]; ok {
			kept[lang] = g
		}
	}
	w.Glosses = kept
	return w
}
