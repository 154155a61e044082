package worksheet

import (
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/typeset"
)

// roleCards are cut out: two cards side by side for each situation.
func roleCards(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	const gutter = 0.0
	width := (b.look.width - gutter) / 2
	var out []piece
	for start := 0; start < len(blk.Rows); {
		end := start + 1
		for end < len(blk.Rows) && blk.Rows[end].Group == blk.Rows[start].Group {
			end++
		}
		var cells [][]piece
		for _, row := range blk.Rows[start:end] {
			card := b.line(row.Speaker, b.bold(), black, width-12)
			p := &para{opts: typeset.Options{Width: width - 12}}
			cells = append(cells, append(card, b.pieces(b.text(p, row.Left, b.style(), nil, true))...))
		}
		for i := 0; i < len(cells); i += 2 {
			row := cutRow(cells[i:min(i+2, len(cells))], width)
			out = append(out, row)
		}
		start = end
	}
	return part{pupil: out}, nil
}

// cutRow draws cards with a dashed frame to cut along.
func cutRow(cells [][]piece, width float64) piece {
	const pad = 5.0
	var columns []column
	for i, cell := range cells {
		columns = append(columns, column{x: float64(i)*width + pad, pieces: cell})
	}
	body := beside(columns)
	h := body.height + 2*pad
	return piece{height: h, draw: func(c *canvas, x, y float64) {
		for i := range cells {
			c.artifact(stroke(roundRect(x+float64(i)*width, y, width, h, 0), grey, 0.25, 2, 1.6))
		}
		body.draw(c, x, y+pad)
	}}
}

// substitution has a sentence with a part to exchange and what may stand there.
func substitution(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	var models []piece
	var words []string
	for _, row := range blk.Rows {
		if !hasSlot(row.Left) {
			words = append(words, row.Left.String())
			continue
		}
		p := &para{opts: typeset.Options{Width: b.look.width}}
		for _, span := range row.Left {
			style := b.style()
			style.Size += 1
			style.Bold = span.Kind == materials.SpanSlot
			p.add(span.Text, style, black)
		}
		models = append(models, space(b.pieces(p), 1)...)
	}
	if len(words) > 0 {
		box := b.bank(words)
		box.before = 2.5
		models = append(models, box)
	}
	return part{pupil: holdAll(models)}, nil
}

func hasSlot(t materials.Text) bool {
	for _, span := range t {
		if span.Kind == materials.SpanSlot {
			return true
		}
	}
	return false
}

// askAnswer lists questions for two.
func askAnswer(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	var out []piece
	for i, row := range blk.Rows {
		p := &para{opts: typeset.Options{Width: b.look.width - b.hangWidth()}}
		out = append(out, space(b.numberedItem(i+1, b.pieces(b.text(p, row.Left, b.style(), nil, true))), 1.5)...)
	}
	return part{pupil: out}, nil
}

// memory makes a pair of cards of each word: its picture (or syllables) and itself.
func memory(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	words, err := b.wordsOf(blk)
	if err != nil {
		return part{}, err
	}
	var cards []piece
	for _, w := range words {
		cards = append(cards, b.pictureCard(w), b.textCard(w.WithArticle()))
	}
	return part{pupil: b.cardGrid(cards, 4)}, nil
}

const cardHeight = 38.0

func (b *builder) pictureCard(w materials.Word) piece {
	width := b.look.width / 4
	if w.Picture == "" {
		return b.textCard(strings.Join(w.Syllables, " · "))
	}
	return b.wordFigure(w, width, cardHeight-14)
}

func (b *builder) textCard(text string) piece {
	return joined(b.centred(text, b.bold(), black, b.look.width/4-6))
}

// cardGrid sets cards of equal size with lines to cut along.
func (b *builder) cardGrid(cards []piece, n int) []piece {
	width := b.look.width / float64(n)
	var out []piece
	for start := 0; start < len(cards); start += n {
		row := cards[start:min(start+n, len(cards))]
		out = append(out, piece{height: cardHeight, draw: func(c *canvas, x, y float64) {
			for i, card := range row {
				left := x + float64(i)*width
				c.artifact(stroke(roundRect(left, y, width, cardHeight, 0), grey, 0.25, 2, 1.6))
				card.draw(c, left+3, y+(cardHeight-card.height)/2)
			}
		}})
	}
	return out
}

// bingo prints boards to cut out; the calls stand on the solution sheet.
func bingo(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	ex, err := exercise.NewBingo(blk.Rows, o)
	if err != nil {
		return part{}, err
	}
	var out part
	for start := 0; start < len(ex.Boards); start += 2 {
		out.pupil = append(out.pupil, b.boards(ex.Boards[start:min(start+2, len(ex.Boards))]))
	}
	out.key = b.keyLine("Ausrufen: " + commaList(ex.Calls))
	return out, nil
}

// boards sets up to two boards side by side.
func (b *builder) boards(boards [][][]string) piece {
	width := b.look.width/2 - 4
	side := width / float64(len(boards[0]))
	high := min(side, 22)
	h := high * float64(len(boards[0]))
	return piece{height: h, before: 6, draw: func(c *canvas, x, y float64) {
		for i, board := range boards {
			left := x + float64(i)*(width+8)
			for r, row := range board {
				for k, cell := range row {
					cx, cy := left+float64(k)*side, y+float64(r)*high
					c.artifact(stroke(roundRect(cx, cy, side, high, 0), black, 0.3))
					text := b.centred(cell, b.style(), black, side-2)
					drawStack(c, text, cx+1, cy+(high-chunk{pieces: text}.height())/2)
				}
			}
		}
	}}
}

// domino prints tiles to cut out, two a row.
func domino(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	ex, err := exercise.NewDomino(blk.Rows, o)
	if err != nil {
		return part{}, err
	}
	const height, half = 24.0, 0.5
	width := b.look.width / 2
	cell := func(text string) []piece { return b.centred(text, b.style(), black, width*half-8) }
	var out part
	for start := 0; start < len(ex.Tiles); start += 2 {
		var halves [][]piece
		for _, tile := range ex.Tiles[start:min(start+2, len(ex.Tiles))] {
			halves = append(halves, cell(tile[0]), cell(tile[1]))
		}
		out.pupil = append(out.pupil, piece{height: height, draw: func(c *canvas, x, y float64) {
			for i, set := range halves {
				left := x + float64(i)*width*half
				if i%2 == 0 {
					c.artifact(stroke(roundRect(left, y, width, height, 0), grey, 0.25, 2, 1.6))
				} else {
					c.rule(left, y+3, left, y+height-3, black, 0.3)
				}
				drawStack(c, set, left+4, y+(height-chunk{pieces: set}.height())/2)
			}
		}})
	}
	for _, p := range ex.Pairs {
		out.key = append(out.key, b.keyLine(p[0]+" – "+p[1])...)
	}
	return out, nil
}
