package notes

import (
	"context"
	"strings"
	"sync"

	"lernkoffer/app/ui"
	"lernkoffer/materials"
)

// saver puts a note on disk at every change, off the screen's goroutine: one
// write at a time, and of what changes meanwhile only the last.
type saver struct {
	context *ui.Context
	notes   materials.Annotations
	latest  ui.Latest
	text    string // as it stands on the screen
	number  int    // of the text
	dirty   bool   // text is not on disk, and no write of it is under way
	busy    bool
	saved   func(error)

	mu     sync.Mutex // held while writing
	stored materials.Note
	wrote  int // number of the text that was written last
}

func newSaver(c *ui.Context, notes materials.Annotations, n materials.Note, saved func(error)) *saver {
	return &saver{context: c, notes: notes, stored: n, text: n.Text, saved: saved}
}

// change saves another text.
func (s *saver) change(text string) {
	s.text, s.dirty = text, true
	s.number++
	s.context.Saved(ui.Saving)
	s.next()
}

func (s *saver) next() {
	if s.busy || !s.dirty || !worthSaving(s.text) {
		return
	}
	s.busy, s.dirty = true, false
	text, number := s.text, s.number
	ui.Load(s.context, &s.latest, func(context.Context) (struct{}, error) {
		return struct{}{}, s.put(text, number)
	}, func(_ struct{}, err error) {
		s.busy = false
		if err != nil {
			s.dirty = true // until the next change or the end
			s.saved(err)
			return
		}
		if s.dirty {
			s.next()
		}
		if !s.busy {
			s.saved(nil)
		}
	})
}

// put writes a text, unless a later one has been written. The first one makes the
// note.
func (s *saver) put(text string, number int) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if number < s.wrote {
		return nil
	}
	s.wrote = number
	if text == s.stored.Text && s.stored.ID != "" {
		return nil
	}
	n := s.stored
	n.Text = text
	stored, err := s.notes.PutNote(n)
	if err == nil {
		s.stored = stored
	}
	return err
}

// flush writes what is not on disk yet, and waits for it. A note that was emptied
// is deleted. It returns the note as it is on disk, and whether it is there.
func (s *saver) flush() (n materials.Note, kept bool, err error) {
	if worthSaving(s.text) {
		err = s.put(s.text, s.number)
		s.dirty = err != nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if !worthSaving(s.text) {
		s.wrote = s.number
		if s.stored.ID == "" {
			return s.stored, false, nil
		}
		err = s.notes.DeleteNote(s.stored.ID)
		return s.stored, err != nil, err
	}
	return s.stored, s.stored.ID != "", err
}

// worthSaving reports whether a text is a note at all.
func worthSaving(text string) bool { return strings.TrimSpace(text) != "" }
