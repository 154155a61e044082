package exercise

import (
	"slices"
	"strings"

	"lernkoffer/materials"
)

// forms of a verb: ich, du, er/sie/es, wir, ihr, sie/Sie.
type verbForms [6]string

// verb is a verb of the word table taken apart.
type verb struct {
	stem      string // of the infinitive: without -en or -n
	third     string // er/sie/es without what is parted from it
	infinite  string // the infinitive without its particle
	particle  string // what stands last: auf (aufstehen), Rad (Rad fahren); "" if nothing does
	reflexive bool
}

// irregular has the present of verbs that no rule makes.
var irregular = map[string]verbForms{
	"sein":    {"bin", "bist", "ist", "sind", "seid", "sind"},
	"haben":   {"habe", "hast", "hat", "haben", "habt", "haben"},
	"werden":  {"werde", "wirst", "wird", "werden", "werdet", "werden"},
	"wissen":  {"weiß", "weißt", "weiß", "wissen", "wisst", "wissen"},
	"können":  {"kann", "kannst", "kann", "können", "könnt", "können"},
	"müssen":  {"muss", "musst", "muss", "müssen", "müsst", "müssen"},
	"dürfen":  {"darf", "darfst", "darf", "dürfen", "dürft", "dürfen"},
	"sollen":  {"soll", "sollst", "soll", "sollen", "sollt", "sollen"},
	"wollen":  {"will", "willst", "will", "wollen", "wollt", "wollen"},
	"mögen":   {"mag", "magst", "mag", "mögen", "mögt", "mögen"},
	"möchten": {"möchte", "möchtest", "möchte", "möchten", "möchtet", "möchten"},
}

// accusative lists the verbs whose sich is an accusative for certain; with others it
// may be mir and dir.
var accusative = []string{
	"sich anmelden", "sich anziehen", "sich ärgern", "sich ausruhen", "sich ausziehen", "sich beeilen", "sich bewegen",
	"sich duschen", "sich entschuldigen", "sich erinnern", "sich freuen", "sich fühlen", "sich hinsetzen", "sich interessieren",
	"sich konzentrieren", "sich kümmern", "sich langweilen", "sich melden", "sich setzen", "sich streiten", "sich treffen",
	"sich umziehen", "sich unterhalten", "sich verabschieden", "sich verletzen", "sich verspäten",
}

var reflexives = verbForms{"mich", "dich", "sich", "uns", "euch", "sich"}

// takeApart takes a verb of the word table apart by its infinitive and third person.
// It refuses what it can't be sure of.
func takeApart(w materials.Word) (verb, error) {
	unsure := refuse("Die Formen von „%s“ lassen sich nicht sicher bilden. Bitte nehmen Sie ein anderes Verb.", w.Lemma)
	if w.PartOfSpeech != "verb" {
		return verb{}, refuse("„%s“ ist kein Verb. Bitte nehmen Sie ein anderes Wort.", w.Lemma)
	}
	if strings.Contains(w.Remark, "unpersönlich") {
		return verb{}, refuse("„%s“ gibt es nur mit „es“. Bitte nehmen Sie ein anderes Verb.", w.Lemma)
	}
	if strings.Contains(w.Remark, "Homograf") || strings.Contains(w.Remark, "auch: er ") {
		return verb{}, refuse("„%s“ hat verschiedene Formen (%s). Bitte nehmen Sie ein anderes Verb.", w.Lemma, w.Remark)
	}
	v := verb{infinite: w.Lemma, third: w.Forms.Third}
	if rest, ok := strings.CutPrefix(w.Lemma, "sich "); ok {
		if !slices.Contains(accusative, w.Lemma) {
			return verb{}, unsure
		}
		v.infinite, v.reflexive = rest, true
		v.third = strings.Replace(v.third, " sich", "", 1)
	}
	if forms, ok := irregular[v.infinite]; ok && (v.third == forms[2] || v.third == "") {
		return v, nil
	}
	if third, particle, ok := strings.Cut(v.third, " "); ok {
		rest, found := strings.CutPrefix(v.infinite, particle)
		if !found || strings.Contains(particle, " ") {
			return verb{}, unsure
		}
		v.third, v.particle, v.infinite = third, particle, strings.TrimPrefix(rest, " ")
	}
	v.stem = strings.TrimSuffix(strings.TrimSuffix(v.infinite, "n"), "e")
	if strings.Contains(v.infinite, " ") || !strings.HasSuffix(v.infinite, "n") || v.stem == "" || !v.regular() {
		return verb{}, unsure
	}
	return v, nil
}

// regular reports whether the third person is that of a weak verb or a strong one
// whose vowel changes as German vowels do.
func (v verb) regular() bool {
	if v.third == v.stem+"t" || v.third == v.stem+"et" {
		return true
	}
	return slices.ContainsFunc(v.changed(), func(stem string) bool { return v.third == withT(stem) })
}

// changed returns the stems that a strong verb may have in the singular: fahr, fähr;
// sprech, sprich; les, lies; nehm, nimm.
func (v verb) changed() []string {
	var out []string
	for _, change := range [][2]string{{"au", "äu"}, {"a", "ä"}, {"e", "i"}, {"e", "ie"}, {"eh", "ieh"}, {"ehm", "imm"}, {"et", "itt"}, {"o", "ö"}} {
		if at := strings.LastIndex(v.stem, change[0]); at >= 0 {
			out = append(out, v.stem[:at]+change[1]+v.stem[at+len(change[0]):])
		}
	}
	return out
}

// withT adds -t as strong verbs do: not to another t (hält).
func withT(stem string) string {
	if strings.HasSuffix(stem, "t") {
		return stem
	}
	return stem + "t"
}

// withST adds -st, of which a stem that hisses keeps the t (du heißt).
func withST(stem string) string {
	if strings.HasSuffix(stem, "s") || strings.HasSuffix(stem, "ß") || strings.HasSuffix(stem, "z") || strings.HasSuffix(stem, "x") {
		return stem + "t"
	}
	return stem + "st"
}

// present returns the forms of the present with what belongs to them: stehe auf,
// ziehe mich an.
func (v verb) present() verbForms {
	forms, ok := irregular[v.infinite]
	if !ok {
		forms = v.regularPresent()
	}
	for i := range forms {
		if v.reflexive {
			forms[i] += " " + reflexives[i]
		}
		if v.particle != "" {
			forms[i] += " " + v.particle
		}
	}
	return forms
}

func (v verb) regularPresent() verbForms {
	f := verbForms{v.stem + "e", "", v.third, v.infinite, v.stem + "t", v.infinite}
	if rest, ok := strings.CutSuffix(v.infinite, "eln"); ok {
		f[0] = rest + "le"
	}
	switch {
	case v.third == v.stem+"t":
		f[1] = withST(v.stem)
	case v.third == v.stem+"et":
		f[1], f[4] = v.stem+"est", v.stem+"et"
	default:
		for _, stem := range v.changed() {
			if v.third == withT(stem) {
				f[1] = withST(stem)
			}
		}
		if strings.HasSuffix(v.stem, "t") || strings.HasSuffix(v.stem, "d") {
			f[4] = v.stem + "et"
		}
	}
	return f
}

// perfect returns the forms of the perfect: bin gegangen, habe mich gemeldet.
func perfect(w materials.Word) (verbForms, error) {
	v, err := takeApart(w)
	if err != nil {
		return verbForms{}, err
	}
	auxiliary, ok := map[string]string{"hat": "haben", "ist": "sein"}[w.Forms.Auxiliary]
	if !ok || w.Forms.Perfect == "" || twoPerfects(w) {
		return verbForms{}, refuse("Das Perfekt von „%s“ ist nicht eindeutig. Bitte nehmen Sie ein anderes Verb.", w.Lemma)
	}
	forms := irregular[auxiliary]
	for i := range forms {
		if v.reflexive {
			forms[i] += " " + reflexives[i]
		}
		forms[i] += " " + strings.TrimPrefix(w.Forms.Perfect, "sich ")
	}
	return forms, nil
}

// twoPerfects reports whether a verb has a second perfect: with the other auxiliary
// in the south or in another sense, or, a modal verb, without a participle.
func twoPerfects(w materials.Word) bool {
	other := map[string]string{"hat": "ist ", "ist": "hat "}[w.Forms.Auxiliary] + w.Forms.Perfect
	return strings.Contains(w.Remark, other) || strings.Contains(w.Remark, "Modalverb")
}
