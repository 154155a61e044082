package worksheet

import (
	"io/fs"
	"time"

	"lernkoffer/materials"
	"lernkoffer/materials/page"
	"lernkoffer/materials/picture"
	"lernkoffer/materials/typeset"
)

// Engine sets worksheets. It is safe for use by several goroutines.
type Engine struct {
	Fonts      *typeset.Fonts
	Pictures   materials.Pictures
	Pictograms fs.FS // "<key>.svg" of each instruction
	// Words returns the word table; it is called once a sheet.
	Words func() *materials.WordList

	drawings drawingCache
}

// Part says which pages of a sheet are wanted, and in which documents.
type Part string

// The parts of a sheet, by the values of --solution.
const (
	PartWith     Part = "with"     // pupils' pages, then solution and teacher's page
	PartSeparate Part = "separate" // the same in two documents
	PartNone     Part = "none"     // pupils' pages only
	PartOnly     Part = "only"     // solution and teacher's page only
)

// Options are a teacher's choices for a sheet. The zero value is group A, all
// levels, seed from id and version.
type Options struct {
	Group  string           // "A" or "B"
	Seed   uint32           // 0: from id and version
	Level  string           // "" for all blocks
	Gloss  []string         // languages of a word list at the end; at most three
	Script typeset.Family   // of what is traced and copied
	Ruling string           // "0" to "4"; "" as the material says
	Grey   bool             // without colour
	Notes  []materials.Note // printed on a teacher's copy
	// Attachment opens a file beside the material; nil where there is none.
	Attachment func(name string) ([]byte, error)
}

// Sheet is a worksheet as pages.
type Sheet struct {
	Code     string // reprint code
	Pupil    *page.Document
	Solution *page.Document // nil if the material has neither tasks nor notes
}

// Documents returns the files that the part asks for: one or two.
func (s *Sheet) Documents(part Part) []*page.Document {
	switch {
	case part == PartNone || s.Solution == nil:
		return []*page.Document{s.Pupil}
	case part == PartOnly:
		return []*page.Document{s.Solution}
	case part == PartSeparate:
		return []*page.Document{s.Pupil, s.Solution}
	}
	whole := *s.Pupil
	whole.Pages = append(append([]*page.Page(nil), s.Pupil.Pages...), s.Solution.Pages...)
	return []*page.Document{&whole}
}

// Build sets a material as a sheet. It returns CodeContent with the reason where
// a block can't become an exercise, or a level has no block; then there is no
// half sheet.
func (e *Engine) Build(m *materials.Material, o Options) (*Sheet, error) {
	if o.Group == "" {
		o.Group = "A"
	}
	if o.Seed == 0 {
		o.Seed = SeedFor(m.ID, m.Version)
	}
	b := newBuilder(e, m, o)
	if err := b.blocks(); err != nil {
		return nil, err
	}
	code := Code{Material: m.ID, Version: m.Version, Options: o}.String()
	sheet := &Sheet{Code: code, Pupil: b.pupilDocument(code), Solution: b.solutionDocument(code)}
	if b.err != nil {
		return nil, b.err
	}
	return sheet, nil
}

func (b *builder) document(title string) *page.Document {
	author := ""
	if len(b.m.Authors) > 0 {
		author = b.m.Authors[0]
	}
	return &page.Document{
		Title: title, Author: author, Subject: b.m.Summary, Keywords: b.keywords(),
		Language: "de", Created: changedDate(b.m.Changed),
	}
}

func (b *builder) keywords() []string {
	var words []string
	for _, level := range b.m.Levels {
		words = append(words, "Niveau "+materials.Levels.Label(level))
	}
	for _, topic := range b.m.Topics {
		words = append(words, materials.Topics.Label(topic))
	}
	return words
}

// changedDate dates a file by its material, so that equal sheets are equal files.
func changedDate(iso string) time.Time {
	if t, err := time.Parse(time.DateOnly, iso); err == nil {
		return t
	}
	return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
}

var (
	black  = picture.Colour{}
	grey   = picture.Colour{R: 0x60, G: 0x60, B: 0x60}
	light  = picture.Colour{R: 0xC8, G: 0xC8, B: 0xC8}
	tint   = picture.Colour{R: 0xF2, G: 0xF2, B: 0xF0}
	found  = picture.Colour{R: 0xCB, G: 0xE3, B: 0xE1}
	answer = picture.Colour{R: 0x0E, G: 0x68, B: 0x6E}
)
