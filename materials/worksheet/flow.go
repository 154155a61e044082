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
		f.put(k.pieces, inBox, held)
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

// sticks reports whether a piece belongs on the page of the next one.
type sticks func(p, next piece) bool

func held(p, _ piece) bool { return p.hold }

func inBox(p, next piece) bool { return p.hold || p.box != nil && p.box == next.box }

// put places pieces: those that stick together on one page. Where no page has room
// for all of them, the next rule divides them, in the end each stands for itself.
// It returns false where the rest is left out.
func (f *flow) put(pieces []piece, rules ...sticks) bool {
	for len(pieces) > 0 {
		n := 1
		for len(rules) > 0 && n < len(pieces) && rules[0](pieces[n-1], pieces[n]) {
			n++
		}
		if !f.putRun(pieces[:n], rules) {
			return false
		}
		pieces = pieces[n:]
	}
	return true
}

// putRun places pieces that stick together by the first of the rules.
func (f *flow) putRun(run []piece, rules []sticks) bool {
	room := f.nextRoom()
	if f.top() {
		room = f.room()
	}
	switch {
	case f.fits(run):
		f.place(run...)
	case run[0].spare && !f.top():
		return false
	case len(run) > 1 && heightOf(run) > room:
		return f.put(run, rules[1:]...)
	case len(run) == 1 && f.tear(run[0]):
	default:
		if !f.top() || f.nextRoom() > f.room() {
			f.next()
		}
		if !f.fits(run) && len(run) == 1 && f.tear(run[0]) {
			return true
		}
		f.place(run...)
	}
	return true
}

func (f *flow) place(pieces ...piece) {
	for _, p := range pieces {
		y, above := f.below()
		last := len(f.pages) - 1
		f.pages[last] = append(f.pages[last], placed{piece: p, y: y + gap(above, p)})
	}
}

// tear cuts a piece at the foot of the page, and what is left of it at that of
// the next ones, if no page has room for it. It reports whether it has placed it.
func (f *flow) tear(p piece) bool {
	if p.tear == nil || heightOf([]piece{p}) <= f.nextRoom() {
		return false
	}
	y, above := f.below()
	room := f.room() - y - gap(above, p) - under(p)
	if !f.top() && room < tearShare*f.room() {
		return false
	}
	head, tail, ok := p.tear(room)
	if !ok {
		return false
	}
	head.before, head.box, head.parts = p.before, p.box, p.parts
	tail.hold, tail.box, tail.parts = p.hold, p.box, p.parts
	f.place(head)
	f.next()
	return f.putRun([]piece{tail}, nil)
}
