package present_test

import (
	"strings"
	"testing"

	"lernkoffer/app/present"
	"lernkoffer/materials"
)

// Ensure that facts are said as one says them, and left out where they are no
// matter.
func TestFacts(t *testing.T) {
	meta := func(from, to, minutes int, levels ...string) *materials.Meta {
		return &materials.Meta{
			Kind: "worksheet", Levels: levels, Age: materials.AgeRange{From: from, To: to}, Duration: minutes,
			Audience: []string{"primary"}, Social: []string{"pair"},
		}
	}
	for _, tc := range []struct {
		meta                             *materials.Meta
		level, short, audience, duration string
	}{
		{meta(8, 14, 30, "A1"), "A1", "8–14\u00a0J. · 30\u00a0min", "Grundschule, 8–14\u00a0Jahre", "30\u00a0Minuten, zu zweit"},
		{meta(16, 99, 0, "alpha", "A1", "A2"), "Alpha–A2", "ab 16\u00a0J.", "Grundschule, ab 16\u00a0Jahre", "zu zweit"},
		{meta(6, 6, 45), "", "6\u00a0J. · 45\u00a0min", "Grundschule, 6\u00a0Jahre", "45\u00a0Minuten, zu zweit"},
		{meta(0, 0, 0, "alpha"), "Alpha", "", "Grundschule", "zu zweit"},
	} {
		got := []string{present.Level(tc.meta), present.ShortFacts(tc.meta), present.Audience(tc.meta), present.Duration(tc.meta)}
		if want := []string{tc.level, tc.short, tc.audience, tc.duration}; strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := present.Kind(meta(0, 0, 0)); got != "Arbeitsblatt" {
		t.Errorf("kind: %q", got)
	}
}
