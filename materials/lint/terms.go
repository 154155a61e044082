package lint

import (
	"regexp"
	"slices"
	"strings"
)

// term is a word that we do not use, and what we say instead (content guide,
// sections 6 and 8).
type term struct {
	pattern *regexp.Regexp
	instead string
}

var terms = []term{
	{regexp.MustCompile(`\bAusländer(?:in|innen|n)?\b`), "neu zugewanderte Schülerinnen und Schüler, Familien"},
	{regexp.MustCompile(`\bFlüchtlings?(?:e|en|kind|kinder|kindern)?\b`), "geflüchtete Kinder, geflüchtete Familien"},
	{regexp.MustCompile(`\bMigrationshintergrund`), "mehrsprachig, mit Familiensprache … (nur in Statistiken erlaubt)"},
	{regexp.MustCompile(`\bMuttersprache`), "Familiensprache, Erstsprache"},
	{regexp.MustCompile(`\bNull-?[Ss]prachler`), "Anfängerinnen und Anfänger in Deutsch"},
	{regexp.MustCompile(`\bbildungsfern`), "Familien, die mit Schule wenig Erfahrung haben"},
	{regexp.MustCompile(`\bausländische\pL* Wurzeln`), "mit Familiensprache …"},
	{regexp.MustCompile(`\bKIZ\b`), "KI"},
	{regexp.MustCompile(`\b[Kk]urdisch (?:sprechen|lesen|schreiben)`), "Kurmancî oder Soranî"},
	{regexp.MustCompile(`\b\pL+(?:\*|_|\p{Ll}:)innen\b|\b\pL+[a-zäöü]Innen\b`), "eine Form, die sich vorlesen lässt: Lehrkräfte, Team, Schülerinnen und Schüler"},
	{regexp.MustCompile(`\b[Uu]nsere (?:christlichen )?Feste\b|\b[Ii]hre Feste\b`), "viele feiern, manche feiern"},
	{regexp.MustCompile(`\b[Mm]eine Reise nach Deutschland\b|\b[Ww]o ist deine Heimat\b|\bWarum bist du nach Deutschland\b`), "eine Frage, die niemanden zum Erzählen der Flucht drängt"},
	{regexp.MustCompile(`\bMama und (?:deine[nrm]? )?Papa\b`), "deine Familie, zu Hause"},
}

// names keep a term that we do not use ourselves.
var names = []string{"Tag der Muttersprache", "Internationaler Tag der Muttersprache"}

// checkTerms warns of words that hurt, exclude or can't be read aloud.
func checkTerms(c *checker) {
	lines := append(append(c.headLines()[:2], c.optionLines()...), c.lines()...)
	for _, l := range lines {
		if l.language != "de" {
			continue
		}
		text := l.text
		for _, name := range names {
			text = strings.ReplaceAll(text, name, "")
		}
		for _, t := range terms {
			if found := t.pattern.FindString(text); found != "" {
				c.warn(l.number, "„%s“: Das sagen wir anders. Besser: %s.", found, t.instead)
			}
		}
	}
}

// signs are words that ask for a hint to the teacher, by sensitive topic.
var signs = []struct {
	topic   string
	pattern *regexp.Regexp
}{
	{"flight", regexp.MustCompile(`\b(?:Krieg|Flucht|geflohen|fliehen|Bombe|Folter)(?:s|es|n)?\b`)},
	{"death", regexp.MustCompile(`\b(?:gestorben|Beerdigung|Begräbnis|Friedhof|Selbstmord|Suizid)\b`)},
	{"racism", regexp.MustCompile(`\b(?:Rassismus|rassistisch\pL*|Diskriminierung)\b`)},
	{"religion", regexp.MustCompile(`\b(?:beten|Gebet|Moschee|Synagoge|Bibel|Koran)\b`)},
}

// checkSensitive warns where the head does not name what the text speaks of.
func checkSensitive(c *checker) {
	told := map[string]bool{}
	for _, l := range c.lines() {
		for _, s := range signs {
			if l.language != "de" || told[s.topic] || slices.Contains(c.Material.Sensitive, s.topic) {
				continue
			}
			if found := s.pattern.FindString(l.text); found != "" {
				told[s.topic] = true
				c.warn(l.number, "„%s“: Im Kopf fehlt der Hinweis für die Lehrkraft. Ergänzen Sie sensitive: [%s].", found, s.topic)
			}
		}
	}
}
