package materials

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// The limits of tags: the length of one in bytes, and their number at a material.
const (
	MaxTag  = 80
	MaxTags = 50
)

// Checked returns the note as every store keeps it: its text without space
// around it. It fails with CodeContent where text or anchor are empty, too long
// or no UTF-8, with CodeNotFound where Material is no id.
func (n Note) Checked() (Note, error) {
	n.Text = strings.TrimSpace(n.Text)
	anchor := len(n.Anchor.Before) + len(n.Anchor.Quote) + len(n.Anchor.After)
	switch {
	case !n.Material.Valid():
		return Note{}, unknownMaterial(n.Material)
	case n.Text == "":
		return Note{}, Errorf(CodeContent, "Die Notiz ist leer. Bitte schreiben Sie etwas hinein.")
	case len(n.Text) > MaxNote:
		return Note{}, Errorf(CodeContent, "Die Notiz ist um %d Zeichen zu lang. Bitte kürzen Sie sie oder schreiben Sie eine zweite.", tooMany(n.Text))
	case anchor > MaxNote:
		return Note{}, Errorf(CodeContent, "Die Textstelle zur Notiz ist zu lang. Bitte markieren Sie weniger Text.")
	case !utf8.ValidString(n.Text + n.Anchor.Before + n.Anchor.Quote + n.Anchor.After):
		return Note{}, Errorf(CodeContent, "Die Notiz enthält Zeichen, die kein gültiger Text sind.")
	}
	return n, nil
}

// tooMany returns how many runes at the end of text go over the limit.
func tooMany(text string) int {
	cut := MaxNote
	for !utf8.RuneStart(text[cut]) {
		cut--
	}
	return utf8.RuneCountInString(text[cut:])
}

// CheckedTags returns the tags of a material as every store keeps them: trimmed,
// sorted, each once. It fails with CodeContent where one is too long or no UTF-8,
// or where there are too many.
func CheckedTags(tags []string) ([]string, error) {
	var out []string
	for _, tag := range tags {
		tag = strings.Join(strings.Fields(tag), " ")
		if tag == "" {
			continue
		}
		if len(tag) > MaxTag || !utf8.ValidString(tag) {
			return nil, Errorf(CodeContent, "Das Schlagwort „%.20s…“ ist zu lang oder kein gültiger Text. Bitte kürzen Sie es.", strings.ToValidUTF8(tag, "?"))
		}
		out = append(out, tag)
	}
	slices.Sort(out)
	out = slices.Compact(out)
	if len(out) > MaxTags {
		return nil, Errorf(CodeContent, "Das sind %d Schlagwörter; bis zu %d sind möglich.", len(out), MaxTags)
	}
	return out, nil
}

// Check fails with CodeNotFound where id has not the form of one. Materials that
// are not installed may be annotated all the same.
func (id ID) Check() error {
	if !id.Valid() {
		return unknownMaterial(id)
	}
	return nil
}

func unknownMaterial(id ID) error {
	return Errorf(CodeNotFound, "Ein Material mit der Kennung „%s“ gibt es nicht.", id)
}
