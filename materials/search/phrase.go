package search

import "strings"

// weighPhrase looks for words that stand side by side.
func (v view) weighPhrase(t term) []evidence {
	var folds, texts []string
	for _, w := range t.words {
		folds = append(folds, w.fold)
		texts = append(texts, w.text)
	}
	wanted := " " + strings.Join(folds, " ") + " "
	shown := strings.Join(texts, " ")
	out := make([]evidence, len(v.docs))
	for doc := range out {
		in := strings.Contains(v.texts.flat[doc], wanted)
		own := strings.Contains(v.remarks.flat[doc], wanted)
		if !in && !own {
			continue
		}
		f, at := v.place(doc, folds)
		out[doc] = evidence{
			score: weights[f] * exactWeight * float64(len(folds)), word: shown, how: "Wortfolge", field: f,
			passage: passage{exactWeight, f, at},
		}
	}
	return out
}

// place finds the best field with a phrase, and where it begins there.
func (v view) place(doc int, folds []string) (field, int) {
	for _, f := range []field{fieldTitle, fieldSummary, fieldBody, fieldNote} {
		text := v.text(doc, f)
		found := words(text)
		for i := 0; i+len(folds) <= len(found); i++ {
			same := true
			for k, want := range folds {
				if fold(spelling(found[i+k].text)) != want {
					same = false
					break
				}
			}
			if same {
				return f, found[i].start
			}
		}
	}
	return fieldKeyword, 0
}

// text is the composed text of a field; only those that are read have one.
func (v view) text(doc int, f field) string {
	switch f {
	case fieldTitle:
		return compose(v.docs[doc].Title)
	case fieldSummary:
		return v.texts.summaries[doc]
	case fieldBody:
		return v.texts.bodies[doc]
	case fieldNote:
		return v.remarks.notes[doc]
	}
	return ""
}
