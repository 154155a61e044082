// Package app is what a person meets: the window and the command line. It works
// on the contracts of materials alone; wire fills them.
package app

import (
	"context"
	"io"

	"lernkoffer/materials"
	"lernkoffer/materials/page"
	"lernkoffer/materials/worksheet"
)

// Services is what screens and commands work with.
type Services struct {
	Library  materials.Library
	Searcher Searcher
	// Own is nil where the teacher's own store can't be opened; OwnErr then says why.
	Own      Own
	OwnErr   error
	Pictures materials.Pictures
	Sheets   *worksheet.Engine
	// WritePDF and Importer keep the makers of files out of the screens.
	WritePDF func(w io.Writer, doc *page.Document) error
	Checker  Checker
	Program  Program
}

// Own is the teacher's own store.
type Own interface {
	materials.Annotations
	materials.Settings
}

// Searcher finds materials; Refresh tells it that own marks have changed.
type Searcher interface {
	materials.Searcher
	Refresh()
}

// Checker reads authors' folders.
type Checker interface {
	// Lint checks a file or folder of materials.
	Lint(ctx context.Context, path string) ([]materials.Finding, error)
	// Read reads one Markdown file; a *materials.ContentError names what is wrong.
	Read(path string) (*materials.Material, error)
}

// Program is what is known of the running program.
type Program struct {
	Version string
	ID      string
	DataDir string // the teacher's own folder
}
