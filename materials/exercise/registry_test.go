package exercise_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
)

var update = flag.Bool("update", false, "write goldens anew")

// blocks has one block of every type, as the bundled materials write them.
var blocks = map[string]materials.Block{
	"cloze":               {Options: options(`bank distractors="Kleber"`), Rows: rows(sentences...)},
	"matching":            {Rows: rows("16 = sechzehn", "61 = einundsechzig", "60 = sechzig", "6 = sechs")},
	"questions":           {Rows: rows("Wer ruft an? = Herr Haidari", "Wann ist der Termin? = um elf")},
	"transform":           {Rows: rows("Er geht. = Er ging.", "Er kommt. = Er kam.")},
	"categories":          {Options: options(`columns="Obst | Gemüse"`), Rows: rows("Apfel = Obst", "Kohl = Gemüse", "Birne = Obst", "Lauch = Gemüse")},
	"odd-one-out":         {Rows: rows("Apfel, Birne, [Stuhl], Kirsche // kein Obst", "rot, [laut], blau")},
	"order":               {Rows: rows("Erst klingelt es.", "Dann gehen alle hinaus.", "Am Ende ist der Hof voll.")},
	"true-false":          {Rows: rows("+ Oleh fährt Bus.", "- Der Bus ist voll. // „Er war leer.“", "+ Es regnet.")},
	"multiple-choice":     {Rows: rows("Wann?", "- um zehn", "+ um elf", "- um zwölf", "Wer?", "+ Oleh", "- Lina")},
	"scrambled-sentences": {Rows: rows("Das Heft liegt auf dem Tisch. | Auf dem Tisch liegt das Heft.", "Gibst du mir bitte das Lineal?")},
	"letter-hunt":         {Options: options(`rows=3 columns=5 distractors=N,n,W letters="M m"`)},
	"bingo":               {Options: options("boards=3 size=2"), Rows: rows("Ma", "Mi", "Mo", "am", "im", "om")},
	"domino":              {Rows: rows("7:00 = sieben", "8:00 = acht", "9:00 = neun", "10:00 = zehn")},
	"picture-sentences":   {Rows: rows("Oma im :bett:", "Mama im :bus:", "Mimi am :meer:")},
	"picture-words":       {Rows: rows("Tisch", "Schere", "Heft", "Bleistift")},
	"articles":            {Rows: rows("Tisch", "Stuhl", "Tafel", "Schere", "Heft", "Buch")},
	"plural":              {Rows: rows("Tisch", "Tafel", "Heft", "Mäppchen")},
	"syllables":           {Rows: rows("Radiergummi", "Igel", "Straße")},
	"scrambled-words":     {Rows: rows("Tisch", "Schere", "Straße", "Mütze")},
	"memory":              {Rows: rows("Tisch", "Schere", "Heft", "Bleistift")},
	"tracing":             {Options: options("rows=2"), Rows: rows("Sch", "sch", "Tisch")},
	"conjugation":         {Rows: rows("schreiben", "lesen")},
	"crossword": {Options: options("solution=Schule"), Rows: rows(
		"Tisch = :tisch:", "Schere = Sie schneidet Papier.", "Straße = Hier fahren Autos.", "T-Shirt = Kleidung", "Tafel = Der Lehrer schreibt an die ___.", "Stuhl = :stuhl:",
	)},
	"word-search": {Rows: rows("Tisch", "Schere", "Straße", "Mütze", "T-Shirt")},
}

// The same input gives the same exercise for ever: a sheet that hangs on a wall
// must be printable again. A golden that changes is a new Generation.
func TestGolden(t *testing.T) {
	list := materials.NewWordList(fixture(t))
	types := exercise.Types()
	if len(types) != len(blocks) {
		t.Fatalf("%d types, %d blocks", len(types), len(blocks))
	}
	for _, info := range types {
		for _, group := range []string{"A", "B"} {
			t.Run(info.Type+" "+group, func(t *testing.T) {
				block := blocks[info.Type]
				block.Type = info.Type
				ex, err := exercise.FromBlock(block, list, exercise.Options{Seed: 2027, Level: "A2", Group: group})
				if err != nil {
					t.Fatal(err)
				}
				compare(t, filepath.Join("testdata", "golden", info.Type+"-"+group+".json"), ex)
			})
		}
	}
}

func TestGoldenFromWordsAndText(t *testing.T) {
	words := fixture(t)
	o := exercise.Options{Seed: 2027, Level: "A2"}
	fromWords, err := exercise.FromWords("cloze", words, o)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, "testdata/golden/cloze-words.json", fromWords)
	fromText, err := exercise.FromText("cloze", story, materials.NewWordList(words), o)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, "testdata/golden/cloze-text.json", fromText)
}

func compare(t *testing.T, path string, ex exercise.Exercise) {
	t.Helper()
	got, err := json.MarshalIndent(ex.Envelope(), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	got = append(got, '\n')
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs:\n%s", path, got)
	}
}

// Every exercise leaves the program in the same form, with lists and never null.
func TestEnvelope(t *testing.T) {
	list := materials.NewWordList(fixture(t))
	for kind, block := range blocks {
		block.Type = kind
		ex, err := exercise.FromBlock(block, list, exercise.Options{Seed: 7, Level: "A1"})
		if err != nil {
			t.Fatal(err)
		}
		data, err := json.Marshal(ex.Envelope())
		if err != nil {
			t.Fatal(err)
		}
		var got struct {
			Type, Level, Group, Instruction string
			Seed                            uint64
			Items, Solution                 []any
			Data                            map[string]any
		}
		if err := json.Unmarshal(data, &got); err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		if got.Type != kind || got.Seed != 7 || got.Level != "A1" || got.Group != "A" || !strings.HasSuffix(got.Instruction, ".") {
			t.Errorf("head = %+v", got)
		}
		if got.Items == nil || got.Data == nil || len(got.Solution) == 0 || bytes.Contains(data, []byte("null")) {
			t.Errorf("%s: %s", kind, data)
		}
	}
}

// Every type takes words or says why not; both groups of a class get the same
// items, at other places.
func TestFromWordsGroups(t *testing.T) {
	words := fixture(t)
	for _, info := range exercise.Types() {
		o := exercise.Options{Seed: 11, Level: "A1"}
		a, err := exercise.FromWords(info.Type, words, o)
		if err != nil {
			wantRefusal(t, err, "Aus Wörtern allein")
			continue
		}
		o.Group = "B"
		b, err := exercise.FromWords(info.Type, words, o)
		if err != nil {
			t.Fatalf("%s: %v", info.Type, err)
		}
		left, right := marshal(t, a.Envelope()), marshal(t, b.Envelope())
		if strings.Replace(left, `"group":"A"`, `"group":"B"`, 1) == right {
			t.Errorf("%s: both groups have the same sheet", info.Type)
		}
		if !slices.Equal(sortedItems(t, a), sortedItems(t, b)) && info.Type != "scrambled-words" {
			t.Errorf("%s: the groups have other items", info.Type)
		}
	}
}

func marshal(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func sortedItems(t *testing.T, ex exercise.Exercise) []string {
	t.Helper()
	var items []json.RawMessage
	if err := json.Unmarshal([]byte(marshal(t, ex.Envelope().Items)), &items); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, item := range items {
		out = append(out, string(item))
	}
	slices.Sort(out)
	return out
}

func TestFromWordsCount(t *testing.T) {
	words := fixture(t)
	for _, kind := range []string{"word-search", "matching", "articles", "plural", "memory", "syllables", "scrambled-words"} {
		for _, count := range []int{3, 6} {
			ex, err := exercise.FromWords(kind, words, exercise.Options{Seed: 1, Count: count})
			if err != nil {
				t.Fatalf("%s: %v", kind, err)
			}
			if got := len(sortedItems(t, ex)); got != count {
				t.Errorf("%s: %d items, want %d", kind, got, count)
			}
		}
		_, err := exercise.FromWords(kind, words, exercise.Options{Count: 2})
		wantRefusal(t, err, "mindestens 3")
	}
}

func TestRegistryErrors(t *testing.T) {
	words := fixture(t)
	list := materials.NewWordList(words)
	tests := []struct {
		name string
		make func() (exercise.Exercise, error)
		code materials.Code
		want string
	}{
		{"unknown type", func() (exercise.Exercise, error) {
			return exercise.FromWords("sudoku", words, exercise.Options{})
		}, materials.CodeUsage, "Möglich sind: cloze, matching"},
		{"unknown group", func() (exercise.Exercise, error) {
			return exercise.FromWords("articles", words, exercise.Options{Group: "C"})
		}, materials.CodeUsage, "A und B"},
		{"negative count", func() (exercise.Exercise, error) {
			return exercise.FromWords("articles", words, exercise.Options{Count: -1})
		}, materials.CodeUsage, "Anzahl"},
		{"no words", func() (exercise.Exercise, error) {
			return exercise.FromWords("articles", nil, exercise.Options{})
		}, materials.CodeContent, "keine Wörter"},
		{"no exercise", func() (exercise.Exercise, error) {
			return exercise.FromBlock(materials.Block{Type: "note"}, list, exercise.Options{})
		}, materials.CodeUsage, "„note“ gibt es nicht"},
		{"no table", func() (exercise.Exercise, error) {
			return exercise.FromBlock(materials.Block{Type: "plural", Rows: rows("Tisch")}, nil, exercise.Options{})
		}, materials.CodeContent, "nicht in der Wörterliste"},
		{"empty text", func() (exercise.Exercise, error) {
			return exercise.FromText("cloze", " \n ", list, exercise.Options{})
		}, materials.CodeContent, "leer"},
		{"text without words", func() (exercise.Exercise, error) {
			return exercise.FromText("articles", "Lorem ipsum.", list, exercise.Options{})
		}, materials.CodeContent, "kein Wort"},
		{"text for a type that takes none", func() (exercise.Exercise, error) {
			return exercise.FromText("order", story, list, exercise.Options{})
		}, materials.CodeContent, "nicht von selbst"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			ex, err := test.make()
			if ex != nil {
				t.Errorf("exercise = %v beside the error", ex)
			}
			if materials.ErrorCode(err) != test.code || !strings.Contains(materials.ErrorMessage(err), test.want) {
				t.Errorf("error = %v (%d), want %d with %q", err, materials.ErrorCode(err), test.code, test.want)
			}
		})
	}
}

// A text gives its own words to the types that take words.
func TestFromText(t *testing.T) {
	list := materials.NewWordList(fixture(t))
	ex, err := exercise.FromText("articles", story, list, exercise.Options{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, item := range ex.(*exercise.Articles).Items {
		if !strings.Contains(story, item.Word.Lemma) {
			t.Errorf("%q is not in the text", item.Word.Lemma)
		}
	}
}

func TestSentence(t *testing.T) {
	tests := []struct {
		do, hint string
		formal   bool
		want     string
	}{
		{"complete", "", false, "Ergänze."},
		{"complete", "der – die – das", false, "Ergänze: der – die – das"},
		{"complete", "Schreib die Zahl.", true, "Ergänzen Sie: Schreib die Zahl."},
		{"nonsense", "", false, ""},
	}
	for _, test := range tests {
		if got := exercise.Sentence(test.do, test.hint, test.formal); got != test.want {
			t.Errorf("Sentence(%q, %q, %v) = %q, want %q", test.do, test.hint, test.formal, got, test.want)
		}
	}
}
