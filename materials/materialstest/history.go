package materialstest

import (
	"cmp"
	"fmt"
	"slices"
	"testing"
	"time"

	"lernkoffer/materials"
)

var _ materials.History = (*Memory)(nil)

// History implements materials.History.
func (m *Memory) History() ([]materials.Visit, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.visits), nil
}

// Visited implements materials.History.
func (m *Memory) Visited(id materials.ID) error {
	if err := id.Check(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.visits = slices.DeleteFunc(m.visits, func(v materials.Visit) bool { return v.Material == id })
	m.visits = slices.Insert(m.visits, 0, materials.Visit{Material: id, When: m.now()})
	slices.SortStableFunc(m.visits, func(a, b materials.Visit) int { return cmp.Compare(b.When.UnixMilli(), a.When.UnixMilli()) })
	m.visits = m.visits[:min(len(m.visits), materials.MaxHistory)]
	return nil
}

// OpenHistory opens a store that keeps its state in the folder dir and asks now
// for the time. A store that is opened again after Close, where it has one, holds
// what it held.
type OpenHistory func(t *testing.T, dir string, now func() time.Time) materials.History

// TestHistory checks a store of what was looked at.
func TestHistory(t *testing.T, open OpenHistory) {
	dir := t.TempDir()
	at := time.Date(2026, 11, 20, 7, 40, 0, 0, time.UTC)
	now := func() time.Time { return at }
	h := open(t, dir, now)
	want := func(what string, ids ...materials.ID) {
		t.Helper()
		visits, err := h.History()
		must(t, err)
		var got []materials.ID
		for _, v := range visits {
			got = append(got, v.Material)
		}
		if !slices.Equal(got, ids) {
			t.Errorf("%s: history %q, want %q", what, got, ids)
		}
	}
	visit := func(id materials.ID) {
		t.Helper()
		at = at.Add(time.Minute)
		must(t, h.Visited(id))
	}

	want("at first")
	visit(first)
	visit(third)
	want("two", third, first)
	visit(first)
	want("the first again", first, third)
	visits, err := h.History()
	must(t, err)
	if !visits[0].When.Equal(at) {
		t.Errorf("looked at %v, want %v", visits[0].When, at)
	}
	wantCode(t, "no id", h.Visited(second), materials.CodeNotFound)

	if closer, ok := h.(interface{ Close() error }); ok {
		must(t, closer.Close())
		h = open(t, dir, now)
		want("after reopening", first, third)
	}
	var newest []materials.ID
	for i := range materials.MaxHistory {
		id := materials.ID(fmt.Sprintf("bochum/blatt-%d", i))
		visit(id)
		newest = slices.Insert(newest, 0, id)
	}
	want("when full", newest...)
}
