package worksheet

import "lernkoffer/materials/picture"

// fillColumn is a box with a heading, to write words into.
type fillColumn struct {
	title   string
	article string // whose mark stands before the title, "" for none
	edge    picture.Colour
}

// plainColumns are columns without marks.
func (b *builder) plainColumns(titles []string) []fillColumn {
	out := make([]fillColumn, len(titles))
	for i, title := range titles {
		out[i] = fillColumn{title: title, edge: grey}
	}
	return out
}

// articleColumns have the marks of the articles, and their colours.
func (b *builder) articleColumns(articles []string) []fillColumn {
	out := b.plainColumns(articles)
	for i, article := range articles {
		out[i].article, out[i].edge = article, articleColours[article]
	}
	return out
}

// sortInto has words in a bank and columns to write them into, with as many lines
// as the fullest column needs.
func (b *builder) sortInto(words []string, columns []fillColumn, lines int) []piece {
	bank := b.bank(words)
	if len(bank) > 0 {
		bank[len(bank)-1].hold = true
	}
	return append(bank, space(b.fillColumns(columns, lines), 3)...)
}

// fillColumns sets columns side by side, each with a number of lines.
func (b *builder) fillColumns(columns []fillColumn, lines int) []piece {
	const gutter, pitch = 4.0, 8.5
	width := (b.look.width - gutter*float64(len(columns)-1)) / float64(len(columns))
	head := row{pad: 2}
	for i, column := range columns {
		head.columns = append(head.columns, b.fillTitle(column, float64(i)*(width+gutter), width))
	}
	top := head.piece()
	top.hold = true
	out := []piece{top}
	for range lines {
		out = append(out, piece{height: pitch, draw: func(c *canvas, x, y float64) {
			for i := range columns {
				left := x + float64(i)*(width+gutter)
				c.rule(left+4, y+pitch-2, left+width-4, y+pitch-2, grey, 0.25)
			}
		}})
	}
	frames := &box{draw: func(c *canvas, x, y, h float64) {
		for i, column := range columns {
			c.frame(x+float64(i)*(width+gutter), y, width, h, 2, column.edge, 0.45, nil)
		}
	}}
	return frames.around(append(out, piece{height: 2}))
}

// fillTitle is the head of a column at x mm.
func (b *builder) fillTitle(c fillColumn, x, width float64) column {
	const mark = 3.4
	lines := b.centred(c.title, b.bold(), black, width-6)
	if c.article != "" {
		lines = decorated(lines, func(cv *canvas, x, y, h float64) {
			b.articleMark(cv, c.article, x+1, y+(h-mark)/2, mark)
		})
	}
	return column{x: x + 3, pieces: lines}
}
