package worksheet

import (
	"fmt"

	"lernkoffer/materials"
	"lernkoffer/materials/page"
	"lernkoffer/materials/typeset"
)

// Solutions are short lines: they stand in columns of this width in mm.
const (
	keyColumns = 2
	keyGap     = 8.0
	keyWidth   = (bodyWidth - keyGap) / keyColumns
)

// answers is the solution of a task.
type answers struct {
	number int // 0 for none
	label  string
	pieces []piece
}

// solutionChunks puts number and type above each solution; role is what these
// heads are read as.
func (b *builder) solutionChunks(role page.Role) []chunk {
	out := make([]chunk, len(b.solution))
	for i, a := range b.solution {
		text := a.label
		if a.number > 0 {
			text = fmt.Sprintf("%d  %s", a.number, a.label)
		}
		p := &para{opts: typeset.Options{Width: keyWidth}, role: role}
		style := b.keyStyle()
		style.Bold = true
		head := b.pieces(p.add(text, style, black))
		for k := range head {
			head[k].hold = true
		}
		out[i] = chunk{pieces: space(append(head, space(a.pieces, 1)...), 4)}
	}
	return out
}

func (b *builder) keyStyle() typeset.Style { return typeset.Style{Size: 10, Language: "de"} }

// keyLine is a line of the solution sheet.
func (b *builder) keyLine(text string) []piece {
	return b.line(text, b.keyStyle(), black, keyWidth)
}

// withReason adds to a line of the key what speaks for it.
func withReason(line string, reason materials.Text) string {
	if text := reason.String(); text != "" {
		return line + " – " + text
	}
	return line
}
