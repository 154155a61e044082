package worksheet

import (
	"errors"
	"fmt"
	"slices"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
	"lernkoffer/materials/page"
	"lernkoffer/materials/typeset"
)

// builder sets one sheet.
type builder struct {
	e         *Engine
	m         *materials.Material
	o         Options
	words     *materials.WordList
	look      look
	renderers map[string]renderer

	pupil    []chunk
	solution []answers
	teacher  []chunk
	tasks    int
	// sectioned says that a section's heading stands above what comes next.
	sectioned bool
	// credits are the sources of the pictures drawn, each once.
	credits []string
	err     error
	slip    bool // the parts of a letter go on the slip, which is cut off in one piece
}

// look is the type area and its sizes.
type look struct {
	body   float64 // pt
	width  float64 // of the text column, mm
	formal bool    // Sie
	pupils bool    // for pupils: name lines, solution apart
}

func newBuilder(e *Engine, m *materials.Material, o Options) *builder {
	return &builder{e: e, m: m, o: o, words: e.Words(), look: lookFor(m), renderers: renderers()}
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

// section is what the heading of a section is read as, below the title.
func (b *builder) section() page.Role {
	b.sectioned = true
	return page.RoleHeading2
}

// subheading is what a heading is read as that a section may stand above: no
// level is left out.
func (b *builder) subheading() page.Role {
	if b.sectioned {
		return page.RoleHeading3
	}
	return page.RoleHeading2
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

// blocks sets the blocks of the material, and what belongs to all of them.
func (b *builder) blocks() error {
	shown := 0 // to pupils
	for i := range b.m.Blocks {
		blk := &b.m.Blocks[i]
		if !blk.ForLevel(b.o.Level) {
			continue
		}
		if !blk.ForTeacher() {
			shown++
		}
		if err := b.block(i, blk); err != nil {
			return fmt.Errorf("%s: block %s in line %d: %w", b.m.ID, blk.Type, blk.Line, err)
		}
	}
	switch {
	case shown > 0:
	case b.o.Level != "" || len(b.teacher) == 0:
		return b.nothing()
	default:
		// What is for teachers alone is the sheet itself.
		b.pupil, b.teacher, b.look.pupils = b.teacher, nil, false
	}
	b.glossPage()
	b.notesPage()
	return b.err
}

// nothing says why there is no sheet.
func (b *builder) nothing() error {
	if b.o.Level == "" {
		return materials.Errorf(materials.CodeContent, "„%s“ ist leer. Bitte ergänzen Sie Text oder Aufgaben.", b.m.Title)
	}
	return materials.Errorf(materials.CodeContent, "„%s“ hat nichts für das Niveau %s. Bitte wählen Sie ein anderes Niveau.",
		b.m.Title, materials.Levels.Label(b.o.Level))
}

// block sets one block.
func (b *builder) block(index int, blk *materials.Block) error {
	if blk.ForTeacher() {
		return b.teacherBlock(index, blk)
	}
	spec, _ := materials.SpecFor(blk.Type)
	render, ok := b.renderers[blk.Type]
	if !ok {
		label := spec.Label
		if label == "" {
			label = blk.Type
		}
		return materials.Errorf(materials.CodeContent,
			"Der Baustein „%s“ lässt sich noch nicht drucken. Bitte lassen Sie ihn weg oder nehmen Sie einen anderen.", label)
	}
	number := 0
	if spec.Numbered {
		b.tasks++
		number = b.tasks
	}
	out, err := render(b, blk, b.exerciseOptions(index, blk))
	if err == nil {
		err = b.err
	}
	if err != nil {
		return inTask(err, number, spec)
	}
	if k := b.compose(blk, spec, number, out); len(k.pieces) > 0 {
		if n := len(b.pupil) - 1; b.slip && blk.Type == "letter-part" {
			b.pupil[n].pieces = holdAll(append(b.pupil[n].pieces, k.pieces...))
		} else {
			b.pupil = append(b.pupil, k)
		}
		b.slip = blk.Type == "letter-part" && (b.slip || blk.Options.Get("role") == "slip-head")
	}
	if len(out.key) > 0 {
		b.solution = append(b.solution, answers{number: number, label: spec.Label, pieces: out.key})
	}
	return b.err
}

// inTask names the task in an error, as teachers see it on the page.
func inTask(err error, number int, spec materials.Spec) error {
	var known *materials.Error
	if number == 0 || !errors.As(err, &known) {
		return err
	}
	return &materials.Error{
		Code: known.Code, Err: known.Err,
		Message: fmt.Sprintf("Aufgabe %d (%s): %s", number, spec.Label, known.Message),
	}
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
