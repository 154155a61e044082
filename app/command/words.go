package command

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lernkoffer/materials"
)

// wordJSON is the contract's form of a word.
type wordJSON struct {
	ID        string               `json:"id"`
	Lemma     string               `json:"lemma"`
	POS       string               `json:"pos"`
	Article   string               `json:"article"`
	Plural    string               `json:"plural"`
	Syllables []string             `json:"syllables"`
	Level     string               `json:"level"`
	Topics    []string             `json:"topics"`
	Picture   string               `json:"picture"`
	Example   string               `json:"example"`
	Glosses   map[string]glossJSON `json:"glosses"`
}

type glossJSON struct {
	Text            string `json:"text"`
	Transliteration string `json:"transliteration,omitempty"`
	Status          string `json:"status"`
	Source          string `json:"source"`
}

func (r *runner) words() *cobra.Command {
	var f materials.WordFilter
	cmd := &cobra.Command{Use: "words", Short: "Wörter mit Artikel, Plural, Silben und Übersetzungen", Args: exactly()}
	cmd.Flags().StringVar(&f.Topic, "topic", "", "nur dieses `THEMA`: "+strings.Join(materials.Topics.Keys(), ", "))
	cmd.Flags().StringSliceVar(&f.Levels, "level", nil, "nur dieses `NIVEAU`: "+strings.Join(materials.Levels.Keys(), ", "))
	cmd.Flags().StringSliceVar(&f.Languages, "language", nil, "nur diese `SPRACHEN`, zum Beispiel uk,ar")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if err := checkWordFilter(f); err != nil {
			return err
		}
		s, err := r.services(cmd, false)
		if err != nil {
			return err
		}
		words := s.Library.Words().Filter(f)
		out := make([]wordJSON, len(words))
		for i, w := range words {
			out[i] = wordRecord(w)
		}
		return r.print(out, func(w io.Writer) { printWords(w, words) })
	}
	return cmd
}

func checkWordFilter(f materials.WordFilter) error {
	if f.Topic != "" {
		if err := oneOf("topic", f.Topic, materials.Topics); err != nil {
			return err
		}
	}
	for _, level := range f.Levels {
		if err := oneOf("level", level, materials.Levels); err != nil {
			return err
		}
	}
	for _, lang := range f.Languages {
		if err := oneOf("language", lang, materials.Languages); err != nil {
			return err
		}
	}
	return nil
}

// oneOf refuses a value that a closed list lacks.
func oneOf(flag, value string, list materials.List) error {
	if list.Has(value) {
		return nil
	}
	return usage("--%s „%s“ gibt es nicht. Möglich sind: %s.", flag, shorten(value), strings.Join(list.Keys(), ", "))
}

func wordRecord(w materials.Word) wordJSON {
	out := wordJSON{
		ID: w.ID, Lemma: w.Lemma, POS: w.PartOfSpeech, Article: w.Article, Plural: w.Plural, Syllables: w.Syllables,
		Level: w.Level, Topics: w.Topics, Picture: w.Picture, Example: w.Example, Glosses: map[string]glossJSON{},
	}
	for lang, g := range w.Glosses {
		out.Glosses[lang] = glossJSON{g.Text, g.Transliteration, g.Status, g.Source}
	}
	return out
}

func printWords(w io.Writer, words []materials.Word) {
	for _, word := range words {
		line := word.WithArticle()
		if word.Plural != "" {
			line += ", die " + word.Plural
		}
		var glosses []string
		for _, lang := range slices.Sorted(maps.Keys(word.Glosses)) {
			glosses = append(glosses, lang+" "+word.Glosses[lang].Text)
		}
		fmt.Fprintf(w, "%-40s %-5s %s\n", line, word.Level, strings.Join(glosses, " · "))
	}
	fmt.Fprintf(w, "\n%d Wörter\n", len(words))
}
