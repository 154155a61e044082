package lint

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/source"
)

// Input is a material and what its checks look things up in. A check whose
// table is missing is left out.
type Input struct {
	Name     string // of the file, for the findings
	Material *materials.Material
	// Line returns the line of a key of the head; 1 is taken without it.
	Line func(key string) int

	Words    *materials.WordList
	Pictures materials.Pictures
	// Missing returns the characters of text that no font for the language has.
	Missing func(text, language string) []rune
	// Attachment opens a file beside the material.
	Attachment func(name string) ([]byte, error)
	// Materials finds what a letter takes a block of.
	Materials func(id materials.ID) (*materials.Material, bool)
}

// rule is a check with the name that its findings carry.
type rule struct {
	name  string
	check func(*checker)
}

var rules = []rule{
	{"head", checkHead},
	{"review", checkReview},
	{"instruction", checkInstructions},
	{"word", checkWords},
	{"article", checkArticles},
	{"picture", checkPictures},
	{"reference", checkReferences},
	{"evidence", checkEvidence},
	{"translation", checkTranslations},
	{"slot", checkSlots},
	{"sentence", checkSentences},
	{"typography", checkTypography},
	{"terms", checkTerms},
	{"sensitive", checkSensitive},
	{"glyph", checkGlyphs},
	{"exercise", checkExercises},
}

// checker gathers the findings of one material.
type checker struct {
	Input
	rule     string
	findings []materials.Finding
}

// Check returns what is wrong with a material, in the order of its lines.
func Check(in Input) []materials.Finding {
	c := &checker{Input: in}
	if c.Words == nil {
		c.Words = &materials.WordList{}
	}
	for _, r := range rules {
		c.rule = r.name
		r.check(c)
	}
	slices.SortStableFunc(c.findings, func(a, b materials.Finding) int { return cmp.Compare(a.Line, b.Line) })
	return slices.Compact(c.findings)
}

// File reads and checks a file. What it can't read is reported as Parse says it,
// and is then not checked further.
func File(name string, src []byte, in Input) []materials.Finding {
	doc, err := source.Parse(name, src)
	if err != nil {
		return fromError(name, err)
	}
	in.Name, in.Material, in.Line = name, doc.Material, doc.Line
	return Check(in)
}

// fromError returns the findings of an error of package source.
func fromError(name string, err error) []materials.Finding {
	var content *materials.ContentError
	if errors.As(err, &content) {
		return content.Findings
	}
	return []materials.Finding{{
		File: name, Severity: materials.SeverityError, Rule: "read",
		Message: "Die Datei kann nicht gelesen werden: " + materials.ErrorMessage(err),
	}}
}

// mostFindings is how many findings of a material are kept.
const mostFindings = 1000

func (c *checker) full() bool { return len(c.findings) >= mostFindings }

func (c *checker) add(severity materials.Severity, line int, format string, args ...any) {
	if c.full() {
		return
	}
	c.findings = append(c.findings, materials.Finding{
		File: c.Name, Line: line, Severity: severity, Rule: c.rule, Message: fmt.Sprintf(format, args...),
	})
}

func (c *checker) error(line int, format string, args ...any) {
	c.add(materials.SeverityError, line, format, args...)
}

func (c *checker) warn(line int, format string, args ...any) {
	c.add(materials.SeverityWarning, line, format, args...)
}

// key returns the line of a key of the head.
func (c *checker) key(name string) int {
	if c.Line == nil {
		return 1
	}
	return c.Line(name)
}

// line is a line of text in one language, as the author wrote it.
type line struct {
	number   int
	text     string
	language string
}

// lines returns all lines of the material's blocks, marks included, with their
// languages.
func (c *checker) lines() []line {
	var out []line
	for _, b := range c.Material.Blocks {
		out = append(out, blockLines(b)...)
	}
	return out
}

func blockLines(b materials.Block) []line {
	spec, _ := materials.SpecFor(b.Type)
	first := b.Line + 1
	if b.Type == "prose" {
		first = b.Line
	}
	languages := map[int]string{}
	if spec.Marks&materials.MarkLanguage != 0 {
		for _, row := range b.Rows {
			languages[row.Line] = row.Speaker
		}
	}
	var out []line
	for i, text := range strings.Split(b.Body, "\n") {
		l := line{number: first + i, text: text, language: "de"}
		if lang, ok := languages[l.number]; ok {
			l.language = lang
			_, l.text, _ = strings.Cut(text, ":")
			l.text = strings.TrimLeft(l.text, " ")
		}
		out = append(out, l)
	}
	return out
}

// headLines returns the texts of the head that people read.
func (c *checker) headLines() []line {
	out := []line{
		{c.key("title"), c.Material.Title, "de"},
		{c.key("summary"), c.Material.Summary, "de"},
	}
	if f := c.Material.Feast; f != nil {
		out = append(out, line{c.key("feast"), f.Note, "de"})
	}
	for _, s := range c.Material.Sources {
		out = append(out, line{c.key("sources"), s.Text, "de"}, line{c.key("sources"), s.Seen, "de"})
	}
	return out
}

// optionLines returns the options that are printed.
func (c *checker) optionLines() []line {
	var out []line
	for _, b := range c.Material.Blocks {
		for _, key := range []string{"title", "hint", "alt", "distractors"} {
			if v := b.Options.Get(key); v != "" {
				out = append(out, line{b.Line, v, "de"})
			}
		}
	}
	return out
}
