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
		if do := b.Options.Get("do"); b.Options.Has("do") {
			if _, ok := materials.InstructionFor(do); !ok {
				c.error(b.Line, "do=: %s", source.NotAllowed(do, keys))
			}
		}
		if hint := b.Options.Get("hint"); strings.HasSuffix(hint, "!") {
			c.warn(b.Line, "Eine Anweisung hat kein Ausrufezeichen: %s", hint)
		}
	}
}
