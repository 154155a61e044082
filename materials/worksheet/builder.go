package worksheet

import (
	"fmt"
	"slices"
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/page"
	"lernkoffer/materials/typeset"
)

// builder sets one sheet.
type builder struct {
	e     *Engine
	m     *materials.Material
	o     Options
	words *materials.WordList
	look  look

	pupil    []chunk
	solution []chunk
	teacher  []chunk
	tasks    int
	// credits are the sources of the pictures drawn, each once.
	credits []string
	err     error
}

// look is the type area and its sizes.
type look struct {
	body   float64 // pt
	width  float64 // of the text column, mm
	formal bool    // Sie
	pupils bool    // for pupils: name lines, solution apart
}

func newBuilder(e *Engine, m *materials.Material, o Options) *builder {
	b := &builder{e: e, m: m, o: o, words: e.Words(), look: lookFor(m)}
	return b
}

// signSize is the type of a sign in pt: readable from four metres.
const signSize = 64.0

// lookFor sets larger type for younger readers.
func lookFor(m *materials.Material) look {
	l := look{body: 12, width: bodyWidth}
	adults := []string{"parents", "teachers", "staff"}
	l.formal = len(m.Audience) > 0 && !slices.ContainsFunc(m.Audience, func(a string) bool { return !slices.Contains(adults, a) })
	staffKinds := []string{"letter", "sign", "handout", "idea", "observation", "profile", "phrases"}
	l.pupils = !slices.Contains(staffKinds, m.Kind) && !(l.formal && !slices.Contains(m.Audience, "parents"))
	switch {
	case slices.Contains(m.Levels, "alpha") && len(m.Levels) == 1:
		l.body = 15
	case len(m.Audience) == 1 && m.Audience[0] == "primary":
		l.body = 13.5
	case m.Kind == "sign":
		l.body = signSize
	case !l.pupils && m.Kind != "phrases":
		l.body = 11
	}
	return l
}

func (b *builder) style() typeset.Style { return typeset.Style{Size: b.look.body, Language: "de"} }

// small is for what stands beside the text proper: explanations, labels.
func (b *builder) small() typeset.Style {
	return typeset.Style{Size: max(9, b.look.body-1.5), Language: "de"}
}

func (b *builder) bold() typeset.Style {
	s := b.style()
	s.Bold = true
	return s
}

// fail keeps the first error; the sheet is then not made.
func (b *builder) fail(err error) {
	if b.err == nil {
		b.err = err
	}
}

// part is what a block puts on pupils' pages and on the solution sheet.
type part struct {
	pupil []piece
	key   []piece
	// torn lets the pieces of a long text be spread over pages freely.
	torn bool
	// fresh begins a page.
	fresh bool
}

func (b *builder) blocks() error {
	shown := 0
	for i := range b.m.Blocks {
		blk := &b.m.Blocks[i]
		if !blk.ForLevel(b.o.Level) {
			continue
		}
		shown++
		if err := b.block(i, blk); err != nil {
			return fmt.Errorf("%s: block %s in line %d: %w", b.m.ID, blk.Type, blk.Line, err)
		}
	}
	if shown == 0 {
		return materials.Errorf(materials.CodeContent, "„%s“ hat nichts für das Niveau %s. Wählen Sie ein anderes Niveau.",
			b.m.Title, materials.Levels.Label(b.o.Level))
	}
	b.glossPage()
	b.notesPage()
	return b.err
}

// block sets one block. Its errors name the block, so that an author finds it.
func (b *builder) block(index int, blk *materials.Block) error {
	if blk.ForTeacher() {
		b.teacher = append(b.teacher, chunk{pieces: space(b.teacherBlock(blk), 5)})
		return b.err
	}
	render, ok := renderers[blk.Type]
	if !ok {
		return materials.Errorf(materials.CodeContent,
			"Der Baustein „%s“ lässt sich noch nicht drucken.", blk.Type)
	}
	spec, _ := materials.SpecFor(blk.Type)
	number := 0
	if spec.Numbered {
		b.tasks++
		number = b.tasks
	}
	out, err := render(b, blk, b.exerciseOptions(index, blk))
	if err != nil {
		if e, ok := err.(*materials.Error); ok && number > 0 {
			return &materials.Error{Code: e.Code, Message: fmt.Sprintf("Aufgabe %d (%s): %s", number, spec.Label, e.Message), Err: e.Err}
		}
		return err
	}
	b.pupil = append(b.pupil, b.compose(blk, spec, number, out))
	if len(out.key) > 0 {
		b.solution = append(b.solution, chunk{pieces: b.keyHead(number, spec, out.key)})
	}
	return b.err
}

func (b *builder) exerciseOptions(index int, blk *materials.Block) exercise.Options {
	return exercise.Options{
		Seed: uint64(b.o.Seed)<<16 | uint64(index), Level: b.levelFor(), Group: b.o.Group, Block: blk.Options,
	}
}

// levelFor is the level an exercise is made for: the chosen one, else the
// material's lowest.
func (b *builder) levelFor() string {
	if b.o.Level != "" || len(b.m.Levels) == 0 {
		return b.o.Level
	}
	return b.m.Levels[0]
}

// compose puts title, number and instruction above a block and keeps them with it.
func (b *builder) compose(blk *materials.Block, spec materials.Spec, number int, out part) chunk {
	var head []piece
	if title := blk.Options.Get("title"); title != "" && blk.Type != "info" {
		style := b.bold()
		style.Size = min(style.Size, mostTitle)
		p := &para{opts: typeset.Options{Width: b.look.width}, role: page.RoleHeading3}
		head = append(head, b.pieces(p.add(title, style, black))...)
	}
	if number > 0 || (spec.Do != "" && blk.Type == "self-check") {
		head = append(head, space(b.taskHead(blk, spec, number), 1)...)
	}
	for i := range head {
		head[i].hold = true
	}
	body := out.pupil
	if len(head) > 0 && len(body) > 0 {
		body = space(body, 2)
	}
	if n := len(body); n > 2 && !out.torn {
		body[0].hold, body[n-2].hold = true, true
	}
	before := 5.5
	if blk.Type == "letter-part" {
		before = 2.2
	}
	if blk.Type == "prose" && (len(blk.Prose) == 0 || blk.Prose[0].Kind != materials.ProseHeading) {
		before = 3
	}
	return chunk{pieces: space(append(head, body...), before), torn: out.torn, fresh: out.fresh}
}

// taskHead is number, pictogram and instruction on one line.
func (b *builder) taskHead(blk *materials.Block, spec materials.Spec, number int) []piece {
	key := spec.Do
	if own := blk.Options.Get("do"); own != "" {
		key = own
	}
	in, _ := materials.InstructionFor(key)
	text := in.Text
	if b.look.formal {
		text = in.Formal
	}
	if hint := blk.Options.Get("hint"); hint != "" {
		text = strings.TrimRight(text, ".") + ": " + hint
	}
	const size = 8.0
	x := 0.0
	p := &para{opts: typeset.Options{Width: b.look.width - 18}, role: page.RoleHeading3}
	lines := b.pieces(p.add(text, b.bold(), black))
	var label []piece
	if number > 0 {
		label = b.line(fmt.Sprint(number), b.bold(), black, 0)
		x = 7
	}
	pictogram := b.pictogram(key)
	points := b.points(blk)
	row := beside([]column{
		{x: b.look.width - 16, pieces: points, middle: true},
		{x: 0, pieces: label, middle: true},
		{x: x + size + 2.5, pieces: lines, middle: true},
		{x: x, middle: true, pieces: []piece{{height: size, draw: func(c *canvas, x, y float64) {
			if pictogram != nil {
				c.artifact(page.Picture{X: x, Y: y, W: size, H: size, Picture: pictogram})
			}
		}}}},
	})
	return []piece{row}
}

// points is the blank for what a task earns in a test.
func (b *builder) points(blk *materials.Block) []piece {
	n := blk.Options.Int("points", 0)
	if n <= 0 {
		return nil
	}
	p := &para{opts: typeset.Options{Width: 16, Align: typeset.AlignEnd}}
	p.blank(b.small(), 8).add(fmt.Sprintf(" / %d", n), b.small(), black)
	return b.pieces(p)
}

// keyHead puts the task's number beside its solution.
func (b *builder) keyHead(number int, spec materials.Spec, key []piece) []piece {
	label := b.keyBold()
	text := spec.Label
	if number > 0 {
		text = fmt.Sprintf("%d  %s", number, spec.Label)
	}
	head := b.line(text, label, black, keyWidth)
	for i := range head {
		head[i].hold = true
	}
	return space(append(head, space(key, 1)...), 4)
}

func (b *builder) keyStyle() typeset.Style { return typeset.Style{Size: 10, Language: "de"} }

func (b *builder) keyBold() typeset.Style {
	return typeset.Style{Size: 10, Language: "de", Bold: true}
}

// keyLine is a line of the solution sheet.
func (b *builder) keyLine(text string) []piece {
	return b.line(text, b.keyStyle(), black, keyWidth)
}
