package materials

import "time"

// Visit is a material that a teacher looked at, and when that was last.
type Visit struct {
	Material ID        `json:"material"`
	When     time.Time `json:"when"`
}

// MaxHistory is how many materials a History remembers.
const MaxHistory = 60

// History is the store of what a teacher looked at. Writing fails as in
// Annotations, with CodeNotFound where the id can't be one.
type History interface {
	// History returns the materials looked at, newest first and each once, at most
	// MaxHistory of them.
	History() ([]Visit, error)
	// Visited keeps that a material is looked at now; the oldest one is forgotten
	// where the history is full.
	Visited(id ID) error
}
