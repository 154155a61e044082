package exercise_test

import (
	"slices"
	"strings"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
)

var sentences = []string{
	"Ich schneide mit der [Schere].",
	"Ich schreibe mit dem [Bleistift].",
	"Ich sitze auf dem [Stuhl].",
	"Ich messe mit dem [Lineal].",
	"Frau Demir schreibt an die [Tafel]. // Sie steht vorn.",
}

func TestClozeBank(t *testing.T) {
	orders := map[string]bool{}
	for seed := range uint64(seeds) {
		for _, group := range []string{"A", "B"} {
			o := exercise.Options{Seed: seed, Group: group, Block: options(`bank distractors="Kleber, Radiergummi"`)}
			c, err := exercise.NewCloze(rows(sentences...), o)
			if err != nil {
				t.Fatal(err)
			}
			var answers []string
			for _, item := range c.Items {
				answers = append(answers, item.Answers...)
			}
			want := slices.Sorted(slices.Values(append(slices.Clone(answers), "Kleber", "Radiergummi")))
			if got := slices.Sorted(slices.Values(c.Bank)); !slices.Equal(got, want) {
				t.Fatalf("bank = %q, want %q in some order", got, want)
			}
			inBank := slices.DeleteFunc(slices.Clone(c.Bank), func(s string) bool { return !slices.Contains(answers, s) })
			if slices.Equal(inBank, answers) {
				t.Errorf("seed %d %s: the bank has the order of the sentences", seed, group)
			}
			orders[strings.Join(c.Bank, " ")] = true
		}
	}
	if len(orders) < seeds/2 {
		t.Errorf("%d seeds give only %d orders", seeds, len(orders))
	}
}

func TestClozeWithoutBank(t *testing.T) {
	c, err := exercise.NewCloze(rows("Oleh [hat] geschlafen.", "Er [ist|war] müde und [hat] Hunger."), exercise.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if c.Bank != nil {
		t.Errorf("bank = %q, want none", c.Bank)
	}
	if got := c.Items[1].Answers; !slices.Equal(got, []string{"ist", "hat"}) {
		t.Errorf("answers = %q", got)
	}
}

// Group B has the same sentences in another order; what is read aloud keeps its
// order, and so does the example at the top.
func TestClozeGroups(t *testing.T) {
	tests := []struct {
		options      string
		first, moved bool
	}{
		{"", false, true},
		{"bank", false, true},
		{"example", true, true},
		{"audio", true, false},
	}
	for _, test := range tests {
		t.Run(test.options, func(t *testing.T) {
			for seed := range uint64(seeds) {
				o := exercise.Options{Seed: seed, Group: "B", Block: options(test.options)}
				c, err := exercise.NewCloze(rows(sentences...), o)
				if err != nil {
					t.Fatal(err)
				}
				var got, want []string
				for i, item := range c.Items {
					got = append(got, item.Text.String())
					want = append(want, rows(sentences...)[i].Left.String())
				}
				if slices.Equal(got, want) == test.moved {
					t.Fatalf("seed %d: order %q", seed, got)
				}
				if test.first && got[0] != want[0] {
					t.Fatalf("seed %d: the example is not first: %q", seed, got)
				}
				slices.Sort(got)
				slices.Sort(want)
				if !slices.Equal(got, want) {
					t.Fatalf("seed %d: other sentences: %q", seed, got)
				}
			}
		})
	}
}

func TestClozeReuse(t *testing.T) {
	lines := rows("Er [hat] Hunger.", "Sie [ist] da.", "Oleh [hat] Zeit.", "Lina [ist] müde.")
	c, err := exercise.NewCloze(lines, exercise.Options{Block: options("bank reuse")})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"ist", "hat"}; !slices.Equal(c.Bank, want) {
		t.Errorf("bank = %q, want %q: each word once, not in the order of the sentences", c.Bank, want)
	}
}

func TestClozeRefuses(t *testing.T) {
	two := []string{"Das ist ein [Hut].", "Das ist ein [Ei]."}
	tests := []struct {
		name    string
		lines   []string
		options string
		want    string
	}{
		{"nothing", nil, "", "mindestens 1"},
		{"no gap", []string{"Das ist ein Hut."}, "", "Zeile 1: „Das ist ein Hut.“ hat keine Lücke"},
		{"empty gap", []string{"Das ist [ ]."}, "", "ist leer"},
		{"answer twice", []string{"Er [hat] Hunger.", "Sie [hat] Zeit."}, "bank", "Lücke 1 und in Lücke 2"},
		{"alternative is another answer", []string{"Er [geht|läuft] weg.", "Sie [läuft] schnell."}, "bank", "„läuft“"},
		{"only capitals differ", []string{"[Sie] geht.", "Kennst du [sie]?"}, "bank", "„sie“"},
		{"bank of one", two[:1], "bank", "nur ein Wort"},
		{"distractor is right", two, `bank distractors="Ei"`, "soll ablenken"},
		{"distractor twice", append(two, "Ich habe eine [Idee].", "Er trinkt [Tee]."), `bank distractors="Kuh, Kuh"`, "zweimal"},
		{"more than a third", two, `bank distractors="Kuh, Maus"`, "ein Drittel"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := exercise.NewCloze(rows(test.lines...), exercise.Options{Block: options(test.options)})
			wantRefusal(t, err, test.want)
		})
	}
}

// From words of a topic: the words stand in their own example sentence, each bank
// word is right once, and no two nouns of the bank share gender and number.
func TestClozeFromWordsProperties(t *testing.T) {
	made := 0
	for name, words := range pools(t) {
		for seed := range uint64(seeds / 10) {
			c, err := exercise.ClozeFromWords(words, exercise.Options{Seed: seed})
			if err != nil {
				wantRefusal(t, err, "keine drei eindeutigen Lücken")
				continue
			}
			made++
			forms := map[string]string{}
			for _, item := range c.Items {
				answer := item.Answers[0]
				if n := strings.Count(strings.Join(c.Bank, "|")+"|", answer+"|"); n != 1 {
					t.Errorf("%s: %q is in the bank %d times: %q", name, answer, n, c.Bank)
				}
				w := wordWithExample(t, words, item.Text.String())
				form := w.PartOfSpeech
				if form == "noun" {
					form = w.Article
				}
				if w.PluralNote == "nur Plural" {
					form = "plural"
				} else if answer != w.Lemma {
					form += " changed"
				}
				if other, double := forms[form]; double {
					t.Errorf("%s: %q and %q are both %s", name, other, answer, form)
				}
				forms[form] = answer
			}
			if len(c.Items) < 3 {
				t.Errorf("%s: %d items", name, len(c.Items))
			}
		}
	}
	if made == 0 {
		t.Fatal("nothing was made")
	}
}

func wordWithExample(t *testing.T, words []materials.Word, example string) materials.Word {
	t.Helper()
	for _, w := range words {
		if w.Example == example {
			return w
		}
	}
	t.Fatalf("no word has the example %q", example)
	return materials.Word{}
}

// The determiner before a gap tells nouns apart; where it doesn't, the words
// can't be in one bank.
func TestClozeFromWordsDeterminers(t *testing.T) {
	noun := func(article, lemma, plural, example string) materials.Word {
		return materials.Word{Lemma: lemma, Article: article, Plural: plural, PartOfSpeech: "noun", Example: example}
	}
	masculine := noun("der", "Hund", "Hunde", "Ich habe einen Hund.")
	twins := noun("die", "Katze", "Katzen", "Da sind zwei Katzen.")
	feminine := noun("die", "Tafel", "Tafeln", "Wir haben eine Tafel.")
	neuter := noun("das", "Heft", "Hefte", "Wo ist das Heft?")
	tests := []struct {
		name string
		word materials.Word
		ok   bool
	}{
		{"accusative", noun("der", "Stuhl", "Stühle", "Ich nehme den kleinen Stuhl."), true},
		{"subject", noun("der", "Stuhl", "Stühle", "Der Stuhl ist alt."), true},
		{"dative of two genders", noun("der", "Stuhl", "Stühle", "Er sitzt auf dem Stuhl."), false},
		{"ein of two genders", noun("der", "Stuhl", "Stühle", "Da ist ein Stuhl."), false},
		{"no determiner", noun("der", "Tee", "", "Ich trinke Tee."), false},
		{"bare pronoun", noun("der", "Hunger", "", "Habt ihr Hunger?"), false},
		{"plural", noun("der", "Stuhl", "Stühle", "Hier sind zwei Stühle."), true},
		{"same gender", noun("die", "Schere", "Scheren", "Gibst du mir die Schere?"), false},
		{"twice in its sentence", noun("der", "Stuhl", "Stühle", "Den Stuhl, nur den Stuhl!"), false},
		{"two genders", materials.Word{Lemma: "Joghurt", Article: "der", PartOfSpeech: "noun", Variants: []string{"das Joghurt"}, Example: "Ich mag den Joghurt."}, false},
		{"adjective", materials.Word{Lemma: "müde", PartOfSpeech: "adjective", Example: "Ich bin müde."}, true},
		{"given away elsewhere", noun("der", "Stuhl", "Stühle", "Der Stuhl ist kein Heft."), false},
		{"first word", materials.Word{Lemma: "heute", PartOfSpeech: "adverb", Example: "Heute regnet es."}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			wantCloze(t, []materials.Word{feminine, neuter, test.word}, test.ok)
		})
	}

	// With dative prepositions den is a plural, so no masculine is right there.
	cards := noun("die", "Karte", "Karten", "Wir spielen mit den Karten.")
	wantCloze(t, []materials.Word{feminine, masculine, cards}, true)
	// A pronoun is no determiner.
	hunger := noun("der", "Hunger", "", "Habt ihr Hunger?")
	wantCloze(t, []materials.Word{feminine, twins, hunger}, false)
}

func wantCloze(t *testing.T, words []materials.Word, ok bool) {
	t.Helper()
	c, err := exercise.ClozeFromWords(words, exercise.Options{Seed: 1})
	switch {
	case ok && err != nil:
		t.Error(err)
	case !ok && err == nil:
		t.Errorf("accepted: %q", c.Bank)
	}
}

const story = `Tarek hat heute eine Pause. Er sucht den Schlüssel. Das Fahrrad steht vor der Schule.

Da kommt die Lehrerin. Sie fragt: „Ist das Mäppchen noch hier?“ Um 8.15 Uhr ist z. B. noch niemand müde.`

func TestClozeFromText(t *testing.T) {
	list := materials.NewWordList(fixture(t))
	for seed := range uint64(seeds) {
		for _, group := range []string{"A", "B"} {
			c, err := exercise.ClozeFromText(story, list, exercise.Options{Seed: seed, Group: group})
			if err != nil {
				t.Fatal(err)
			}
			var running []string
			for _, p := range c.Running {
				running = append(running, p.String())
			}
			if got := strings.Join(running, "\n\n"); got != story {
				t.Fatalf("running text = %q", got)
			}
			last := -1
			for _, item := range c.Items {
				at := strings.Index(story, item.Text.String())
				if at <= last || len(item.Answers) != 1 {
					t.Fatalf("item %q at %d behind %d, answers %q", item.Text, at, last, item.Answers)
				}
				last = at
				if n := strings.Count(story, item.Answers[0]); n != 1 {
					t.Errorf("%q can be read %d times", item.Answers[0], n)
				}
			}
			if len(c.Bank) != len(c.Items) || len(c.Items) < 3 {
				t.Errorf("bank %q for %d items", c.Bank, len(c.Items))
			}
		}
	}
}

// However many words of a sentence could be left out, one is.
func TestClozeFromTextOneGapASentence(t *testing.T) {
	const text = "Ein müder Hund sucht das Heft und eine Tafel. Er ist müde. Da steht der alte Stuhl. Zur Schule fährt er mit zehn Kindern."
	list := materials.NewWordList(fixture(t))
	for seed := range uint64(seeds) {
		c, err := exercise.ClozeFromText(text, list, exercise.Options{Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range c.Items {
			if gaps := item.Text.Gaps(); len(gaps) != 1 {
				t.Fatalf("%d gaps in %q", len(gaps), item.Text)
			}
		}
	}
}

// Which of two homonyms a text means can't be known: neither is asked for.
func TestClozeFromTextHomonym(t *testing.T) {
	list := materials.NewWordList(append(fixture(t), materials.Word{
		ID: "schlüssel#tools", Lemma: "Schlüssel", Article: "der", PartOfSpeech: "noun", Plural: "Schlüssel",
	}))
	for seed := range uint64(seeds) {
		c, err := exercise.ClozeFromText(story, list, exercise.Options{Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		if slices.Contains(c.Bank, "Schlüssel") {
			t.Fatalf("bank = %q", c.Bank)
		}
	}
}

func TestClozeFromTextRefuses(t *testing.T) {
	list := materials.NewWordList(fixture(t))
	for _, s := range []string{"Guten Tag.", "Der Hund ist da. Der Hund ist da.", "…", "Das ist das Heft."} {
		_, err := exercise.ClozeFromText(s, list, exercise.Options{})
		wantRefusal(t, err, "keine drei eindeutigen Lücken")
	}
}

// distractors=N draws nouns that their gender keeps out of every gap.
func TestClozeCountedDistractors(t *testing.T) {
	list := materials.NewWordList(fixture(t))
	block := materials.Block{Type: "cloze", Options: options("bank distractors=2"), Rows: rows(
		"Ich brauche die [Schere].", "Gib mir bitte das [Lineal]!", "Hier ist eine [Tafel].", "Wo ist das [Heft]?")}
	for seed := range uint64(seeds) {
		ex, err := exercise.FromBlock(block, list, exercise.Options{Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		bank := ex.(*exercise.Cloze).Bank
		extra := 0
		for _, word := range bank {
			w, _ := list.Resolve(word)
			if w.Article == "der" {
				extra++
			}
		}
		if len(bank) != 6 || extra != 2 {
			t.Fatalf("bank = %q", bank)
		}
	}
	block.Rows = rows("Ich brauche [Schere].", "Da ist ein [Stuhl].", "Hier ist [Brot].", "Wo ist [Milch]?")
	_, err := exercise.FromBlock(block, list, exercise.Options{})
	wantRefusal(t, err, "sicher in keine Lücke")
}
