package materials

import "slices"

// Form says how the body of a block is read.
type Form int

// The forms of bodies.
const (
	FormProse Form = iota // CommonMark, into Prose
	FormText              // paragraphs between empty lines, into Rows: one a paragraph
	FormRows              // one Row a line
	FormWords             // lemmas by comma or line, into Rows: one a word
	FormNone              // no body
)

// Mark is a set of marks that a block type knows inside its rows.
type Mark uint

// The marks; what is not among a type's marks is plain text there.
const (
	MarkGap      Mark = 1 << iota // [answer|also]
	MarkPair                      // left = right
	MarkSign                      // "+ " or "- " in front
	MarkKey                       // " // " from here for the key only
	MarkCells                     // A | B
	MarkSlot                      // {slot}
	MarkPicture                   // :word:
	MarkSpeaker                   // Name: line
	MarkLanguage                  // xx@hash: line
	MarkBold                      // **bold**, *italic*
)

// Spec describes a block type: how its body is read and how it is printed.
type Spec struct {
	Type     string
	Label    string // German, for lists and messages
	Form     Form
	Marks    Mark
	Numbered bool   // a task: it carries a number
	Do       string // key of the default instruction; "" for none
	Options  []string
}

// CommonOptions are understood by every block.
var CommonOptions = []string{
	"id", "level", "age", "for", "title", "do", "hint", "example", "optional", "points", "lines",
}

// Specs lists every block type (content guide, section 15).
var Specs = []Spec{
	{Type: "prose", Label: "Text", Form: FormProse},
	{Type: "note", Label: "Für die Lehrkraft", Form: FormProse},
	{Type: "info", Label: "Kasten", Form: FormProse},
	{Type: "text", Label: "Lesetext", Form: FormText, Marks: MarkBold},
	{Type: "dialogue", Label: "Dialog", Form: FormRows, Marks: MarkSpeaker | MarkBold, Options: []string{"chat", "chunks"}},
	{Type: "listening", Label: "Hörtext", Form: FormProse},
	{Type: "glossary", Label: "Worterklärungen", Form: FormRows, Marks: MarkPair},
	{Type: "words", Label: "Wörter", Form: FormWords, Options: []string{"article", "plural", "picture", "columns"}},
	{Type: "chunks", Label: "Redemittel", Form: FormRows, Marks: MarkBold},
	{Type: "phrases", Label: "Sätze in mehreren Sprachen", Form: FormRows, Marks: MarkLanguage},
	{Type: "picture", Label: "Bild", Form: FormNone, Options: []string{"file", "word", "alt", "size"}},
	{Type: "names", Label: "Namen und Grüße", Form: FormRows, Marks: MarkLanguage | MarkPair},
	{Type: "plan", Label: "Ablauf", Form: FormRows, Marks: MarkCells | MarkBold, Options: []string{"unit"}},
	{Type: "checklist", Label: "Checkliste", Form: FormRows, Marks: MarkBold},
	{Type: "letter-part", Label: "Baustein", Form: FormRows, Marks: MarkLanguage | MarkSlot, Options: []string{"role", "picture", "use"}},
	{Type: "self-check", Label: "Selbsteinschätzung", Form: FormRows, Do: "self"},

	{Type: "cloze", Label: "Lückentext", Form: FormRows, Marks: MarkGap | MarkKey | MarkBold, Numbered: true, Do: "complete", Options: []string{"bank", "reuse", "distractors", "pictures", "audio"}},
	{Type: "matching", Label: "Zuordnung", Form: FormRows, Marks: MarkPair | MarkKey, Numbered: true, Do: "connect"},
	{Type: "picture-words", Label: "Bild und Wort", Form: FormWords, Numbered: true, Do: "connect", Options: []string{"colours", "size"}},
	{Type: "articles", Label: "Artikel", Form: FormWords, Numbered: true, Do: "sort", Options: []string{"colours", "size"}},
	{Type: "plural", Label: "Plural", Form: FormWords, Numbered: true, Do: "write", Options: []string{"colours", "size"}},
	{Type: "memory", Label: "Memo-Spiel", Form: FormWords, Numbered: true, Do: "play", Options: []string{"colours", "size"}},
	{Type: "word-search", Label: "Suchsel", Form: FormWords, Numbered: true, Do: "find", Options: []string{"size", "directions", "pictures"}},
	{Type: "scrambled-words", Label: "Schüttelwörter", Form: FormWords, Numbered: true, Do: "write", Options: []string{"size", "pictures"}},
	{Type: "syllables", Label: "Silben", Form: FormWords, Numbered: true, Do: "clap", Options: []string{"size", "pictures"}},
	{Type: "crossword", Label: "Kreuzworträtsel", Form: FormRows, Marks: MarkPair | MarkPicture, Numbered: true, Do: "write", Options: []string{"size", "solution"}},
	{Type: "scrambled-sentences", Label: "Schüttelsätze", Form: FormRows, Marks: MarkCells, Numbered: true, Do: "write"},
	{Type: "true-false", Label: "Richtig oder falsch", Form: FormRows, Marks: MarkSign | MarkKey, Numbered: true, Do: "tick", Options: []string{"text"}},
	{Type: "multiple-choice", Label: "Mehrfachauswahl", Form: FormRows, Marks: MarkSign | MarkKey, Numbered: true, Do: "tick", Options: []string{"text"}},
	{Type: "questions", Label: "Fragen", Form: FormRows, Marks: MarkPair, Numbered: true, Do: "answer", Options: []string{"text"}},
	{Type: "order", Label: "Reihenfolge", Form: FormRows, Numbered: true, Do: "number"},
	{Type: "categories", Label: "Kategorien", Form: FormRows, Marks: MarkPair | MarkKey, Numbered: true, Do: "sort", Options: []string{"columns"}},
	{Type: "odd-one-out", Label: "Was passt nicht?", Form: FormRows, Marks: MarkGap | MarkKey, Numbered: true, Do: "cross-out"},
	{Type: "transform", Label: "Umformen", Form: FormRows, Marks: MarkPair | MarkKey, Numbered: true, Do: "write"},
	{Type: "clock", Label: "Uhrzeit", Form: FormRows, Marks: MarkPair, Numbered: true, Do: "connect", Options: []string{"style"}},
	{Type: "colouring", Label: "Anmalen", Form: FormRows, Marks: MarkPair, Numbered: true, Do: "colour"},
	{Type: "substitution", Label: "Austauschen", Form: FormRows, Marks: MarkSlot, Numbered: true, Do: "act"},
	{Type: "ask-answer", Label: "Fragen und antworten", Form: FormRows, Numbered: true, Do: "ask-answer"},
	{Type: "role-cards", Label: "Rollenkarten", Form: FormRows, Marks: MarkSpeaker, Numbered: true, Do: "act"},
	{Type: "frame", Label: "Schreibrahmen", Form: FormRows, Numbered: true, Do: "write", Options: []string{"ruling"}},
	{Type: "tracing", Label: "Nachspuren", Form: FormRows, Numbered: true, Do: "trace", Options: []string{"ruling", "rows", "script"}},
	{Type: "letter-hunt", Label: "Buchstaben suchen", Form: FormNone, Numbered: true, Do: "circle", Options: []string{"letters", "distractors", "rows", "columns"}},
	{Type: "initial-sounds", Label: "Anlaute", Form: FormRows, Marks: MarkSign, Numbered: true, Do: "circle", Options: []string{"sound"}},
	{Type: "sound-position", Label: "Wo hörst du den Laut?", Form: FormRows, Marks: MarkPair, Numbered: true, Do: "tick", Options: []string{"sound"}},
	{Type: "syllable-table", Label: "Silben lesen", Form: FormRows, Numbered: true, Do: "read-aloud"},
	{Type: "reading-lines", Label: "Zeilen lesen", Form: FormRows, Numbered: true, Do: "read-aloud"},
	{Type: "picture-sentences", Label: "Sätze und Bilder", Form: FormRows, Marks: MarkPicture, Numbered: true, Do: "connect"},
	{Type: "bingo", Label: "Bingo", Form: FormRows, Numbered: true, Do: "play", Options: []string{"boards", "size"}},
	{Type: "domino", Label: "Domino", Form: FormRows, Marks: MarkPair, Numbered: true, Do: "play", Options: []string{"boards", "size"}},
	{Type: "conjugation", Label: "Konjugation", Form: FormRows, Numbered: true, Do: "write", Options: []string{"tense", "persons"}},
}

// SpecFor returns the spec of a block type.
func SpecFor(blockType string) (Spec, bool) {
	if i := slices.IndexFunc(Specs, func(s Spec) bool { return s.Type == blockType }); i >= 0 {
		return Specs[i], true
	}
	return Spec{}, false
}

// Allows reports whether blocks of the type understand the option.
func (s Spec) Allows(option string) bool {
	return slices.Contains(CommonOptions, option) || slices.Contains(s.Options, option)
}
