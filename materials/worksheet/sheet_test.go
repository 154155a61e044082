package worksheet_test

import (
	"strings"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/page"
	"lernkoffer/materials/picture"
	"lernkoffer/materials/worksheet"
)

// whole is the text of all pages of a document.
func whole(doc *page.Document) string {
	if doc == nil {
		return ""
	}
	var b strings.Builder
	for _, p := range doc.Pages {
		b.WriteString(content(p))
	}
	return b.String()
}

const note = "``` note\nZeigen Sie das Bild.\n```\n"

// Ensure that what is for teachers alone never makes an empty sheet for pupils.
func TestTeachersOnly(t *testing.T) {
	b := library(t)
	m := parse(t, "kind: idea\naudience: [teachers]\n", note)
	sheet := b.build(t, m, func(o *worksheet.Options) { o.Notes = []materials.Note{{Text: "Meine Notiz."}} })
	if got := whole(sheet.Pupil); !strings.Contains(got, "Zeigen Sie") || strings.Contains(got, "Klasse:") || strings.Contains(got, "Notiz") {
		t.Errorf("the sheet says %q", got)
	}
	if got := whole(sheet.Solution); !strings.Contains(got, "Meine Notiz.") {
		t.Errorf("the teacher's page says %q", got)
	}
}

// Ensure that a level for which only the teacher's notes are left is refused.
func TestLevelWithoutPupilsBlocks(t *testing.T) {
	b := library(t)
	m := parse(t, "", note+"\n"+block("text level=A1", "Ein Satz."))
	o := b.options
	o.Level = "A2"
	_, err := b.engine.Build(m, o)
	if materials.ErrorCode(err) != materials.CodeContent || !strings.Contains(materials.ErrorMessage(err), "nichts für das Niveau A2. Bitte") {
		t.Errorf("error %v, want a refusal", err)
	}
	b.build(t, m, func(o *worksheet.Options) { o.Level = "A1" })
}

// Ensure that an empty material is refused with a reason.
func TestEmptyMaterial(t *testing.T) {
	b := library(t)
	m := parse(t, "", "Ein Satz.\n")
	m.Blocks = nil
	if _, err := b.engine.Build(m, b.options); materials.ErrorCode(err) != materials.CodeContent {
		t.Errorf("error %v, want a refusal", err)
	}
}

// Ensure that blocks marked for the teacher lose nothing of what they say.
func TestTeachersBlocks(t *testing.T) {
	b := library(t)
	m := parse(t, "", "Ein Satz.\n\n"+
		block("dialogue for=teacher", "Milad: Wo ist der Bus?")+
		block("plan for=teacher", "5 | Beginn | Begrüßen.")+
		block("matching for=teacher", "Katze = miau // ein Tier\nHund = wau")+
		block("picture word=Tisch alt=Tisch for=teacher", ""))
	sheet := b.build(t, m, nil)
	got := strings.Join(strings.Fields(whole(sheet.Solution)), " ")
	for _, want := range []string{"Milad:", "Wo ist der Bus?", "5", "Beginn", "Begrüßen.", "Katze = miau – ein Tier"} {
		if !strings.Contains(got, want) {
			t.Errorf("the teacher's page lacks %q: %s", want, got)
		}
	}
	pictures := 0
	for _, item := range sheet.Solution.Pages[0].Items {
		if _, ok := item.(page.Picture); ok {
			pictures++
		}
	}
	if pictures != 1 {
		t.Errorf("the teacher's page has %d pictures, want 1", pictures)
	}
	if got := whole(sheet.Pupil); strings.Contains(got, "Katze") || strings.Contains(got, "Milad") {
		t.Errorf("pupils read %q", got)
	}
}

// Ensure that a sheet without colour has none, in texts, lines and solutions.
func TestGrey(t *testing.T) {
	b := library(t)
	m := parse(t, "", block("cloze bank example", "Ich [gehe] heim.\nDu [bist] da.")+block("articles colours", "Tisch, Tasche, Buch")+
		block("word-search", "Tisch, Tasche, Lampe"))
	coloured := func(grey bool) int {
		n := 0
		for _, p := range pages(b.build(t, m, func(o *worksheet.Options) { o.Grey = grey })) {
			for _, item := range p.Items {
				switch item := item.(type) {
				case page.Text:
					n += colours(item.Colour)
				case page.Path:
					n += colours(item.Shape.Fill.Colour) + colours(item.Shape.Stroke.Colour)
				}
			}
		}
		return n
	}
	if coloured(false) == 0 {
		t.Error("nothing has a colour to begin with")
	}
	if n := coloured(true); n != 0 {
		t.Errorf("%d things have a colour", n)
	}
}

func colours(c picture.Colour) int {
	if c == c.Grey() {
		return 0
	}
	return 1
}

// Ensure that tasks of many things are all printed, in turns that have room.
func TestNothingIsLeftOut(t *testing.T) {
	b := library(t)
	for name, tc := range map[string]struct {
		body   string
		format string
		n      int
	}{
		"matching": {block("matching", lines(50, "links%d = rechts%d")), "rechts%d ", 50},
		"clock":    {block("clock", lines(20, "%d:05 = zeit%d")), "zeit%d ", 20},
		"bank":     {block("cloze bank", lines(60, "Satz [wort%d]")), "wort%d ", 60},
		"sort":     {block("categories columns=\"A | B\"", lines(60, "ding%d = A")+"\nrest = B"), "ding%d ", 60},
	} {
		t.Run(name, func(t *testing.T) {
			got := whole(b.build(t, parse(t, "", tc.body), nil).Pupil)
			for line := range strings.SplitSeq(lines(tc.n, tc.format), "\n") {
				if strings.Count(got, line) != 1 {
					t.Errorf("%q is printed %d times", line, strings.Count(got, line))
				}
			}
		})
	}
}

// Ensure that verbs that have no room beside each other get another table.
func TestManyVerbs(t *testing.T) {
	b := library(t)
	list := verbs(t, 9)
	got := whole(b.build(t, parse(t, "", block("conjugation", list)), nil).Pupil)
	for verb := range strings.SplitSeq(list, "\n") {
		if !strings.Contains(got, verb+" ") {
			t.Errorf("%q is left out", verb)
		}
	}
}

// Ensure that an unknown instruction falls back on the block's own.
func TestUnknownInstruction(t *testing.T) {
	b := library(t)
	m := parse(t, "", block("cloze", "Ich [bin] da.\nDu [bist] da."))
	m.Blocks[0].Options = append(m.Blocks[0].Options, materials.Option{Key: "do", Value: "fliegen"}, materials.Option{Key: "xyz", Flag: true})
	if got := whole(b.build(t, m, nil).Pupil); !strings.Contains(got, "Ergänze.") {
		t.Errorf("the sheet says %q", got)
	}
}

// Ensure that options without reason don't make a sheet without end.
func TestUnreasonableNumbers(t *testing.T) {
	b := library(t)
	for _, body := range []string{
		block("questions lines=5", "Wo? = Hier.\nWer? = Ich.\nWas? = Das."), block("frame lines=5", "Ich …"), block("tracing rows=5", "Mo"),
		block("words columns=5", "Tisch, Buch"), block("picture word=Tisch alt=Tisch size=5", ""),
	} {
		for _, value := range []string{"-5", "0", "1000000000"} {
			m := parse(t, "", body)
			for i := range m.Blocks[0].Options {
				if m.Blocks[0].Options[i].Value == "5" {
					m.Blocks[0].Options[i].Value = value
				}
			}
			for n, p := range pages(b.build(t, m, nil)) {
				checkPlaces(t, n+1, p)
			}
		}
	}
}

// Ensure that an author finds the task that an error is about.
func TestErrorsNameTheTask(t *testing.T) {
	b := library(t)
	m := parse(t, "", block("articles", "Tisch, Tasche, Buch")+block("articles", "Tisch, Stuhl, Baum"))
	_, err := b.engine.Build(m, b.options)
	if got := materials.ErrorMessage(err); !strings.HasPrefix(got, "Aufgabe 2 (Artikel): ") {
		t.Errorf("message %q", got)
	}
	if !strings.Contains(err.Error(), "line 22") {
		t.Errorf("error %v names no line", err)
	}
}
