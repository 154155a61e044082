package worksheet

import (
	"slices"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/page"
	"lernkoffer/materials/picture"
	"lernkoffer/materials/typeset"
)

// The article colours (der blue, die red, das green) and the shapes that say the
// same on a black-and-white copy.
var articleColours = map[string]picture.Colour{
	"der": {R: 0x1F, G: 0x5F, B: 0xBF}, "die": {R: 0xC6, G: 0x28, B: 0x28}, "das": {R: 0x2E, G: 0x7D, B: 0x32},
}

// articleMark draws the shape of an article in a square of the given size: der
// square, die circle, das triangle.
func (b *builder) articleMark(c *canvas, article string, x, y, size float64) {
	colour := articleColours[article]
	if b.o.Grey {
		colour = black
	}
	var path picture.Path
	switch article {
	case "der":
		path = roundRect(x, y, size, size, 0.2)
	case "die":
		path = circle(x+size/2, y+size/2, size/2)
	case "das":
		path = picture.Path{
			{Op: picture.MoveTo, Points: point(x+size/2, y)},
			{Op: picture.LineTo, Points: point(x+size, y+size)},
			{Op: picture.LineTo, Points: point(x, y+size)},
			{Op: picture.Close},
		}
	default:
		return
	}
	c.artifact(fill(path, colour))
}

// figure draws a picture with its alternative text.
func (b *builder) figure(c *canvas, x, y, w, h float64, pic *picture.Picture, alt string) {
	if pic == nil {
		return
	}
	c.add(page.Begin{Role: page.RoleFigure, Alt: alt},
		page.Picture{X: x, Y: y, W: w, H: h, Picture: pic, Grey: b.o.Grey, Alt: alt}, page.End{})
}

// wordCards shows words to learn: cards with pictures, or columns of words.
func wordCards(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	words, err := b.wordsOf(blk)
	if err != nil {
		return part{}, err
	}
	pictured := blk.Options.Has("picture")
	columns, before := 3, 1.2
	if pictured {
		columns, before = 4, 3
	}
	columns = min(max(blk.Options.Int("columns", columns), 1), 6)
	width := b.look.width / float64(columns)
	var out []piece
	for line := range slices.Chunk(words, columns) {
		var cells []column
		for i, w := range line {
			cells = append(cells, column{
				x: float64(i) * width, pieces: b.wordCard(w, blk.Options, pictured, width-3), role: page.RoleItem,
			})
		}
		row := beside(cells)
		if len(out) > 0 {
			row.before = before
		}
		out = append(out, row)
	}
	return part{pupil: inside(out, &tag{role: page.RoleList})}, nil
}

// wordCard is one word: picture above, article mark, word, plural.
func (b *builder) wordCard(w materials.Word, o materials.Options, pictured bool, width float64) []piece {
	style := b.style()
	style.Family = b.o.Script
	text := w.Lemma
	if o.Has("article") {
		text = w.WithArticle()
	}
	mark := 0.0
	if o.Has("article") && articleColours[w.Article] != (picture.Colour{}) {
		mark = 4.2
	}
	p := &para{opts: typeset.Options{Width: width - mark}}
	lines := indent(b.pieces(p.add(text, style, black)), mark)
	if mark > 0 {
		lines = decorated(lines, func(c *canvas, x, y, h float64) {
			b.articleMark(c, w.Article, x, y+h*0.36, 2.6)
		})
	}
	if o.Has("plural") && w.Plural != "" {
		lines = append(lines, indent(b.line("die "+w.Plural, b.small(), grey, width-mark), mark)...)
	}
	if !pictured {
		return lines
	}
	return append([]piece{b.wordFigure(w, width, 1.3*b.look.body)}, space(lines, 1)...)
}

// wordFigure is a word's picture, or an empty room where it has none.
func (b *builder) wordFigure(w materials.Word, width, size float64) piece {
	if w.Picture == "" {
		return piece{height: size}
	}
	pic, ok := b.picture(w.Picture, !b.o.Grey)
	if !ok {
		return piece{height: size}
	}
	return piece{height: size, draw: func(c *canvas, x, y float64) { b.figure(c, x+(min(width, 2*size)-size)/2, y, size, size, pic, w.Lemma) }}
}
