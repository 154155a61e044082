package lint

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"lernkoffer/materials"
)

// Stamp returns what follows the @ of a translation: it says of which German
// line it is a translation. It is the start of the SHA-256 of the line, in NFC
// and with single spaces.
func Stamp(german string) string {
	sum := sha256.Sum256([]byte(spaces(norm.NFC.String(german))))
	return hex.EncodeToString(sum[:4])
}

// checkTranslations wants translations of what the German line says now, in
// every language that the head names.
func checkTranslations(c *checker) {
	used := map[string]bool{}
	for _, b := range c.Material.Blocks {
		spec, _ := materials.SpecFor(b.Type)
		if spec.Marks&materials.MarkLanguage == 0 {
			continue
		}
		for _, row := range b.Rows {
			used[row.Speaker] = true
			if !slices.Contains(c.Material.Languages, row.Speaker) {
				c.error(row.Line, "Die Sprache „%s“ steht nicht unter „languages:“. Ergänzen Sie sie dort.", row.Speaker)
			}
		}
		if b.Type == "letter-part" && !b.Options.Has("use") {
			c.letterPart(b)
		}
	}
	if c.Material.Kind != "letter" {
		return
	}
	for _, lang := range c.Material.Languages {
		if lang != "de" && !used[lang] {
			c.error(c.key("languages"), "languages: Auf „%s“ ist nichts übersetzt. Löschen Sie die Sprache oder ergänzen Sie die Zeilen.", lang)
		}
	}
}

func (c *checker) letterPart(b materials.Block) {
	de := slices.IndexFunc(b.Rows, func(r materials.Row) bool { return r.Speaker == "de" })
	if de < 0 {
		return
	}
	stamp := Stamp(marked(b.Rows[de].Left))
	for _, row := range b.Rows {
		switch {
		case row.Speaker == "de" && row.Hash != "":
			c.error(row.Line, "Die deutsche Zeile hat keinen Stempel. Löschen Sie @%s.", row.Hash)
		case row.Speaker == "de":
		case row.Hash == "":
			c.warn(row.Line, "Die Übersetzung hat noch keinen Stempel. Wenn sie zur deutschen Zeile passt, schreiben Sie %s@%s:", row.Speaker, stamp)
		case row.Hash != stamp:
			c.error(row.Line, "Die deutsche Zeile wurde geändert, die Übersetzung (%s) ist veraltet. Prüfen Sie sie und schreiben Sie dann %s@%s:", row.Speaker, row.Speaker, stamp)
		}
	}
	for _, lang := range c.Material.Languages {
		if !slices.ContainsFunc(b.Rows, func(r materials.Row) bool { return r.Speaker == lang }) {
			c.error(b.Line, "Im Baustein fehlt die Übersetzung auf %s. Ergänzen Sie die Zeile „%s: …“.", materials.Languages.Label(lang), lang)
		}
	}
}

// marked returns text as it is written, slots in their braces.
func marked(t materials.Text) string {
	var b strings.Builder
	for _, s := range t {
		if s.Kind == materials.SpanSlot {
			b.WriteString("{" + s.Text + "}")
		} else {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}
