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

// articleColumns have the marks of the articles, and their colours if there are any.
func (b *builder) articleColumns(articles []string) []fillColumn {
	out := b.plainColumns(articles)
	for i, article := range articles {
		out[i].article = article
		if !b.o.Grey {
			out[i].edge = articleColours[article]
		}
	}
	return out
}

// fillColumns sets columns side by side, each with as many lines as the fullest needs.
func (b *builder) fillColumns(columns []fillColumn, lines int) piece {
	const gutter, pitch, mark = 4.0, 8.5, 3.4
	width := (b.look.width - gutter*float64(len(columns)-1)) / float64(len(columns))
	titles := make([][]piece, len(columns))
	head := 0.0
	for i, c := range columns {
		titles[i] = b.centred(c.title, b.bold(), black, width-6)
		head = max(head, chunk{pieces: titles[i]}.height())
	}
	height := head + 3 + float64(lines)*pitch + 3
	return piece{height: height, draw: func(c *canvas, x, y float64) {
		for i, column := range columns {
			left := x + float64(i)*(width+gutter)
			c.frame(left, y, width, height, 2, column.edge, 0.45, nil)
			if column.article != "" {
				b.articleMark(c, column.article, left+4, y+2+(head-mark)/2, mark)
			}
			drawStack(c, titles[i], left+3, y+2)
			for n := range lines {
				level := y + head + 3 + float64(n+1)*pitch - 1
				c.rule(left+4, level, left+width-4, level, grey, 0.25)
			}
		}
	}}
}
