package lint

import (
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/source"
)

// Dir checks a folder: all its materials, collections and word tables, and what
// they say of each other. Of in, only the tables are used, and a word table in the
// folder takes the place of Words.
func Dir(fsys fs.FS, in Input) []materials.Finding {
	d := &dir{fsys: fsys, in: in, byID: map[materials.ID]*draft{}}
	names, err := source.Files(fsys)
	if err != nil {
		return fromError(".", err)
	}
	d.tables()
	for _, name := range names {
		d.read(name)
	}
	d.packs()
	for _, m := range d.drafts {
		d.check(m)
	}
	slices.SortStableFunc(d.findings, func(a, b materials.Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return d.findings
}

type dir struct {
	fsys     fs.FS
	in       Input
	drafts   []*draft
	byID     map[materials.ID]*draft
	findings []materials.Finding
}

// draft is a material of the folder.
type draft struct {
	name string
	doc  *source.Document
}

func (d *dir) add(severity materials.Severity, file string, line int, rule, format string, args ...any) {
	d.findings = append(d.findings, materials.Finding{
		File: file, Line: line, Severity: severity, Rule: rule, Message: fmt.Sprintf(format, args...),
	})
}

// below puts the folder before the file names of findings.
func below(folder string, findings []materials.Finding) []materials.Finding {
	for i := range findings {
		findings[i].File = path.Join(folder, findings[i].File)
	}
	return findings
}

// tables reads the word tables of the folder.
func (d *dir) tables() {
	for _, folder := range d.foldersWith("words.csv") {
		sub, err := fs.Sub(d.fsys, folder)
		if err != nil {
			d.findings = append(d.findings, fromError(folder, err)...)
			continue
		}
		words, err := source.ReadWords(sub)
		if err != nil {
			d.findings = append(d.findings, below(folder, fromError("words.csv", err))...)
			continue
		}
		d.in.Words = materials.NewWordList(words)
	}
}

func (d *dir) foldersWith(file string) []string {
	var folders []string
	// What can't be read was reported with the list of the files.
	_ = fs.WalkDir(d.fsys, ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && path.Base(name) == file {
			folders = append(folders, path.Dir(name))
		}
		return nil
	})
	return folders
}

func (d *dir) read(name string) {
	src, err := readFile(d.fsys, name)
	if err != nil {
		d.findings = append(d.findings, fromError(name, err)...)
		return
	}
	doc, err := source.Parse(name, src)
	if err != nil {
		d.findings = append(d.findings, fromError(name, err)...)
		return
	}
	m := &draft{name, doc}
	id := doc.Material.ID
	if first, ok := d.byID[id]; ok {
		d.add(materials.SeverityError, name, doc.Line("id"), "id", "Die Kennung %s hat schon %s. Jedes Material braucht eine eigene.", id, first.name)
	} else {
		d.byID[id] = m
	}
	if want := id.Slug() + ".md"; path.Base(name) != want {
		d.add(materials.SeverityWarning, name, doc.Line("id"), "id", "Datei und Kennung heißen verschieden. Erwartet wird der Dateiname %s.", want)
	}
	d.drafts = append(d.drafts, m)
}

// readFile reads a file, but of one that is too large only as much as tells so.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, source.MaxSize+1))
}

// packs checks collections: a publisher speaks for itself only.
func (d *dir) packs() {
	for _, folder := range d.foldersWith(source.PackFile) {
		sub, err := fs.Sub(d.fsys, folder)
		if err != nil {
			d.findings = append(d.findings, fromError(folder, err)...)
			continue
		}
		pack, err := source.ReadPack(sub)
		if err != nil {
			d.findings = append(d.findings, below(folder, fromError(source.PackFile, err))...)
			continue
		}
		for _, m := range d.drafts {
			inside := folder == "." || strings.HasPrefix(m.name, folder+"/")
			if id := m.doc.Material.ID; inside && id.Publisher() != pack.Publisher {
				d.add(materials.SeverityError, m.name, m.doc.Line("id"), "id", "Die Kennung %s gehört nicht zum Herausgeber der Sammlung. Erwartet wird %s/%s.", id, pack.Publisher, id.Slug())
			}
		}
	}
}

func (d *dir) check(m *draft) {
	in := d.in
	in.Name, in.Material, in.Line = m.name, m.doc.Material, m.doc.Line
	in.Attachment = func(name string) ([]byte, error) {
		return fs.ReadFile(d.fsys, path.Join(path.Dir(m.name), name))
	}
	in.Materials = func(id materials.ID) (*materials.Material, bool) {
		if other, ok := d.byID[id]; ok {
			return other.doc.Material, true
		}
		if d.in.Materials != nil {
			return d.in.Materials(id)
		}
		return nil, false
	}
	d.findings = append(d.findings, Check(in)...)
}
