package storage

import (
	"cmp"
	"slices"

	"lernkoffer/materials"
	"lernkoffer/materials/source"
)

// Joined is the installed library with a teacher's own materials in it.
type Joined struct {
	*Library
	own materials.OwnMaterials
}

var _ materials.Library = (*Joined)(nil)

// WithOwn joins own materials to a library.
func WithOwn(library *Library, own materials.OwnMaterials) *Joined {
	return &Joined{Library: library, own: own}
}

// Metas implements materials.Library. It gives the library's alone where the own
// store can't be read.
func (j *Joined) Metas() []materials.Meta {
	own, err := j.own.OwnMetas()
	if err != nil || len(own) == 0 {
		return j.Library.Metas()
	}
	all := slices.Concat(j.Library.Metas(), own)
	slices.SortFunc(all, func(a, b materials.Meta) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

// Material implements materials.Library.
func (j *Joined) Material(id materials.ID) (*materials.Material, error) {
	if id.Publisher() != materials.OwnPublisher {
		return j.Library.Material(id)
	}
	text, err := j.own.OwnSource(id)
	if err != nil {
		return nil, err
	}
	doc, err := source.Parse(id.Slug()+".md", text)
	if err != nil {
		return nil, &materials.Error{Code: materials.CodeDamaged, Err: err, Message: "Das eigene Material „" + id.Slug() + "“ ist nicht lesbar. Es bleibt gespeichert."}
	}
	return doc.Material, nil
}

// Source implements materials.Library.
func (j *Joined) Source(id materials.ID) ([]byte, error) {
	if id.Publisher() != materials.OwnPublisher {
		return j.Library.Source(id)
	}
	return j.own.OwnSource(id)
}

// Attachment implements materials.Library.
func (j *Joined) Attachment(id materials.ID, name string) ([]byte, error) {
	if id.Publisher() != materials.OwnPublisher {
		return j.Library.Attachment(id, name)
	}
	return j.own.OwnAttachment(id, name)
}
