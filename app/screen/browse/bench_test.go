package browse_test

import (
	"fmt"
	"testing"

	"lernkoffer/app/screen/browse"
	"lernkoffer/app/uitest"
)

// BenchmarkTyping is a letter more in the search field, with 3 000 materials: words
// searched, facets counted, results and facets shown.
func BenchmarkTyping(b *testing.B) {
	topics := []string{"school", "food", "health", "numbers", "animals", "weather"}
	sources := make([]string, 3000)
	for i := range sources {
		sources[i] = uitest.Material(fmt.Sprintf("m-%d", i), fmt.Sprintf("Material %d", i), "A1", topics[i%len(topics)], "2026-01-01")
	}
	w := uitest.New(b, files, 1280, 800)
	w.Open(uitest.Services(b, files, sources...), browse.Entry)
	field := w.Field("Suchen")
	words := []string{"S", "Sc", "Sch", "Schu", "Schul", "Schule"}
	i := 0
	for b.Loop() {
		field.SetText(words[i%len(words)])
		i++
	}
	b.StopTimer()
	w.Settle()
}
