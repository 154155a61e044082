package worksheet

import "lernkoffer/materials/page"

// column is a stack of pieces in a row.
type column struct {
	x      float64 // mm from the left of the row
	pieces []piece
	middle bool      // centred in the row's height
	role   page.Role // what the column is read as; "" for nothing of its own
}

// row is columns side by side.
type row struct {
	columns []column
	role    page.Role // what the row is read as; "" for nothing of its own
	pad     float64   // room above and below the columns in mm
	least   float64   // the least height of the columns in mm
	// frame draws what is behind the columns; may be nil.
	frame func(c *canvas, x, y, h float64)
}

// beside sets columns side by side as one piece.
func beside(columns []column) piece { return row{columns: columns}.piece() }

func (r row) piece() piece {
	inner := r.least
	for _, col := range r.columns {
		inner = max(inner, heightOf(col.pieces))
	}
	return piece{
		height: inner + 2*r.pad,
		draw:   func(c *canvas, x, y float64) { r.draw(c, x, y, inner) },
		tear:   r.tear,
	}
}

func (r row) draw(c *canvas, x, y, inner float64) {
	if r.frame != nil {
		r.frame(c, x, y, inner+2*r.pad)
	}
	c.beginSome(r.role)
	for _, col := range r.columns {
		top := y + r.pad
		if col.middle {
			top += (inner - heightOf(col.pieces)) / 2
		}
		c.beginSome(col.role)
		drawStack(c, col.pieces, x+col.x, top)
		c.endSome(col.role)
	}
	c.endSome(r.role)
}

// tear cuts every column where the room ends.
func (r row) tear(room float64) (head, tail piece, ok bool) {
	above, below := r, r
	above.columns, below.columns = make([]column, len(r.columns)), make([]column, len(r.columns))
	for i, col := range r.columns {
		n := fitting(col.pieces, room-2*r.pad)
		ok = ok || n > 0
		above.columns[i], below.columns[i] = col, col
		above.columns[i].pieces, below.columns[i].pieces = col.pieces[:n], col.pieces[n:]
		above.columns[i].middle, below.columns[i].middle = false, false
	}
	return above.piece(), below.piece(), ok
}

// fitting returns how many pieces have room below each other.
func fitting(pieces []piece, room float64) int {
	for i, p := range stacked(pieces) {
		if p.y+p.height+under(p.piece) > room {
			return i
		}
	}
	return len(pieces)
}

// cellPad is the room at the left and right of a table's cell in mm.
const cellPad = 2.0

// gridRow is a row of framed cells.
func gridRow(widths []float64, cells [][]piece, head bool) piece {
	const padY, least = 1.3, 4.0
	role := page.RoleCell
	if head {
		role = page.RoleHead
	}
	r := row{role: page.RoleRow, pad: padY, least: least, columns: make([]column, len(widths))}
	x := 0.0
	for i, w := range widths {
		r.columns[i] = column{x: x + cellPad, pieces: cells[i], middle: !head, role: role}
		x += w
	}
	r.frame = func(c *canvas, x, y, h float64) {
		for _, w := range widths {
			path := roundRect(x, y, w, h, 0)
			if head {
				c.artifact(fill(path, tint))
			}
			c.artifact(stroke(path, grey, 0.2))
			x += w
		}
	}
	return r.piece()
}

// grid makes a table of rows; its head keeps to the first row below it.
func grid(rows []piece) []piece {
	if len(rows) > 1 {
		rows[0].hold = true
	}
	return inside(rows, &tag{role: page.RoleTable})
}
