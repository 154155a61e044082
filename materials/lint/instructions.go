package lint

import (
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/source"
)

// checkInstructions allows only the closed list of instructions: each is
// translated once into every family language.
func checkInstructions(c *checker) {
	keys := make([]string, len(materials.Instructions))
	for i, in := range materials.Instructions {
		keys[i] = in.Key
	}
	for _, b := range c.Material.Blocks {
		if !b.Options.Has("do") {
			continue
		}
		if _, ok := materials.InstructionFor(b.Options.Get("do")); !ok {
			c.error(b.Line, "do=: %s", source.NotAllowed(b.Options.Get("do"), keys))
		}
		if hint := b.Options.Get("hint"); strings.HasSuffix(hint, "!") {
			c.warn(b.Line, "Eine Anweisung hat kein Ausrufezeichen: %s", hint)
		}
	}
}
