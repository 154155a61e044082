package lint_test

import (
	"os"
	"strings"
	"testing"

	"lernkoffer/materials/lint"
	"lernkoffer/materials/source"
)

// Whatever can be read can be checked, and every finding names its rule.
func FuzzFile(f *testing.F) {
	library := os.DirFS("../../assets/library")
	names, err := source.Files(library)
	if err != nil || len(names) < 10 {
		f.Fatalf("only %d materials found: %v", len(names), err)
	}
	for _, name := range names {
		src, err := os.ReadFile("../../assets/library/" + name)
		if err != nil {
			f.Fatal(err)
		}
		_, body, _ := strings.Cut(string(src), "\n---\n")
		for i, block := range strings.SplitAfter(body, "\n```\n") {
			if i < 5 {
				f.Add(block)
			}
		}
	}
	f.Fuzz(func(t *testing.T, body string) {
		for _, finding := range findings(body) {
			if finding.Rule == "" || finding.Message == "" || finding.Line < 0 || finding.Severity == "" {
				t.Errorf("incomplete: %+v", finding)
			}
		}
	})
}

// What takes far more time than its input is long would keep these cases from ending.
func TestLargeFilesAreCheckedInTime(t *testing.T) {
	fill := func(s string) string { return strings.Repeat(s, source.MaxSize/4/len(s)) }
	for name, body := range map[string]string{
		"words":     "``` words\n" + fill("Wort, ") + "Tisch\n```",
		"sentences": "``` text\n" + fill("Am 5. ") + "Mai\n```",
		"languages": "``` phrases\n" + fill("de: a\n\n") + "```",
		"evidence":  "``` text id=a\nx\n```\n\n``` true-false text=a\n" + fill("+ a // „b“\n") + "```",
		"blocks":    fill("``` note\na\n```\n"),
		"quotes":    "``` chunks\n" + fill("„\"") + "\n```",
	} {
		t.Run(name, func(t *testing.T) {
			lint.File("gross.md", []byte(head+body), lint.Input{Words: table})
		})
	}
}
