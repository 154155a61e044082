package app

import (
	_ "embed"

	"lernkoffer/materials"
	"lernkoffer/materials/source"
)

//go:embed specimen.md
var specimen []byte

// Specimen is a material that shows once each what the engine can set.
func Specimen() (*materials.Material, error) {
	doc, err := source.Parse("specimen.md", specimen)
	if err != nil {
		return nil, err
	}
	return doc.Material, nil
}
