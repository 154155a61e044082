package worksheet

// piece is a strip of the page: a line, a row, a picture. It is torn only where
// no page has room for it whole.
type piece struct {
	height float64 // mm
	// before is the room above in mm, dropped at the top of a page.
	before float64
	// draw paints the piece with its top left corner at x, y; nil for empty room.
	draw func(c *canvas, x, y float64)
	// hold keeps the piece on the page of the next one: heads with what they head,
	// the first and last lines of a paragraph with their neighbours.
	hold bool
	// spare pieces are left out rather than begin a page: the last of many lines to
	// write on.
	spare bool
	// box is the frame around this piece and its neighbours with the same one.
	box *box
	// parts are what a reader hears the piece as, from the outside in. Neighbours
	// that share a part are heard as one: the lines of a paragraph, the rows of a
	// table.
	parts []*tag
	// tear cuts a piece that is taller than a page: head is no higher than room mm.
	// It is nil, or ok false, where nothing can be cut.
	tear func(room float64) (head, tail piece, ok bool)
}

// box is a frame around pieces. Where they stand on several pages, each page has
// a frame of its own.
type box struct {
	pad float64 // room above the first and below the last piece in mm
	// draw paints the frame of a height at x, y: the left edge of the pieces' stack.
	draw func(c *canvas, x, y, h float64)
}

// placed is a piece at its place on a page.
type placed struct {
	piece
	x, y float64
}

// gap is the room in mm between a piece and the one above it, nil at the top.
func gap(above *piece, p piece) float64 {
	g := 0.0
	var outer *box
	if above != nil {
		g, outer = p.before, above.box
	}
	if p.box == outer {
		return g
	}
	if outer != nil {
		g += outer.pad
	}
	if p.box != nil {
		g += p.box.pad
	}
	return g
}

// under is the room in mm that a last piece needs below it.
func under(p piece) float64 {
	if p.box == nil {
		return 0
	}
	return p.box.pad
}

// stacked places pieces below each other, from 0 on.
func stacked(pieces []piece) []placed {
	out := make([]placed, len(pieces))
	y := 0.0
	var above *piece
	for i, p := range pieces {
		y += gap(above, p)
		out[i] = placed{piece: p, y: y}
		y += p.height
		above = &pieces[i]
	}
	return out
}

// heightOf is the height in mm of pieces below each other.
func heightOf(pieces []piece) float64 {
	if len(pieces) == 0 {
		return 0
	}
	set := stacked(pieces)
	last := set[len(set)-1]
	return last.y + last.height + under(last.piece)
}

// drawStack paints pieces below each other from x, y on.
func drawStack(c *canvas, pieces []piece, x, y float64) { paint(c, stacked(pieces), x, y) }

// paint draws placed pieces, their frames and what they are read as; x and y are
// the corner that their places count from.
func paint(c *canvas, set []placed, x, y float64) {
	paintBoxes(c, set, x, y)
	var open []*tag
	for _, p := range set {
		if p.draw == nil {
			continue
		}
		open = c.turn(open, p.parts)
		p.draw(c, x+p.x, y+p.y)
	}
	c.turn(open, nil)
}

func paintBoxes(c *canvas, set []placed, x, y float64) {
	for i := 0; i < len(set); {
		first, end := set[i], i+1
		for end < len(set) && set[end].box == first.box && set[end].x == first.x {
			end++
		}
		if first.box != nil {
			last := set[end-1]
			top := first.y - first.box.pad
			first.box.draw(c, x+first.x, y+top, last.y+last.height+first.box.pad-top)
		}
		i = end
	}
}

// space adds room above the first piece.
func space(pieces []piece, before float64) []piece {
	if len(pieces) > 0 {
		pieces[0].before += before
	}
	return pieces
}

// holdAll keeps pieces together and with nothing else.
func holdAll(pieces []piece) []piece {
	for i := range pieces[:max(0, len(pieces)-1)] {
		pieces[i].hold = true
	}
	return pieces
}

// inside makes pieces part of something: of one list, table or heading.
func inside(pieces []piece, t *tag) []piece {
	for i, p := range pieces {
		pieces[i].parts = append([]*tag{t}, p.parts...)
	}
	return pieces
}

// around puts pieces into the box.
func (b *box) around(pieces []piece) []piece {
	for i := range pieces {
		pieces[i].box = b
	}
	return pieces
}

// indent moves pieces to the right by dx.
func indent(pieces []piece, dx float64) []piece {
	for i, p := range pieces {
		pieces[i] = moved(p, dx)
	}
	return pieces
}

func moved(p piece, dx float64) piece {
	if draw := p.draw; draw != nil {
		p.draw = func(c *canvas, x, y float64) { draw(c, x+dx, y) }
	}
	if tear := p.tear; tear != nil {
		p.tear = func(room float64) (head, tail piece, ok bool) {
			head, tail, ok = tear(room)
			return moved(head, dx), moved(tail, dx), ok
		}
	}
	return p
}

// decorated has something drawn before the first of some pieces, which it gets
// the height of.
func decorated(pieces []piece, draw func(c *canvas, x, y, h float64)) []piece {
	if len(pieces) == 0 {
		return nil
	}
	first := pieces[0]
	pieces[0].draw = func(c *canvas, x, y float64) {
		draw(c, x, y, first.height)
		if first.draw != nil {
			first.draw(c, x, y)
		}
	}
	return pieces
}

// joined makes one piece of many, for what must not be torn.
func joined(pieces []piece) piece {
	return piece{height: heightOf(pieces), draw: func(c *canvas, x, y float64) { drawStack(c, pieces, x, y) }}
}
