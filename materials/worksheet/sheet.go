package worksheet

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/page"
	"lernkoffer/materials/typeset"
)

// The type area in mm. The left margin leaves room for a hole punch.
const (
	marginLeft   = 22.0
	marginRight  = 18.0
	marginTop    = 14.0
	marginBottom = 20.0
	bodyWidth    = page.A4Width - marginLeft - marginRight
	bodyHeight   = page.A4Height - marginTop - marginBottom
	headGap      = 5.0
)

func (b *builder) pupilDocument(code string) *page.Document {
	doc := b.document(b.m.Title)
	var head []piece
	if b.look.pupils {
		head = append(head, b.nameLines())
	}
	if b.m.Kind != "sign" {
		head = append(head, space(b.title(b.m.Title, b.levelLabel()), 4)...)
	}
	doc.Pages = b.pages(leaves(head, b.pupil, 1), code, "")
	return doc
}

// mostHead is how much of a page notes may fill for the solutions to begin below
// them; longer ones have pages of their own.
const mostHead = 0.6 * bodyHeight

// solutionDocument is for the teacher alone: what to know, then the solutions in
// two columns. It is nil where there is neither.
func (b *builder) solutionDocument(code string) *page.Document {
	title, label := "Für die Lehrkraft: "+b.m.Title, "Für die Lehrkraft"
	if len(b.teacher) == 0 {
		title, label = "Lösung: "+b.m.Title, "Lösung"
	}
	head := b.title(title, b.groupLabel())
	var set []leaf
	switch notes := together(b.teacher); {
	case len(b.teacher) == 0 && len(b.solution) == 0:
		return nil
	case len(b.solution) == 0:
		set = leaves(head, b.teacher, 1)
	case len(notes) == 0:
		set = leaves(head, b.solutionChunks(page.RoleHeading2), keyColumns)
	case heightOf(notes) <= mostHead:
		head = append(append(head, notes...), b.solutionHeading()...)
		set = leaves(head, b.solutionChunks(page.RoleHeading3), keyColumns)
	default:
		head2 := b.title("Lösung: "+b.m.Title, b.groupLabel())
		set = append(leaves(head, b.teacher, 1), leaves(head2, b.solutionChunks(page.RoleHeading2), keyColumns)...)
	}
	doc := b.document(title)
	doc.Pages = b.pages(set, code, label)
	return doc
}

// together is the pieces of all chunks.
func together(chunks []chunk) []piece {
	var out []piece
	for _, k := range chunks {
		out = append(out, k.pieces...)
	}
	return out
}

func (b *builder) solutionHeading() []piece {
	style := typeset.Style{Size: 14, Bold: true, Language: "de"}
	p := &para{opts: typeset.Options{Width: bodyWidth}, role: page.RoleHeading2}
	return space(b.pieces(p.add("Lösungen", style, black)), 8)
}

// leaf is a page before its foot: a head, and below it one or more columns.
type leaf struct {
	head []piece
	body []placed
}

// leaves breaks chunks into pages of n columns, the first below a head.
func leaves(head []piece, chunks []chunk, n int) []leaf {
	below := 0.0
	if len(head) > 0 {
		below = heightOf(head) + headGap
	}
	set := paginate(chunks, func(column int) float64 {
		if column < n {
			return bodyHeight - below
		}
		return bodyHeight
	})
	var out []leaf
	for columns := range slices.Chunk(set, n) {
		l := leaf{}
		top := 0.0
		if len(out) == 0 {
			l.head, top = head, below
		}
		for k, column := range columns {
			for _, p := range column {
				p.x, p.y = float64(k)*(keyWidth+keyGap), p.y+top
				l.body = append(l.body, p)
			}
		}
		out = append(out, l)
	}
	return out
}

// pages draws leaves and finishes each with its foot.
func (b *builder) pages(set []leaf, code, label string) []*page.Page {
	out := make([]*page.Page, len(set))
	for i, l := range set {
		c := &canvas{grey: b.o.Grey}
		drawStack(c, l.head, marginLeft, marginTop)
		paint(c, l.body, marginLeft, marginTop)
		b.foot(c, i+1, len(set), code, label)
		out[i] = &page.Page{Width: page.A4Width, Height: page.A4Height, Items: c.items}
	}
	return out
}

// nameLines is the line for name, class and date.
func (b *builder) nameLines() piece {
	style := typeset.Style{Size: 10, Language: "de"}
	fields := []struct {
		label    string
		from, to float64
	}{{"Name:", 0, 88}, {"Klasse:", 94, 124}, {"Datum:", 130, bodyWidth}}
	var columns []column
	for _, f := range fields {
		columns = append(columns, column{x: f.from, pieces: b.line(f.label, style, grey, 0)})
	}
	labels := beside(columns)
	return piece{height: labels.height + 3, draw: func(c *canvas, x, y float64) {
		labels.draw(c, x, y+1)
		for _, f := range fields {
			start := f.from + b.width(f.label, style) + 2
			c.rule(x+start, y+labels.height, x+f.to, y+labels.height, grey, 0.25)
		}
	}}
}

// The type of titles in pt, and how many letters of one are printed.
const (
	mostTitle    = 22.0
	longTitle    = 15.0
	titleLetters = 300
)

// title is the head of a page: the title, with a tag at its right.
func (b *builder) title(text, tag string) []piece {
	style := typeset.Style{Size: min(max(18, b.look.body+5), mostTitle), Bold: true, Language: "de"}
	if letters := []rune(text); len(letters) > titleLetters {
		text = strings.TrimSpace(string(letters[:titleLetters])) + " …"
		style.Size = longTitle
	}
	room := bodyWidth
	small := typeset.Style{Size: 10, Language: "de"}
	if tag != "" {
		room -= b.width(tag, small) + 6
	}
	p := &para{opts: typeset.Options{Width: room, Leading: 1.2}, role: page.RoleHeading1}
	columns := []column{{pieces: b.pieces(p.add(text, style, black))}}
	if tag != "" {
		columns = append(columns, column{x: bodyWidth - b.width(tag, small), pieces: b.line(tag, small, grey, 0)})
	}
	return []piece{beside(columns)}
}

// levelLabel is what stands at the right of the title: level and group.
func (b *builder) levelLabel() string {
	var labels []string
	levels := b.m.Levels
	if b.o.Level != "" {
		levels = []string{b.o.Level}
	}
	for _, level := range levels {
		if level == "alpha" {
			labels = append(labels, "Alpha")
			continue
		}
		labels = append(labels, materials.Levels.Label(level))
	}
	if !b.look.pupils {
		return ""
	}
	out := strings.Join(labels, ", ")
	if g := b.groupLabel(); g != "" {
		out = strings.TrimPrefix(out+" · "+g, " · ")
	}
	return out
}

func (b *builder) groupLabel() string {
	if b.o.Group == "B" {
		return "Gruppe B"
	}
	return ""
}

// foot says where the page comes from, under which licence, and its number.
func (b *builder) foot(c *canvas, n, of int, code, label string) {
	style := typeset.Style{Size: 7.5, Language: "de"}
	y := page.A4Height - marginBottom + 4
	c.begin(page.RoleArtifact)
	defer c.end()
	c.add(stroke(linePath(marginLeft, y, page.A4Width-marginRight, y), light, 0.2))
	number := fmt.Sprintf("Seite %d von %d", n, of)
	if label != "" {
		number = label + " · " + number
	}
	b.plainLine(c, page.A4Width-marginRight-b.width(number, style), y+3.9, number, style)
	b.plainLine(c, marginLeft, y+3.9, b.fit(b.source(), style, bodyWidth-b.width(number, style)-6), style)
	b.plainLine(c, marginLeft, y+7.3, b.fit(b.pictureCredit(), style, bodyWidth-60), style)
	reprint := "Nachdruck " + code
	b.plainLine(c, page.A4Width-marginRight-b.width(reprint, style), y+7.3, reprint, style)
}

// plainLine draws one line outside the tag tree.
func (b *builder) plainLine(c *canvas, x, baseline float64, text string, style typeset.Style) {
	if text == "" {
		return
	}
	lines, err := b.e.Fonts.Layout([]typeset.Span{{Text: text, Style: style}}, typeset.Options{})
	if err != nil {
		b.fail(err)
		return
	}
	for _, line := range lines {
		c.runs(x, baseline, line, []ink{{colour: grey}})
	}
}

func (b *builder) source() string {
	parts := []string{"„" + b.m.Title + "“"}
	if len(b.m.Authors) > 0 {
		parts = append(parts, strings.Join(b.m.Authors, ", "))
	}
	parts = append(parts, materials.Licences.Label(b.m.Licence))
	if b.m.Licence == "school-only" {
		parts[len(parts)-1] = "nur für die eigene Schule"
	}
	return strings.Join(parts, " · ")
}

func (b *builder) pictureCredit() string {
	if len(b.credits) == 0 {
		return ""
	}
	credits := slices.Sorted(slices.Values(b.credits))
	return "Bilder: " + strings.Join(credits, ", ")
}

// fit shortens text to a width in mm; an ellipsis says so.
func (b *builder) fit(text string, style typeset.Style, width float64) string {
	if b.width(text, style) <= width {
		return text
	}
	runes := []rune(text)
	n := sort.Search(len(runes), func(n int) bool { return b.width(string(runes[:n+1])+" …", style) > width })
	return strings.TrimRight(string(runes[:n]), " ") + " …"
}
