package assets

import (
	"embed"
	"io/fs"
)

//go:embed fonts
var fonts embed.FS

//go:embed words/*.csv
var words embed.FS

//go:embed pictures
var pictures embed.FS

//go:embed library
var library embed.FS

// The embedded trees, each with its folder as root.
var (
	// Fonts holds the TTF files, their licence texts and CREDITS.csv.
	Fonts = root(fonts, "fonts")
	// Words holds words.csv, gloss-<language>.csv and the exceptions of the oracle.
	Words = root(words, "words")
	// Pictures holds openmoji.zip, own/{black,color}/<name>.svg and pictures.csv,
	// the list of all that may be shown.
	Pictures = root(pictures, "pictures")
	// Library holds the sources of the bundled packs, a folder each.
	Library = root(library, "library")
)

// root returns the tree below dir, which the embed directives put there.
func root(files embed.FS, dir string) fs.FS {
	sub, err := fs.Sub(files, dir)
	if err != nil {
		panic(err) // only an invalid constant gets here
	}
	return sub
}
