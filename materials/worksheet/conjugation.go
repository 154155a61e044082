package worksheet

import (
	"slices"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
)

// conjugation is a table of persons and verbs to fill in; more verbs than have room
// beside each other get a further table.
func conjugation(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	const verbs = 4
	persons := blk.Options.List("persons")
	if len(persons) == 0 {
		persons = []string{"ich", "du", "er/sie/es", "wir", "ihr", "sie/Sie"}
	}
	var out part
	for rows := range slices.Chunk(blk.Rows, verbs) {
		out.pupil = append(out.pupil, space(b.verbTable(persons, rows), 4)...)
	}
	return out, nil
}

func (b *builder) verbTable(persons []string, verbs []materials.Row) []piece {
	const first = 26.0
	widths := []float64{first}
	head := [][]piece{nil}
	for _, row := range verbs {
		w := (b.look.width - first) / float64(len(verbs))
		widths = append(widths, w)
		head = append(head, b.line(row.Left.String(), b.bold(), black, w-2*cellPad))
	}
	out := []piece{gridRow(widths, head, true)}
	for _, person := range persons {
		cells := make([][]piece, len(widths))
		cells[0] = append(b.line(person, b.style(), black, first-2), piece{height: 2})
		out = append(out, gridRow(widths, cells, false))
	}
	return holdAll(grid(out))
}
