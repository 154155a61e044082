package source

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// asides are Markdown files beside materials that hold none.
var asides = []string{"readme", "licence", "license", "credits", "changelog", "contributing"}

// IsMaterial reports whether a file of this name holds a material.
func IsMaterial(name string) bool {
	base, ok := strings.CutSuffix(strings.ToLower(path.Base(strings.ReplaceAll(name, `\`, "/"))), ".md")
	return ok && base != "" && base[0] != '.' && !slices.Contains(asides, base)
}

// Files returns the names of all materials below the root of fsys, sorted.
func Files(fsys fs.FS) ([]string, error) {
	var names []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.Type().IsRegular() && IsMaterial(name) {
			names = append(names, name)
		}
		return nil
	})
	return names, err
}
