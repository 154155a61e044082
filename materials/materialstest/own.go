package materialstest

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/source"
)

// OwnMetas implements materials.OwnMaterials.
func (m *Memory) OwnMetas() ([]materials.Meta, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	metas := []materials.Meta{}
	for _, o := range m.own {
		metas = append(metas, o.meta)
	}
	slices.SortFunc(metas, func(a, b materials.Meta) int { return cmp.Compare(a.ID, b.ID) })
	return metas, nil
}

// OwnSource implements materials.OwnMaterials.
func (m *Memory) OwnSource(id materials.ID) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	o, ok := m.own[id]
	if !ok {
		return nil, noMaterial(id)
	}
	return bytes.Clone(o.text), nil
}

// OwnAttachment implements materials.OwnMaterials.
func (m *Memory) OwnAttachment(id materials.ID, name string) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	content, ok := m.own[id].files[name]
	if !ok {
		return nil, materials.Errorf(materials.CodeNotFound, "Eine Datei „%s“ gibt es nicht.", name)
	}
	return bytes.Clone(content), nil
}

// PutOwn implements materials.OwnMaterials.
func (m *Memory) PutOwn(slug string, text []byte, files map[string][]byte) (materials.ID, error) {
	id := materials.ID(materials.OwnPublisher + "/" + slug)
	if err := id.Check(); err != nil {
		return "", err
	}
	doc, err := source.Parse(slug+".md", text)
	if err != nil {
		return "", err
	}
	doc.Material.ID = id
	m.mu.Lock()
	defer m.mu.Unlock()
	m.own[id] = ownMaterial{meta: doc.Material.Meta, text: doc.Bytes(), files: maps.Clone(files)}
	return id, nil
}

// DeleteOwn implements materials.OwnMaterials.
func (m *Memory) DeleteOwn(id materials.ID) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.own[id]; !ok {
		return noMaterial(id)
	}
	delete(m.own, id)
	return nil
}

// TestOwnMaterials checks a store of own materials; open is as for
// TestAnnotations.
func TestOwnMaterials(t *testing.T, open func(t *testing.T, dir string) materials.OwnMaterials) {
	dir := t.TempDir()
	s := open(t, dir)
	text := []byte(Markdown(meta("lernkoffer/mein-blatt", "Mein Blatt", "2026-11-01", "school"), "Größe und Maß."))
	picture := bytes.Repeat([]byte("<path/>"), 100_000)

	wantOwn(t, s)
	id, err := s.PutOwn("mein-blatt", text, map[string][]byte{"tafel.svg": picture, "leer.txt": {}, "tafel": []byte("x")})
	must(t, err)
	if id != "own/mein-blatt" {
		t.Errorf("stored as %q", id)
	}
	wantOwn(t, s, "own/mein-blatt Mein Blatt")

	t.Run("the source is the author's but for the id", func(t *testing.T) {
		want := bytes.Replace(text, []byte("id: lernkoffer/"), []byte("id: own/"), 1)
		if got, err := s.OwnSource(id); err != nil || !bytes.Equal(got, want) {
			t.Errorf("source, %v:\n%s", err, got)
		}
	})
	t.Run("files come back by their whole name", func(t *testing.T) {
		for name, want := range map[string][]byte{"tafel.svg": picture, "leer.txt": {}, "tafel": []byte("x")} {
			if got, err := s.OwnAttachment(id, name); err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s: %d bytes, %v", name, len(got), err)
			}
		}
		_, err := s.OwnAttachment(id, "taf")
		wantCode(t, "part of a name", err, materials.CodeNotFound)
		_, err = s.OwnAttachment("own/anderes", "tafel.svg")
		wantCode(t, "other material", err, materials.CodeNotFound)
	})
	t.Run("bad material changes nothing", func(t *testing.T) {
		var content *materials.ContentError
		if _, err := s.PutOwn("mein-blatt", []byte("# kein Kopf"), nil); !errors.As(err, &content) {
			t.Errorf("error = %v, want findings", err)
		}
		for _, slug := range []string{"", "Mein Blatt", "a/b", strings.Repeat("x", 200)} {
			_, err := s.PutOwn(slug, text, nil)
			wantCode(t, "slug "+slug, err, materials.CodeNotFound)
		}
		wantOwn(t, s, "own/mein-blatt Mein Blatt")
	})
	t.Run("storing again replaces all", func(t *testing.T) {
		_, err := s.PutOwn("mein-blatt", bytes.Replace(text, []byte("title: Mein Blatt"), []byte("title: Neu"), 1), nil)
		must(t, err)
		wantOwn(t, s, "own/mein-blatt Neu")
		_, err = s.OwnAttachment(id, "tafel.svg")
		wantCode(t, "file of the old one", err, materials.CodeNotFound)
	})
	t.Run("all survives reopening, and deleting", func(t *testing.T) {
		_, err := s.PutOwn("alpha", text, map[string][]byte{"a.svg": picture})
		must(t, err)
		if closer, ok := s.(io.Closer); ok {
			must(t, closer.Close())
			s = open(t, dir)
		}
		wantOwn(t, s, "own/alpha Mein Blatt", "own/mein-blatt Neu")
		must(t, s.DeleteOwn("own/mein-blatt"))
		wantOwn(t, s, "own/alpha Mein Blatt")
		wantCode(t, "deleting twice", s.DeleteOwn("own/mein-blatt"), materials.CodeNotFound)
		_, err = s.OwnSource("own/mein-blatt")
		wantCode(t, "source of a deleted one", err, materials.CodeNotFound)
		if got, err := s.OwnAttachment("own/alpha", "a.svg"); err != nil || !bytes.Equal(got, picture) {
			t.Errorf("%d bytes, %v", len(got), err)
		}
	})
}

// wantOwn compares ids and titles.
func wantOwn(t *testing.T, s materials.OwnMaterials, want ...string) {
	t.Helper()
	metas, err := s.OwnMetas()
	must(t, err)
	var got []string
	for _, m := range metas {
		got = append(got, string(m.ID)+" "+m.Title)
	}
	if !slices.Equal(got, want) {
		t.Errorf("own materials %q, want %q", got, want)
	}
}
