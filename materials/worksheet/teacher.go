package worksheet

import (
	"slices"
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/page"
	"lernkoffer/materials/typeset"
)

// What teachers read is small: they hold the sheet themselves.
const (
	teacherSize = 10.5 // pt
	remarkSize  = 8.5  // pt, of dates and hints
)

func teacherStyle() typeset.Style { return typeset.Style{Size: teacherSize, Language: "de"} }

// teacherHead is the heading of a part of the teacher's page.
func (b *builder) teacherHead(title string) []piece {
	style := typeset.Style{Size: 12, Language: "de", Bold: true}
	p := &para{opts: typeset.Options{Width: bodyWidth}, role: page.RoleHeading2}
	head := b.pieces(p.add(title, style, black))
	for i := range head {
		head[i].hold = true
	}
	return head
}

// teacherBlock sets a note, a listening text or any other block for the teacher's
// page: what it says, without room to write.
func (b *builder) teacherBlock(index int, blk *materials.Block) error {
	title := blk.Options.Get("title")
	if title == "" {
		spec, _ := materials.SpecFor(blk.Type)
		title = spec.Label
	}
	sectioned := b.sectioned
	b.sectioned = true
	pieces := b.prose(blk.Prose, teacherStyle(), bodyWidth)
	b.sectioned = sectioned
	for _, row := range blk.Rows {
		p := &para{opts: typeset.Options{Width: bodyWidth}}
		pieces = append(pieces, b.pieces(b.text(p, wholeRow(row), teacherStyle(), nil, true))...)
	}
	if blk.Type == "picture" {
		out, err := pictureBlock(b, blk, b.exerciseOptions(index, blk))
		if err != nil {
			return err
		}
		pieces = append(pieces, out.pupil...)
	}
	if len(pieces) > 0 {
		b.teacher = append(b.teacher, chunk{pieces: space(append(b.teacherHead(title), space(pieces, 1)...), 5)})
	}
	return b.err
}

// wholeRow is all that a row says, on one line.
func wholeRow(row materials.Row) materials.Text {
	var out materials.Text
	if row.Speaker != "" {
		out = append(out, materials.Span{Kind: materials.SpanBold, Text: row.Speaker + ": "})
	}
	if row.Mark != "" {
		out = append(out, materials.Span{Text: row.Mark + " "})
	}
	out = append(out, row.Left...)
	for i, cell := range row.Cells {
		if i > 0 {
			out = append(out, materials.Span{Text: " | "})
		}
		out = append(out, cell...)
	}
	if len(row.Right) > 0 {
		out = append(append(out, materials.Span{Text: " = "}), row.Right...)
	}
	if len(row.Key) > 0 {
		out = append(append(out, materials.Span{Text: " – "}), row.Key...)
	}
	return out
}

// notesPage prints the teacher's own notes. They stand among the teacher's
// pages, never on a pupil's sheet.
func (b *builder) notesPage() {
	if len(b.o.Notes) == 0 {
		return
	}
	pieces := b.teacherHead("Meine Notizen")
	for _, note := range b.o.Notes {
		if note.Anchor.Quote != "" {
			pieces = append(pieces, space(b.line("„"+note.Anchor.Quote+"“", teacherStyle(), grey, bodyWidth), 2)...)
		}
		for line := range strings.Lines(note.Text) {
			pieces = append(pieces, space(b.line(strings.TrimSpace(line), teacherStyle(), black, bodyWidth), 1)...)
		}
		pieces = append(pieces, b.remark(germanDate(note))...)
	}
	b.teacher = slices.Insert(b.teacher, 0, chunk{pieces: space(pieces, 5)})
}

// remark is a line in small grey type.
func (b *builder) remark(text string) []piece {
	return b.line(text, typeset.Style{Size: remarkSize, Language: "de"}, grey, bodyWidth)
}

var months = [...]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"}

func germanDate(n materials.Note) string {
	t := n.Changed
	return t.Format("2. ") + months[t.Month()-1] + t.Format(" 2006")
}
