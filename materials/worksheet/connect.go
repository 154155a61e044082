package worksheet

import (
	"lernkoffer/materials"
	"lernkoffer/materials/typeset"
)

// side is one end of a pair to connect.
type side struct {
	width  float64 // mm
	pieces []piece
}

func (s side) height() float64 { return heightOf(s.pieces) }

// draw paints a side with its middle at the height y.
func (s side) draw(c *canvas, x, y float64) { drawStack(c, s.pieces, x, y-s.height()/2) }

func (b *builder) textSide(text materials.Text) side {
	width := b.look.width*0.5 - 22
	p := &para{opts: typeset.Options{Width: width}}
	set := b.pieces(b.text(p, text, b.style(), nil, true))
	return side{pieces: set, width: min(width, b.width(text.String(), b.style()))}
}

func (b *builder) pictureSide(w materials.Word, size float64) (side, error) {
	pic, ok := b.picture(w.Picture, !b.o.Grey)
	if !ok {
		return side{}, noPicture(w.Lemma)
	}
	return drawnSide(size, func(c *canvas, x, y float64) { b.figure(c, x, y, size, size, pic, w.Lemma) }), nil
}

// drawnSide is a drawing in a square.
func drawnSide(size float64, draw func(c *canvas, x, y float64)) side {
	return side{width: size, pieces: []piece{{height: size, draw: draw}}}
}

// connectDot is the end of a line that pupils draw.
func connectDot(c *canvas, x, y float64) { c.artifact(fill(circle(x, y, 0.9), black)) }

// connectRows sets both sides with dots between which lines are drawn.
func (b *builder) connectRows(left, right []side) []piece {
	widest := 0.0
	for _, s := range left {
		widest = max(widest, s.width)
	}
	dotLeft := min(widest+7, b.look.width/2-14)
	dotRight := b.look.width/2 + 12
	dotAt := func(at float64) column {
		dot := piece{height: 2, draw: func(c *canvas, x, y float64) { connectDot(c, x, y+1) }}
		return column{x: at, pieces: []piece{dot}, middle: true}
	}
	var out []piece
	for i := range max(len(left), len(right)) {
		var columns []column
		if i < len(left) {
			columns = append(columns, column{pieces: left[i].pieces, middle: true}, dotAt(dotLeft))
		}
		if i < len(right) {
			columns = append(columns, dotAt(dotRight), column{x: dotRight + 6, pieces: right[i].pieces, middle: true})
		}
		row := beside(columns)
		row.before = 2.6
		out = append(out, row)
	}
	return holdAll(out)
}

// mostAround is how high a field of words between pictures may be in mm.
const mostAround = 0.9 * bodyHeight

// connectAround has words in the middle and pictures left and right of them: half
// as high as one column of each. Every word has a dot on both sides. What would
// be higher than a page stands in rows.
func (b *builder) connectAround(pictures, words []side) []piece {
	half := (len(pictures) + 1) / 2
	high, wide := largest(pictures)
	wordHigh, wordWide := largest(words)
	const gap = 2.4
	h := max(float64(half)*(high+gap), float64(len(words))*(wordHigh+gap))
	if h > mostAround {
		return b.connectRows(pictures, words)
	}
	middle := b.look.width / 2
	dots := wordWide/2 + 5
	return []piece{{height: h, draw: func(c *canvas, x, y float64) {
		for i, s := range words {
			level := y + h*(float64(i)+0.5)/float64(len(words))
			connectDot(c, x+middle-dots, level)
			s.draw(c, x+middle-s.width/2, level)
			connectDot(c, x+middle+dots, level)
		}
		for i, s := range pictures {
			row, rows, left, at := i, half, x+6, x+6+wide+6
			if i >= half {
				row, rows = i-half, len(pictures)-half
				left, at = x+b.look.width-6-wide, x+b.look.width-12-wide
			}
			level := y + h*(float64(row)+0.5)/float64(rows)
			s.draw(c, left+(wide-s.width)/2, level)
			connectDot(c, at, level)
		}
	}}}
}

// largest returns the greatest height and width of some sides in mm.
func largest(sides []side) (height, width float64) {
	for _, s := range sides {
		height, width = max(height, s.height()), max(width, s.width)
	}
	return height, width
}

func (b *builder) textSides(texts []materials.Text) []side {
	out := make([]side, len(texts))
	for i, t := range texts {
		out[i] = b.textSide(t)
	}
	return out
}
