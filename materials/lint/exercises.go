package lint

import (
	"slices"
	"strconv"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
)

// checkExercises makes every exercise, for both groups: what is ambiguous or too
// small is refused here as it would be on the day that a teacher prints it.
func checkExercises(c *checker) {
	for i, b := range c.Material.Blocks {
		if !exercise.Makes(b.Type) || c.faulty(i) || c.Words.Len() == 0 && needsWords(b) {
			continue
		}
		for _, group := range []string{"A", "B"} {
			if _, err := exercise.FromBlock(b, c.Words, exercise.Options{Seed: 1, Group: group}); err != nil {
				c.error(b.Line, "%s", materials.ErrorMessage(err))
				break
			}
		}
	}
}

// needsWords reports whether the word table is looked up for a block.
func needsWords(b materials.Block) bool {
	_, err := strconv.Atoi(b.Options.Get("distractors"))
	return isWordBlock(b) || slices.Contains([]string{"picture-sentences", "crossword", "conjugation"}, b.Type) || err == nil
}

// faulty reports whether a block has an error already: making it would tell the
// same again.
func (c *checker) faulty(i int) bool {
	from, to := c.Material.Blocks[i].Line, 1<<30
	if i+1 < len(c.Material.Blocks) {
		to = c.Material.Blocks[i+1].Line
	}
	return slices.ContainsFunc(c.findings, func(f materials.Finding) bool {
		return f.Severity == materials.SeverityError && f.Line >= from && f.Line < to
	})
}
