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

type span struct{ row, col, drow, dcol, length int }

// occurrences finds a word in a grid in all eight directions.
func occurrences(grid [][]string, word string) []span {
	letters := strings.Split(word, "")
	var out []span
	for row := range grid {
		for col, cell := range grid[row] {
			if cell != letters[0] {
				continue
			}
			for _, d := range [][2]int{{0, 1}, {1, 0}, {1, 1}, {-1, 1}, {0, -1}, {-1, 0}, {-1, -1}, {1, -1}} {
				if slices.Equal(letters, read(grid, row, col, d[0], d[1], len(letters))) {
					out = append(out, span{row, col, d[0], d[1], len(letters)})
				}
			}
		}
	}
	return out
}

func read(grid [][]string, row, col, drow, dcol, n int) []string {
	var out []string
	for range n {
		if row < 0 || row >= len(grid) || col < 0 || col >= len(grid[row]) {
			return nil
		}
		out = append(out, grid[row][col])
		row, col = row+drow, col+dcol
	}
	return out
}

// cells returns the cells of a span in one order, whichever way it is read.
func (s span) cells() []string {
	var out []string
	for i := range s.length {
		out = append(out, fmt.Sprint(s.row+i*s.drow, " ", s.col+i*s.dcol))
	}
	slices.Sort(out)
	return out
}

// inside reports whether all cells of s belong to t.
func (s span) inside(t span) bool {
	for _, c := range s.cells() {
		if !slices.Contains(t.cells(), c) {
			return false
		}
	}
	return true
}

func checkSearch(t *testing.T, ex *exercise.WordSearch) {
	t.Helper()
	var words []span
	for _, p := range ex.Solution {
		s := span{p.Row, p.Col, p.DRow, p.DCol, len([]rune(p.Word))}
		words = append(words, s)
		if got := strings.Join(read(ex.Grid, s.row, s.col, s.drow, s.dcol, s.length), ""); got != p.Word {
			t.Errorf("solution of %s reads %q", p.Lemma, got)
		}
		for _, found := range occurrences(ex.Grid, p.Word) {
			if !slices.Equal(found.cells(), s.cells()) {
				t.Errorf("%s stands a second time: %v", p.Lemma, found)
			}
		}
	}
	for i, a := range words {
		for _, b := range words[:i] {
			line := a.drow == b.drow && a.dcol == b.dcol || a.drow == -b.drow && a.dcol == -b.dcol
			if line && slices.ContainsFunc(a.cells(), func(c string) bool { return slices.Contains(b.cells(), c) }) {
				t.Errorf("two words run into each other: %v, %v", a, b)
			}
		}
	}
	for _, rude := range exercise.RudeWords() {
		for _, found := range occurrences(ex.Grid, strings.ReplaceAll(strings.ToUpper(rude), "ẞ", "ß")) {
			if !slices.ContainsFunc(words, found.inside) {
				t.Errorf("%s stands at %v", rude, found)
			}
		}
	}
	for _, row := range ex.Grid {
		if len(row) != len(ex.Grid) || slices.ContainsFunc(row, func(c string) bool { return len([]rune(c)) != 1 || c == "\x00" }) {
			t.Fatalf("grid is not filled: %q", row)
		}
	}
}

// Every word stands exactly once, the solution is where it says, and nothing
// rude comes up by chance: for every topic, level and many seeds.
func TestWordSearchProperties(t *testing.T) {
	for name, words := range pools(t) {
		t.Run(name, func(t *testing.T) {
			made := 0
			for seed := range uint64(seeds / 10) {
				for _, level := range []string{"alpha", "A2", "B1"} {
					ex, err := exercise.FromWords("word-search", words, exercise.Options{Seed: seed, Level: level})
					if err != nil {
						t.Fatal(err)
					}
					checkSearch(t, ex.(*exercise.WordSearch))
					made++
				}
			}
			if made == 0 {
				t.Fatal("nothing was made")
			}
		})
	}
}

func TestWordSearchDirections(t *testing.T) {
	words := pick(t, fixture(t), "Tisch, Stuhl, Tafel, Heft, Buch, Schere, Lineal, Kreide")
	tests := []struct {
		level, options string
		want           int
	}{
		{"alpha", "", 2},
		{"A1", "", 2},
		{"A2", "", 4},
		{"B1", "", 8},
		{"A1", "directions=8", 8},
		{"B2", "directions=2", 2},
	}
	for _, test := range tests {
		used := map[[2]int]bool{}
		for seed := range uint64(60) {
			ex, err := exercise.NewWordSearch(words, exercise.Options{Seed: seed, Level: test.level, Block: options(test.options)})
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range ex.Solution {
				used[[2]int{p.DRow, p.DCol}] = true
				if test.want < 8 && p.DCol < 0 || test.want == 2 && p.DRow*p.DCol != 0 {
					t.Fatalf("%s %s: %s runs %d, %d", test.level, test.options, p.Word, p.DRow, p.DCol)
				}
			}
		}
		if len(used) != test.want {
			t.Errorf("%s %s: %d directions used, want %d", test.level, test.options, len(used), test.want)
		}
	}
}

// ß and umlauts are letters of their own; a hyphen is no letter.
func TestWordSearchLetters(t *testing.T) {
	words := pick(t, fixture(t), "Straße, Mütze, T-Shirt, Käse")
	ex, err := exercise.NewWordSearch(words, exercise.Options{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range ex.Solution {
		got = append(got, p.Word)
	}
	if want := []string{"STRAßE", "MÜTZE", "TSHIRT", "KÄSE"}; !slices.Equal(got, want) {
		t.Errorf("letters = %q, want %q", got, want)
	}
	checkSearch(t, ex)
}

func TestWordSearchSize(t *testing.T) {
	words := pick(t, fixture(t), "Tisch, Stuhl, Tafel")
	ex, err := exercise.NewWordSearch(words, exercise.Options{Seed: 1, Block: options("size=12")})
	if err != nil {
		t.Fatal(err)
	}
	if len(ex.Grid) != 12 {
		t.Errorf("size = %d, want 12", len(ex.Grid))
	}
	checkSearch(t, ex)
}

func TestWordSearchRefuses(t *testing.T) {
	tests := []struct {
		name, lemmas, options, want string
	}{
		{"too few", "Tisch, Stuhl", "", "mindestens 3"},
		{"too short", "Ei, Tisch, Stuhl", "", "zu kurz"},
		{"one in another", "Eis, Reise, Tisch", "", "„Eis“ steht in „Reise“"},
		{"backwards in another", "Regal, Lager, Tisch", "", "„Regal“ steht in „Lager“"},
		{"twice", "Tisch, Tisch, Stuhl", "", "zweimal zu finden"},
		{"several words", "Rad fahren, Tisch, Stuhl", "", "nicht ein einziges Wort"},
		{"too long for the size", "Schultasche, Tisch, Stuhl", "size=8", "11 Buchstaben"},
		{"too long for any", "Aufenthaltserlaubnisse, Tisch, Stuhl", "", "in kein Gitter"},
		{"size out of range", "Tisch, Stuhl, Tafel", "size=40", "5 bis 20"},
		{"size no number", "Tisch, Stuhl, Tafel", "size=klein", "5 bis 20"},
		{"directions", "Tisch, Stuhl, Tafel", "directions=3", "2, 4 oder 8"},
		{"too many for the size", "Tisch, Stuhl, Tafel, Heft, Schere, Kreide, Hose, Jacke, Mütze, Apfel", "size=6", "passen nicht"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var words []materials.Word
			for lemma := range strings.SplitSeq(test.lemmas, ", ") {
				words = append(words, materials.Word{Lemma: lemma})
			}
			_, err := exercise.NewWordSearch(words, exercise.Options{Seed: 3, Block: options(test.options)})
			wantRefusal(t, err, test.want)
		})
	}
}

// Who learns to read meets no letters but those of the words.
func TestWordSearchAlpha(t *testing.T) {
	words := []materials.Word{{Lemma: "Oma"}, {Lemma: "Limo"}, {Lemma: "Salami"}}
	ex, err := exercise.NewWordSearch(words, exercise.Options{Seed: 1, Level: "alpha"})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range ex.Grid {
		for _, cell := range row {
			if !strings.Contains("OMALIS", cell) {
				t.Errorf("unknown letter %s", cell)
			}
		}
	}
	checkSearch(t, ex)
}

// Words that end as others begin are kept apart.
func TestWordSearchOverlap(t *testing.T) {
	words := []materials.Word{{Lemma: "Tisch"}, {Lemma: "Schere"}, {Lemma: "Regen"}, {Lemma: "Tasche"}}
	for seed := range uint64(seeds) {
		ex, err := exercise.NewWordSearch(words, exercise.Options{Seed: seed, Level: "A1"})
		if err != nil {
			t.Fatal(err)
		}
		checkSearch(t, ex)
	}
}

// A word that reads the same both ways stands on one place all the same.
func TestWordSearchPalindrome(t *testing.T) {
	words := []materials.Word{{Lemma: "Otto"}, {Lemma: "Anna"}, {Lemma: "Tisch"}}
	for seed := range uint64(seeds) {
		ex, err := exercise.NewWordSearch(words, exercise.Options{Seed: seed, Level: "B1"})
		if err != nil {
			t.Fatal(err)
		}
		checkSearch(t, ex)
	}
}

// Group B looks for the same words in another place, however small the grid.
func TestWordSearchGroups(t *testing.T) {
	words := []materials.Word{{Lemma: "Tisch"}, {Lemma: "Stuhl"}, {Lemma: "Tafel"}, {Lemma: "Lampe"}, {Lemma: "Kleid"}}
	for seed := range uint64(seeds) {
		o := exercise.Options{Seed: seed, Level: "A1", Block: options("size=5")}
		a, err := exercise.NewWordSearch(words, o)
		if err != nil {
			t.Fatal(err)
		}
		o.Group = exercise.GroupB
		b, err := exercise.NewWordSearch(words, o)
		if err != nil {
			t.Fatal(err)
		}
		if reflect.DeepEqual(a.Solution, b.Solution) {
			t.Errorf("seed %d: both groups find the words in the same place", seed)
		}
	}
}

func BenchmarkWordSearch(b *testing.B) {
	words := fixture(b)
	for _, count := range []int{8, 12, 20} {
		for _, level := range []string{"A1", "B1"} {
			b.Run(fmt.Sprintf("%d words %s", count, level), func(b *testing.B) {
				seed := uint64(0)
				for b.Loop() {
					if _, err := exercise.FromWords("word-search", words, exercise.Options{Seed: seed, Level: level, Count: count}); err != nil {
						b.Fatal(err)
					}
					seed++
				}
			})
		}
	}
}
