package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms says which rooms of the house each room may import (docs: architecture).
// The longest matching prefix counts; "" is the program itself and may import all.
var rooms = map[string][]string{
	"materials":               {},
	"materials/typeset":       {"materials/picture"},
	"materials/picture":       {},
	"materials/page":          {"materials/typeset", "materials/picture"},
	"materials/source":        {"materials"},
	"materials/exercise":      {"materials"},
	"materials/search":        {"materials"},
	"materials/worksheet":     {"materials", "materials/exercise", "materials/page", "materials/typeset", "materials/picture"},
	"materials/pdf":           {"materials/page", "materials/typeset", "materials/picture", "materials/pdf/..."},
	"materials/raster":        {"materials/page", "materials/typeset", "materials/picture"},
	"materials/lint":          {"materials/..."},
	"materials/materialstest": {"materials/..."},
	"storage":                 {"materials", "materials/source", "materials/search", "storage/..."},
	"app":                     {"materials/...", "app/..."},
	"assets":                  {},
}

// owned names the packages that only one room may import.
var owned = map[string]string{
	`fyne.io/fyne/v2/app`:    "main.go",
	`github.com/go-pdf/fpdf`: "materials/pdf",
	`go.etcd.io/bbolt`:       "storage",
	`net/http`:               "storage/update",
	`github.com/rogpeppe/go-internal/testscript`: "main_test.go",
}

type goFile struct {
	file    string
	imports []string
	tree    *ast.File
}

// sources parses every Go file of the module.
func sources(t *testing.T) []goFile {
	t.Helper()
	var out []goFile
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && name != "." && strings.HasPrefix(d.Name(), ".") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") {
			return nil
		}
		tree, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		s := goFile{file: filepath.ToSlash(name), tree: tree}
		for _, spec := range tree.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			s.imports = append(s.imports, imported)
		}
		out = append(out, s)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 50 {
		t.Fatalf("found only %d Go files: the walk is broken", len(out))
	}
	return out
}

// Ensure that rooms import only the rooms below them.
func TestImportRules(t *testing.T) {
	for _, s := range sources(t) {
		room, allowed := roomOf(path.Dir(s.file))
		if room == "" || strings.HasPrefix(s.file, "assets/generate/") {
			continue
		}
		isTest := strings.HasSuffix(s.file, "_test.go")
		for _, imported := range s.imports {
			inner, ours := strings.CutPrefix(imported, "lernkoffer/")
			if ours && inner != room && !allows(allowed, inner) && (!isTest || !mayTest(room, inner)) {
				t.Errorf("%s: %s must not import %s", s.file, room, inner)
			}
			if room == "materials" && !ours && strings.Contains(imported, ".") {
				t.Errorf("%s: the domain imports the standard library only, not %s", s.file, imported)
			}
		}
	}
}

// mayTest lets a room's tests use the conformance suites and the content itself.
func mayTest(room, inner string) bool {
	return strings.HasPrefix(inner, "materials/") && !strings.HasPrefix(room, "assets") || inner == "assets" || inner == "materials"
}

func roomOf(dir string) (string, []string) {
	for d := dir; d != "."; d = path.Dir(d) {
		if allowed, ok := rooms[d]; ok {
			return d, allowed
		}
	}
	return "", nil
}

func allows(allowed []string, inner string) bool {
	return slices.ContainsFunc(allowed, func(a string) bool {
		tree, below := strings.CutSuffix(a, "/...")
		if below {
			return inner == tree || strings.HasPrefix(inner, tree+"/")
		}
		return inner == a
	})
}

// Ensure that each outside library has one home.
func TestOwnedLibraries(t *testing.T) {
	for _, s := range sources(t) {
		for _, imported := range s.imports {
			home, ok := owned[imported]
			if ok && s.file != home && !strings.HasPrefix(s.file, home+"/") && !strings.HasPrefix(s.file, "storage/publish/") {
				t.Errorf("%s: only %s may import %s", s.file, home, imported)
			}
			if strings.HasPrefix(imported, "fyne.io/fyne") && !mayUseFyne(s.file) {
				t.Errorf("%s: no Fyne here (%s)", s.file, imported)
			}
		}
	}
}

func mayUseFyne(file string) bool {
	if file == "main.go" {
		return true
	}
	dir := path.Dir(file)
	return strings.HasPrefix(dir, "app/") && dir != "app/command" && dir != "app/platform" && path.Base(file) != "model.go"
}

// Ensure that the screens start no goroutines of their own: ui.Load does.
func TestGoroutinesStartInOnePlace(t *testing.T) {
	for _, s := range sources(t) {
		if !strings.HasPrefix(s.file, "app/") || strings.HasSuffix(s.file, "_test.go") ||
			s.file == "app/ui/load.go" || strings.HasPrefix(s.file, "app/platform/") {
			continue
		}
		ast.Inspect(s.tree, func(n ast.Node) bool {
			if _, ok := n.(*ast.GoStmt); ok {
				t.Errorf("%s: a go statement outside app/ui/load.go and app/platform", s.file)
			}
			if call, ok := n.(*ast.SelectorExpr); ok && strings.HasPrefix(s.file, "app/screen/") {
				if x, ok := call.X.(*ast.Ident); ok && x.Name == "fyne" && (call.Sel.Name == "Do" || call.Sel.Name == "DoAndWait") {
					t.Errorf("%s: fyne.%s instead of ui.Context.Post", s.file, call.Sel.Name)
				}
			}
			return true
		})
	}
}

// Ensure that screens do not import each other: they navigate by route.
func TestScreensStandAlone(t *testing.T) {
	for _, s := range sources(t) {
		if !strings.HasPrefix(s.file, "app/screen/") {
			continue
		}
		for _, imported := range s.imports {
			if other, ok := strings.CutPrefix(imported, "lernkoffer/app/screen/"); ok && !strings.HasPrefix(s.file, "app/screen/"+other+"/") {
				t.Errorf("%s imports the screen %s", s.file, other)
			}
		}
	}
}

// Ensure that no file outgrows its reader.
func TestFileSizes(t *testing.T) {
	for _, s := range sources(t) {
		limit := 600
		if strings.HasSuffix(s.file, "_test.go") {
			limit = 900
		}
		lines := s.tree.FileEnd - s.tree.FileStart
		set := token.NewFileSet()
		if tree, err := parser.ParseFile(set, s.file, nil, parser.SkipObjectResolution); err == nil {
			lines = token.Pos(set.Position(tree.FileEnd).Line)
		}
		if int(lines) > limit {
			t.Errorf("%s has %d lines, at most %d", s.file, lines, limit)
		}
	}
}
