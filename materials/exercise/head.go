package exercise

import (
	"fmt"
	"strings"

	"lernkoffer/materials"
)

// Generation numbers the way in which exercises are drawn. A reprint code
// carries it; it changes only when some input gives another exercise than before.
const Generation = 1

// The groups of a class that sit side by side.
const (
	GroupA = "A"
	GroupB = "B"
)

func (o Options) group() string {
	if o.Group == GroupB {
		return GroupB
	}
	return GroupA
}

// head returns the head of an exercise of the given type.
func (o Options) head(kind string) Head {
	do := o.Block.Get("do")
	if spec, ok := materials.SpecFor(kind); ok && do == "" {
		do = spec.Do
	}
	formal := o.Block.Get("age") == "adult"
	return Head{
		Type: kind, Seed: o.Seed, Level: o.Level, Group: o.group(),
		Instruction: Sentence(do, o.Block.Get("hint"), formal),
	}
}

// Sentence returns the instruction with the given key as it is printed: with
// the choice set behind a colon if there is a hint, with Sie if formal. It is
// empty for a key that is not in the closed list.
func Sentence(do, hint string, formal bool) string {
	in, ok := materials.InstructionFor(do)
	if !ok {
		return ""
	}
	text := in.Text
	if formal {
		text = in.Formal
	}
	if hint == "" {
		return text
	}
	return strings.TrimSuffix(text, ".") + ": " + hint
}

// refuse returns the error of an input that no fair exercise can be made of.
func refuse(format string, args ...any) error {
	return materials.Errorf(materials.CodeContent, format, args...)
}

// refuseRow is refuse for a line of a file.
func refuseRow(r materials.Row, format string, args ...any) error {
	msg := fmt.Sprintf(format, args...)
	if r.Line > 0 {
		msg = fmt.Sprintf("Zeile %d: %s", r.Line, msg)
	}
	return materials.Errorf(materials.CodeContent, "%s", msg)
}

// fewest is how many items an exercise needs to be one.
const fewest = 3

// enough refuses fewer than least things; what names them in the plural.
func enough(n, least int, what string) error {
	if n >= least {
		return nil
	}
	return refuse("Für diese Aufgabe braucht es mindestens %d %s, hier sind es %d. Bitte ergänzen Sie die Liste.", least, what, n)
}
