package ui_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
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

// usedKeys finds the keys in the window's source: what lang.L and Count are given,
// and every other literal that begins as our keys do. Keys of settings, which are
// constants named …Key, are none.
func usedKeys(t *testing.T, known map[string]any) (asked, counted []string) {
	t.Helper()
	areas := make(map[string]bool)
	for key := range known {
		area, _, _ := strings.Cut(key, ".")
		areas[area] = true
	}
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || strings.Contains(name, "command") {
			return err
		}
		tree, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.ValueSpec:
				return !strings.HasSuffix(n.Names[0].Name, "Key")
			case *ast.CallExpr:
				key := literal(n)
				switch f := n.Fun.(type) {
				case *ast.SelectorExpr:
					if x, ok := f.X.(*ast.Ident); ok && x.Name == "ui" && f.Sel.Name == "Count" {
						counted = append(counted, key)
					} else if ok && x.Name == "lang" && f.Sel.Name == "L" && key != "" {
						asked = append(asked, key)
					}
				case *ast.Ident:
					if f.Name == "Count" {
						counted = append(counted, key)
					}
				}
			case *ast.BasicLit:
				if key := unquoted(n); keyLike.MatchString(key) {
					if area, _, _ := strings.Cut(key, "."); areas[area] {
						asked = append(asked, key)
					}
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	asked = slices.DeleteFunc(asked, func(key string) bool { return slices.Contains(counted, key) })
	return asked, counted
}

var keyLike = regexp.MustCompile(`^[a-z]+(\.[a-z]+)+$`)

// literal is the string that a call begins with, "" if it is none.
func literal(call *ast.CallExpr) string {
	if len(call.Args) > 0 {
		if lit, ok := call.Args[0].(*ast.BasicLit); ok {
			return unquoted(lit)
		}
	}
	return ""
}

func unquoted(lit *ast.BasicLit) string {
	if lit.Kind != token.STRING {
		return ""
	}
	s, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return s
}

// Ensure that every text that is asked for is there.
func TestEveryKeyHasAText(t *testing.T) {
	known := texts(t)
	asked, counted := usedKeys(t, known)
	if len(asked) < 60 || len(counted) < 5 {
		t.Fatalf("found only %d and %d keys in the source: the search is broken", len(asked), len(counted))
	}
	for _, key := range counted {
		asked = append(asked, key+".one", key+".other")
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
	asked, counted := usedKeys(t, known)
	for key, text := range known {
		if text == "" {
			t.Errorf("the text of %q is empty", key)
		}
		if fynes[key] {
			continue
		}
		base := strings.TrimSuffix(strings.TrimSuffix(key, ".one"), ".other")
		if !slices.Contains(asked, key) && !slices.Contains(counted, base) {
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
