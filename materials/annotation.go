package materials

import "time"

// Note is what a teacher wrote to a material. Anchor is empty for a note on the
// whole material. Notes are keyed by the material's id, so they survive updates.
type Note struct {
	ID       string    `json:"id"`
	Material ID        `json:"material"`
	Text     string    `json:"text"` // Markdown, at most MaxNote bytes
	Anchor   Anchor    `json:"anchor,omitzero"`
	Created  time.Time `json:"created"`
	Changed  time.Time `json:"changed"`
}

// MaxNote is the length of a note in bytes (facts: long texts slow an Entry down).
const MaxNote = 4096

// Anchor ties a note to a passage by its words, with what stands around them.
type Anchor struct {
	Before string `json:"before,omitempty"`
	Quote  string `json:"quote,omitempty"`
	After  string `json:"after,omitempty"`
}

// Marked is what a teacher keeps of a material beside notes.
type Marked struct {
	Favourite bool      `json:"favourite,omitempty"`
	Since     time.Time `json:"since,omitzero"` // of the favourite
	Tags      []string  `json:"tags,omitempty"`
}

// Annotations is the store of a teacher's own remarks. Every change is on disk
// when the call returns. Reading an unknown material gives nothing and no error.
// Writing fails with CodeBusy where the store is not writable, CodeDiskFull where
// no room is left, CodeContent where a text is empty or too long; then nothing
// has changed.
type Annotations interface {
	// Notes returns the notes on a material, oldest first; all notes for "".
	Notes(id ID) ([]Note, error)
	// PutNote stores a note: a new one where ID is empty. It returns it as stored.
	PutNote(n Note) (Note, error)
	// DeleteNote removes a note; CodeNotFound if there is none.
	DeleteNote(noteID string) error
	// Marked returns favourite and tags of every material that has any.
	Marked() (map[ID]Marked, error)
	SetFavourite(id ID, on bool) error
	// SetTags replaces the tags of a material; they are trimmed and sorted.
	SetTags(id ID, tags []string) error
}

// Settings keeps small values by key, for the window.
type Settings interface {
	Setting(key string) (string, error) // "" if it was never set
	SetSetting(key, value string) error
}
