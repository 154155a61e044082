// Package app is what a person meets: the window and the command line. It works
// on the contracts of materials alone; wire fills them.
package app

import (
	"context"
	"io"

	"lernkoffer/materials"
	"lernkoffer/materials/worksheet"
)

// Services is what screens and commands work with.
type Services struct {
	Library  materials.Library
	Searcher Searcher
	// Own is nil where the teacher's own store can't be opened; OwnErr then says why.
	Own    Own
	OwnErr error
	// Report is what happened when library and store were opened, in German
	// sentences for the teacher; empty as a rule.
	Report   []string
	Pictures materials.Pictures
	Sheets   *worksheet.Engine
	Authors  Authors
	// Save replaces a regular file whole or not at all: CodeBusy where it can't be
	// written or is no regular file, CodeDiskFull.
	Save func(path string, write func(w io.Writer) error) error
	// Cache is a folder for what can be made again at any time; "" for none.
	Cache   string
	Program Program
}

// Own is the teacher's own store.
type Own interface {
	materials.Annotations
	materials.Settings
	materials.OwnMaterials
	materials.History
	materials.Uses
}

// Searcher finds materials; Refresh tells it that own marks have changed.
type Searcher interface {
	materials.Searcher
	Refresh()
	// Version is the version of the text analysis.
	Version() int
}

// Authors reads what authors write: a Markdown file, or a folder of materials
// and word tables.
type Authors interface {
	// Read returns the materials that can be read and all findings of lint. The
	// error is CodeNotFound for a path that is not there.
	Read(ctx context.Context, path string) ([]Draft, []materials.Finding, error)
}

// Draft is a material in its source form.
type Draft struct {
	Name     string // the file, as the caller named it
	Material *materials.Material
	Source   []byte
	// Attachment opens a file beside the draft's.
	Attachment func(name string) ([]byte, error)
}

// Program is what is known of the running program.
type Program struct {
	Version string
	ID      string
	DataDir string // the teacher's own folder
	// Build tells apart the builds of a version: what was made by another is made
	// again.
	Build string
}
