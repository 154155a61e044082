package materials

// OwnPublisher is the publisher of a teacher's own materials. Packs never have it.
const OwnPublisher = "own"

// OwnMaterials is the store of materials that a teacher wrote or imported. Their
// ids begin with "own/", so that they never stand in the place of a publisher's.
type OwnMaterials interface {
	// OwnMetas returns the own materials by id.
	OwnMetas() ([]Meta, error)
	// OwnSource returns the Markdown of an own material; CodeNotFound if there is none.
	OwnSource(id ID) ([]byte, error)
	// OwnAttachment returns a file that was stored with an own material;
	// CodeNotFound if there is none.
	OwnAttachment(id ID, name string) ([]byte, error)
	// PutOwn stores Markdown and the files it names under "own/<slug>" and returns
	// that id; what was there is replaced. It returns a *ContentError where the
	// Markdown can't be read.
	PutOwn(slug string, source []byte, files map[string][]byte) (ID, error)
	// DeleteOwn removes an own material with its files; CodeNotFound if there is none.
	DeleteOwn(id ID) error
}
