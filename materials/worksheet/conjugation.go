package worksheet

import (
	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
)

// mostVerbs is how many verbs have room beside each other in a table.
const mostVerbs = 4

// conjugation is a table of persons and verbs to fill in; more verbs than have room
// beside each other get a further table.
func conjugation(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	verbs, err := b.wordsOf(blk)
	if err != nil {
		return part{}, err
	}
	ex, err := exercise.NewConjugation(verbs, o)
	if err != nil {
		return part{}, err
	}
	var out part
	n := len(ex.Verbs)
	tables := (n + mostVerbs - 1) / mostVerbs
	for i := range tables {
		table := b.verbTable(ex, i*n/tables, (i+1)*n/tables, blk.Options.Has("example"))
		if i > 0 {
			table = space(table, 4)
		}
		out.pupil = append(out.pupil, table...)
	}
	for i, w := range ex.Verbs {
		var forms []string
		for k, person := range ex.Persons {
			forms = append(forms, person+" "+ex.Table[k][i])
		}
		out.key = append(out.key, space(b.keyLine(w.Lemma+": "+commaList(forms)), 1)...)
	}
	return out, nil
}

// verbTable is the table of the verbs from one to another; the first verb of all may
// be solved as an example.
func (b *builder) verbTable(ex *exercise.Conjugation, from, to int, example bool) []piece {
	first := 0.0
	for _, person := range ex.Persons {
		first = max(first, b.width(person, b.style())+2*cellPad+2)
	}
	width := (b.look.width - first) / float64(to-from)
	widths := []float64{first}
	head := [][]piece{nil}
	for _, w := range ex.Verbs[from:to] {
		widths = append(widths, width)
		head = append(head, b.line(w.Lemma, b.bold(), black, width-2*cellPad))
	}
	out := []piece{gridRow(widths, head, true)}
	for k, person := range ex.Persons {
		cells := make([][]piece, len(widths))
		cells[0] = append(b.line(person, b.style(), black, first-2*cellPad), piece{height: 2})
		if example && from == 0 {
			cells[1] = b.line(ex.Table[k][0], b.style(), answer, width-2*cellPad)
		}
		out = append(out, gridRow(widths, cells, false))
	}
	return holdAll(grid(out))
}
