package ui_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"lernkoffer/assets"
)

// texts reads de.json as Fyne's translation does: a text, or its forms.
func texts(t *testing.T) map[string]any {
	t.Helper()
	data, err := fs.ReadFile(assets.Lang, "de.json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]any
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// usedKeys finds the keys in the window's source: arguments of lang.L and Count,
// and every other literal that is a key by its look.
func usedKeys(t *testing.T, known map[string]any) (asked []string, seen map[string]bool) {
	t.Helper()
	seen = make(map[string]bool)
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		tree, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil {
					seen[s] = true
				}
			}
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			lit, ok := call.Args[0].(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			key, err := strconv.Unquote(lit.Value)
			if err != nil {
				return true
			}
			switch f := call.Fun.(type) {
			case *ast.SelectorExpr:
				if x, ok := f.X.(*ast.Ident); ok && x.Name == "lang" && f.Sel.Name == "L" {
					asked = append(asked, key)
				} else if f.Sel.Name == "Count" && ok && x.Name == "ui" {
					asked = append(asked, key+".one", key+".other")
				}
			case *ast.Ident:
				if f.Name == "Count" {
					asked = append(asked, key+".one", key+".other")
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return asked, seen
}

// Ensure that every text that is asked for is there.
func TestEveryKeyHasAText(t *testing.T) {
	known := texts(t)
	asked, _ := usedKeys(t, known)
	if len(asked) < 50 {
		t.Fatalf("found only %d keys in the source: the search is broken", len(asked))
	}
	for _, key := range asked {
		if _, ok := known[key]; !ok {
			t.Errorf("de.json has no text for %q", key)
		}
	}
}

// Ensure that no text of ours is left over, and none is empty. Ours are keys with
// a dot that Fyne does not have.
func TestEveryTextIsUsed(t *testing.T) {
	known, fynes := texts(t), fyneKeys(t)
	_, seen := usedKeys(t, known)
	for key, text := range known {
		if text == "" {
			t.Errorf("the text of %q is empty", key)
		}
		if fynes[key] {
			continue
		}
		base := strings.TrimSuffix(strings.TrimSuffix(key, ".one"), ".other")
		if !seen[key] && !seen[base] {
			t.Errorf("nobody uses %q", key)
		}
	}
}

// Ensure that all of Fyne's own texts are German, so that its dialogs are on a
// system of any language.
func TestFyneIsGerman(t *testing.T) {
	known, fynes := texts(t), fyneKeys(t)
	for key := range fynes {
		if _, ok := known[key]; !ok {
			t.Errorf("Fyne's %q has no German text", key)
		}
	}
}

// fyneKeys reads the keys of Fyne's own English texts from its module.
func fyneKeys(t *testing.T) map[string]bool {
	t.Helper()
	dir := fyneDir(t)
	data, err := os.ReadFile(filepath.Join(dir, "lang", "translations", "base.en.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]any
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	keys := make(map[string]bool)
	for key := range all {
		keys[key] = true
	}
	if len(keys) < 20 {
		t.Fatalf("found only %d of Fyne's texts", len(keys))
	}
	return keys
}
