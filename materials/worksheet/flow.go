package worksheet

// piece is a strip of the page that is never torn: a line, a row, a picture.
type piece struct {
	height float64
	// before is the room above, dropped at the top of a page.
	before float64
	// draw paints the piece with its top left corner at x, y; nil for empty room.
	draw func(c *canvas, x, y float64)
	// hold keeps the piece on the page of the next one: heads with what they head,
	// the first and last lines of a paragraph with their neighbours.
	hold bool
	// spare pieces are left out rather than begin a page: the last of many lines to
	// write on.
	spare bool
}

// chunk is a run of pieces that a person would keep on one page if they can: a
// task with all of its items, a box, a paragraph.
type chunk struct {
	pieces []piece
	fresh  bool // begins a new page
	torn   bool // running text: need not be kept on one page
}

func (k chunk) height() float64 {
	h := 0.0
	for i, p := range k.pieces {
		h += p.height
		if i > 0 {
			h += p.before
		}
	}
	return h
}

// needed is the height without what can be left out.
func (k chunk) needed() float64 {
	for i, p := range k.pieces {
		if p.spare {
			return chunk{pieces: k.pieces[:i]}.height()
		}
	}
	return k.height()
}

// placed is a piece at its height on a page.
type placed struct {
	piece
	y float64
}

// keepShare is how much of a page a chunk may fill and still be moved whole to
// the next page; a taller one is torn between its pieces.
const keepShare = 0.3

// settle moves what holds on to the next chunk (the heading at the end of running
// text) to its front.
func settle(chunks []chunk) []chunk {
	out := make([]chunk, 0, len(chunks))
	var held []piece
	for i, k := range chunks {
		if len(held) > 0 && len(k.pieces) > 0 {
			k.pieces = append(held, k.pieces...)
			held = nil
		}
		end := len(k.pieces)
		for end > 0 && k.pieces[end-1].hold && i+1 < len(chunks) {
			end--
		}
		held = append(held, k.pieces[end:]...)
		if k.pieces = k.pieces[:end:end]; end > 0 {
			out = append(out, k)
		}
	}
	return out
}

// paginate puts chunks on pages, or into columns; height says how high the body of
// each is in mm, from 0 on. A piece taller than a page stands alone and runs over;
// the blocks never make one.
func paginate(chunks []chunk, height func(page int) float64) [][]placed {
	pages := [][]placed{nil}
	room, y := height(0), 0.0
	next := func() {
		room, y = height(len(pages)), 0
		pages = append(pages, nil)
	}
	for _, k := range settle(chunks) {
		if k.fresh && y > 0 {
			next()
		}
		need := k.needed()
		if y > 0 {
			need += k.pieces[0].before
		}
		if !k.torn && y > 0 && y+need > room && k.needed() <= keepShare*height(len(pages)) {
			next()
		}
		for i := 0; i < len(k.pieces); {
			end := bound(k.pieces, i)
			if y > 0 && y+stretch(k.pieces[i:end], y > 0) > room {
				if k.pieces[i].spare {
					break
				}
				next()
			}
			for _, p := range k.pieces[i:end] {
				if y > 0 {
					y += p.before
				}
				last := len(pages) - 1
				pages[last] = append(pages[last], placed{p, y})
				y += p.height
			}
			i = end
		}
	}
	return pages
}

// bound returns the end of the pieces that hold on to each other from i on.
func bound(pieces []piece, i int) int {
	end := i + 1
	for end < len(pieces) && pieces[end-1].hold {
		end++
	}
	return end
}

func stretch(pieces []piece, gap bool) float64 {
	h := 0.0
	for i, p := range pieces {
		h += p.height
		if i > 0 || gap {
			h += p.before
		}
	}
	return h
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

// indent moves pieces to the right by dx.
func indent(pieces []piece, dx float64) []piece {
	for i, p := range pieces {
		if draw := p.draw; draw != nil {
			pieces[i].draw = func(c *canvas, x, y float64) { draw(c, x+dx, y) }
		}
	}
	return pieces
}

// beside sets columns side by side as one piece; each column has its own x.
func beside(columns []column) piece {
	h := 0.0
	for _, col := range columns {
		h = max(h, chunk{pieces: col.pieces}.height())
	}
	return piece{height: h, draw: func(c *canvas, x, y float64) {
		for _, col := range columns {
			top := y
			if col.middle {
				top += (h - chunk{pieces: col.pieces}.height()) / 2
			}
			drawStack(c, col.pieces, x+col.x, top)
		}
	}}
}

// column is a stack of pieces at x mm from the left of a row.
type column struct {
	x      float64
	pieces []piece
	middle bool // centred in the row's height
}

func drawStack(c *canvas, pieces []piece, x, y float64) {
	for i, p := range pieces {
		if i > 0 {
			y += p.before
		}
		if p.draw != nil {
			p.draw(c, x, y)
		}
		y += p.height
	}
}

// joined makes one piece of many, for what must not be torn.
func joined(pieces []piece) piece {
	return piece{height: chunk{pieces: pieces}.height(), draw: func(c *canvas, x, y float64) { drawStack(c, pieces, x, y) }}
}
