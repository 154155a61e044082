package lint

import (
	"slices"
	"strings"

	"lernkoffer/materials"
)

// kindsWithoutLevel may name no level: what is in them is not for learners.
var kindsWithoutLevel = []string{"letter", "handout", "profile"}

// checkHead asks for what readers and the search need beyond what can be read at
// all.
func checkHead(c *checker) {
	m := c.Material
	if len(m.Levels) == 0 && !slices.Contains(kindsWithoutLevel, m.Kind) {
		c.error(c.key("levels"), "levels: Für „%s“ wird ein Niveau erwartet: %s.",
			materials.Kinds.Label(m.Kind), strings.Join(materials.Levels.Keys(), ", "))
	}
	for _, list := range []struct {
		key    string
		values []string
	}{{"audience", m.Audience}, {"topics", m.Topics}, {"languages", m.Languages}} {
		if len(list.values) == 0 {
			c.error(c.key(list.key), "%s: Die Liste ist leer. Tragen Sie mindestens einen Wert ein, sonst findet niemand das Material.", list.key)
		}
	}
	if m.Licence == "" || !materials.Licences.Has(m.Licence) {
		c.error(c.key("licence"), "licence: Ohne Lizenz darf niemand das Material weitergeben. Erlaubt: %s.", strings.Join(materials.Licences.Keys(), ", "))
	}
	if len(m.Blocks) == 0 {
		c.error(1, "Das Material ist leer. Nach dem Kopf wird Text oder ein Baustein erwartet.")
	}
	for _, key := range []struct {
		name    string
		missing bool
		help    string
	}{
		{"summary", strings.TrimSpace(m.Summary) == "", "Sagen Sie in einem Satz, was damit geübt wird; er steht in der Trefferliste."},
		{"fields", len(m.Fields) == 0, "Ohne Handlungsfeld fehlt das Material auf den Kacheln der Startseite: counselling, schooling, accompaniment."},
		{"competences", len(m.Competences) == 0, "Nennen Sie, was geübt wird, zum Beispiel [reading, speaking]."},
		{"age", m.Age == materials.AgeRange{}, "Nennen Sie das Alter, zum Beispiel [8, 14]."},
		{"changed", m.Changed == "", "Nennen Sie den Tag der letzten Änderung, zum Beispiel 2026-11-22."},
	} {
		if key.missing {
			c.warn(1, "Im Kopf fehlt „%s:“. %s", key.name, key.help)
		}
	}
	if strings.HasPrefix(m.Title, "Arbeitsblatt") {
		c.warn(c.key("title"), "Der Titel sagt nicht, worum es geht. Lassen Sie „Arbeitsblatt …“ weg und nennen Sie die Situation.")
	}
	if m.Kind == "feast" && m.Feast == nil {
		c.error(1, "Im Kopf fehlt „feast:“. Ein Fest braucht die Regel für sein Datum, zum Beispiel feast: {rule: easter+49}.")
	}
	if m.Kind == "literacy" && m.Literacy == nil {
		c.warn(1, "Im Kopf fehlt „literacy:“ mit dem Buchstaben und den schon bekannten Buchstaben.")
	}
}

// checkReview wants a state for each language that the material is in.
func checkReview(c *checker) {
	m := c.Material
	for _, lang := range m.Languages {
		if m.Review[lang] == "" {
			c.error(c.key("review"), "review: Der Stand für „%s“ fehlt. Erwartet wird zum Beispiel %s: %s.", lang, lang, firstStatus(lang))
		}
	}
	for _, lang := range materials.Languages.Keys() {
		if _, ok := m.Review[lang]; ok && !slices.Contains(m.Languages, lang) {
			c.warn(c.key("review"), "review: „%s“ steht nicht unter „languages:“. Ergänzen Sie die Sprache dort oder löschen Sie sie hier.", lang)
		}
	}
}

// firstStatus is what is true of a text that nobody has looked at yet.
func firstStatus(lang string) string {
	if lang == "de" {
		return "draft"
	}
	return "unchecked"
}
