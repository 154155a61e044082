package exercise_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
)

// runs reads every row of two letters or more from a grid, to the right and down,
// as "row col down letters".
func runs(grid [][]string) []string {
	letter := func(row, col int) string {
		if row < 0 || col < 0 || row >= len(grid) || col >= len(grid[row]) {
			return ""
		}
		return grid[row][col]
	}
	var out []string
	for row := range grid {
		for col := range grid[row] {
			for _, step := range [][2]int{{0, 1}, {1, 0}} {
				if letter(row, col) == "" || letter(row-step[0], col-step[1]) != "" {
					continue
				}
				var b strings.Builder
				for i := 0; letter(row+i*step[0], col+i*step[1]) != ""; i++ {
					b.WriteString(letter(row+i*step[0], col+i*step[1]))
				}
				if len([]rune(b.String())) > 1 {
					out = append(out, fmt.Sprint(row, " ", col, " ", step[0] == 1, " ", b.String()))
				}
			}
		}
	}
	return out
}

// pieces counts the parts of a grid that hang together.
func pieces(grid [][]string) int {
	seen := map[[2]int]bool{}
	var visit func(row, col int) bool
	visit = func(row, col int) bool {
		if row < 0 || col < 0 || row >= len(grid) || col >= len(grid[row]) || grid[row][col] == "" || seen[[2]int{row, col}] {
			return false
		}
		seen[[2]int{row, col}] = true
		visit(row-1, col)
		visit(row+1, col)
		visit(row, col-1)
		visit(row, col+1)
		return true
	}
	n := 0
	for row := range grid {
		for col := range grid[row] {
			if visit(row, col) {
				n++
			}
		}
	}
	return n
}

func checkCrossword(t *testing.T, c *exercise.Crossword, size int) {
	t.Helper()
	var want []string
	lemmas, clues := map[string]bool{}, map[string]bool{}
	for _, w := range c.Words {
		want = append(want, fmt.Sprint(w.Row, " ", w.Col, " ", w.Down, " ", w.Word))
		lemmas[w.Word] = true
		clue := marshal(t, w.Clue)
		clues[clue] = true
		if strings.Contains(strings.ToUpper(clue), `"`+w.Word+`"`) || clue == `""` {
			t.Errorf("the clue of %s is %s", w.Lemma, clue)
		}
		if got := strings.ToUpper(strings.ReplaceAll(w.Lemma, "-", "")); got != w.Word {
			t.Errorf("%s stands as %s", w.Lemma, w.Word)
		}
	}
	got := runs(c.Grid)
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("the grid reads %q, the words are %q", got, want)
	}
	if n := pieces(c.Grid); n != 1 {
		t.Errorf("the grid has %d parts", n)
	}
	if len(lemmas) != len(c.Words) || len(clues) != len(c.Words) {
		t.Errorf("%d words, %d different, %d clues", len(c.Words), len(lemmas), len(clues))
	}
	if len(c.Grid) > size || len(c.Grid[0]) > size {
		t.Errorf("the grid has %d × %d cells, at most %d are allowed", len(c.Grid), len(c.Grid[0]), size)
	}
	checkNumbers(t, c)
	checkHidden(t, c)
}

// Numbers go row by row, one for each cell that a word begins in.
func checkNumbers(t *testing.T, c *exercise.Crossword) {
	t.Helper()
	begins := map[[2]int]int{}
	for _, w := range c.Words {
		begins[[2]int{w.Row, w.Col}] = w.Number
	}
	next := 1
	for row := range c.Grid {
		for col := range c.Grid[row] {
			number, begin := begins[[2]int{row, col}]
			if begin && number != next || number != c.Numbers[row][col] {
				t.Errorf("cell %d, %d has the number %d and a word %d", row, col, c.Numbers[row][col], number)
			}
			if begin {
				next++
			}
		}
	}
}

// The letters of the solution word stand in cells of their own.
func checkHidden(t *testing.T, c *exercise.Crossword) {
	t.Helper()
	var b strings.Builder
	cells := map[[2]int]bool{}
	for _, cell := range c.Letters {
		b.WriteString(c.Grid[cell[0]][cell[1]])
		cells[cell] = true
	}
	if b.String() != c.Word || len(cells) != len(c.Letters) {
		t.Errorf("the letters make %q of %d cells, the word is %q", b.String(), len(cells), c.Word)
	}
	if slices.ContainsFunc(c.Words, func(w exercise.CrosswordWord) bool { return w.Word == c.Word }) {
		t.Errorf("the solution word %s is in the grid", c.Word)
	}
}

// Every topic gives a crossword with any seed: connected, every crossing right, no
// word by accident.
func TestCrosswordProperties(t *testing.T) {
	for name, words := range pools(t) {
		t.Run(name, func(t *testing.T) {
			made := 0
			for seed := range uint64(seeds / 40) {
				for _, o := range []exercise.Options{
					{Level: "A1"}, {Level: "A2", Group: exercise.GroupB, Count: 16}, {Level: "B1", Count: 6, Block: options("size=10")},
				} {
					o.Seed = seed
					ex, err := exercise.FromWords("crossword", words, o)
					if err != nil {
						t.Fatal(err)
					}
					checkCrossword(t, ex.(*exercise.Crossword), o.Block.Int("size", 17))
					made++
				}
			}
			if made == 0 {
				t.Fatal("nothing was made")
			}
		})
	}
}

func TestCrosswordSeeds(t *testing.T) {
	words := fixture(t)
	hidden := 0
	for seed := range uint64(seeds) {
		for _, group := range []string{"A", "B"} {
			ex, err := exercise.FromWords("crossword", words, exercise.Options{Seed: seed, Level: "A2", Group: group})
			if err != nil {
				t.Fatal(err)
			}
			c := ex.(*exercise.Crossword)
			checkCrossword(t, c, 17)
			if len(c.Words) != 10 {
				t.Errorf("seed %d: %d words, want 10", seed, len(c.Words))
			}
			if c.Word != "" {
				hidden++
			}
		}
	}
	if hidden < seeds {
		t.Errorf("only %d of %d crosswords have a solution word", hidden, 2*seeds)
	}
}

func entries(t *testing.T, lines ...string) []exercise.CrosswordEntry {
	t.Helper()
	out, err := exercise.CrosswordEntries(rows(lines...), materials.NewWordList(fixture(t)))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Words that cross at few letters and long ones make a grid that is not larger than
// a person would draw it.
func TestCrosswordIsCompact(t *testing.T) {
	list := entries(t, "Tisch = 1", "Stuhl = 2", "Tafel = 3", "Heft = 4", "Schere = 5", "Bleistift = 6", "Lineal = 7", "Buch = 8", "Kreide = 9", "Mäppchen = 10")
	for seed := range uint64(50) {
		c, err := exercise.NewCrossword(list, exercise.Options{Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		checkCrossword(t, c, 17)
		if area := len(c.Grid) * len(c.Grid[0]); area > 132 {
			t.Errorf("seed %d: 60 letters take %d × %d cells", seed, len(c.Grid), len(c.Grid[0]))
		}
	}
}

// Group B has the same words and clues in another arrangement, even where there is
// hardly a choice.
func TestCrosswordGroups(t *testing.T) {
	list := entries(t, "Ast = 1", "Tal = 2", "Los = 3", "Sau = 4")
	for seed := range uint64(seeds) {
		o := exercise.Options{Seed: seed, Block: options("size=5")}
		a, err := exercise.NewCrossword(list, o)
		if err != nil {
			t.Fatal(err)
		}
		o.Group = exercise.GroupB
		b, err := exercise.NewCrossword(list, o)
		if err != nil {
			t.Fatal(err)
		}
		checkCrossword(t, a, 5)
		checkCrossword(t, b, 5)
		if reflect.DeepEqual(a.Grid, b.Grid) {
			t.Errorf("seed %d: both groups have the grid %q", seed, a.Grid)
		}
		if !slices.Equal(sortedItems(t, a), sortedItems(t, b)) {
			t.Errorf("seed %d: the groups have other words", seed)
		}
	}
}

func TestCrosswordLetters(t *testing.T) {
	c, err := exercise.NewCrossword(entries(t, "Straße = hier fahren Autos", "T-Shirt = Kleidung", "Büro = im Amt", "süß = wie Zucker"), exercise.Options{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	checkCrossword(t, c, 17)
	var got []string
	for _, w := range c.Words {
		got = append(got, w.Word)
	}
	slices.Sort(got)
	if want := []string{"BÜRO", "STRAßE", "SÜß", "TSHIRT"}; !slices.Equal(got, want) {
		t.Errorf("letters = %q, want %q", got, want)
	}
}

// A clue is a picture, a text, or a sentence with a gap.
func TestCrosswordClues(t *testing.T) {
	list := entries(t, "Tisch = :tisch:", "Stuhl = Ich sitze auf dem ___.", "Heft = zum Schreiben", "Schere = :schere:")
	var got []string
	for _, e := range list {
		data, err := json.Marshal(e.Clue)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, string(data))
	}
	want := []string{`{"picture":"game-icons/table"}`, `"Ich sitze auf dem ___."`, `"zum Schreiben"`, `{"picture":"openmoji/2702"}`}
	if !slices.Equal(got, want) {
		t.Errorf("clues = %q, want %q", got, want)
	}
}

// Of a pool, who learns to read gets pictures only; a picture that another word has
// as well asks for neither.
func TestCrosswordCluesOfWords(t *testing.T) {
	words := []materials.Word{
		{Lemma: "Esel", PartOfSpeech: "noun", Picture: "p/1", PictureGrade: "A", Example: "Der Esel ist grau."},
		{Lemma: "Ente", PartOfSpeech: "noun", Picture: "p/2", PictureGrade: "B", Example: "Die Ente schwimmt."},
		{Lemma: "laufen", PartOfSpeech: "verb", Picture: "p/3", PictureGrade: "A", Example: "Wir laufen weit."},
		{Lemma: "rennen", PartOfSpeech: "verb", Picture: "p/3", PictureGrade: "A", Example: "Wir rennen schnell."},
		{Lemma: "Nest", PartOfSpeech: "noun", Example: "Das Nest hängt neben dem anderen Nest."},
		{Lemma: "Reise", PartOfSpeech: "noun", Picture: "p/4", PictureGrade: "C", Example: "Die Reise war lang."},
		{Lemma: "Tanne", PartOfSpeech: "noun", Picture: "p/5", PictureGrade: "A", Example: "Da steht eine Tanne."},
		{Lemma: "Rasen", PartOfSpeech: "noun", Picture: "p/6", PictureGrade: "A", Example: "Der Rasen ist grün."},
	}
	clues := func(level string) map[string]string {
		ex, err := exercise.FromWords("crossword", words, exercise.Options{Seed: 1, Level: level})
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]string{}
		for _, w := range ex.(*exercise.Crossword).Words {
			out[w.Lemma] = marshal(t, w.Clue)
		}
		return out
	}
	want := map[string]string{
		"Esel": `{"picture":"p/1"}`, "Ente": `{"picture":"p/2"}`, "Tanne": `{"picture":"p/5"}`, "Rasen": `{"picture":"p/6"}`,
	}
	if got := clues("alpha"); !reflect.DeepEqual(got, want) {
		t.Errorf("alpha: %v, want %v", got, want)
	}
	want["laufen"], want["rennen"], want["Reise"] = `"Wir ___ weit."`, `"Wir ___ schnell."`, `"Die ___ war lang."`
	if got := clues("A2"); !reflect.DeepEqual(got, want) {
		t.Errorf("A2: %v, want %v", got, want)
	}
}

// A solution word that a teacher asks for is in both groups' grids, with any seed.
func TestCrosswordSolutionWord(t *testing.T) {
	list := entries(t, "Tisch = 1", "Stuhl = 2", "Tafel = 3", "Heft = 4", "Schere = 5", "Bleistift = 6")
	for seed := range uint64(seeds) {
		for _, group := range []string{"A", "B"} {
			c, err := exercise.NewCrossword(list, exercise.Options{Seed: seed, Group: group, Block: options("solution=Schulheft")})
			if err != nil {
				t.Fatal(err)
			}
			if c.Word != "SCHULHEFT" {
				t.Errorf("solution word %q", c.Word)
			}
			checkCrossword(t, c, 17)
		}
	}
}

func TestCrosswordRefuses(t *testing.T) {
	tests := []struct {
		name, lines, options, want string
	}{
		{"too few", "Tisch = 1; Stuhl = 2; Tafel = 3", "", "mindestens 4"},
		{"too many", "Ast = 1; Bast = 2; Last = 3; Mast = 4; Rast = 5; Test = 6; Rest = 7; Nest = 8; Fest = 9; West = 10; Ost = 11; Kost = 12; Post = 13; Rost = 14; Most = 15; Frost = 16; Trost = 17", "", "höchstens 16"},
		{"no common letter", "Tisch = 1; Tusche = 2; Schuh = 3; Mama = 4", "", "„Mama“"},
		{"word twice", "Tisch = 1; tisch = 2; Tafel = 3; Heft = 4", "", "steht zweimal"},
		{"clue twice", "Tisch = 1; Stuhl = 1; Tafel = 3; Heft = 4", "", "denselben Hinweis"},
		{"picture twice", "Tisch = :tisch:; Platte = :tisch:; Tafel = 3; Heft = 4", "", "denselben Hinweis"},
		{"clue names the word", "Tisch = Der Tisch ist hoch.; Stuhl = 2; Tafel = 3; Heft = 4", "", "nennt das Wort"},
		{"several words", "Rad fahren = 1; Stuhl = 2; Tafel = 3; Heft = 4", "", "nicht ein einziges Wort"},
		{"too short", "Ü = 1; Stuhl = 2; Tafel = 3; Heft = 4", "", "zu kurz"},
		{"too long", "Aufenthaltserlaubnisse = 1; Stuhl = 2; Tafel = 3; Heft = 4", "", "in kein Gitter"},
		{"too long for the size", "Schultasche = 1; Stuhl = 2; Tafel = 3; Heft = 4", "size=8", "11 Buchstaben"},
		{"no room", "Tisch = 1; Stuhl = 2; Tafel = 3; Lampe = 4; Kleid = 5; Hefte = 6; Regal = 7; Boden = 8; Vögel = 9", "size=5", "Kein Platz"},
		{"size", "Tisch = 1; Stuhl = 2; Tafel = 3; Heft = 4", "size=30", "5 bis 20"},
		{"solution stands there", "Tisch = 1; Stuhl = 2; Tafel = 3; Heft = 4", "solution=Tafel", "steht schon"},
		{"solution lacks a letter", "Tisch = 1; Stuhl = 2; Tafel = 3; Heft = 4", "solution=Zebra", "der Buchstabe Z"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			block := materials.Block{Type: "crossword", Rows: rows(strings.Split(test.lines, "; ")...), Options: options(test.options)}
			_, err := exercise.FromBlock(block, materials.NewWordList(fixture(t)), exercise.Options{Seed: 3})
			wantRefusal(t, err, test.want)
		})
	}
	for _, line := range []string{"Tisch", "Tisch = :nirgends:", " = Hinweis"} {
		_, err := exercise.CrosswordEntries(rows(line), nil)
		wantRefusal(t, err, "Zeile 1")
	}
	_, err := exercise.FromWords("crossword", pick(t, fixture(t), "Tisch, Stuhl, Tafel"), exercise.Options{})
	wantRefusal(t, err, "mindestens 4")
}

func BenchmarkCrossword(b *testing.B) {
	words := fixture(b)
	for _, count := range []int{10, 16} {
		b.Run(fmt.Sprintf("%d words", count), func(b *testing.B) {
			seed := uint64(0)
			for b.Loop() {
				if _, err := exercise.FromWords("crossword", words, exercise.Options{Seed: seed, Level: "A2", Count: count}); err != nil {
					b.Fatal(err)
				}
				seed++
			}
		})
	}
}
