package exercise

import (
	"slices"
	"strings"
	"unicode"

	"lernkoffer/materials"
)

// forms is a set of what a noun can be beside a determiner: a singular of one of
// three genders, or a plural.
type forms uint8

const (
	masculine forms = 1 << iota
	feminine
	neuter
	plural
	anyForm = masculine | feminine | neuter | plural
)

// determiners says which nouns may follow a determiner in any case. The sets are
// rather too large than too small: what they exclude is impossible.
var determiners = map[string]forms{
	"der": masculine | feminine | plural, "die": feminine | plural, "das": neuter,
	"dem": masculine | neuter, "den": masculine | plural, "des": masculine | neuter,
	"im": masculine | neuter, "am": masculine | neuter, "zum": masculine | neuter,
	"beim": masculine | neuter, "vom": masculine | neuter,
	"ins": neuter, "ans": neuter, "aufs": neuter, "zur": feminine,
	"viele": plural, "alle": plural, "beide": plural, "einige": plural, "zwei": plural, "drei": plural,
	"vier": plural, "fünf": plural, "sechs": plural, "sieben": plural, "acht": plural, "neun": plural,
	"zehn": plural, "elf": plural, "zwölf": plural,
	"jeder": masculine | feminine, "jede": feminine, "jedes": neuter | masculine, "jeden": masculine,
	"jedem": masculine | neuter,
	"ein":   masculine | neuter, "eine": feminine, "einen": masculine, "einem": masculine | neuter,
	"einer": feminine, "eines": masculine | neuter,
}

// possessives are the stems that take the endings of ein, and have a plural.
var possessives = []string{"kein", "mein", "dein", "sein", "ihr", "unser", "euer", "eur"}

// demonstratives are the stems that take the endings of der.
var demonstratives = []string{"dies", "welch"}

// dativePrepositions tell the feminine and the plural apart from the rest: with
// them, der is feminine and den is plural.
var dativePrepositions = []string{"mit", "bei", "von", "zu", "nach", "aus", "seit", "gegenüber"}

// twoWayPrepositions may go with the dative too: der is feminine behind them.
var twoWayPrepositions = []string{"an", "auf", "in", "neben", "hinter", "vor", "über", "unter", "zwischen"}

// formsAfter returns what a noun can be behind the given words of its clause,
// the nearest last. It looks past one adjective.
func formsAfter(words []string) forms {
	n := len(words)
	if n == 0 {
		return anyForm
	}
	set, ok := formsOf(words[:n-1], words[n-1])
	if !ok && n > 1 && isAdjective(words[n-1]) {
		set, ok = formsOf(words[:n-2], words[n-2])
	}
	if !ok {
		return anyForm
	}
	return set
}

// formsOf looks a determiner up, with the words before it.
func formsOf(before []string, word string) (forms, bool) {
	if word == "Der" && len(before) == 0 {
		return masculine, true // a subject: nobody begins with a dative
	}
	word = strings.ToLower(word)
	preposition := ""
	if n := len(before); n > 0 {
		preposition = strings.ToLower(before[n-1])
	}
	dative := slices.Contains(dativePrepositions, preposition)
	switch {
	case word == "der" && (dative || slices.Contains(twoWayPrepositions, preposition)):
		return feminine, true
	case word == "den" && dative:
		return plural, true
	}
	if set, ok := determiners[word]; ok {
		return set, true
	}
	for _, stem := range possessives {
		// A bare ihr is as often a pronoun (Habt ihr Zeit?).
		if ending, ok := strings.CutPrefix(word, stem); ok && word != "ihr" {
			if set, ok := possessiveForms[ending]; ok {
				return set, true
			}
		}
	}
	for _, stem := range demonstratives {
		if ending, ok := strings.CutPrefix(word, stem); ok {
			if set, ok := demonstrativeForms[ending]; ok {
				return set, true
			}
		}
	}
	return 0, false
}

var possessiveForms = map[string]forms{
	"": masculine | neuter, "e": feminine | plural, "en": masculine | plural, "em": masculine | neuter,
	"er": feminine | plural, "es": masculine | neuter,
}

var demonstrativeForms = map[string]forms{
	"er": masculine | feminine | plural, "e": feminine | plural, "es": neuter | masculine,
	"en": masculine | plural, "em": masculine | neuter,
}

// isAdjective guesses whether a word is an attribute: small and with an ending.
func isAdjective(word string) bool {
	if r := []rune(word); len(r) < 3 || !unicode.IsLower(r[0]) || word == "bisschen" {
		return false
	}
	for _, ending := range []string{"e", "en", "em", "er", "es"} {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// nounForms returns what the written form of a noun can be; 0 if that is not
// certain.
func nounForms(w materials.Word, written string) forms {
	if hasTwoGenders(w) {
		return 0
	}
	var set forms
	if written == w.Lemma {
		switch {
		case pluralOnly(w):
			set |= plural
		case w.Article == "der":
			set |= masculine
		case w.Article == "die":
			set |= feminine
		case w.Article == "das":
			set |= neuter
		default:
			return 0
		}
	}
	if written == w.Plural {
		set |= plural
	}
	return set
}
