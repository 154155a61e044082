package materialstest

import (
	"bytes"
	"reflect"
	"slices"
	"sync"
	"testing"

	"lernkoffer/materials"
)

// TestLibrary checks a library that open makes of a fixture.
func TestLibrary(t *testing.T, open func(t *testing.T, f Fixture) materials.Library) {
	f := NewFixture()
	l := open(t, f)

	t.Run("metas are complete and sorted", func(t *testing.T) {
		var want []materials.Meta
		for _, m := range f.Materials {
			want = append(want, m.Meta)
		}
		if got := l.Metas(); !reflect.DeepEqual(got, want) {
			t.Errorf("metas:\ngot  %+v\nwant %+v", got, want)
		}
	})
	t.Run("a material is whole", func(t *testing.T) {
		for _, want := range f.Materials {
			got, err := l.Material(want.ID)
			must(t, err)
			if !reflect.DeepEqual(got.Meta, want.Meta) || len(got.Blocks) != len(want.Blocks) {
				t.Errorf("material %s: %+v", want.ID, got)
			}
		}
	})
	t.Run("the source is that of the author", func(t *testing.T) {
		for id, want := range f.Sources {
			got, err := l.Source(id)
			must(t, err)
			if !bytes.Equal(got, want) {
				t.Errorf("source of %s:\n%s", id, got)
			}
			clear(got)
			if again, err := l.Source(id); err != nil || !bytes.Equal(again, want) {
				t.Errorf("source of %s, read again: %q, %v", id, again, err)
			}
		}
	})
	t.Run("an unknown material is an error", func(t *testing.T) {
		for _, id := range []materials.ID{"lernkoffer/gibt-es-nicht", "", "\x00", "Äpfel", "lernkoffer/"} {
			_, err := l.Material(id)
			wantCode(t, "material", err, materials.CodeNotFound)
			_, err = l.Source(id)
			wantCode(t, "source", err, materials.CodeNotFound)
			_, err = l.Attachment(id, "bild.svg")
			wantCode(t, "attachment", err, materials.CodeNotFound)
		}
		for _, name := range []string{"gibt-es-nicht.svg", "", "..", "../../x", "/etc/passwd"} {
			_, err := l.Attachment(f.Materials[0].ID, name)
			wantCode(t, "attachment "+name, err, materials.CodeNotFound)
		}
	})
	t.Run("words keep their order and glosses", func(t *testing.T) {
		if got := l.Words().All(); !reflect.DeepEqual(got, f.Words) {
			t.Errorf("words:\ngot  %+v\nwant %+v", got, f.Words)
		}
		if w, ok := l.Words().ByID("tisch"); !ok || w.WithArticle() != "der Tisch" {
			t.Errorf("tisch = %+v, %v", w, ok)
		}
	})
	t.Run("the status counts", func(t *testing.T) {
		s := l.Status()
		if s.Generation < 1 || s.Materials != len(f.Materials) || s.Words != len(f.Words) || s.Date != "2026-11-02" {
			t.Errorf("status: %+v", s)
		}
		if !slices.Equal(s.Publishers, []string{"bochum", "lernkoffer"}) || len(s.Packs) != 2 {
			t.Errorf("status: %+v", s)
		}
	})
	t.Run("many read at once", func(t *testing.T) {
		var readers sync.WaitGroup
		for range 8 {
			readers.Go(func() {
				for _, m := range l.Metas() {
					if _, err := l.Material(m.ID); err != nil {
						t.Error(err)
					}
				}
				l.Words().Len()
			})
		}
		readers.Wait()
	})
}
