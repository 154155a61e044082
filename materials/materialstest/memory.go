package materialstest

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"lernkoffer/materials"
)

// Memory keeps annotations, settings and own materials until the test ends.
type Memory struct {
	// Now is asked for the time of changes; a fixed time if nil.
	Now func() time.Time

	mu       sync.Mutex
	last     int
	notes    map[string]materials.Note
	marked   map[materials.ID]materials.Marked
	settings map[string]string
	own      map[materials.ID]ownMaterial
	visits   []materials.Visit // newest first
	uses     map[string]materials.Use
}

// ownMaterial is an own material in memory.
type ownMaterial struct {
	meta  materials.Meta
	text  []byte
	files map[string][]byte
}

var (
	_ materials.OwnMaterials = (*Memory)(nil)
	_ materials.Annotations  = (*Memory)(nil)
	_ materials.Settings     = (*Memory)(nil)
	_ materials.Uses         = (*Memory)(nil)
)

// NewMemory returns an empty store.
func NewMemory() *Memory {
	return &Memory{
		notes:    make(map[string]materials.Note),
		marked:   make(map[materials.ID]materials.Marked),
		settings: make(map[string]string),
		own:      make(map[materials.ID]ownMaterial),
		uses:     make(map[string]materials.Use),
	}
}

func (m *Memory) now() time.Time {
	if m.Now == nil {
		return time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC)
	}
	return m.Now().UTC().Round(0)
}

// Notes implements materials.Annotations.
func (m *Memory) Notes(id materials.ID) ([]materials.Note, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var notes []materials.Note
	for _, n := range m.notes {
		if id == "" || n.Material == id {
			notes = append(notes, n)
		}
	}
	slices.SortFunc(notes, func(a, b materials.Note) int { return cmp.Compare(a.ID, b.ID) })
	return notes, nil
}

// PutNote implements materials.Annotations.
func (m *Memory) PutNote(n materials.Note) (materials.Note, error) {
	n, err := n.Checked()
	if err != nil {
		return materials.Note{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	n.Changed = m.now()
	if n.ID == "" {
		m.last++
		n.ID, n.Created = fmt.Sprintf("note-%06d", m.last), n.Changed
	} else {
		old, ok := m.notes[n.ID]
		if !ok {
			return materials.Note{}, noNote(n.ID)
		}
		n.Material, n.Created = old.Material, old.Created
	}
	m.notes[n.ID] = n
	return n, nil
}

// DeleteNote implements materials.Annotations.
func (m *Memory) DeleteNote(noteID string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.notes[noteID]; !ok {
		return noNote(noteID)
	}
	delete(m.notes, noteID)
	return nil
}

// Marked implements materials.Annotations.
func (m *Memory) Marked() (map[materials.ID]materials.Marked, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	out := maps.Clone(m.marked)
	for id, mark := range out {
		mark.Tags = slices.Clone(mark.Tags)
		out[id] = mark
	}
	return out, nil
}

// SetFavourite implements materials.Annotations.
func (m *Memory) SetFavourite(id materials.ID, on bool) error {
	if err := id.Check(); err != nil {
		return err
	}
	m.mark(id, func(mark *materials.Marked) {
		switch {
		case !on:
			mark.Favourite, mark.Since = false, time.Time{}
		case !mark.Favourite:
			mark.Favourite, mark.Since = true, m.now()
		}
	})
	return nil
}

// SetTags implements materials.Annotations.
func (m *Memory) SetTags(id materials.ID, tags []string) error {
	if err := id.Check(); err != nil {
		return err
	}
	tags, err := materials.CheckedTags(tags)
	if err != nil {
		return err
	}
	m.mark(id, func(mark *materials.Marked) { mark.Tags = tags })
	return nil
}

func (m *Memory) mark(id materials.ID, change func(*materials.Marked)) {
	m.mu.Lock()
	defer m.mu.Unlock()
	mark := m.marked[id]
	change(&mark)
	if !mark.Favourite && len(mark.Tags) == 0 {
		delete(m.marked, id)
		return
	}
	m.marked[id] = mark
}

// Setting implements materials.Settings.
func (m *Memory) Setting(key string) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.settings[key], nil
}

// SetSetting implements materials.Settings.
func (m *Memory) SetSetting(key, value string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.settings[key] = value
	return nil
}

func noNote(id string) error {
	return materials.Errorf(materials.CodeNotFound, "Die Notiz „%s“ gibt es nicht mehr.", id)
}
