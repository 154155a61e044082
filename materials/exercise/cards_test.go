package exercise_test

import (
	"slices"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
)

// A card fits one other card only.
func TestMemory(t *testing.T) {
	words := pick(t, fixture(t), "Tisch, Schere, Heft, Bleistift")
	for seed := range uint64(seeds) {
		m, err := exercise.NewMemory(words, exercise.Options{Seed: seed, Group: exercise.GroupB})
		if err != nil {
			t.Fatal(err)
		}
		if slices.EqualFunc(m.Pairs, words, func(a, b materials.Word) bool { return a.ID == b.ID }) {
			t.Errorf("seed %d: group B has the order of group A", seed)
		}
	}
	m, err := exercise.NewMemory(words, exercise.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := `[[{"picture":"game-icons/table"},"der Tisch"],[{"picture":"openmoji/2702"},"die Schere"],[{"picture":"openmoji/1F4D3"},"das Heft"],[{"picture":"openmoji/270F"},"der Bleistift"]]`
	if got := marshal(t, m.Envelope().Data.(map[string]any)["pairs"]); got != want {
		t.Errorf("pairs = %s, want %s", got, want)
	}
}

func TestMemoryRefuses(t *testing.T) {
	picture := func(lemma, name string) materials.Word { return materials.Word{Lemma: lemma, Picture: name} }
	for want, words := range map[string][]materials.Word{
		"mindestens 3":     {picture("Tisch", "p/1"), picture("Stuhl", "p/2")},
		"kein Bild":        {picture("Tisch", "p/1"), picture("Stuhl", "p/2"), picture("Idee", "")},
		"dasselbe Bild":    {picture("laufen", "p/1"), picture("rennen", "p/1"), picture("Stuhl", "p/2")},
		"„Bank“ steht zwe": {picture("Bank", "p/1"), picture("Bank", "p/2"), picture("Stuhl", "p/3")},
	} {
		_, err := exercise.NewMemory(words, exercise.Options{})
		wantRefusal(t, err, want)
	}
}

// Lines lead from letters to words, so both groups trace them in their order.
func TestTracing(t *testing.T) {
	for _, group := range []string{"A", "B"} {
		ex, err := exercise.NewTracing(rows("M", "m", "Oma"), exercise.Options{Group: group, Block: options("rows=2")})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(ex.Lines, []string{"M", "m", "Oma"}) || ex.Rows != 2 {
			t.Errorf("group %s: %q, %d rows", group, ex.Lines, ex.Rows)
		}
	}
	ex, err := exercise.FromWords("tracing", pick(t, fixture(t), "Tisch, Stuhl, Tafel"), exercise.Options{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	if got := ex.(*exercise.Tracing).Lines; !slices.Equal(got, []string{"Tisch", "Stuhl", "Tafel"}) {
		t.Errorf("lines of words = %q", got)
	}
	_, err = exercise.NewTracing(nil, exercise.Options{})
	wantRefusal(t, err, "mindestens 1")
	_, err = exercise.NewTracing(rows("M", " "), exercise.Options{})
	wantRefusal(t, err, "Zeile 2")
	for _, n := range []string{"rows=0", "rows=21", "rows=viele"} {
		_, err = exercise.NewTracing(rows("M"), exercise.Options{Block: options(n)})
		wantRefusal(t, err, "1 bis 20")
	}
}
