package worksheet

import (
	"fmt"
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/page"
	"lernkoffer/materials/typeset"
)

// compose puts title, number and instruction above a block and keeps them with it.
func (b *builder) compose(blk *materials.Block, spec materials.Spec, number int, out part) chunk {
	head := b.blockTitle(blk)
	if number > 0 || blk.Type == "self-check" {
		head = append(head, space([]piece{b.taskHead(blk, spec, number)}, 1)...)
	}
	body := out.pupil
	if len(body) == 0 && number == 0 {
		return chunk{}
	}
	for i := range head {
		head[i].hold = true
	}
	if len(head) > 0 {
		body = space(body, 2)
	}
	if n := len(body); n > 2 && !out.torn {
		body[0].hold, body[n-2].hold = true, true
	}
	return chunk{pieces: space(append(head, body...), before(blk)), torn: out.torn, fresh: out.fresh}
}

// before is the room above a block in mm.
func before(blk *materials.Block) float64 {
	switch {
	case blk.Type == "letter-part":
		return 2.2
	case blk.Type == "prose" && (len(blk.Prose) == 0 || blk.Prose[0].Kind != materials.ProseHeading):
		return 3
	}
	return 5.5
}

// blockTitle is the title that a block has of its own; boxes have it inside.
func (b *builder) blockTitle(blk *materials.Block) []piece {
	title := blk.Options.Get("title")
	if title == "" || blk.Type == "info" {
		return nil
	}
	style := b.bold()
	style.Size = min(style.Size, mostTitle)
	p := &para{opts: typeset.Options{Width: b.look.width}, role: b.subheading()}
	return b.pieces(p.add(title, style, black))
}

// taskHead is number, pictogram and instruction on one line, read as one heading.
func (b *builder) taskHead(blk *materials.Block, spec materials.Spec, number int) piece {
	const size = 8.0
	key, text := b.instruction(blk, spec)
	points := bare(b.points(blk))
	room := b.look.width - 18
	if len(points) > 0 {
		room -= pointsWidth + 2
	}
	p := &para{opts: typeset.Options{Width: room}}
	lines := b.pieces(p.add(text, b.bold(), black))
	var label []piece
	x := 0.0
	if number > 0 {
		label = b.line(fmt.Sprint(number), b.bold(), black, 0)
		x = max(7, b.width(fmt.Sprint(number), b.bold())+2)
	}
	pictogram := b.pictogram(key)
	drawing := piece{height: size, draw: func(c *canvas, x, y float64) {
		if pictogram != nil {
			c.artifact(page.Picture{X: x, Y: y, W: size, H: size, Picture: pictogram})
		}
	}}
	head := beside([]column{
		{x: 0, pieces: bare(label), middle: true},
		{x: x, pieces: []piece{drawing}, middle: true},
		{x: x + size + 2.5, pieces: bare(lines), middle: true},
		{x: b.look.width - pointsWidth, pieces: points, middle: true},
	})
	head.parts = []*tag{heading(b.subheading())}
	return head
}

// instruction returns the key and the text of what a block asks for.
func (b *builder) instruction(blk *materials.Block, spec materials.Spec) (key, text string) {
	key = blk.Options.Get("do")
	in, ok := materials.InstructionFor(key)
	if !ok {
		key = spec.Do
		in, _ = materials.InstructionFor(key)
	}
	text = in.Text
	if b.look.formal {
		text = in.Formal
	}
	if hint := blk.Options.Get("hint"); hint != "" {
		text = strings.TrimRight(text, ".") + ": " + hint
	}
	return key, text
}

// pointsWidth is the room for points at the right of a task's head in mm.
const pointsWidth = 16.0

// points is the blank for what a task earns in a test.
func (b *builder) points(blk *materials.Block) []piece {
	n := blk.Options.Int("points", 0)
	if n <= 0 {
		return nil
	}
	p := &para{opts: typeset.Options{Width: pointsWidth, Align: typeset.AlignEnd}}
	p.blank(b.small(), 8).add(fmt.Sprintf(" / %d", n), b.small(), black)
	return b.pieces(p)
}
