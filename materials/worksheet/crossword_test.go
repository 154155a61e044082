package worksheet_test

import (
	"slices"
	"strings"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/page"
	"lernkoffer/materials/worksheet"
)

const classroom = `Tisch = :tisch:
Stuhl = Du sitzt auf dem ___.
Tafel = Hier schreibt die Lehrerin.
Schere = :schere:
Bleistift = :bleistift:
Lineal = Es misst.
Buch = :buch:
Kreide = Sie ist weiß.`

// capitals are the single capitals on the pages of a document.
func capitals(doc *page.Document) string {
	var out []string
	for _, p := range doc.Pages {
		for _, t := range texts(p) {
			if text := strings.TrimSpace(t.text); len([]rune(text)) == 1 && text == strings.ToUpper(text) && !strings.ContainsAny(text, "0123456789.,:;–") {
				out = append(out, text)
			}
		}
	}
	slices.Sort(out)
	return strings.Join(out, "")
}

// figures are what the pictures on the pages of a document show.
func figures(doc *page.Document) []string {
	var out []string
	for _, p := range doc.Pages {
		for _, item := range p.Items {
			if pic, ok := item.(page.Picture); ok && strings.HasPrefix(pic.Alt, "Bild zu") {
				out = append(out, pic.Alt)
			}
		}
	}
	return out
}

// Ensure that pupils get empty cells and every clue on one page, and the solution
// the letters.
func TestCrosswordSheet(t *testing.T) {
	b := library(t)
	m := parse(t, "", block("crossword", classroom))
	for _, group := range []string{"A", "B"} {
		sheet := b.build(t, m, func(o *worksheet.Options) { o.Group = group })
		if n := len(sheet.Pupil.Pages); n != 1 {
			t.Errorf("group %s: %d pages, want 1", group, n)
		}
		got := whole(sheet.Pupil)
		for _, want := range []string{"waagerecht", "senkrecht", "Du sitzt auf dem", "Hier schreibt die Lehrerin.", "Es misst.", "Sie ist weiß."} {
			if !strings.Contains(got, want) {
				t.Errorf("group %s: the sheet lacks %q", group, want)
			}
		}
		if strings.Contains(got, "Stuhl") || strings.Contains(got, "Lösungswort") || strings.Contains(strings.Join(figures(sheet.Pupil), " "), "Tisch") {
			t.Errorf("group %s: the sheet gives a word away: %q", group, got)
		}
		if n := len(figures(sheet.Pupil)); n != 4 {
			t.Errorf("group %s: %d pictures, want 4", group, n)
		}
		if got := len(capitals(sheet.Solution)) - len(capitals(sheet.Pupil)); got < 25 {
			t.Errorf("group %s: the solution has only %d letters", group, got)
		}
	}
	first := b.build(t, m, nil)
	second := b.build(t, m, func(o *worksheet.Options) { o.Group = "B" })
	if slices.EqualFunc(texts(first.Solution.Pages[0]), texts(second.Solution.Pages[0]), func(x, y box) bool { return x.x0 == y.x0 && x.text == y.text }) {
		t.Error("both groups have the same grid")
	}
}

// Ensure that the solution word is asked for and answered, and that an example is
// filled in.
func TestCrosswordSolutionWord(t *testing.T) {
	b := library(t)
	sheet := b.build(t, parse(t, "", block("crossword solution=Schulbus", classroom)), nil)
	if got := whole(sheet.Pupil); !strings.Contains(got, "Lösungswort") || strings.Contains(got, "SCHULBUS") {
		t.Errorf("pupils read %q", got)
	}
	if got := whole(sheet.Solution); !strings.Contains(got, "Lösungswort: SCHULBUS") {
		t.Errorf("the solution says %q", got)
	}
	plain := capitals(b.build(t, parse(t, "", block("crossword", classroom)), nil).Pupil)
	solved := capitals(b.build(t, parse(t, "", block("crossword example", classroom)), nil).Pupil)
	if n := len(solved) - len(plain); n < 4 || n > 9 {
		t.Errorf("the example has %d letters", n)
	}
}

// Ensure that a large grid with long clues and one with pictures only stay in
// place, in colour and grey.
func TestCrosswordStaysInPlace(t *testing.T) {
	b := library(t)
	var pictured, worded []string
	for word := range strings.SplitSeq(nouns(t, 30), ", ") {
		if len(pictured) < 16 && !strings.Contains(word, " ") {
			pictured = append(pictured, word+" = :"+strings.ToLower(word)+":")
			worded = append(worded, word+" = Das gibt es hier und dort, auch bei dem "+long+" Nummer "+strings.Repeat("x", len(worded)+1)+".")
		}
	}
	for name, body := range map[string]string{"pictures": strings.Join(pictured, "\n"), "texts": strings.Join(worded, "\n"), "both": strings.Join(slices.Concat(pictured[:8], worded[8:]), "\n")} {
		for _, info := range []string{"crossword", "crossword size=20 example"} {
			for _, grey := range []bool{false, true} {
				sheet := b.build(t, parse(t, "", block(info, body)), func(o *worksheet.Options) { o.Grey = grey })
				for n, p := range pages(sheet) {
					checkPlaces(t, n+1, p)
					checkTags(t, n+1, p)
				}
				if name == "pictures" && len(sheet.Pupil.Pages) != 1 {
					t.Errorf("%s, %s: %d pages, want 1", info, name, len(sheet.Pupil.Pages))
				}
			}
		}
	}
}

// Ensure that what makes no fair crossword is refused as the task it is.
func TestCrosswordRefusal(t *testing.T) {
	b := library(t)
	_, err := b.engine.Build(parse(t, "", block("crossword", "Tisch = 1\nStuhl = 2\nTafel = 3")), b.options)
	if materials.ErrorCode(err) != materials.CodeContent || !strings.Contains(materials.ErrorMessage(err), "Aufgabe 1 (Kreuzworträtsel)") {
		t.Errorf("error %v", err)
	}
}

// Ensure that the table of verbs has all of them, and the key all forms.
func TestConjugationSheet(t *testing.T) {
	b := library(t)
	sheet := b.build(t, parse(t, "", block("conjugation example", verbs(t, 9))), nil)
	got := whole(sheet.Pupil)
	for i, verb := range strings.Split(verbs(t, 9), "\n") {
		if n := strings.Count(got, verb); n < 1 || i > 0 && n > 1 {
			t.Errorf("%q is printed %d times", verb, n)
		}
	}
	sheet = b.build(t, parse(t, "", block("conjugation persons=\"ich, du, sie/Sie\"", "gehen\naufstehen")), nil)
	if got := whole(sheet.Pupil); strings.Contains(got, "gehst") || strings.Count(got, "sie/Sie") != 1 {
		t.Errorf("pupils read %q", got)
	}
	key := strings.Join(strings.Fields(whole(sheet.Solution)), " ")
	for _, want := range []string{"gehen: ich gehe, du gehst, sie/Sie gehen", "aufstehen: ich stehe auf, du stehst auf, sie/Sie stehen auf"} {
		if !strings.Contains(key, want) {
			t.Errorf("the solution lacks %q: %q", want, key)
		}
	}
}

// Ensure that every word of a memory game has its picture and its name on a card.
func TestMemorySheet(t *testing.T) {
	b := library(t)
	sheet := b.build(t, parse(t, "", block("memory", "Tisch, Tasche, Buch")), nil)
	got := whole(sheet.Pupil)
	for _, want := range []string{"der Tisch", "die Tasche", "das Buch"} {
		if strings.Count(got, want) != 1 {
			t.Errorf("%q is printed %d times", want, strings.Count(got, want))
		}
	}
	_, err := b.engine.Build(parse(t, "", block("memory", "Tisch, Tasche, das Ladekabel | die Ladekabel")), b.options)
	if materials.ErrorCode(err) != materials.CodeContent || !strings.Contains(materials.ErrorMessage(err), "kein Bild") {
		t.Errorf("error %v, want a refusal", err)
	}
}
