package exercise_test

import (
	"slices"
	"strings"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
)

// From any topic: the articles are those of the table, each noun comes once, and
// neighbours differ as far as the numbers allow.
func TestArticlesProperties(t *testing.T) {
	for name, words := range pools(t) {
		article := map[string]string{}
		for _, w := range words {
			if w.PartOfSpeech == "noun" {
				article[w.Lemma] += w.Article
			}
		}
		for seed := range uint64(seeds) {
			ex, err := exercise.FromWords("articles", words, exercise.Options{Seed: seed})
			if err != nil {
				wantRefusal(t, err, "")
				continue
			}
			items := ex.(*exercise.Articles).Items
			count := map[string]int{}
			neighbours := 0
			for i, item := range items {
				count[item.Article]++
				if article[item.Word.Lemma] != item.Article {
					t.Errorf("%s: %q has the article %q", name, item.Word.Lemma, item.Article)
				}
				if i > 0 && items[i-1].Article == item.Article {
					neighbours++
				}
			}
			most := max(count["der"], count["die"], count["das"])
			if unavoidable := max(0, 2*most-len(items)-1); neighbours != unavoidable {
				t.Errorf("%s seed %d: %d neighbours share an article, %d must: %v", name, seed, neighbours, unavoidable, count)
			}
		}
	}
}

func TestArticlesRefuses(t *testing.T) {
	tests := []struct {
		name, lemmas, want string
	}{
		{"too few", "Tisch, Tafel", "mindestens 3"},
		{"two genders", "Joghurt, Tisch, Tafel", "zwei richtige Artikel"},
		{"no article", "Mathematik, Tisch, Tafel", "ohne Artikel"},
		{"no noun", "müde, Tisch, Tafel", "kein Nomen"},
		{"plural only", "Bauchschmerzen, Tisch, Tafel", "nur im Plural"},
		{"remark", "Möbel, Tisch, Tafel", "nicht für Artikelübungen"},
		{"twice", "Tisch, Tafel, Tisch", "zweimal"},
		{"one article only", "Tisch, Stuhl, Hund", "nichts zu sortieren"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := exercise.NewArticles(pick(t, fixture(t), test.lemmas), exercise.Options{})
			wantRefusal(t, err, test.want)
		})
	}
}

// A noun that the table has with another article can't be asked for.
func TestArticlesHomonym(t *testing.T) {
	list := materials.NewWordList(append(fixture(t),
		materials.Word{ID: "leiter", Lemma: "Leiter", Article: "die", PartOfSpeech: "noun"},
		materials.Word{ID: "leiter#jobs", Lemma: "Leiter", Article: "der", PartOfSpeech: "noun", Topics: []string{"jobs"}}))
	block := materials.Block{Type: "articles", Rows: rows("Leiter", "Tisch", "Tafel")}
	_, err := exercise.FromBlock(block, list, exercise.Options{})
	wantRefusal(t, err, "„die“ und mit „der“")
}

func TestPictureWordsProperties(t *testing.T) {
	for name, words := range pools(t) {
		for seed := range uint64(seeds / 4) {
			for _, kind := range []string{"matching", "picture-words"} {
				ex, err := exercise.FromWords(kind, words, exercise.Options{Seed: seed})
				if err != nil {
					wantRefusal(t, err, "")
					continue
				}
				p := ex.(*exercise.PictureWords)
				if p.Type != kind {
					t.Fatalf("type = %q, want %q", p.Type, kind)
				}
				pictures := map[string]bool{}
				for i, s := range p.Solution {
					if s[0] != i || p.Words[i].ID != p.Pictures[s[1]].ID {
						t.Errorf("%s: %q is connected with %q", name, p.Words[i].Lemma, p.Pictures[s[1]].Lemma)
					}
					if p.Pictures[i].ID == p.Words[i].ID {
						t.Errorf("%s: the picture of %q is beside it", name, p.Words[i].Lemma)
					}
					pictures[p.Words[i].Picture] = true
				}
				if len(pictures) != len(p.Words) || pictures[""] {
					t.Errorf("%s: %d pictures for %d words", name, len(pictures), len(p.Words))
				}
			}
		}
	}
}

func TestPictureWordsRefuses(t *testing.T) {
	tests := []struct {
		name, lemmas, want string
	}{
		{"too few", "Tisch, Stuhl", "mindestens 3"},
		{"no picture", "Pause, Tisch, Stuhl", "kein Bild"},
		{"same picture", "Rucksack, Schultasche, Tisch", "dasselbe Bild"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := exercise.NewPictureWords(pick(t, fixture(t), test.lemmas), exercise.Options{})
			wantRefusal(t, err, test.want)
		})
	}
}

func TestPlural(t *testing.T) {
	for name, words := range pools(t) {
		for seed := range uint64(seeds / 10) {
			ex, err := exercise.FromWords("plural", words, exercise.Options{Seed: seed})
			if err != nil {
				wantRefusal(t, err, "")
				continue
			}
			for _, item := range ex.(*exercise.Plural).Items {
				if item.Plural == "" || item.Plural != item.Word.Plural || item.Word.PluralNote == "nur Singular" {
					t.Errorf("%s: plural of %q is %q", name, item.Word.Lemma, item.Plural)
				}
			}
		}
	}
	tests := []struct{ lemmas, want string }{
		{"Milch, Tisch, Stuhl", "keinen Plural"},
		{"Papier, Tisch, Stuhl", "keinen Plural"},
		{"groß, Tisch, Stuhl", "kein Nomen"},
		{"Joghurt, Tisch, Stuhl", "mehr als einen"},
		{"Tisch, Tisch, Stuhl", "zweimal"},
	}
	for _, test := range tests {
		_, err := exercise.NewPlural(pick(t, fixture(t), test.lemmas), exercise.Options{})
		wantRefusal(t, err, test.want)
	}
}

func TestSyllables(t *testing.T) {
	ex, err := exercise.NewSyllables(pick(t, fixture(t), "Radiergummi, Igel, U-Bahn, Straße"), exercise.Options{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"Radiergummi": "Ra-dier-gum-mi", "Igel": "I-gel", "U-Bahn": "U-Bahn", "Straße": "Stra-ße"}
	for _, item := range ex.Items {
		if got := strings.Join(item.Syllables, "-"); got != want[item.Word.Lemma] {
			t.Errorf("%s = %q", item.Word.Lemma, got)
		}
	}
	wrong := materials.Word{Lemma: "Tafel", Syllables: []string{"Ta", "fell"}}
	_, err = exercise.NewSyllables([]materials.Word{wrong}, exercise.Options{})
	wantRefusal(t, err, "ergeben nicht das Wort")
	_, err = exercise.NewSyllables([]materials.Word{{Lemma: "Tafel"}}, exercise.Options{})
	wantRefusal(t, err, "nicht bekannt")
}

// Scrambled letters are those of the word, in another order that is no word.
func TestScrambledWordsProperties(t *testing.T) {
	sorted := func(s string) string {
		letters := strings.Split(strings.ToLower(s), "")
		slices.Sort(letters)
		return strings.Join(letters, "")
	}
	for name, words := range pools(t) {
		known := map[string]bool{}
		for _, w := range words {
			known[strings.ToLower(w.Lemma)] = true
		}
		for seed := range uint64(seeds / 4) {
			ex, err := exercise.FromWords("scrambled-words", words, exercise.Options{Seed: seed})
			if err != nil {
				wantRefusal(t, err, "")
				continue
			}
			for _, item := range ex.(*exercise.ScrambledWords).Items {
				if known[item.Scrambled] || item.Scrambled != strings.ToLower(item.Scrambled) {
					t.Errorf("%s: %q is shown for %q", name, item.Scrambled, item.Word.Lemma)
				}
				if sorted(item.Scrambled) != sorted(item.Word.Lemma) {
					t.Errorf("%s: %q is not made of %q", name, item.Scrambled, item.Word.Lemma)
				}
				for _, rude := range exercise.RudeWords() {
					if strings.Contains(item.Scrambled, rude) {
						t.Errorf("%s: %q holds a rude word", name, item.Scrambled)
					}
				}
			}
		}
	}
}

func TestScrambledWordsRefuses(t *testing.T) {
	word := func(lemma string) materials.Word { return materials.Word{ID: lemma, Lemma: lemma} }
	list := materials.NewWordList([]materials.Word{word("Regal"), word("Lager"), word("Tisch"), word("Stuhl"), word("Rad fahren"), word("Ei"), word("Tee")})
	tests := []struct {
		lines []string
		want  string
	}{
		{[]string{"Regal", "Tisch", "Stuhl"}, "ergeben auch „lager“"},
		{[]string{"Rad fahren", "Tisch", "Stuhl"}, "nicht ein einziges Wort"},
		{[]string{"Ei", "Tisch", "Stuhl"}, "zu kurz"},
		{[]string{"Tee", "Tisch", "Stuhl"}, "zu kurz"},
		{[]string{"Tisch", "Stuhl"}, "mindestens 3"},
		{[]string{"Tisch", "Stul"}, "steht nicht in der Wörterliste"},
	}
	for _, test := range tests {
		_, err := exercise.FromBlock(materials.Block{Type: "scrambled-words", Rows: rows(test.lines...)}, list, exercise.Options{})
		wantRefusal(t, err, test.want)
	}
}

// A word outside the table comes with its article and plural.
func TestBlockWordsExplicit(t *testing.T) {
	list := materials.NewWordList(fixture(t))
	block := materials.Block{Type: "plural", Rows: rows("Tisch", "das Ladekabel | die Ladekabel", "maus")}
	_, err := exercise.BlockWords(block, list)
	wantRefusal(t, err, "Zeile 3: „maus“")

	block.Rows = block.Rows[:2]
	words, err := exercise.BlockWords(block, list)
	if err != nil {
		t.Fatal(err)
	}
	if w := words[1]; w.Lemma != "Ladekabel" || w.Article != "das" || w.Plural != "Ladekabel" || w.PartOfSpeech != "noun" {
		t.Errorf("word = %+v", w)
	}
	block.Rows = rows("Ladekabel | Ladekabel")
	_, err = exercise.BlockWords(block, list)
	wantRefusal(t, err, "kein Nomen mit Artikel")
}
