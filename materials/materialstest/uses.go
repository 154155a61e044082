package materialstest

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"lernkoffer/materials"
)

// Uses implements materials.Uses.
func (m *Memory) Uses(id materials.ID) ([]materials.Use, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var uses []materials.Use
	for _, u := range m.uses {
		if id == "" || u.Material == id {
			uses = append(uses, u)
		}
	}
	slices.SortFunc(uses, func(a, b materials.Use) int {
		return cmp.Or(cmp.Compare(b.Day, a.Day), cmp.Compare(b.ID, a.ID))
	})
	return uses, nil
}

// PutUse implements materials.Uses.
func (m *Memory) PutUse(u materials.Use) (materials.Use, error) {
	u, err := u.Checked()
	if err != nil {
		return materials.Use{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if u.ID == "" {
		m.last++
		u.ID = fmt.Sprintf("use-%06d", m.last)
	} else {
		old, ok := m.uses[u.ID]
		if !ok {
			return materials.Use{}, noUse(u.ID)
		}
		u.Material = old.Material
	}
	m.uses[u.ID] = u
	return u, nil
}

// DeleteUse implements materials.Uses.
func (m *Memory) DeleteUse(useID string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.uses[useID]; !ok {
		return noUse(useID)
	}
	delete(m.uses, useID)
	return nil
}

func noUse(id string) error {
	return materials.Errorf(materials.CodeNotFound, "Den Eintrag „%s“ gibt es nicht mehr.", id)
}

// TestUses checks a store of uses; open is as for TestAnnotations.
func TestUses(t *testing.T, open func(t *testing.T, dir string) materials.Uses) {
	dir := t.TempDir()
	s := open(t, dir)
	want := func(id materials.ID, uses ...materials.Use) {
		t.Helper()
		got, err := s.Uses(id)
		must(t, err)
		if !slices.Equal(got, uses) {
			t.Errorf("uses of %q:\ngot  %v\nwant %v", id, got, uses)
		}
	}
	putUse := func(u materials.Use) materials.Use {
		t.Helper()
		stored, err := s.PutUse(u)
		must(t, err)
		return stored
	}
	want("")
	old := putUse(materials.Use{Material: first, Day: "2026-09-14", Class: "  5b,  zweite Stunde "})
	if old.ID == "" || old.Class != "5b, zweite Stunde" {
		t.Errorf("stored: %+v", old)
	}
	late := putUse(materials.Use{Material: first, Day: "2026-11-24"})
	early := putUse(materials.Use{Material: third, Day: "2026-01-07", Class: "Förderkurs"})
	again := putUse(materials.Use{Material: first, Day: "2026-11-24", Class: "IFK 1"})
	want(first, again, late, old)
	want("", again, late, old, early)

	t.Run("a use is changed and stays at its material", func(t *testing.T) {
		late = putUse(materials.Use{ID: late.ID, Material: third, Day: "2026-12-01", Class: "6a"})
		want(first, late, again, old)
	})
	t.Run("what can't be kept changes nothing", func(t *testing.T) {
		for _, tc := range []struct {
			name string
			use  materials.Use
			code materials.Code
		}{
			{"no day", materials.Use{Material: first}, materials.CodeContent},
			{"no such day", materials.Use{Material: first, Day: "2026-02-30"}, materials.CodeContent},
			{"long class", materials.Use{Material: first, Day: "2026-09-14", Class: strings.Repeat("x", materials.MaxClass+1)}, materials.CodeContent},
			{"no text", materials.Use{Material: first, Day: "2026-09-14", Class: "\xff"}, materials.CodeContent},
			{"no id", materials.Use{Material: second, Day: "2026-09-14"}, materials.CodeNotFound},
			{"unknown use", materials.Use{ID: "x", Material: first, Day: "2026-09-14"}, materials.CodeNotFound},
		} {
			_, err := s.PutUse(tc.use)
			wantCode(t, tc.name, err, tc.code)
		}
		wantCode(t, "deleting nothing", s.DeleteUse(""), materials.CodeNotFound)
		want(first, late, again, old)
	})
	t.Run("all survives reopening, and deleting", func(t *testing.T) {
		if closer, ok := s.(io.Closer); ok {
			must(t, closer.Close())
			s = open(t, dir)
		}
		must(t, s.DeleteUse(again.ID))
		wantCode(t, "deleting twice", s.DeleteUse(again.ID), materials.CodeNotFound)
		want(first, late, old)
		newest := putUse(materials.Use{Material: first, Day: late.Day})
		want(first, newest, late, old)
	})
}
