package pack_test

import (
	"testing"

	"lernkoffer/storage/pack"
)

// Ensure that versions are compared by their numbers.
func TestCompareVersions(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want int
	}{
		{"2026.11.1", "2026.11.1", 0},
		{"2026.9.1", "2026.11.1", -1},
		{"2027.1", "2026.12.31", 1},
		{"1", "1.0", 0},
		{"1", "1.0.1", -1},
		{"1.10", "1.9", 1},
		{"", "0", 0},
		{"1.a", "1.b", -1},
		{"1.a", "1.1", 1},
	} {
		if got := pack.CompareVersions(tc.a, tc.b); got != tc.want {
			t.Errorf("CompareVersions(%q, %q) = %d, want %d", tc.a, tc.b, got, tc.want)
		}
		if got := pack.CompareVersions(tc.b, tc.a); got != -tc.want {
			t.Errorf("CompareVersions(%q, %q) = %d, want %d", tc.b, tc.a, got, -tc.want)
		}
	}
}
