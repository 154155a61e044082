package exercise_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
)

func TestMatching(t *testing.T) {
	lines := rows("16 = sechzehn", "61 = einundsechzig", "60 = sechzig", "6 = sechs")
	for seed := range uint64(seeds) {
		for _, group := range []string{"A", "B"} {
			m, err := exercise.NewMatching(lines, exercise.Options{Seed: seed, Group: group})
			if err != nil {
				t.Fatal(err)
			}
			for i, s := range m.Solution {
				left, right := m.Left[s[0]].String(), m.Right[s[1]].String()
				if left != lines[i].Left.String() || right != lines[i].Right.String() {
					t.Errorf("%s is connected with %s", left, right)
				}
				if s[0] == s[1] {
					t.Errorf("seed %d: the partner of %s stands beside it", seed, left)
				}
			}
		}
	}
}

// An order is never right from the start, and the key leads back to it.
func TestOrder(t *testing.T) {
	lines := rows("Erst klingelt es.", "Dann gehen alle hinaus.", "Am Ende ist der Hof voll.")
	for seed := range uint64(seeds) {
		ex, err := exercise.NewOrder(lines, exercise.Options{Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		right := true
		for i, item := range ex.Items {
			right = right && item.Number == i+1
			if got := lines[item.Number-1].Left.String(); got != item.Text.String() {
				t.Errorf("%q has number %d", item.Text, item.Number)
			}
		}
		if right {
			t.Errorf("seed %d: the lines stand in the right order", seed)
		}
	}
}

func TestScrambledSentences(t *testing.T) {
	lines := rows("Das Heft liegt auf dem Tisch. | Auf dem Tisch liegt das Heft.", "Gibst du mir bitte das Lineal?", "Er kommt um 8\u00a0Uhr, nicht später.")
	for seed := range uint64(seeds) {
		ex, err := exercise.NewScrambledSentences(lines, exercise.Options{Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range ex.Items {
			shown := strings.ToLower(strings.Join(item.Words, " ") + item.End)
			for _, a := range item.Answers {
				if shown == strings.ToLower(a) {
					t.Errorf("seed %d: %q is right already", seed, shown)
				}
			}
		}
		first := ex.Items[0].Words
		if !slices.Contains(first, "das") || !slices.Contains(first, "auf") {
			t.Errorf("capitals tell the beginning: %q", first)
		}
		if !slices.Contains(ex.Items[1].Words, "Gibst") || ex.Items[1].End != "?" {
			t.Errorf("words = %q %q", ex.Items[1].Words, ex.Items[1].End)
		}
		if !slices.Contains(ex.Items[2].Words, "8\u00a0Uhr,") {
			t.Errorf("what a protected space ties is parted: %q", ex.Items[2].Words)
		}
	}
}

func TestCategories(t *testing.T) {
	ex, err := exercise.NewCategories(rows("Apfel = Obst", "Kohl = Gemüse", "Birne = Obst", "Lauch = Gemüse"),
		exercise.Options{Block: options(`columns="Gemüse | Obst"`)})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"Gemüse", "Obst"}; !slices.Equal(ex.Columns, want) {
		t.Errorf("columns = %q, want %q", ex.Columns, want)
	}
	for _, item := range ex.Items {
		fruit := slices.Contains([]string{"Apfel", "Birne"}, item.Text.String())
		if (ex.Columns[item.Column] == "Obst") != fruit {
			t.Errorf("%s is in %s", item.Text, ex.Columns[item.Column])
		}
	}
	for seed := range uint64(seeds) {
		ex, err := exercise.NewCategories(rows("a = x", "b = x", "c = y"), exercise.Options{Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		if ex.Items[0].Text.String() == "a" && ex.Items[1].Text.String() == "b" {
			t.Errorf("seed %d: the entries stand as they are sorted", seed)
		}
	}
	ex, err = exercise.NewCategories(rows("a = eins, zwei", "b = drei", "c = drei"), exercise.Options{Block: options(`columns="eins, zwei | drei"`)})
	if err != nil {
		t.Fatal(err)
	}
	if ex.Columns[0] != "eins, zwei" {
		t.Errorf("a comma parts a column: %q", ex.Columns)
	}
}

// The options are shuffled, the right one stays right, the questions keep their
// order in group A.
func TestMultipleChoice(t *testing.T) {
	lines := rows("Wann ist der Termin?", "- um 12:30 Uhr", "- um 10:30 Uhr", "+ um 11:30 Uhr", "Wer ruft an?", "+ Herr Haidari", "- die Praxis")
	places := map[int]bool{}
	for seed := range uint64(seeds) {
		ex, err := exercise.NewMultipleChoice(lines, exercise.Options{Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		if got := ex.Items[0].Question.String(); got != "Wann ist der Termin?" {
			t.Fatalf("first question = %q", got)
		}
		for i, c := range ex.Items[0].Options {
			if c.Right != (c.Text.String() == "um 11:30 Uhr") {
				t.Errorf("%q: right = %v", c.Text, c.Right)
			}
			if c.Right {
				places[i] = true
			}
		}
	}
	if len(places) != 3 {
		t.Errorf("the right option stands only at %v", places)
	}
}

func TestTrueFalse(t *testing.T) {
	lines := rows("+ Oleh fährt Bus.", "- Der Bus ist voll. // „Er war leer.“", "+ Es regnet.")
	a, err := exercise.NewTrueFalse(lines, exercise.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, item := range a.Items {
		if item.Text.String() != lines[i].Left.String() || item.Right != (lines[i].Mark == "+") {
			t.Errorf("statement %d = %+v", i, item)
		}
	}
	if got := a.Items[1].Evidence.String(); got != "„Er war leer.“" {
		t.Errorf("evidence = %q", got)
	}
}

func TestOddOneOut(t *testing.T) {
	ex, err := exercise.NewOddOneOut(rows("Apfel, Birne, [Stuhl], Kirsche // kein Obst"), exercise.Options{Seed: 2})
	if err != nil {
		t.Fatal(err)
	}
	item := ex.Items[0]
	if len(item.Words) != 4 || !slices.Contains(item.Words, "Stuhl") || item.Answer != "Stuhl" || item.Reason != "kein Obst" {
		t.Errorf("item = %+v", item)
	}
}

// Every board has other entries, none of them twice; the calls have them all.
func TestBingo(t *testing.T) {
	var lines []string
	for i := range 12 {
		lines = append(lines, fmt.Sprint("Wort ", i))
	}
	for seed := range uint64(seeds) {
		ex, err := exercise.NewBingo(rows(lines...), exercise.Options{Seed: seed, Block: options("boards=20 size=3")})
		if err != nil {
			t.Fatal(err)
		}
		if len(ex.Boards) != 20 || len(ex.Calls) != 12 {
			t.Fatalf("%d boards, %d calls", len(ex.Boards), len(ex.Calls))
		}
		sets := map[string]bool{}
		for _, board := range ex.Boards {
			entries := slices.Sorted(slices.Values(slices.Concat(board...)))
			if len(slices.Compact(slices.Clone(entries))) != 9 {
				t.Errorf("board = %q", board)
			}
			sets[strings.Join(entries, "|")] = true
		}
		if len(sets) != 20 {
			t.Errorf("seed %d: two boards have the same entries", seed)
		}
	}
}

func TestLetterHunt(t *testing.T) {
	for seed := range uint64(seeds) {
		ex, err := exercise.NewLetterHunt(exercise.Options{Seed: seed, Block: options(`rows=6 columns=9 distractors=N,n,W,w letters="M m"`)})
		if err != nil {
			t.Fatal(err)
		}
		count := map[string]int{}
		for _, row := range ex.Grid {
			for _, cell := range row {
				count[cell]++
			}
		}
		if got := count["M"] + count["m"]; got != ex.Count || count["M"] == 0 || count["m"] == 0 {
			t.Errorf("seed %d: %d to find, key says %d", seed, got, ex.Count)
		}
		if len(ex.Grid) != 6 || len(ex.Grid[0]) != 9 {
			t.Errorf("grid %d × %d", len(ex.Grid), len(ex.Grid[0]))
		}
	}
}

func TestPictureSentences(t *testing.T) {
	lines := rows("Oma im :bett:", "Mama im :bus:", "Mimi am :meer:")
	for seed := range uint64(seeds) {
		ex, err := exercise.NewPictureSentences(lines, exercise.Options{Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]string{"Oma im": "bett", "Mama im": "bus", "Mimi am": "meer"}
		for _, s := range ex.Solution {
			if got := ex.Pictures[s[1]]; want[ex.Sentences[s[0]].String()] != got || s[0] == s[1] {
				t.Errorf("%q belongs to %q", ex.Sentences[s[0]], got)
			}
		}
	}
}

func TestBlocksRefuse(t *testing.T) {
	tests := []struct {
		kind, options string
		lines         []string
		want          string
	}{
		{"matching", "", []string{"a = 1", "b = 2"}, "mindestens 3"},
		{"matching", "", []string{"a = 1", "b = 2", "c = 1"}, "„1“ steht zweimal"},
		{"matching", "", []string{"a = 1", "b = 2", "A = 3"}, "„A“ steht zweimal"},
		{"matching", "", []string{"a = 1", "b", "c = 3"}, "Zeile 2: Hier fehlt eine Seite"},
		{"order", "", []string{"a", "b"}, "mindestens 3"},
		{"order", "", []string{"a", "b", "a"}, "zweimal"},
		{"scrambled-sentences", "", []string{"Komm her!"}, "zu kurz"},
		{"scrambled-sentences", "", []string{"Er geht heute. | Heute geht sie."}, "nicht dieselben Wörter"},
		{"scrambled-sentences", "", []string{"na na na na"}, "jede Stellung richtig"},
		{"categories", "", []string{"a = x", "b = x", "c = x"}, "zwei Spalten"},
		{"categories", `columns="x | y"`, []string{"a = x", "b = z", "c = y"}, "Die Spalte „z“ gibt es nicht"},
		{"categories", `columns="x | y"`, []string{"a = x", "b = x", "c = x"}, "„y“ gehört nichts"},
		{"categories", "", []string{"a = x", "b = y", "a = y"}, "zweimal"},
		{"true-false", "", []string{"+ a", "b"}, "fehlt + (richtig)"},
		{"true-false", "", []string{"+ a"}, "mindestens 2"},
		{"true-false", "", []string{"+ a", "- A"}, "zweimal"},
		{"multiple-choice", "", []string{"+ a", "- b"}, "fehlt die Frage"},
		{"multiple-choice", "", []string{"Wer?", "+ a"}, "weniger als zwei"},
		{"multiple-choice", "", []string{"Wer?", "- a", "- b"}, "keine Antwort richtig"},
		{"multiple-choice", "", []string{"Wer?", "+ a", "+ b"}, "keine Antwort falsch"},
		{"multiple-choice", "", []string{"Wer?", "+ a", "- a"}, "zweimal"},
		{"odd-one-out", "", []string{"a, b, c"}, "Genau ein Wort"},
		{"odd-one-out", "", []string{"a, [b], [c]"}, "Genau ein Wort"},
		{"odd-one-out", "", []string{"a, [b]"}, "mindestens 3"},
		{"odd-one-out", "", []string{"a, a, [b]"}, "zweimal"},
		{"questions", "", nil, "mindestens 1"},
		{"questions", "", []string{"Wer? = a", "Wer? = b"}, "zweimal"},
		{"transform", "", []string{"a"}, "fehlt eine Seite"},
		{"transform", "", []string{"a = a"}, "gleich"},
		{"bingo", "size=3", []string{"a", "b", "c"}, "mehr als 9"},
		{"bingo", "", []string{"a", "b", "c"}, "mindestens 5"},
		{"bingo", "boards=30 size=2", []string{"a", "b", "c", "d", "e"}, "keine 30 verschiedenen"},
		{"bingo", "boards=90", []string{"a", "b", "c", "d", "e"}, "1 bis 40"},
		{"bingo", "", []string{"a", "b", "c", "d", "a"}, "zweimal"},
		{"letter-hunt", "", nil, "welche Buchstaben"},
		{"letter-hunt", "letters=m", nil, "anderen Buchstaben"},
		{"letter-hunt", "letters=m distractors=n,m", nil, "„m“ steht bei"},
		{"letter-hunt", "letters=m distractors=n rows=99", nil, "2 bis 20"},
		{"picture-sentences", "", []string{"a :b:", "c :d:", "e"}, "genau ein :bild:"},
		{"picture-sentences", "", []string{"a :b:", "c :d:", "e :b:"}, "zweimal"},
		{"word-search", "", []string{"Tisch", "Stuhl"}, "mindestens 3"},
	}
	list := materials.NewWordList(fixture(t))
	for _, test := range tests {
		t.Run(test.kind+" "+test.want, func(t *testing.T) {
			block := materials.Block{Type: test.kind, Options: options(test.options), Rows: rows(test.lines...)}
			_, err := exercise.FromBlock(block, list, exercise.Options{})
			wantRefusal(t, err, test.want)
		})
	}
}

// What is plain data keeps its order for group A and changes it for group B.
func TestPlainDataGroups(t *testing.T) {
	lines := map[string][]materials.Row{
		"questions":  rows("Wer? = Oleh", "Wo? = hier", "Wann? = heute"),
		"transform":  rows("er geht = er ging", "er kommt = er kam", "er sieht = er sah"),
		"true-false": rows("+ a", "- b", "+ c"),
	}
	for kind, list := range lines {
		block := materials.Block{Type: kind, Rows: list}
		a, err := exercise.FromBlock(block, nil, exercise.Options{Seed: 5})
		if err != nil {
			t.Fatal(err)
		}
		b, err := exercise.FromBlock(block, nil, exercise.Options{Seed: 5, Group: "B"})
		if err != nil {
			t.Fatal(err)
		}
		if reflect.DeepEqual(a.Envelope().Items, b.Envelope().Items) {
			t.Errorf("%s: both groups have the same order", kind)
		}
	}
}
