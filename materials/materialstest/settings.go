package materialstest

import (
	"strings"
	"testing"

	"lernkoffer/materials"
)

// TestSettings checks a store of settings; open returns an empty one.
func TestSettings(t *testing.T, open func(t *testing.T) materials.Settings) {
	s := open(t)
	want := func(key, value string) {
		t.Helper()
		got, err := s.Setting(key)
		must(t, err)
		if got != value {
			t.Errorf("setting %q = %q, want %q", key, got, value)
		}
	}

	want("window.size", "")
	must(t, s.SetSetting("window.size", "1280×800"))
	must(t, s.SetSetting("letzte-suche", strings.Repeat("Äpfel ", 100)))
	want("window.size", "1280×800")
	want("letzte-suche", strings.Repeat("Äpfel ", 100))
	must(t, s.SetSetting("window.size", ""))
	want("window.size", "")
	want("window", "")
}
