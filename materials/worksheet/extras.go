package worksheet

import (
	"slices"
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/page"
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
	p := &para{opts: typeset.Options{Width: b.look.width}, role: page.RoleHeading2}
	style := b.bold()
	style.Size += 2.5
	pieces := b.pieces(p.add("Wörter", style, black))
	for i := range pieces {
		pieces[i].hold = true
	}
	pieces = append(pieces, space(b.glossTable(words, languages), 2)...)
	if hint := b.glossHint(words, languages); hint != "" {
		pieces = append(pieces, space(b.line(hint, typeset.Style{Size: 8.5, Language: "de"}, grey, b.look.width), 2)...)
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
	first := gridRow(widths, head, true)
	first.hold = true
	out := []piece{first}
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
	return out
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
	return "Übersetzungen noch nicht muttersprachlich geprüft: " + strings.Join(unchecked, ", ") + "."
}

// notesPage prints the teacher's own notes. They stand among the teacher's
// pages, never on a pupil's sheet.
func (b *builder) notesPage() {
	if len(b.o.Notes) == 0 {
		return
	}
	style := typeset.Style{Size: 10.5, Language: "de"}
	bold := style
	bold.Bold, bold.Size = true, 12
	p := &para{opts: typeset.Options{Width: bodyWidth}, role: page.RoleHeading2}
	pieces := b.pieces(p.add("Meine Notizen", bold, black))
	for _, note := range b.o.Notes {
		if note.Anchor.Quote != "" {
			pieces = append(pieces, space(b.line("„"+note.Anchor.Quote+"“", style, grey, bodyWidth), 2)...)
		}
		for line := range strings.Lines(note.Text) {
			pieces = append(pieces, space(b.line(strings.TrimSpace(line), style, black, bodyWidth), 1)...)
		}
		date := typeset.Style{Size: 8.5, Language: "de"}
		pieces = append(pieces, b.line(germanDate(note), date, grey, bodyWidth)...)
	}
	pieces[0].hold = true
	b.teacher = append([]chunk{{pieces: space(pieces, 5)}}, b.teacher...)
}

var months = [...]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"}

func germanDate(n materials.Note) string {
	t := n.Changed
	return t.Format("2. ") + months[t.Month()-1] + t.Format(" 2006")
}
