package source

import "lernkoffer/materials"

// rebuild makes a body of a block's rows or prose.
func rebuild(b materials.Block) string { return "" }
