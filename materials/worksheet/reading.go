package worksheet

import (
	"fmt"
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/page"
	"lernkoffer/materials/picture"
	"lernkoffer/materials/typeset"
)

// numberEvery is how often lines of a reading text carry their number.
const numberEvery = 5

// readingText sets paragraphs; with the flag lines every fifth line is numbered,
// so that pupils can quote it.
func readingText(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	if b.m.Kind == "sign" {
		return b.signText(blk), nil
	}
	numbered := blk.Options.Has("lines")
	width := b.look.width
	dx := 0.0
	if numbered {
		dx = 9
		width -= dx
	}
	style := b.style()
	var out []piece
	count := 0
	for i, row := range blk.Rows {
		p := &para{opts: typeset.Options{Width: width, Leading: 1.45}}
		lines := indent(b.pieces(b.text(p, row.Left, style, nil, true)), dx)
		if numbered {
			lines = b.numberLines(lines, &count)
		}
		if i > 0 {
			lines = space(lines, 2)
		}
		out = append(out, lines...)
	}
	return part{pupil: out, torn: true}, nil
}

// signText is large, bold and in the middle.
func (b *builder) signText(blk *materials.Block) part {
	var out []piece
	for i, row := range blk.Rows {
		p := &para{opts: typeset.Options{Width: b.look.width, Align: typeset.AlignCentre}}
		if i == 0 {
			p.role = page.RoleHeading1
		}
		out = append(out, b.pieces(p.add(row.Left.String(), b.bold(), black))...)
	}
	return part{pupil: holdAll(out)}
}

func (b *builder) numberLines(lines []piece, count *int) []piece {
	style := typeset.Style{Size: 8, Language: "de"}
	for i := range lines {
		*count++
		if *count%numberEvery != 0 {
			continue
		}
		label := fmt.Sprint(*count)
		decorated(lines[i:i+1], func(c *canvas, x, y, h float64) {
			c.begin(page.RoleArtifact)
			b.plainLine(c, x, y+h*0.68, label, style)
			c.end()
		})
	}
	return lines
}

// dialogue sets who says what in two columns.
func dialogue(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	style, bold := b.style(), b.bold()
	label := 0.0
	for _, row := range blk.Rows {
		label = max(label, b.width(row.Speaker+":", bold))
	}
	label = min(label, b.look.width/3)
	dx := 0.0
	if blk.Options.Has("lines") {
		dx = 9
	}
	count := 0
	var out []piece
	for i, row := range blk.Rows {
		speaker := row.Speaker
		if speaker != "" {
			speaker += ":"
		}
		p := &para{opts: typeset.Options{Width: b.look.width - label - 4 - dx}}
		line := beside([]column{
			{x: dx, pieces: b.line(speaker, bold, black, label+1)},
			{x: dx + label + 4, pieces: b.pieces(b.text(p, row.Left, style, nil, true))},
		})
		rows := []piece{line}
		if dx > 0 {
			rows = b.numberLines(rows, &count)
		}
		if i > 0 {
			rows = space(rows, 1.6)
		}
		out = append(out, rows...)
	}
	return part{pupil: out}, nil
}

// glossary explains words in a box of two columns.
func glossary(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	style := b.small()
	bold := style
	bold.Bold = true
	label := 0.0
	for _, row := range blk.Rows {
		label = max(label, b.width(row.Left.String(), bold))
	}
	label = min(label+1, b.look.width*0.36)
	var items [][]piece
	for i, row := range blk.Rows {
		p := &para{opts: typeset.Options{Width: b.look.width - label - 14}}
		line := beside([]column{
			{pieces: b.line(row.Left.String(), bold, black, label)},
			{x: label + 4, pieces: b.pieces(b.text(p, row.Right, style, nil, true))},
		})
		if i > 0 {
			line.before = 0.8
		}
		items = append(items, []piece{line})
	}
	return part{pupil: boxed(list(items...), b.look.width, true)}, nil
}

// chunks are sentences to use, one a line in a frame.
func chunks(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	var items [][]piece
	for i, row := range blk.Rows {
		p := &para{opts: typeset.Options{Width: b.look.width - 16}}
		lines := b.pieces(b.text(p, row.Left, b.style(), nil, true))
		lines = b.hang("–", b.style(), lines, 0, 5)
		if i > 0 {
			lines = space(lines, 0.8)
		}
		items = append(items, lines)
	}
	return part{pupil: boxed(list(items...), b.look.width, false)}, nil
}

// mostPhrase is the largest type of a phrase in pt, on the second sheet of a sign.
const mostPhrase = 18.0

// phrases sets a sentence with its translations, a card a group.
func phrases(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	var out []piece
	var card []piece
	flush := func() {
		if len(card) > 0 {
			if len(out) > 0 {
				card = space(card, 2.5)
			}
			out = append(out, boxed(card, b.look.width, false)...)
			card = nil
		}
	}
	group := 0
	for _, row := range blk.Rows {
		if row.Group != group {
			flush()
			group = row.Group
		}
		style := b.style()
		style.Size = min(style.Size, mostPhrase)
		style.Language = row.Speaker
		if row.Speaker == "de" || row.Speaker == "" {
			style.Bold, style.Language = true, "de"
		}
		p := &para{opts: typeset.Options{Width: b.look.width - 12}, lang: style.Language}
		lines := b.pieces(b.text(p, row.Left, style, nil, true))
		if len(card) > 0 {
			lines = space(lines, 1)
		}
		card = append(card, lines...)
	}
	flush()
	return part{pupil: out}, nil
}

// names is a table: language, name of the feast, greeting.
func names(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	rows := [][]materials.Text{{materials.Plain("Sprache"), materials.Plain("Name"), materials.Plain("Gruß")}}
	langs := []string{"de"}
	for _, row := range blk.Rows {
		rows = append(rows, []materials.Text{materials.Plain(materials.Languages.Label(row.Speaker)), row.Left, row.Right})
		langs = append(langs, row.Speaker)
	}
	width := b.look.width
	widths := []float64{width * 0.24, width * 0.32, width * 0.44}
	var out []piece
	for r, row := range rows {
		cells := make([][]piece, len(row))
		for i, cell := range row {
			style := b.style()
			style.Bold = r == 0
			if i > 0 {
				style.Language = langs[r]
			}
			p := &para{opts: typeset.Options{Width: widths[i] - 4}, lang: style.Language}
			cells[i] = b.pieces(b.text(p, cell, style, nil, true))
		}
		out = append(out, gridRow(widths, cells, r == 0))
	}
	return part{pupil: holdAll(append(grid(out), b.uncheckedHint()...))}, nil
}

// uncheckedHint says on paper which translations nobody has reviewed.
func (b *builder) uncheckedHint() []piece {
	var langs []string
	for _, term := range materials.Languages {
		if b.m.Review[term.Key] == "unchecked" {
			langs = append(langs, term.Label)
		}
	}
	if len(langs) == 0 {
		return nil
	}
	return space(b.remark("Noch nicht geprüft: "+strings.Join(langs, ", ")+"."), 1.5)
}

// The heights in mm of a picture that has a page to itself, and of one that shares
// a sign with its words.
const (
	fullPicture = bodyHeight - 2
	signPicture = 165.0
)

// pictureBlock is one picture in the middle of the column.
func pictureBlock(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	width, height, fresh := 60.0, 60.0, false
	if n := blk.Options.Int("size", 0); n > 0 {
		width, height = min(float64(n), b.look.width), min(float64(n), fullPicture)
	} else if blk.Options.Get("size") == "full" {
		width, height, fresh = b.look.width, fullPicture, true
		if b.m.Kind == "sign" {
			height, fresh = signPicture, false
		}
	}
	pic, err := b.blockPicture(blk)
	if err != nil {
		return part{}, err
	}
	alt := blk.Options.Get("alt")
	x := (b.look.width - width) / 2
	return part{fresh: fresh, pupil: []piece{{height: height, draw: func(c *canvas, left, y float64) {
		b.figure(c, left+x, y, width, height, pic, alt)
	}}}}, nil
}

// blockPicture is the picture of a word, or a drawing beside the material.
func (b *builder) blockPicture(blk *materials.Block) (*picture.Picture, error) {
	if ref := blk.Options.Get("word"); ref != "" {
		if pic, _, ok := b.wordPicture(ref); ok {
			return pic, nil
		}
		return nil, noPicture(ref)
	}
	name := materials.AttachmentName(*blk)
	if b.o.Attachment == nil {
		return nil, materials.Errorf(materials.CodeContent, "Die Bilddatei „%s“ fehlt.", name)
	}
	svg, err := b.o.Attachment(name)
	if err != nil {
		return nil, &materials.Error{Code: materials.CodeContent, Message: fmt.Sprintf("Die Bilddatei „%s“ fehlt neben dem Material.", name), Err: err}
	}
	pic, err := picture.Parse(svg)
	if err != nil {
		return nil, &materials.Error{Code: materials.CodeContent, Message: fmt.Sprintf("„%s“ ist kein Bild, das sich drucken lässt. Erwartet wird eine SVG-Zeichnung.", name), Err: err}
	}
	return pic, nil
}
