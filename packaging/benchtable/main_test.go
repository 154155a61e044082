package main

import (
	"strings"
	"testing"
)

// Ensure that a run becomes a table with the room, the name without the number of
// processors, a time that people read, and whatever else was measured.
func TestTable(t *testing.T) {
	const run = `goos: linux
pkg: lernkoffer
cpu: any
BenchmarkWorksheetPDF-2   	      88	  13061237 ns/op
PASS
ok  	lernkoffer	3.1s
pkg: lernkoffer/materials/search
BenchmarkFilter3000/two-words-2         	    3000	    401234 ns/op	  1024 B/op	      12 allocs/op
BenchmarkBuild3000 	       1	1500000000 ns/op
BenchmarkFold-16      	 5000000	       231.4 ns/op
BenchmarkStem-16      	  500000	      2314 ns/op	 4.00 words
PASS
`
	var out strings.Builder
	if err := table(strings.NewReader(run), &out); err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"room", "benchmark", "runs", "time", "more"},
		{"lernkoffer", "WorksheetPDF", "88", "13.06", "ms"},
		{"materials/search", "Filter3000/two-words", "3000", "401.23", "µs", "1024", "B/op", "12", "allocs/op"},
		{"materials/search", "Build3000", "1", "1.50", "s"},
		{"materials/search", "Fold", "5000000", "231", "ns"},
		{"materials/search", "Stem", "500000", "2.31", "µs", "4.00", "words"},
	}
	lines := strings.Split(strings.TrimRight(out.String(), "\n"), "\n")
	if len(lines) != len(want) {
		t.Fatalf("%d lines, want %d:\n%s", len(lines), len(want), out.String())
	}
	for i, line := range lines {
		if got := strings.Join(strings.Fields(line), " "); got != strings.Join(want[i], " ") {
			t.Errorf("line %d is %q, want %q", i+1, got, strings.Join(want[i], " "))
		}
	}
}

// Ensure that a run which failed does not pass for one that measured.
func TestTableOfFailure(t *testing.T) {
	const line = "pkg: lernkoffer/a\nBenchmarkA-2 1 5 ns/op\n"
	for name, run := range map[string]string{
		"failed benchmark": line + "--- FAIL: BenchmarkB\n",
		"failed package":   line + "FAIL\tlernkoffer/b [build failed]\n",
		"panic":            line + "panic: runtime error\n",
		"nothing ran":      "PASS\nok  \tlernkoffer\t0.1s\n",
		"empty":            "",
	} {
		var out strings.Builder
		if err := table(strings.NewReader(run), &out); err == nil {
			t.Errorf("%s: no error, table:\n%s", name, out.String())
		}
	}
}
