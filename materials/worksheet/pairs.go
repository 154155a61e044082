package worksheet

import (
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/page"
	"lernkoffer/materials/typeset"
)

// plural asks for the plural of each word.
func plural(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	words, err := b.wordsOf(blk)
	if err != nil {
		return part{}, err
	}
	ex, err := exercise.NewPlural(words, o)
	if err != nil {
		return part{}, err
	}
	var items [][2]string
	for _, item := range ex.Items {
		items = append(items, [2]string{item.Word.WithArticle(), "die " + item.Plural})
	}
	return b.pairsToWrite(items, blk.Options.Has("example")), nil
}

// pairsToWrite is a list in two columns: what is given, a line for what is asked.
func (b *builder) pairsToWrite(items [][2]string, example bool) part {
	const columns = 2
	width := b.look.width / columns
	var out part
	for start := 0; start < len(items); start += columns {
		var cells []column
		for i, item := range items[start:min(start+columns, len(items))] {
			p := &para{opts: typeset.Options{Width: width - 6}}
			p.add(item[0]+" – ", b.style(), black)
			if example && start+i == 0 {
				p.add(item[1], b.style(), answer)
			} else {
				p.blank(b.style(), max(30, width-8-b.width(item[0]+" – ", b.style())))
			}
			cells = append(cells, column{x: float64(i) * width, pieces: b.pieces(p), role: page.RoleItem})
		}
		row := beside(cells)
		row.before = 3.5
		out.pupil = append(out.pupil, row)
	}
	out.pupil = inside(out.pupil, &tag{role: page.RoleList})
	var key []string
	for _, item := range items {
		key = append(key, item[0]+" – "+item[1])
	}
	out.key = b.keyLine(strings.Join(key, "; "))
	return out
}
