package storage

import (
	"cmp"
	"errors"
	"path/filepath"
	"slices"
	"sync"

	"lernkoffer/materials"
	"lernkoffer/storage/pack"
	"lernkoffer/storage/place"
)

// Library is an installed library, open for reading. It stays as it was opened
// when another process installs a newer one.
type Library struct {
	packs    []*pack.Pack
	metas    []materials.Meta
	owner    map[materials.ID]*pack.Pack
	words    func() *materials.WordList
	status   materials.LibraryStatus
	problems []error
}

var _ materials.Library = (*Library)(nil)

// OpenLibrary opens the packs that the library's manifest names, each verified
// by its hash. A pack that can't be used is left out and told by Problems. It
// fails with CodeNotFound where no library is installed, with CodeDamaged where
// nothing of it can be used, and with CodeProgram for that of a newer program.
func OpenLibrary(dirs place.Dirs) (*Library, error) {
	manifest := filepath.Join(dirs.Library, currentFile)
	c, err := readCurrent(manifest)
	if err != nil {
		return nil, openError(err)
	}
	l := openPacks(dirs.Library, c)
	if len(l.problems) > 0 {
		// A file may be gone because another process has just installed.
		if newer, err := readCurrent(manifest); err == nil && newer.Generation != c.Generation {
			l.Close()
			c, l = newer, openPacks(dirs.Library, newer)
		}
	}
	if len(l.packs) == 0 && len(l.problems) > 0 {
		return nil, l.problems[0]
	}
	l.index(c.Generation)
	return l, nil
}

func openError(err error) error {
	if errors.Is(err, errNoLibrary) {
		return &materials.Error{
			Code: materials.CodeNotFound, Err: err,
			Message: "Es ist noch keine Bibliothek eingerichtet. Bitte starten Sie Lernkoffer einmal.",
		}
	}
	return err
}

func openPacks(dir string, c current) *Library {
	l := &Library{owner: make(map[materials.ID]*pack.Pack)}
	for _, in := range c.Packs {
		path := filepath.Join(dir, packsFolder, in.File)
		if err := l.add(path, in.SHA256); err != nil {
			l.problems = append(l.problems, err)
		}
	}
	return l
}

func (l *Library) add(path, sha256 string) error {
	if err := pack.Verify(path, sha256); err != nil {
		return err
	}
	p, err := pack.Open(path)
	if err != nil {
		return err
	}
	metas, err := p.Metas()
	if err != nil {
		p.Close()
		return err
	}
	l.packs = append(l.packs, p)
	for _, m := range metas {
		if _, taken := l.owner[m.ID]; !taken {
			l.owner[m.ID] = p
			l.metas = append(l.metas, m)
		}
	}
	return nil
}

// index prepares what is asked for often.
func (l *Library) index(generation int) {
	slices.SortFunc(l.metas, func(a, b materials.Meta) int { return cmp.Compare(a.ID, b.ID) })
	l.words = sync.OnceValue(l.readWords)
	l.status = materials.LibraryStatus{
		Generation: generation, Materials: len(l.metas),
		Publishers: []string{}, Packs: []materials.Pack{},
	}
	for _, m := range l.metas {
		l.status.Date = max(l.status.Date, m.Changed)
	}
	for _, p := range l.packs {
		m := p.Manifest()
		l.status.Words += m.Words
		l.status.Packs = append(l.status.Packs, m.Pack)
		l.status.Publishers = append(l.status.Publishers, m.Pack.Publisher)
	}
	slices.Sort(l.status.Publishers)
	l.status.Publishers = slices.Compact(l.status.Publishers)
}

// readWords decodes the words of all packs. They were verified with their files,
// so a failure is none of a teacher's; the other packs' words are then better
// than none.
func (l *Library) readWords() *materials.WordList {
	var all []materials.Word
	seen := make(map[string]bool)
	for _, p := range l.packs {
		words, err := p.Words()
		if err != nil {
			continue
		}
		for _, w := range words {
			if !seen[w.ID] {
				seen[w.ID] = true
				all = append(all, w)
			}
		}
	}
	return materials.NewWordList(all)
}

// Close closes the pack files.
func (l *Library) Close() error {
	var errs []error
	for _, p := range l.packs {
		errs = append(errs, p.Close())
	}
	return errors.Join(errs...)
}

// Problems returns why packs were left out, an error each.
func (l *Library) Problems() []error { return l.problems }

// Metas implements materials.Library.
func (l *Library) Metas() []materials.Meta { return l.metas }

// Material implements materials.Library.
func (l *Library) Material(id materials.ID) (*materials.Material, error) {
	p, err := l.find(id)
	if err != nil {
		return nil, err
	}
	return p.Material(id)
}

// Source implements materials.Library.
func (l *Library) Source(id materials.ID) ([]byte, error) {
	p, err := l.find(id)
	if err != nil {
		return nil, err
	}
	return p.Source(id)
}

// Attachment implements materials.Library.
func (l *Library) Attachment(id materials.ID, name string) ([]byte, error) {
	p, err := l.find(id)
	if err != nil {
		return nil, err
	}
	return p.Beside(id, name)
}

// Words implements materials.Library.
func (l *Library) Words() *materials.WordList { return l.words() }

// Status implements materials.Library.
func (l *Library) Status() materials.LibraryStatus { return l.status }

func (l *Library) find(id materials.ID) (*pack.Pack, error) {
	if p, ok := l.owner[id]; ok {
		return p, nil
	}
	return nil, materials.Errorf(materials.CodeNotFound, "Ein Material mit der Kennung „%.80s“ gibt es nicht.", id)
}
