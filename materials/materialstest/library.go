package materialstest

import (
	"bytes"
	"cmp"
	"slices"

	"lernkoffer/materials"
)

// Library is a library in memory.
type Library struct {
	metas   []materials.Meta
	byID    map[materials.ID]*materials.Material
	sources map[materials.ID][]byte
	words   *materials.WordList
	status  materials.LibraryStatus
}

var _ materials.Library = (*Library)(nil)

// NewLibrary returns a library of materials and words. sources holds Markdown by
// id; who needs none gives nil.
func NewLibrary(list []materials.Material, sources map[materials.ID][]byte, words []materials.Word) *Library {
	l := &Library{
		byID:    make(map[materials.ID]*materials.Material, len(list)),
		sources: sources,
		words:   materials.NewWordList(words),
		status: materials.LibraryStatus{
			Generation: 1, Materials: len(list), Words: len(words),
			Packs: []materials.Pack{},
		},
	}
	for _, m := range list {
		l.byID[m.ID] = &m
		l.metas = append(l.metas, m.Meta)
		l.status.Date = max(l.status.Date, m.Changed)
		if p := m.ID.Publisher(); !slices.Contains(l.status.Publishers, p) {
			l.status.Publishers = append(l.status.Publishers, p)
			l.status.Packs = append(l.status.Packs, materials.Pack{ID: "test", Publisher: p, Version: "1"})
		}
	}
	slices.Sort(l.status.Publishers)
	slices.SortFunc(l.metas, func(a, b materials.Meta) int { return cmp.Compare(a.ID, b.ID) })
	return l
}

// Metas implements materials.Library.
func (l *Library) Metas() []materials.Meta { return l.metas }

// Material implements materials.Library.
func (l *Library) Material(id materials.ID) (*materials.Material, error) {
	m, ok := l.byID[id]
	if !ok {
		return nil, noMaterial(id)
	}
	copied := *m
	return &copied, nil
}

// Source implements materials.Library.
func (l *Library) Source(id materials.ID) ([]byte, error) {
	text, ok := l.sources[id]
	if !ok {
		return nil, noMaterial(id)
	}
	return bytes.Clone(text), nil
}

// Attachment implements materials.Library; the library has none.
func (l *Library) Attachment(_ materials.ID, name string) ([]byte, error) {
	return nil, materials.Errorf(materials.CodeNotFound, "Eine Datei „%s“ gibt es nicht.", name)
}

// Words implements materials.Library.
func (l *Library) Words() *materials.WordList { return l.words }

// Status implements materials.Library.
func (l *Library) Status() materials.LibraryStatus { return l.status }

func noMaterial(id materials.ID) error {
	return materials.Errorf(materials.CodeNotFound, "Ein Material mit der Kennung „%s“ gibt es nicht.", id)
}
