package exercise_test

import (
	"strings"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
)

// column returns the forms of the only verb of a table, joined.
func column(c *exercise.Conjugation) string {
	var forms []string
	for _, row := range c.Table {
		forms = append(forms, row[0])
	}
	return strings.Join(forms, ", ")
}

// The present of verbs of every class, as grammars have it.
func TestPresent(t *testing.T) {
	tests := []struct{ lemma, want string }{
		{"spielen", "spiele, spielst, spielt, spielen, spielt, spielen"},
		{"arbeiten", "arbeite, arbeitest, arbeitet, arbeiten, arbeitet, arbeiten"},
		{"öffnen", "öffne, öffnest, öffnet, öffnen, öffnet, öffnen"},
		{"finden", "finde, findest, findet, finden, findet, finden"},
		{"heißen", "heiße, heißt, heißt, heißen, heißt, heißen"},
		{"tanzen", "tanze, tanzt, tanzt, tanzen, tanzt, tanzen"},
		{"klatschen", "klatsche, klatschst, klatscht, klatschen, klatscht, klatschen"},
		{"basteln", "bastle, bastelst, bastelt, basteln, bastelt, basteln"},
		{"wandern", "wandere, wanderst, wandert, wandern, wandert, wandern"},
		{"verlieren", "verliere, verlierst, verliert, verlieren, verliert, verlieren"},
		{"knien", "knie, kniest, kniet, knien, kniet, knien"},
		{"tun", "tue, tust, tut, tun, tut, tun"},
		{"fahren", "fahre, fährst, fährt, fahren, fahrt, fahren"},
		{"laufen", "laufe, läufst, läuft, laufen, lauft, laufen"},
		{"wachsen", "wachse, wächst, wächst, wachsen, wachst, wachsen"},
		{"sprechen", "spreche, sprichst, spricht, sprechen, sprecht, sprechen"},
		{"sehen", "sehe, siehst, sieht, sehen, seht, sehen"},
		{"lesen", "lese, liest, liest, lesen, lest, lesen"},
		{"essen", "esse, isst, isst, essen, esst, essen"},
		{"nehmen", "nehme, nimmst, nimmt, nehmen, nehmt, nehmen"},
		{"einladen", "lade ein, lädst ein, lädt ein, laden ein, ladet ein, laden ein"},
		{"aufstehen", "stehe auf, stehst auf, steht auf, stehen auf, steht auf, stehen auf"},
		{"Rad fahren", "fahre Rad, fährst Rad, fährt Rad, fahren Rad, fahrt Rad, fahren Rad"},
		{"sich anziehen", "ziehe mich an, ziehst dich an, zieht sich an, ziehen uns an, zieht euch an, ziehen sich an"},
		{"sein", "bin, bist, ist, sind, seid, sind"},
		{"haben", "habe, hast, hat, haben, habt, haben"},
		{"wissen", "weiß, weißt, weiß, wissen, wisst, wissen"},
		{"möchten", "möchte, möchtest, möchte, möchten, möchtet, möchten"},
	}
	words := table(t, "../../assets/words/words.csv")
	for _, test := range tests {
		c, err := exercise.NewConjugation(pick(t, words, test.lemma), exercise.Options{})
		if err != nil {
			t.Errorf("%s: %v", test.lemma, err)
			continue
		}
		if got := column(c); got != test.want {
			t.Errorf("%s: %s, want %s", test.lemma, got, test.want)
		}
	}
	for _, w := range []materials.Word{
		{Lemma: "halten", PartOfSpeech: "verb", Forms: materials.Forms{Third: "hält"}},
		{Lemma: "betreten", PartOfSpeech: "verb", Forms: materials.Forms{Third: "betritt"}},
	} {
		want := map[string]string{
			"halten":   "halte, hältst, hält, halten, haltet, halten",
			"betreten": "betrete, betrittst, betritt, betreten, betretet, betreten",
		}[w.Lemma]
		c, err := exercise.NewConjugation([]materials.Word{w}, exercise.Options{})
		if err != nil || column(c) != want {
			t.Errorf("%s: %v, %v, want %s", w.Lemma, c, err, want)
		}
	}
}

func TestPerfect(t *testing.T) {
	words := table(t, "../../assets/words/words.csv")
	o := exercise.Options{Block: options(`tense=perfect persons="ich, er/sie/es, Sie"`)}
	for lemma, want := range map[string]string{
		"lernen":        "habe gelernt, hat gelernt, haben gelernt",
		"gehen":         "bin gegangen, ist gegangen, sind gegangen",
		"aufstehen":     "bin aufgestanden, ist aufgestanden, sind aufgestanden",
		"sich anziehen": "habe mich angezogen, hat sich angezogen, haben sich angezogen",
		"Rad fahren":    "bin Rad gefahren, ist Rad gefahren, sind Rad gefahren",
	} {
		c, err := exercise.NewConjugation(pick(t, words, lemma), o)
		if err != nil {
			t.Errorf("%s: %v", lemma, err)
			continue
		}
		if got := column(c); got != want {
			t.Errorf("%s: %s, want %s", lemma, got, want)
		}
	}
}

// What has two right forms, or none that are certain, is refused with the reason.
func TestConjugationRefuses(t *testing.T) {
	words := table(t, "../../assets/words/words.csv")
	tests := []struct{ name, lemmas, options, want string }{
		{"no verb", "Tisch", "", "kein Verb"},
		{"impersonal", "regnen", "", "nur mit „es“"},
		{"two thirds", "backen", "", "verschiedene Formen"},
		{"several words", "Zähne putzen", "", "nicht sicher bilden"},
		{"two auxiliaries", "tauchen", "tense=perfect", "nicht eindeutig"},
		{"other auxiliary in the south", "sitzen", "tense=perfect", "nicht eindeutig"},
		{"modal", "können", "tense=perfect", "nicht eindeutig"},
		{"no participle", "möchten", "tense=perfect", "nicht eindeutig"},
		{"twice", "gehen, gehen", "", "zweimal"},
		{"tense", "gehen", "tense=future", "„present“ und „perfect“"},
		{"two persons in one", "gehen", `persons="ich, sie"`, "„sie“ ist nicht eindeutig"},
		{"person twice", "gehen", `persons="ich, ich"`, "zweimal"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := exercise.NewConjugation(pick(t, words, test.lemmas), exercise.Options{Block: options(test.options)})
			wantRefusal(t, err, test.want)
		})
	}
	for name, w := range map[string]materials.Word{
		"reflexive, dative": {Lemma: "sich merken", PartOfSpeech: "verb", Forms: materials.Forms{Third: "merkt sich"}},
		"no third person":   {Lemma: "gehen", PartOfSpeech: "verb"},
		"wrong third":       {Lemma: "gehen", PartOfSpeech: "verb", Forms: materials.Forms{Third: "kommt"}},
		"no infinitive":     {Lemma: "x", PartOfSpeech: "verb", Forms: materials.Forms{Third: "xt"}},
	} {
		_, err := exercise.NewConjugation([]materials.Word{w}, exercise.Options{})
		if err == nil {
			t.Errorf("%s: accepted", name)
			continue
		}
		wantRefusal(t, err, "nicht sicher bilden")
	}
	_, err := exercise.FromWords("conjugation", pick(t, fixture(t), "Tisch, Stuhl, Tafel"), exercise.Options{})
	wantRefusal(t, err, "kein Verb")
}

// Of the verbs of a topic only such are taken as a class says of itself.
func TestConjugationOfWords(t *testing.T) {
	pool := pools(t)["verbs"]
	for seed := range uint64(seeds) {
		ex, err := exercise.FromWords("conjugation", pool, exercise.Options{Seed: seed, Block: options("tense=perfect")})
		if err != nil {
			t.Fatal(err)
		}
		c := ex.(*exercise.Conjugation)
		if len(c.Verbs) != 4 || len(c.Persons) != 6 || len(c.Table) != 6 || len(c.Table[0]) != 4 {
			t.Fatalf("seed %d: %d verbs, table %q", seed, len(c.Verbs), c.Table)
		}
	}
}
