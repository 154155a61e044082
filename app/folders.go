package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"lernkoffer/materials"
	"lernkoffer/materials/lint"
	"lernkoffer/materials/source"
	"lernkoffer/materials/typeset"
)

// Folders reads authors' material from the disk.
type Folders struct {
	Words    func() *materials.WordList
	Pictures materials.Pictures
	Fonts    *typeset.Fonts
}

var _ Authors = Folders{}

// mostFile bounds in bytes what is read of one file.
const mostFile = 2 << 20

// Read implements Authors.
func (f Folders) Read(ctx context.Context, name string) ([]Draft, []materials.Finding, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, &materials.Error{Code: materials.CodeNotFound, Message: fmt.Sprintf("„%s“ gibt es nicht.", name), Err: err}
	case err != nil:
		return nil, nil, &materials.Error{Code: materials.CodeNotFound, Message: fmt.Sprintf("„%s“ ist nicht lesbar.", name), Err: err}
	}
	if !info.IsDir() {
		return f.file(name)
	}
	fsys := os.DirFS(name)
	names, err := source.Files(fsys)
	if err != nil {
		return nil, nil, &materials.Error{Code: materials.CodeNotFound, Message: fmt.Sprintf("Der Ordner „%s“ ist nicht lesbar.", name), Err: err}
	}
	var drafts []Draft
	for _, file := range names {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		src, err := readSome(fsys, file)
		if err != nil {
			return nil, nil, err
		}
		if doc, err := source.Parse(file, src); err == nil {
			drafts = append(drafts, Draft{Name: file, Material: doc.Material, Source: src, Attachment: beside(fsys, path.Dir(file))})
		}
	}
	return drafts, lint.Dir(fsys, f.input()), nil
}

func (f Folders) file(name string) ([]Draft, []materials.Finding, error) {
	fsys, base := os.DirFS(filepath.Dir(name)), filepath.Base(name)
	src, err := readSome(fsys, base)
	if err != nil {
		return nil, nil, err
	}
	in := f.input()
	in.Attachment = beside(fsys, ".")
	findings := lint.File(base, src, in)
	doc, err := source.Parse(base, src)
	if err != nil {
		return nil, findings, nil
	}
	return []Draft{{Name: base, Material: doc.Material, Source: src, Attachment: in.Attachment}}, findings, nil
}

func (f Folders) input() lint.Input {
	return lint.Input{
		Words: f.Words(), Pictures: f.Pictures,
		Missing: func(text, language string) []rune {
			return f.Fonts.Missing(text, typeset.Style{Size: 12, Language: language})
		},
	}
}

// beside opens files of a folder.
func beside(fsys fs.FS, dir string) func(name string) ([]byte, error) {
	return func(name string) ([]byte, error) { return readSome(fsys, path.Join(dir, name)) }
}

// readSome reads a file of bounded size.
func readSome(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err == nil && info.Size() > mostFile {
		return nil, materials.Errorf(materials.CodeContent, "Die Datei „%s“ ist größer als 2 MB. Bitte nehmen Sie eine kleinere.", name)
	}
	if err == nil && !info.Mode().IsRegular() {
		return nil, materials.Errorf(materials.CodeContent, "„%s“ ist keine Datei.", name)
	}
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, &materials.Error{Code: materials.CodeNotFound, Message: fmt.Sprintf("Die Datei „%s“ ist nicht lesbar.", name), Err: err}
	}
	return data, nil
}
