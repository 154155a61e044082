package source

import (
	"slices"

	"lernkoffer/materials"
)

// readBlock reads a segment of the file. What is wrong is reported; the block
// is then as far read as it goes.
func readBlock(s segment, rep *report) materials.Block {
	if !s.fenced {
		return materials.Block{Type: "prose", Body: s.body, Line: s.line, Prose: readProse(s.body, s.first, rep)}
	}
	b := materials.Block{Body: s.body, Line: s.line}
	b.Type, b.Options = readInfo(s.info, s.line, rep)
	spec, ok := materials.SpecFor(b.Type)
	if !ok {
		return b
	}
	switch spec.Form {
	case materials.FormProse:
		b.Prose = readProse(s.body, s.first, rep)
	case materials.FormText:
		b.Rows = readParagraphs(spec, s.body, s.first, rep)
	case materials.FormWords:
		b.Rows = readWordRows(s.body, s.first, rep)
	case materials.FormRows:
		b.Rows = readRows(spec, s.body, s.first, rep)
	}
	checkBlock(spec, b, rep)
	return b
}

func cloneBlocks(blocks []materials.Block) []materials.Block {
	out := make([]materials.Block, len(blocks))
	for i, b := range blocks {
		out[i] = cloneBlock(b)
	}
	return out
}

// cloneBlock copies a block so deeply that no change of one is seen in the other.
func cloneBlock(b materials.Block) materials.Block {
	b.Options = slices.Clone(b.Options)
	b.Rows = slices.Clone(b.Rows)
	for i := range b.Rows {
		r := &b.Rows[i]
		r.Left, r.Right, r.Key = cloneText(r.Left), cloneText(r.Right), cloneText(r.Key)
		r.Cells = slices.Clone(r.Cells)
		for j, cell := range r.Cells {
			r.Cells[j] = cloneText(cell)
		}
	}
	b.Prose = slices.Clone(b.Prose)
	for i := range b.Prose {
		p := &b.Prose[i]
		p.Text = cloneText(p.Text)
		p.Cells = slices.Clone(p.Cells)
		for j, row := range p.Cells {
			p.Cells[j] = slices.Clone(row)
			for k, cell := range row {
				p.Cells[j][k] = cloneText(cell)
			}
		}
	}
	return b
}

func cloneText(t materials.Text) materials.Text {
	t = slices.Clone(t)
	for i := range t {
		t[i].Answers = slices.Clone(t[i].Answers)
	}
	return t
}

// checkBlockIDs reports ids that two blocks of a file share.
func checkBlockIDs(blocks []materials.Block, rep *report) {
	first := map[string]int{}
	for _, b := range blocks {
		id := b.Options.Get("id")
		if id == "" {
			continue
		}
		if line, ok := first[id]; ok {
			rep.add(b.Line, "block-id", "Die Kennung id=%s steht schon in Zeile %d. Jeder Baustein braucht eine eigene.", id, line)
			continue
		}
		first[id] = b.Line
	}
}
