package assets

import "embed"

//go:embed pictograms
var pictograms embed.FS

// Pictograms holds <key>.svg for the instruction keys: what a task asks for.
var Pictograms = root(pictograms, "pictograms")
