package typeset_test

import (
	"math"
	"testing"

	"lernkoffer/materials/typeset"
)

// Ensure that dots stand on the outline, apart from each other.
func TestDots(t *testing.T) {
	for _, family := range []typeset.Family{typeset.FamilyText, typeset.FamilyGrund, typeset.FamilySAS} {
		style := typeset.Style{Family: family, Size: 28}
		run := mustLayout(t, typeset.Options{}, typeset.Span{Text: "Mama", Style: style})[0].Runs[0]
		dots, diameter := run.Dots()
		if len(dots) < 100 || diameter <= 0 {
			t.Fatalf("%s: %d dots of %g mm", family, len(dots), diameter)
		}
		em := 28 * typeset.MMPerPoint
		for i, p := range dots {
			if p.X < -1 || p.X > run.Width+1 || p.Y > em*0.1 || p.Y < -em {
				t.Fatalf("%s: dot at %v is not on the word", family, p)
			}
			for _, q := range dots[:i] {
				if d := math.Hypot(p.X-q.X, p.Y-q.Y); d < diameter {
					t.Fatalf("%s: dots at %v and %v run together", family, p, q)
				}
			}
		}
	}
}

func TestDotsOfNothing(t *testing.T) {
	for _, run := range []typeset.Run{{}, mustLayout(t, typeset.Options{}, plain(" "))[0].Runs[0]} {
		if dots, _ := run.Dots(); len(dots) != 0 {
			t.Errorf("%q: %d dots", run.Text, len(dots))
		}
	}
}
