package exercise_test

import (
	"slices"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
)

func dominoRows(pairs ...[2]string) []materials.Row {
	var rows []materials.Row
	for _, p := range pairs {
		rows = append(rows, materials.Row{Left: materials.Plain(p[0]), Right: materials.Plain(p[1])})
	}
	return rows
}

// Ensure that the tiles close to one ring with every pair in it, for any seed,
// and that they are not printed in its order.
func TestDominoRing(t *testing.T) {
	rows := dominoRows([2]string{"7:00", "sieben"}, [2]string{"8:00", "acht"}, [2]string{"9:00", "neun"}, [2]string{"10:00", "zehn"}, [2]string{"11:00", "elf"})
	answers := map[string]string{"7:00": "sieben", "8:00": "acht", "9:00": "neun", "10:00": "zehn", "11:00": "elf"}
	for seed := range uint64(200) {
		d, err := exercise.NewDomino(rows, exercise.Options{Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		ring, _ := d.Envelope().Solution.([][2]string)
		seen := map[[2]string]bool{}
		for i, tile := range ring {
			next := ring[(i+1)%len(ring)]
			if answers[tile[1]] != next[0] {
				t.Fatalf("seed %d: %q is followed by %q", seed, tile[1], next[0])
			}
			seen[tile] = true
		}
		if len(seen) != len(rows) {
			t.Fatalf("seed %d: the ring has %d tiles, want %d", seed, len(seen), len(rows))
		}
	}
}

func TestDominoRefuses(t *testing.T) {
	for name, rows := range map[string][]materials.Row{
		"too few":        dominoRows([2]string{"a", "b"}, [2]string{"c", "d"}),
		"answer twice":   dominoRows([2]string{"a", "b"}, [2]string{"c", "b"}, [2]string{"e", "f"}),
		"both sides":     dominoRows([2]string{"a", "b"}, [2]string{"b", "c"}, [2]string{"e", "f"}),
		"one side empty": dominoRows([2]string{"a", ""}, [2]string{"b", "c"}, [2]string{"e", "f"}),
	} {
		if _, err := exercise.NewDomino(rows, exercise.Options{Seed: 1}); materials.ErrorCode(err) != materials.CodeContent {
			t.Errorf("%s: %v, want a refusal", name, err)
		}
	}
}

// Ensure that neighbours of the two groups lie other tiles, however few there are.
func TestDominoGroups(t *testing.T) {
	rows := dominoRows([2]string{"7:00", "sieben"}, [2]string{"8:00", "acht"}, [2]string{"9:00", "neun"})
	for seed := range uint64(200) {
		a, err := exercise.NewDomino(rows, exercise.Options{Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		b, err := exercise.NewDomino(rows, exercise.Options{Seed: seed, Group: exercise.GroupB})
		if err != nil {
			t.Fatal(err)
		}
		if slices.Equal(a.Tiles, b.Tiles) {
			t.Errorf("seed %d: both groups have the tiles %q", seed, a.Tiles)
		}
	}
}
