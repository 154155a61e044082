package exercise_test

import (
	"encoding/json"
	"strings"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
)

// Whatever stands in a block, an exercise is made or refused with a reason, and
// made the same a second time.
func FuzzFromBlock(f *testing.F) {
	for kind, block := range blocks {
		var lines []string
		for _, r := range block.Rows {
			lines = append(lines, r.Mark+" "+r.Left.String()+" = "+r.Right.String())
		}
		f.Add(kind, strings.Join(lines, "\n"), "bank size=6", uint64(1), true)
	}
	f.Add("word-search", "ㅤㅤㅤ\nİİİİ\nǅǅǅ\nсло\n", "directions=8", uint64(3), false)
	f.Add("bingo", "a\nb\nc\nd\ne\nf", "boards=40 size=2", uint64(3), true)
	f.Add("crossword", "Tisch = a\nStuhl = __\nTafel = :tisch:\nǅǅ = b\nTal = c", "size=9 solution=Tal", uint64(3), true)
	f.Add("conjugation", "lesen\nRad fahren", "x persons=ich,Sie tense=perfect", uint64(3), true)
	f.Add("cloze", "[a|b|]\n[]\n[[x]]\n[x|y] [y]", "bank reuse distractors=2", uint64(3), true)
	list := materials.NewWordList(fixture(f))
	f.Fuzz(func(t *testing.T, kind, body, info string, seed uint64, groupB bool) {
		if len(body) > 4000 || strings.Count(body, "\n") > 100 {
			return
		}
		block := materials.Block{Type: kind, Rows: rows(strings.Split(body, "\n")...), Options: options("x " + info)}
		o := exercise.Options{Seed: seed, Level: "alpha"}
		if groupB {
			o.Group = exercise.GroupB
		}
		make := func() string {
			ex, err := exercise.FromBlock(block, list, o)
			if err != nil {
				if ex != nil || materials.ErrorCode(err) == materials.CodeInternal || materials.ErrorMessage(err) == "" {
					t.Fatalf("refused with %v, %v", ex, err)
				}
				return materials.ErrorMessage(err)
			}
			data, err := json.Marshal(ex.Envelope())
			if err != nil {
				t.Fatal(err)
			}
			return string(data)
		}
		if first, second := make(), make(); first != second {
			t.Fatalf("two exercises from one input:\n%s\n%s", first, second)
		}
	})
}

func FuzzFromWords(f *testing.F) {
	f.Add("word-search", "Otto,Anna,Tisch", "Otto ist da.", uint64(1), 3)
	f.Add("crossword", "Tal,Ast,Los,Sofa,ǅǅ", "Im Tal ist ein Ast.", uint64(1), 0)
	f.Add("scrambled-words", "Straße,Mütze,Fuß", "…", uint64(1), 0)
	f.Add("cloze", "Tisch,Heft,Tafel", "Der Tisch. Das Heft! Eine Tafel?", uint64(1), 0)
	f.Fuzz(func(t *testing.T, kind, names, example string, seed uint64, count int) {
		if len(names) > 1000 || len(example) > 1000 {
			return
		}
		var words []materials.Word
		for i, name := range strings.Split(names, ",") {
			words = append(words, materials.Word{
				ID: name, Lemma: name, PartOfSpeech: "noun", Article: []string{"der", "die", "das"}[i%3],
				Plural: name, Picture: name, Example: example, Syllables: []string{name},
			})
		}
		ex, err := exercise.FromWords(kind, words, exercise.Options{Seed: seed, Count: count})
		if err != nil {
			if materials.ErrorCode(err) == materials.CodeInternal {
				t.Fatal(err)
			}
			return
		}
		switch ex := ex.(type) {
		case *exercise.WordSearch:
			checkSearch(t, ex)
		case *exercise.Crossword:
			checkCrossword(t, ex, 17)
		}
	})
}

func FuzzClozeFromText(f *testing.F) {
	f.Add(story, uint64(1))
	f.Add("„Der Hund …“ z. B. am 3. Mai!\r\n\r\n Das Heft. \xff Eine Tafel\u00a0ist da.", uint64(2))
	list := materials.NewWordList(fixture(f))
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		c, err := exercise.ClozeFromText(text, list, exercise.Options{Seed: seed})
		if err != nil {
			return
		}
		for _, item := range c.Items {
			if !strings.Contains(strings.ReplaceAll(text, "\r\n", "\n"), item.Text.String()) {
				t.Errorf("%q is not in the text", item.Text)
			}
		}
	})
}
