package worksheet

// chunk is a run of pieces that a person would keep on one page if they can: a
// task with all of its items, a box, a paragraph.
type chunk struct {
	pieces []piece
	fresh  bool // begins a new page
	torn   bool // running text: need not be kept on one page
}

// needed is the pieces without what can be left out.
func (k chunk) needed() []piece {
	for i, p := range k.pieces {
		if p.spare {
			return k.pieces[:i]
		}
	}
	return k.pieces
}

// keepShare is how much of a page a chunk may fill and still be moved whole to
// the next page; a taller one is torn between its pieces.
const keepShare = 0.3

// tearShare is how much of a page has to be free for a piece that no page can
// hold to begin on it.
const tearShare = 0.25

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
// each is in mm, from 0 on. Only a piece that cannot be torn runs over the foot of a
// page; the blocks make none that is taller than one.
func paginate(chunks []chunk, height func(page int) float64) [][]placed {
	f := flow{height: height, pages: [][]placed{nil}}
	for _, k := range settle(chunks) {
		switch needed := k.needed(); {
		case f.top():
		case k.fresh:
			f.next()
		case !k.torn && !f.fits(needed) && heightOf(needed) <= keepShare*f.nextRoom():
			f.next()
		}
		for rest := k.pieces; len(rest) > 0; {
			rest = f.put(rest)
		}
	}
	return f.pages
}

// flow fills pages from top to bottom.
type flow struct {
	height func(page int) float64
	pages  [][]placed
}

func (f *flow) room() float64     { return f.height(len(f.pages) - 1) }
func (f *flow) nextRoom() float64 { return f.height(len(f.pages)) }
func (f *flow) next()             { f.pages = append(f.pages, nil) }

// last is the last piece of the page, nil at its top.
func (f *flow) last() *placed {
	if p := f.pages[len(f.pages)-1]; len(p) > 0 {
		return &p[len(p)-1]
	}
	return nil
}

func (f *flow) top() bool { return f.last() == nil }

// below is where the page's last piece ends, and that piece.
func (f *flow) below() (y float64, above *piece) {
	if last := f.last(); last != nil {
		return last.y + last.height, &last.piece
	}
	return 0, nil
}

// fits reports whether pieces have room on the page.
func (f *flow) fits(pieces []piece) bool {
	y, above := f.below()
	for i, p := range pieces {
		y += gap(above, p) + p.height
		above = &pieces[i]
	}
	return above == nil || y+under(*above) <= f.room()
}

// put places the first of some pieces, all that belong on one page, and returns
// the others.
func (f *flow) put(pieces []piece) []piece {
	n := f.unit(pieces)
	if f.fits(pieces[:n]) {
		return f.place(pieces, n)
	}
	if n == 1 {
		if rest, ok := f.tear(pieces); ok {
			return rest
		}
	}
	switch {
	case !f.top() && pieces[0].spare:
		return nil
	case !f.top(), f.nextRoom() > f.room():
		f.next()
		return pieces
	}
	return f.place(pieces, n)
}

func (f *flow) place(pieces []piece, n int) []piece {
	for _, p := range pieces[:n] {
		y, above := f.below()
		last := len(f.pages) - 1
		f.pages[last] = append(f.pages[last], placed{piece: p, y: y + gap(above, p)})
	}
	return pieces[n:]
}

// unit returns how many of the pieces belong on one page: those in one box or
// holding on to each other; if no page has room for all of them, those that hold;
// if not even for these, one.
func (f *flow) unit(pieces []piece) int {
	room := f.nextRoom()
	if f.top() {
		room = f.room()
	}
	held := func(p, _ piece) bool { return p.hold }
	together := func(p, next piece) bool { return p.hold || p.box != nil && p.box == next.box }
	for _, sticks := range []func(p, next piece) bool{together, held} {
		n := 1
		for n < len(pieces) && sticks(pieces[n-1], pieces[n]) {
			n++
		}
		if heightOf(pieces[:n]) <= room {
			return n
		}
	}
	return 1
}

// tear cuts the first piece at the foot of the page if no page has room for it.
func (f *flow) tear(pieces []piece) ([]piece, bool) {
	p := pieces[0]
	if p.tear == nil || heightOf(pieces[:1]) <= f.nextRoom() {
		return nil, false
	}
	y, above := f.below()
	room := f.room() - y - gap(above, p) - under(p)
	if !f.top() && room < tearShare*f.room() {
		return nil, false
	}
	head, tail, ok := p.tear(room)
	if !ok {
		return nil, false
	}
	head.before, head.box, head.parts = p.before, p.box, p.parts
	tail.hold, tail.spare, tail.box, tail.parts = p.hold, p.spare, p.box, p.parts
	f.place([]piece{head}, 1)
	f.next()
	return append([]piece{tail}, pieces[1:]...), true
}
