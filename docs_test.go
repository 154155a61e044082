package main

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"lernkoffer/materials/exercise"
)

// Ensure that every module our code imports has its reason in dependencies.md,
// and that nothing stands there that is not used.
func TestDependenciesAreExplained(t *testing.T) {
	modules := regexp.MustCompile(`(?m)^(?:require )?\t?(\S+\.\S+/\S+) v`).FindAllStringSubmatch(readFile(t, "go.mod"), -1)
	used := map[string]bool{}
	for _, s := range sources(t) {
		for _, imported := range s.imports {
			for _, m := range modules {
				if imported == m[1] || strings.HasPrefix(imported, m[1]+"/") {
					used[m[1]] = true
				}
			}
		}
	}
	if len(used) < 10 {
		t.Fatalf("only %d modules found: go.mod is not understood", len(used))
	}
	told := map[string]bool{}
	for _, m := range regexp.MustCompile("(?m)^\\| `([^`]+)` \\|").FindAllStringSubmatch(readFile(t, "docs/dependencies.md"), -1) {
		told[m[1]] = true
		if !used[m[1]] {
			t.Errorf("docs/dependencies.md tells of %s, which is not imported", m[1])
		}
	}
	for module := range used {
		if !told[module] {
			t.Errorf("docs/dependencies.md lacks %s", module)
		}
	}
}

// Ensure that the page for scripts names every command, flag and exit code.
func TestCommandLineIsDescribed(t *testing.T) {
	doc := readFile(t, "docs/cli.md")
	named := func(what string) bool { return regexp.MustCompile("[`|\\s[]" + what + `\b`).MatchString(doc) }
	_, help, _ := runIn(t, t.TempDir(), "help")
	commands := regexp.MustCompile(`(?m)^  ([a-z]+) `).FindAllStringSubmatch(help, -1)
	if len(commands) < 10 {
		t.Fatalf("only %d commands in help", len(commands))
	}
	for _, c := range commands {
		name := c[1]
		if name == "lernkoffer" {
			continue
		}
		if !strings.Contains(doc, "`"+name) {
			t.Errorf("docs/cli.md lacks the command %s", name)
		}
		_, help, _ := runIn(t, t.TempDir(), name, "--help")
		for _, f := range regexp.MustCompile(`(?m)^ +(?:-\w, +)?(--[a-z-]+)`).FindAllStringSubmatch(help, -1) {
			if !named(f[1]) {
				t.Errorf("docs/cli.md lacks %s of %s", f[1], name)
			}
		}
	}
	for _, code := range []string{"0", "1", "2", "3", "4", "8", "9", "10", "11"} {
		if !strings.Contains(doc, "\n| "+code+" |") {
			t.Errorf("docs/cli.md lacks exit code %s", code)
		}
	}
}

// Ensure that every type of exercise is described for those who read its data.
func TestExercisesAreDescribed(t *testing.T) {
	doc := readFile(t, "docs/exercises.md")
	for _, typ := range exercise.Types() {
		if !strings.Contains(doc, "`"+typ.Type+"`") && !regexp.MustCompile(`(?m)^#+ .*\b`+typ.Type+`\b`).MatchString(doc) {
			t.Errorf("docs/exercises.md lacks %s", typ.Type)
		}
	}
}

// Ensure that the map of the house shows every room.
func TestRoomsAreDescribed(t *testing.T) {
	doc := readFile(t, "docs/architecture.md")
	if n := strings.Count(doc, "\n"); n > 150 {
		t.Errorf("docs/architecture.md has %d lines, at most 150", n)
	}
	var seen []string
	for _, s := range sources(t) {
		parts := strings.Split(s.file, "/")
		if len(parts) < 2 || slices.Contains(seen, parts[0]+"/"+parts[1]) {
			continue
		}
		room := parts[len(parts)-2]
		if len(parts) > 2 {
			room = parts[1]
		}
		seen = append(seen, parts[0]+"/"+parts[1])
		if !strings.Contains(doc, room) {
			t.Errorf("docs/architecture.md lacks %s (%s)", room, s.file)
		}
	}
	if len(seen) < 15 {
		t.Fatalf("only %d rooms found", len(seen))
	}
}
