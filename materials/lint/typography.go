package lint

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// bound are places where a no-break space keeps together what a line end would
// tear apart (content guide, section 9).
var bound = regexp.MustCompile(
	`\b(?:z\. B\.|d\. h\.|u\. a\.|o\. [Ää]\.|i\. d\. R\.|116 117|` +
		`Abs\. \d+|Nr\. \d+|S\. \d+|Dr\. \pL+|` +
		`\d{1,2}\. \d{1,2}\. \d{4}|\d{1,2}\. (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)|` +
		`\d+ (?:Uhr|€|%))|§§? \d+`)

// slip is a sign that is not the typographer's.
type slip struct {
	pattern *regexp.Regexp
	message string // found text is put in for %s
	severe  bool
}

var slips = []slip{
	{regexp.MustCompile(`"[^"]*"?`), "Gerade Anführungszeichen: %s. Deutsche Anführungszeichen sind „…“, innen ‚…‘.", true},
	{regexp.MustCompile(`[”‟]`), "Falsches Anführungszeichen: %s. Deutsche Anführungszeichen sind „…“, innen ‚…‘.", true},
	{regexp.MustCompile(`\pL+'\pL*`), "Gerader Apostroph: %s. Erwartet wird ’.", false},
	{regexp.MustCompile(`\.\.\.+`), "Drei Punkte: %s. Erwartet wird das Zeichen … (mit Leerzeichen davor, wenn Wörter fehlen).", false},
	{regexp.MustCompile(`[\pL\d.,;“] - \pL+`), "Bindestrich als Gedankenstrich: %s. Erwartet wird – mit Leerzeichen.", false},
	{regexp.MustCompile(`\b\d{1,2}(?::\d\d)?-\d{1,2}(?::\d\d)? (?:Uhr|Minuten|Jahre|Kinder|Personen)\b`), "Bindestrich für „bis“: %s. Erwartet wird – ohne Leerzeichen.", false},
	{regexp.MustCompile(`\b\d{1,2}\.\d{1,2}\.\d{2,4}\b`), "Datum: %s. Erwartet wird 20. Mai 2027 im Text und 20. 5. 2027 in Tabellen.", false},
	{regexp.MustCompile(`[^ \n]  +[^ \n]`), "Zwei Leerzeichen hintereinander bei „%s“. Löschen Sie eines.", false},
	{regexp.MustCompile(`[ \t]$`), "Am Ende der Zeile steht ein Leerzeichen%s. Löschen Sie es.", false},
	{regexp.MustCompile(`\pL [,.;!?](?:\s|$)`), "Leerzeichen vor dem Satzzeichen bei „%s“. Löschen Sie es.", false},
}

// tableRule is the line under a table's head.
var tableRule = regexp.MustCompile(`^[ |:-]+$`)

// checkTypography looks at all German text.
func checkTypography(c *checker) {
	lines := append(c.headLines(), c.optionLines()...)
	open := map[int]int{}
	for _, b := range c.Material.Blocks {
		for _, l := range blockLines(b) {
			lines = append(lines, l)
			if l.language == "de" {
				open[b.Line] += strings.Count(l.text, "„") - strings.Count(l.text, "“")
			}
		}
		if n := open[b.Line]; n != 0 {
			c.error(b.Line, "Anführungszeichen gehen nicht auf: Zu „ gehört “, und umgekehrt. Prüfen Sie diesen Baustein.")
		}
	}
	for _, l := range lines {
		if !norm.NFC.IsNormalString(l.text) {
			c.error(l.number, "Der Text ist nicht in Unicode-NFC gespeichert. Tippen Sie Buchstaben mit Zeichen neu.")
		}
		if l.language == "de" && !tableRule.MatchString(l.text) {
			c.typography(l)
		}
	}
}

func (c *checker) typography(l line) {
	for _, s := range slips {
		found := s.pattern.FindString(l.text)
		if found == "" {
			continue
		}
		message := strings.ReplaceAll(s.message, "%s", strings.TrimSpace(found))
		if s.severe {
			c.error(l.number, "%s", message)
		} else {
			c.warn(l.number, "%s", message)
		}
	}
	for _, found := range bound.FindAllString(l.text, -1) {
		c.warn(l.number, "Geschütztes Leerzeichen fehlt in „%s“. Setzen Sie es (U+00A0), damit die Zeile hier nicht umbricht.", found)
	}
}
