package worksheet

import (
	"fmt"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/page"
	"lernkoffer/materials/picture"
	"lernkoffer/materials/typeset"
)

// tickTable has a statement a row and a box to tick under each column.
func (b *builder) tickTable(columns []string, rows []materials.Text, right []int) []piece {
	const col = 22.0
	widths := []float64{b.look.width - col*float64(len(columns))}
	head := [][]piece{nil}
	for _, label := range columns {
		widths = append(widths, col)
		head = append(head, b.centred(label, b.small(), black, col-4))
	}
	first := gridRow(widths, head, true)
	first.hold = true
	out := []piece{first}
	for i, text := range rows {
		p := &para{opts: typeset.Options{Width: widths[0] - 4 - b.hangWidth()}}
		cells := make([][]piece, len(widths))
		cells[0] = b.numberedItem(i+1, b.pieces(b.text(p, text, b.style(), nil, true)))
		row := gridRow(widths, cells, false)
		draw, h := row.draw, row.height
		row.draw = func(c *canvas, x, y float64) {
			draw(c, x, y)
			for k := range columns {
				c.tickBox(x+widths[0]+col*(float64(k)+0.5)-2.1, y+h/2-2.1, 4.2, i < len(right) && right[i] == k)
			}
		}
		out = append(out, row)
	}
	return out
}

// trueFalse has statements with two boxes each; the key quotes the evidence.
func trueFalse(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	ex, err := exercise.NewTrueFalse(blk.Rows, o)
	if err != nil {
		return part{}, err
	}
	var out part
	var texts []materials.Text
	var solved []int
	for i, item := range ex.Items {
		texts = append(texts, item.Text)
		verdict := "richtig"
		if !item.Right {
			verdict = "falsch"
		}
		out.key = append(out.key, b.keyLine(withReason(fmt.Sprintf("%d. %s", i+1, verdict), item.Evidence))...)
		if i == 0 && blk.Options.Has("example") {
			solved = []int{boolBit(!item.Right)}
		}
	}
	out.pupil = b.tickTable([]string{"richtig", "falsch"}, texts, solved)
	return out, nil
}

// withReason adds to a line of the key what speaks for it.
func withReason(line string, reason materials.Text) string {
	if text := reason.String(); text != "" {
		return line + " – " + text
	}
	return line
}

// multipleChoice has a question and options to tick.
func multipleChoice(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	ex, err := exercise.NewMultipleChoice(blk.Rows, o)
	if err != nil {
		return part{}, err
	}
	var out part
	for i, item := range ex.Items {
		p := &para{opts: typeset.Options{Width: b.look.width - b.hangWidth()}}
		set := b.numberedItem(i+1, b.pieces(b.text(p, item.Question, b.bold(), nil, true)))
		for _, choice := range item.Options {
			set = append(set, space(b.tickLine(choice.Text, b.hangWidth()), 1)...)
			if choice.Right {
				out.key = append(out.key, b.keyLine(withReason(fmt.Sprintf("%d. %s", i+1, choice.Text.String()), choice.Key))...)
			}
		}
		out.pupil = append(out.pupil, space(holdAll(set), 3)...)
	}
	return out, nil
}

// tickLine is a line behind a box to tick, moved right by dx.
func (b *builder) tickLine(text materials.Text, dx float64) []piece {
	p := &para{opts: typeset.Options{Width: b.look.width - dx - 8}, role: page.RoleItem}
	return b.ticked(b.pieces(b.text(p, text, b.style(), nil, true)), dx)
}

// ticked puts a box to tick before the first of some lines.
func (b *builder) ticked(lines []piece, dx float64) []piece {
	const box = 4.2
	if len(lines) == 0 {
		return nil
	}
	lines = indent(lines, dx+7)
	draw, h := lines[0].draw, lines[0].height
	lines[0].draw = func(c *canvas, x, y float64) {
		c.tickBox(x+dx, y+(h-box)/2, box, false)
		draw(c, x, y)
	}
	return lines
}

// oddOneOut has a row of words each; the one in the gap mark is the odd one.
func oddOneOut(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	ex, err := exercise.NewOddOneOut(blk.Rows, o)
	if err != nil {
		return part{}, err
	}
	var out part
	for i, item := range ex.Items {
		p := &para{opts: typeset.Options{Width: b.look.width - b.hangWidth()}}
		for k, w := range item.Words {
			if k > 0 {
				p.add("   –   ", b.style(), grey)
			}
			p.add(w, b.style(), black)
		}
		out.pupil = append(out.pupil, space(b.numberedItem(i+1, b.pieces(p)), 2.5)...)
		line := fmt.Sprintf("%d. %s", i+1, item.Answer)
		if item.Reason != "" {
			line += " – " + item.Reason
		}
		out.key = append(out.key, b.keyLine(line)...)
	}
	return out, nil
}

// initialSounds has pictures to circle: those that begin with the sound.
func initialSounds(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	var pics []pictured
	var right []string
	for _, row := range blk.Rows {
		pic, alt, ok := b.wordPicture(row.Left.String())
		if !ok {
			return part{}, noPicture(row.Left.String())
		}
		pics = append(pics, pictured{pic: pic, alt: alt})
		if row.Mark == "+" {
			right = append(right, alt)
		}
	}
	return part{pupil: b.pictureGrid(pics, 6, 20), key: b.keyLine(commaList(right))}, nil
}

func noPicture(word string) error {
	return materials.Errorf(materials.CodeContent, "Zum Wort „%s“ gibt es kein Bild. Nehmen Sie ein anderes Wort.", word)
}

// pictured is a picture with its word and what stands under it.
type pictured struct {
	pic   *picture.Picture
	alt   string
	label string
	below func(c *canvas, x, y float64) // drawn 6 mm high, centred at x
}

// pictureGrid sets pictures in rows of n, each size mm high.
func (b *builder) pictureGrid(pics []pictured, n int, size float64) []piece {
	width := b.look.width / float64(n)
	var out []piece
	for start := 0; start < len(pics); start += n {
		row := pics[start:min(start+n, len(pics))]
		h := size
		for _, p := range row {
			if p.label != "" || p.below != nil {
				h = size + 8
			}
		}
		out = append(out, piece{height: h, before: 2.5, draw: func(c *canvas, x, y float64) {
			for i, p := range row {
				centre := x + width*(float64(i)+0.5)
				b.figure(c, centre-size/2, y, size, size, p.pic, p.alt)
				if p.below != nil {
					p.below(c, centre, y+size+1)
				}
				if p.label != "" {
					drawStack(c, b.centred(p.label, b.small(), black, width), centre-width/2, y+size+1)
				}
			}
		}})
	}
	return out
}

// soundPosition has three boxes under each picture: start, middle, end.
func soundPosition(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	var out part
	var pics []pictured
	labels := map[string]string{"start": "Anfang", "middle": "Mitte", "end": "Ende"}
	for _, row := range blk.Rows {
		pic, alt, ok := b.wordPicture(row.Left.String())
		if !ok {
			return part{}, noPicture(row.Left.String())
		}
		pics = append(pics, pictured{pic: pic, alt: alt, below: func(c *canvas, x, y float64) {
			for k := range 3 {
				c.frame(x-9+float64(k)*6, y, 6, 5.5, 0, black, 0.3, nil)
			}
		}})
		out.key = append(out.key, b.keyLine(alt+": "+labels[row.Right.String()])...)
	}
	out.pupil = b.pictureGrid(pics, 4, 20)
	return out, nil
}
