package source_test

import (
	"strings"
	"testing"

	"lernkoffer/materials/source"
)

// What takes far more time than its input is long would keep these cases from ending.
func TestLargeFilesAreReadInTime(t *testing.T) {
	fill := func(s string) string { return strings.Repeat(s, source.MaxSize/4/len(s)) }
	tests := map[string]string{
		"words":            "``` words\n" + fill("a,") + "a\n```",
		"cells":            "``` plan\n" + fill("a | ") + "a\n```",
		"open gaps":        "``` cloze\n" + fill("[") + "\n```",
		"gaps":             "``` cloze\n" + fill("[a|b] ") + "\n```",
		"open slots":       "``` substitution\n" + fill("{a") + "\n```",
		"stars":            "``` text\n" + fill("*a ") + "\n```",
		"rows without":     "``` matching\n" + fill("a\n") + "```",
		"languages":        "``` phrases\n" + fill("de: a\n") + "```",
		"options":          "``` cloze " + fill("bank ") + "\n[a]\n```",
		"unknown option":   "``` cloze " + fill("x") + "\n[a]\n```",
		"paragraph":        fill("Wort\n"),
		"paragraphs":       fill("Wort\n\n"),
		"emphasis":         fill("*a **b "),
		"brackets":         fill("[a](b"),
		"list":             fill("- a\n"),
		"deep list":        fill("- "),
		"deep lists":       fill(strings.Repeat("- ", 2000) + "\n\n"),
		"quotes":           fill("> "),
		"table":            "|a|\n|---|\n" + fill("|b|\n"),
		"references":       fill("&amp;\\*"),
		"blocks":           fill("``` note\na\n```\n"),
		"fences":           fill("```\n"),
		"ids":              fill("``` note id=a\na\n```\n"),
		"short brackets":   fill(strings.Repeat("[a](b", 800) + "\n" + strings.Repeat("*a **b", 800) + "\n\n"),
		"backticks":        fill("`"),
		"angle":            fill("<a"),
		"head of brackets": "",
	}
	for name, body := range tests {
		t.Run(name, func(t *testing.T) {
			src := []byte(withBody(body))
			if name == "head of brackets" {
				src = []byte("---\n" + fill("[") + "\n---\n")
			}
			doc, err := source.Parse("gross.md", src)
			if err == nil && string(doc.Bytes()) != string(src) {
				t.Error("Bytes differ from what was read")
			}
		})
	}
}
