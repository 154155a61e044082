package worksheet

import (
	"slices"
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/typeset"
)

// glossPage adds a list of the sheet's words in the family languages that the
// teacher chose, on a page of its own at the end.
func (b *builder) glossPage() {
	languages := b.glossLanguages()
	words := b.sheetWords()
	if len(languages) == 0 || len(words) == 0 {
		return
	}
	p := &para{opts: typeset.Options{Width: b.look.width}, role: b.section()}
	style := b.bold()
	style.Size += 2.5
	pieces := b.pieces(p.add("Wörter", style, black))
	for i := range pieces {
		pieces[i].hold = true
	}
	pieces = append(pieces, space(b.glossTable(words, languages), 2)...)
	if hint := b.glossHint(words, languages); hint != "" {
		pieces = append(pieces, space(b.remark(hint), 2)...)
	}
	b.pupil = append(b.pupil, chunk{pieces: pieces, fresh: true})
}

// glossLanguages are those asked for, without German and what does not fit.
func (b *builder) glossLanguages() []string {
	var out []string
	for _, lang := range b.o.Gloss {
		if lang != "de" && !slices.Contains(out, lang) {
			out = append(out, lang)
		}
	}
	return out[:min(len(out), 3)]
}

// sheetWords are the words of the table that word blocks of the sheet name, each
// once, in their order.
func (b *builder) sheetWords() []materials.Word {
	var out []materials.Word
	seen := map[string]bool{}
	for i := range b.m.Blocks {
		blk := &b.m.Blocks[i]
		spec, _ := materials.SpecFor(blk.Type)
		if spec.Form != materials.FormWords || !blk.ForLevel(b.o.Level) {
			continue
		}
		for _, row := range blk.Rows {
			if w, err := b.wordOf(row); err == nil && len(w.Glosses) > 0 && !seen[w.ID] {
				seen[w.ID] = true
				out = append(out, w)
			}
		}
	}
	return out
}

func (b *builder) glossTable(words []materials.Word, languages []string) []piece {
	n := float64(len(languages) + 1)
	widths := make([]float64, len(languages)+1)
	head := make([][]piece, len(widths))
	for i := range widths {
		widths[i] = b.look.width / n
		label := "Deutsch"
		if i > 0 {
			label = materials.Languages.Label(languages[i-1])
		}
		head[i] = b.line(label, b.bold(), black, widths[i]-4)
	}
	out := []piece{gridRow(widths, head, true)}
	for _, w := range words {
		cells := [][]piece{b.line(w.WithArticle(), b.style(), black, widths[0]-4)}
		for i, lang := range languages {
			style := b.style()
			style.Language = lang
			p := &para{opts: typeset.Options{Width: widths[i+1] - 4}, lang: lang}
			text := w.Glosses[lang].Text
			if text == "" {
				text = "–"
			}
			cells = append(cells, b.pieces(p.add(text, style, black)))
		}
		out = append(out, gridRow(widths, cells, false))
	}
	return grid(out)
}

// glossHint names the languages in which a word of the list is unchecked.
func (b *builder) glossHint(words []materials.Word, languages []string) string {
	var unchecked []string
	for _, lang := range languages {
		if slices.ContainsFunc(words, func(w materials.Word) bool { return w.Glosses[lang].Status == "unchecked" }) {
			unchecked = append(unchecked, materials.Languages.Label(lang))
		}
	}
	if len(unchecked) == 0 {
		return ""
	}
	return "Übersetzungen noch nicht geprüft: " + strings.Join(unchecked, ", ") + "."
}
