package worksheet

import (
	"fmt"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/page"
	"lernkoffer/materials/typeset"
)

func prose(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	return part{pupil: b.prose(blk.Prose, b.style(), b.look.width), torn: true}, nil
}

// prose sets running text.
func (b *builder) prose(text []materials.Prose, style typeset.Style, width float64) []piece {
	var out []piece
	var nest nesting
	for i, p := range text {
		var set []piece
		gap := 2.0
		switch p.Kind {
		case materials.ProseHeading:
			set = b.heading(p, style, width)
			if i > 0 {
				gap = 5
			}
		case materials.ProseItem:
			set = b.item(p, style, width)
			if i > 0 && text[i-1].Kind == materials.ProseItem {
				gap = 0.8
			}
		case materials.ProseTable:
			set = b.table(p.Cells, style, width)
			gap = 3
		default:
			par := &para{opts: typeset.Options{Width: width}}
			set = b.pieces(b.text(par, p.Text, style, nil, true))
		}
		set = nest.inside(p, set)
		if i > 0 {
			set = space(set, gap)
		}
		out = append(out, set...)
	}
	return out
}

// nesting keeps the lists that are open in running text, a list and its last item
// for each level.
type nesting struct{ open []*tag }

// inside makes the pieces of an item part of its list and of the items above it;
// what is no item ends all lists.
func (n *nesting) inside(p materials.Prose, pieces []piece) []piece {
	if p.Kind != materials.ProseItem {
		n.open = nil
		return pieces
	}
	depth := min(max(p.Level, 0), len(n.open)/2)
	parts := append([]*tag(nil), n.open[:2*depth]...)
	if len(n.open) > 2*depth {
		parts = append(parts, n.open[2*depth])
	} else {
		parts = append(parts, &tag{role: page.RoleList})
	}
	n.open = append(parts, &tag{role: page.RoleItem})
	for i := len(n.open) - 1; i >= 0; i-- {
		pieces = inside(pieces, n.open[i])
	}
	return pieces
}

func (b *builder) heading(h materials.Prose, style typeset.Style, width float64) []piece {
	style.Bold = true
	role := b.subheading()
	if h.Level <= 2 {
		style.Size += 2.5
		role = b.section()
	}
	p := &para{opts: typeset.Options{Width: width, Leading: 1.25}, role: role}
	out := b.pieces(b.text(p, h.Text, style, nil, true))
	for i := range out {
		out[i].hold = true
	}
	return out
}

// mostIndents is how deep a list is still moved to the right.
const mostIndents = 5

// item hangs its text behind a bullet or number.
func (b *builder) item(item materials.Prose, style typeset.Style, width float64) []piece {
	label, hang := "•", 4.5
	if item.Number > 0 {
		label = fmt.Sprintf("%d.", item.Number)
		hang = max(6.5, b.width(label, style)+1.5)
	}
	dx := float64(min(item.Level, mostIndents)) * 6
	p := &para{opts: typeset.Options{Width: width - dx - hang}}
	lines := b.pieces(b.text(p, item.Text, style, nil, true))
	return b.hang(label, style, lines, dx, hang)
}

// hang puts a label before the first line of a paragraph, into what it is read as.
func (b *builder) hang(label string, style typeset.Style, lines []piece, dx, hang float64) []piece {
	mark := b.line(label, style, black, 0)
	return decorated(indent(lines, dx+hang), func(c *canvas, x, y, _ float64) {
		for _, p := range mark {
			p.draw(c, x+dx, y)
		}
	})
}

// info is a box that pupils keep: a rule, numbers, an address.
func info(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	inner := b.prose(blk.Prose, b.style(), b.look.width-10)
	if title := blk.Options.Get("title"); title != "" {
		head := b.line(title, b.bold(), black, b.look.width-10)
		for i := range head {
			head[i].hold = true
		}
		inner = append(head, space(inner, 1)...)
	}
	return part{pupil: boxed(inner, b.look.width, true)}, nil
}

// boxed puts pieces into a rounded frame of a width.
func boxed(inner []piece, width float64, tinted bool) []piece {
	background := &tint
	if !tinted {
		background = nil
	}
	frame := &box{pad: 4, draw: func(c *canvas, x, y, h float64) {
		c.frame(x, y, width, h, 2.5, grey, 0.25, background)
	}}
	return frame.around(indent(inner, 5))
}
