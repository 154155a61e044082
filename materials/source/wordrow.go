package source

import (
	"regexp"
	"slices"
	"strings"

	"lernkoffer/materials"
)

var (
	articles    = []string{"der", "die", "das", "none"}
	grades      = []string{"A", "B", "C"}
	auxiliaries = []string{"hat", "ist"}
	wordID      = regexp.MustCompile(`^[\p{Ll}\pN][\p{Ll}\pN'’/.-]*(#[a-z]+)?$`)
)

func readWordTable(src []byte, rep *report) []materials.Word {
	var words []materials.Word
	first := map[string]int{}
	for _, rec := range readTable(src, wordColumns, rep) {
		w := readWord(rec, rep)
		if line, ok := first[w.ID]; ok {
			rep.add(rec.line, "double", "Die Kennung „%s“ steht schon in Zeile %d. Ein zweites Wort mit dieser Schreibung bekommt sein Thema dazu: %s#media.", w.ID, line, w.ID)
		} else {
			first[w.ID] = rec.line
		}
		words = append(words, w)
	}
	return words
}

func readWord(rec record, rep *report) materials.Word {
	f := rec.fields
	w := materials.Word{
		ID: f[0], Lemma: f[1], Article: f[2], Plural: f[3], PluralNote: f[4], PartOfSpeech: f[5],
		Syllables: splitSyllables(f[6]), Level: f[7], Topics: splitCell(f[8], " ,;|"),
		Picture: f[10], PictureGrade: f[11], Example: f[12], Variants: splitCell(f[13], ";|"), Remark: f[14],
	}
	bad := func(column, format string, args ...any) {
		rep.add(rec.line, "word", column+": "+format, args...)
	}
	if !wordID.MatchString(w.ID) {
		bad("id", "„%s“ ist keine gültige Kennung. Erwartet wird das Wort in kleinen Buchstaben mit Bindestrichen statt Leerzeichen.", w.ID)
	}
	if strings.TrimSpace(w.Lemma) == "" {
		bad("lemma", "Das Wort fehlt.")
	}
	checkTerm := func(column, value string, allowed []string) {
		if !slices.Contains(allowed, value) {
			bad(column, "%s", NotAllowed(value, allowed))
		}
	}
	checkTerm("pos", w.PartOfSpeech, materials.PartsOfSpeech.Keys())
	checkTerm("level", w.Level, materials.Levels.Keys())
	for _, topic := range w.Topics {
		checkTerm("topics", topic, materials.Topics.Keys())
	}
	if len(w.Topics) == 0 {
		bad("topics", "Das Thema fehlt. Erlaubt: %s.", strings.Join(materials.Topics.Keys(), ", "))
	}
	switch {
	case w.PartOfSpeech == "noun":
		checkTerm("article", w.Article, articles)
	case w.Article != "" && w.Article != "none":
		bad("article", "Nur Nomen haben einen Artikel; „%s“ ist als %s eingetragen.", w.Lemma, w.PartOfSpeech)
	}
	if len(w.Syllables) == 0 {
		bad("syllables", "Die Silben fehlen. Erwartet wird zum Beispiel Schu-le.")
	}
	if w.PictureGrade != "" {
		checkTerm("picture_grade", w.PictureGrade, grades)
	}
	var ok bool
	if w.Forms, ok = readForms(f[9]); !ok {
		bad("forms", "„%s“ ist nicht lesbar. Erwartet wird zum Beispiel: steht auf; ist aufgestanden", f[9])
	}
	return w
}

// readForms reads "steht auf; ist aufgestanden". Verbs that build the perfect
// with both have "hat/ist".
func readForms(s string) (materials.Forms, bool) {
	if s == "" {
		return materials.Forms{}, true
	}
	third, perfect, ok := strings.Cut(s, ";")
	auxiliary, participle, _ := strings.Cut(strings.TrimSpace(perfect), " ")
	f := materials.Forms{
		Third: strings.TrimSpace(third), Auxiliary: auxiliary, Perfect: strings.TrimSpace(participle),
	}
	if !ok || f.Third == "" || f.Perfect == "" {
		return materials.Forms{}, false
	}
	for _, a := range strings.Split(f.Auxiliary, "/") {
		if !slices.Contains(auxiliaries, a) {
			return materials.Forms{}, false
		}
	}
	return f, true
}

func wordFields(w materials.Word) []string {
	forms := ""
	if w.Forms != (materials.Forms{}) {
		forms = w.Forms.Third + "; " + w.Forms.Auxiliary + " " + w.Forms.Perfect
	}
	return []string{
		w.ID, w.Lemma, w.Article, w.Plural, w.PluralNote, w.PartOfSpeech, joinSyllables(w), w.Level,
		strings.Join(w.Topics, " "), forms, w.Picture, w.PictureGrade, w.Example,
		strings.Join(w.Variants, "; "), w.Remark,
	}
}

// splitSyllables cuts "Rad fah-ren" into Rad, fah, ren.
func splitSyllables(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == ' ' })
}

// joinSyllables writes a space where the lemma has one behind a syllable.
func joinSyllables(w materials.Word) string {
	var b strings.Builder
	rest := w.Lemma
	for i, s := range w.Syllables {
		if i > 0 {
			if trimmed := strings.TrimLeft(rest, " "); trimmed != rest {
				rest = trimmed
				b.WriteByte(' ')
			} else {
				rest = strings.TrimPrefix(rest, "-")
				b.WriteByte('-')
			}
		}
		b.WriteString(s)
		rest = strings.TrimPrefix(rest, s)
	}
	return b.String()
}

func splitCell(s, separators string) []string {
	var out []string
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune(separators, r) }) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
