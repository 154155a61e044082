package typeset

import (
	"math"
	"os"
	"testing"

	"lernkoffer/materials/picture"
)

// Ensure that strokes of joined letters leave no dots inside of each other.
func TestDotsOfJoinedLetters(t *testing.T) {
	fonts := NewFonts(os.DirFS("../../assets/fonts"))
	lines, err := fonts.Layout([]Span{{Text: "Straße", Style: Style{Family: FamilySAS, Size: 28}}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	run := lines[0].Runs[0]
	shapes := run.polygons()
	inside := func(p picture.Point) bool {
		for i := range 16 {
			sin, cos := math.Sincos(float64(i) * math.Pi / 8)
			if !within(shapes, p.X+0.05*cos, p.Y+0.05*sin) {
				return false
			}
		}
		return true
	}

	dots, _ := run.Dots()
	for _, p := range dots {
		if inside(p) {
			t.Errorf("dot at %v is inside of the letters", p)
		}
	}
	crossing := 0
	for _, s := range shapes {
		for _, l := range s.loops {
			for _, p := range l {
				if inside(p) {
					crossing++
				}
			}
		}
	}
	if crossing == 0 {
		t.Error("the letters don't touch: nothing is tested")
	}
}
