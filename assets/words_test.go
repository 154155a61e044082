package assets_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"lernkoffer/assets"
	"lernkoffer/materials"
)

const (
	fewestWords = 1600
	nounsOnly   = "noun"
)

var (
	articles  = []string{"der", "die", "das", "none"}
	verbForms = regexp.MustCompile(`^\p{Ll}[\p{Ll} ]*; (hat|ist|hat/ist) \p{Ll}[\p{L} ]*$`)
	sentence  = regexp.MustCompile(`[.!?]$`)
)

// Ensure that the table is as large as promised and each word has its own id.
func TestWordIDs(t *testing.T) {
	rows := words(t)
	if len(rows) < fewestWords {
		t.Errorf("%d words, at least %d are promised", len(rows), fewestWords)
	}
	seen := map[string]bool{}
	for _, w := range rows {
		id, lemma := w["id"], w["lemma"]
		if seen[id] {
			t.Errorf("%s stands twice", id)
		}
		seen[id] = true
		plain, topic, homonym := strings.Cut(id, "#")
		if plain != strings.ReplaceAll(strings.ToLower(lemma), " ", "-") {
			t.Errorf("%s is no id for %q", id, lemma)
		}
		if homonym && !slices.Contains(strings.Fields(w["topics"]), topic) {
			t.Errorf("%s: the topic of the id is not among %s", id, w["topics"])
		}
	}
	for id := range seen {
		if plain, _, homonym := strings.Cut(id, "#"); homonym && !seen[plain] {
			t.Errorf("%s: there is no %s to tell it from", id, plain)
		}
	}
}

// Ensure that small letters mean what they say: "essen" is the verb, "Essen" the noun.
func TestLowerCaseReferencesMeanTheLowerCaseWord(t *testing.T) {
	for _, w := range words(t) {
		lemma := w["lemma"]
		if lemma == strings.ToLower(lemma) && !strings.Contains(lemma, " ") && w["id"] != lemma {
			t.Errorf("%s: %q has to be found by its plain id", w["id"], lemma)
		}
	}
}

// Ensure that all keys are of the closed lists.
func TestWordKeys(t *testing.T) {
	for _, w := range words(t) {
		if !materials.PartsOfSpeech.Has(w["pos"]) {
			t.Errorf("%s: part of speech %q", w["id"], w["pos"])
		}
		if !materials.Levels.Has(w["level"]) {
			t.Errorf("%s: level %q", w["id"], w["level"])
		}
		topics := strings.Fields(w["topics"])
		if len(topics) == 0 || len(slices.Compact(slices.Sorted(slices.Values(topics)))) != len(topics) {
			t.Errorf("%s: topics %q", w["id"], w["topics"])
		}
		for _, topic := range topics {
			if !materials.Topics.Has(topic) {
				t.Errorf("%s: topic %q", w["id"], topic)
			}
		}
	}
}

// Ensure that every topic has words to teach.
func TestEveryTopicHasWords(t *testing.T) {
	count := map[string]int{}
	for _, w := range words(t) {
		for _, topic := range strings.Fields(w["topics"]) {
			count[topic]++
		}
	}
	for _, topic := range materials.Topics.Keys() {
		if count[topic] < 10 {
			t.Errorf("topic %s has only %d words", topic, count[topic])
		}
	}
}

// Ensure that nouns have what an exercise on article and plural needs.
func TestNouns(t *testing.T) {
	notes := []string{"", "nur Singular", "nur Plural"}
	for _, w := range words(t) {
		switch {
		case w["pos"] == nounsOnly && !slices.Contains(articles, w["article"]):
			t.Errorf("%s: article %q", w["id"], w["article"])
		case w["pos"] != nounsOnly && w["article"] != "":
			t.Errorf("%s is no noun and has the article %q", w["id"], w["article"])
		}
		if !slices.Contains(notes, w["plural_note"]) {
			t.Errorf("%s: plural note %q", w["id"], w["plural_note"])
		}
		if w["pos"] == nounsOnly && (w["plural"] == "") == (w["plural_note"] == "") {
			t.Errorf("%s: either a plural or a note why there is none", w["id"])
		}
		if w["plural_note"] == "nur Plural" && w["article"] != "die" {
			t.Errorf("%s: words in the plural have the article die", w["id"])
		}
		if first := []rune(w["lemma"])[0]; w["pos"] == nounsOnly && !unicode.IsUpper(first) {
			t.Errorf("%s: nouns have a capital", w["id"])
		}
	}
}

// Ensure that a teacher finds the forms of every verb.
func TestVerbForms(t *testing.T) {
	for _, w := range words(t) {
		verb := w["pos"] == "verb" && w["lemma"] != "möchten" // it has no forms of its own
		if verb != (w["forms"] != "") {
			t.Errorf("%s: forms %q", w["id"], w["forms"])
		}
		if w["forms"] != "" && !verbForms.MatchString(strings.ToLower(w["forms"])) {
			t.Errorf("%s: forms %q, expected: steht auf; ist aufgestanden", w["id"], w["forms"])
		}
	}
}

// Ensure that syllables put together are the word.
func TestSyllablesSpellTheWord(t *testing.T) {
	vowel := regexp.MustCompile(`(?i)[aeiouyäöüé]`)
	joined := strings.NewReplacer("-", "")
	for _, w := range words(t) {
		if joined.Replace(w["syllables"]) != joined.Replace(w["lemma"]) {
			t.Errorf("%s: syllables %q", w["id"], w["syllables"])
		}
		if strings.ToUpper(w["lemma"][:2]) == w["lemma"][:2] {
			continue // QR-Code and CD are spelled out
		}
		for _, s := range strings.FieldsFunc(w["syllables"], func(r rune) bool { return r == '-' || r == ' ' }) {
			if !vowel.MatchString(s) && s != "T" && s != "S" {
				t.Errorf("%s: the syllable %q has no vowel", w["id"], s)
			}
		}
	}
}

// Ensure that each word has a sentence that is short enough for beginners, and
// no two words the same.
func TestExamples(t *testing.T) {
	seen := map[string]string{}
	for _, w := range words(t) {
		e := w["example"]
		if n := len(strings.Fields(e)); n < 3 || n > 10 {
			t.Errorf("%s: the example has %d words: %s", w["id"], n, e)
		}
		if !sentence.MatchString(e) || strings.ContainsAny(e, `"'`) || strings.Contains(e, " - ") {
			t.Errorf("%s: the example is no plain sentence: %s", w["id"], e)
		}
		if other := seen[e]; other != "" {
			t.Errorf("%s and %s have the same example", other, w["id"])
		}
		seen[e] = w["id"]
	}
}

// Ensure that glosses belong to a word, tell what is known of them and are whole.
func TestGlosses(t *testing.T) {
	known := map[string]bool{}
	for _, w := range words(t) {
		known[w["id"]] = true
	}
	for _, lang := range strings.Fields("en tr uk ru ar fa pl ro bg fr es") {
		name := "gloss-" + lang + ".csv"
		seen := map[string]bool{}
		for _, g := range table(t, assets.Words, name) {
			switch id := g["word"]; {
			case !known[id]:
				t.Errorf("%s: no word %s", name, id)
			case seen[id]:
				t.Errorf("%s: %s stands twice", name, id)
			case g["text"] == "":
				t.Errorf("%s: %s is empty", name, id)
			case !materials.GlossStatuses.Has(g["status"]):
				t.Errorf("%s: %s has the status %q", name, id, g["status"])
			case (g["status"] == "source-confirmed") != (g["source"] != ""):
				t.Errorf("%s: %s is %s by %q", name, id, g["status"], g["source"])
			}
			seen[g["word"]] = true
		}
		if len(seen) < len(known)*99/100 {
			t.Errorf("%s: only %d of %d words", name, len(seen), len(known))
		}
		checkScript(t, lang)
	}
}

var scripts = map[string]*unicode.RangeTable{
	"ar": unicode.Arabic, "fa": unicode.Arabic, "uk": unicode.Cyrillic, "ru": unicode.Cyrillic, "bg": unicode.Cyrillic,
}

// checkScript refuses letters of a foreign script, such as a Latin a in a
// Cyrillic word, which looks right and is not found.
func checkScript(t *testing.T, lang string) {
	t.Helper()
	script := scripts[lang]
	if script == nil {
		script = unicode.Latin
	}
	for _, g := range table(t, assets.Words, "gloss-"+lang+".csv") {
		letters, foreign := 0, 0
		for _, r := range g["text"] {
			if unicode.IsLetter(r) {
				letters++
				if !unicode.Is(script, r) {
					foreign++
				}
			}
		}
		if foreign > 0 && foreign < letters && !strings.ContainsAny(g["text"], "-, /(") {
			t.Errorf("gloss-%s.csv: %s mixes scripts: %q", lang, g["word"], g["text"])
		}
	}
}
