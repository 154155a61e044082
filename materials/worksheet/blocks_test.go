package worksheet_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/page"
	"lernkoffer/materials/picture"
	"lernkoffer/materials/source"
)

// parse reads a worksheet of pupils with the given front matter lines and body.
func parse(t testing.TB, front, body string) *materials.Material {
	t.Helper()
	head := "---\nsummary: Eine Probe.\nage: [8, 14]\ncompetences: [reading]\ntopics: [school]\nfields: [schooling]\nduration: 30\nreview: {de: draft}\nid: lernkoffer/probe\ntitle: Probe\nkind: worksheet\nlevels: [A1, A2]\naudience: [primary]\n" +
		"languages: [de]\nlicence: CC-BY-SA-4.0\nauthors: [Lernkoffer-Redaktion]\nversion: 1\n"
	for line := range strings.Lines(front) {
		key, _, _ := strings.Cut(line, ":")
		if from := strings.Index(head, key+":"); from >= 0 {
			to := from + strings.Index(head[from:], "\n") + 1
			head = head[:from] + head[to:]
		}
	}
	doc, err := source.Parse("probe.md", []byte(head+front+"---\n"+body))
	if err != nil {
		t.Fatal(err)
	}
	return doc.Material
}

// block is the source of a fenced block.
func block(info, body string) string { return "``` " + info + "\n" + body + "\n```\n" }

// long is a word that has no room in a narrow column.
const long = "Donaudampfschifffahrtsgesellschaftskapitän"

// sentences are n sentences, all different.
func sentences(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Am Morgen Nummer %d geht das Kind mit der großen Tasche in die Schule und sucht den %s. ", i+1, long)
	}
	return strings.TrimSpace(b.String())
}

// paragraphs are n long paragraphs.
func paragraphs(n int) string {
	return strings.TrimSpace(strings.Repeat(sentences(20)+"\n\n", n))
}

// lines are n lines made by a format with the line's number.
func lines(n int, format string) string {
	out := make([]string, n)
	for i := range out {
		out[i] = strings.ReplaceAll(format, "%d", fmt.Sprint(i+1))
	}
	return strings.Join(out, "\n")
}

// nouns are n nouns of the table that are good for every exercise with words.
func nouns(t testing.TB, n int) string {
	seen := map[string]bool{}
	var out []string
	for _, w := range library(t).engine.Words().All() {
		plain := w.PartOfSpeech == "noun" && w.Picture != "" && w.Plural != "" && w.Plural != w.Lemma && w.Remark == "" &&
			w.PluralNote == "" && len(w.Variants) == 0 && w.Article != "none" && len([]rune(w.Lemma)) > 3 && w.ID == strings.ToLower(w.Lemma)
		if plain && !seen[w.Picture] && len(out) < n {
			seen[w.Picture] = true
			out = append(out, w.Lemma)
		}
	}
	if len(out) < n {
		t.Fatalf("only %d nouns", len(out))
	}
	return strings.Join(out, ", ")
}

// probe is a block type with a small body and with one that goes to the limits.
type probe struct{ small, extreme string }

func probes(t testing.TB) map[string]probe {
	many := func(n int, format string) string { return lines(n, format) }
	var pictures []string
	for word := range strings.SplitSeq(nouns(t, 30), ", ") {
		pictures = append(pictures, word)
	}
	each := func(format string) string {
		var out []string
		for i, word := range pictures {
			out = append(out, strings.NewReplacer("%s", word, "%d", fmt.Sprint(i)).Replace(format))
		}
		return strings.Join(out, "\n")
	}
	return map[string]probe{
		"prose":     {"Ein Satz.\n", "## " + sentences(2) + "\n\n" + paragraphs(4) + "\n\n- " + long + "\n  - " + long + "\n    1. " + sentences(5) + "\n\n" + bigTable(12, 8) + "\n" + bigTable(2, 80)},
		"info":      {block("info", "Ein Satz."), block("info title=\""+sentences(3)+"\"", paragraphs(4)+"\n\n"+bigTable(4, 40))},
		"text":      {block("text", "Ein Satz."), block("text lines", sentences(200))},
		"dialogue":  {block("dialogue", "A: Hallo!"), block("dialogue lines", strings.Repeat("N", 40)+": "+sentences(60)+"\n"+many(40, "Frau Doktor "+long+": Guten Tag %d."))},
		"glossary":  {block("glossary", "das Heft = etwas zum Schreiben"), block("glossary", many(60, long+" %d = "+sentences(1))+"\nder Rest = "+sentences(60))},
		"words":     {block("words", "Tisch"), block("words article plural picture columns=6", nouns(t, 60)+explicit(long))},
		"chunks":    {block("chunks", "Ich möchte …"), block("chunks", many(80, "%d "+sentences(1)))},
		"phrases":   {block("phrases", "de: Hallo!"), block("phrases", "de: "+sentences(40)+"\nar: "+strings.Repeat("أهلا وسهلا بكم في المدرسة ", 60)+"\n\n"+strings.ReplaceAll(many(50, "de: Satz %d."), "\n", "\n\n"))},
		"picture":   {block("picture word=Tisch alt=Tisch", ""), block("picture word=Tisch alt=Tisch size=full", "") + block("picture word=Tisch alt=Tisch size=9999", "")},
		"names":     {block("names", "tr: Bayram = Kutlu olsun!"), block("names", "de: "+long+" = "+sentences(60)+"\n"+many(40, "tr: Bayram %d = Kutlu olsun, "+long+"!"))},
		"plan":      {block("plan", "5 | Beginn | Begrüßen."), block("plan unit=day", many(40, "%d bis "+long+" | "+long+" | "+sentences(3))+"\n5 | Ende | "+sentences(70))},
		"checklist": {block("checklist", "Ein Punkt"), block("checklist", many(60, "%d "+sentences(2)))},
		"letter-part": {
			block("letter-part 1 role=text", "de: Guten Tag."),
			block("letter-part 1 role=tick-fill", "de: "+sentences(3)) + block("letter-part 2 role=item", "de: "+sentences(60)) + block("letter-part 3 role=text", "de: Ende.\ntr: Son."),
		},
		"self-check": {block("self-check", "Ich kann lesen."), block("self-check age=child", many(60, "%d "+sentences(1)))},

		"cloze": {
			block("cloze bank", "Ich [gehe] heim.\nDu [bist] da."),
			block("cloze bank example reuse", many(60, "Satz %d mit [wort%d] und [etwas"+long+"] // "+sentences(1))),
		},
		"matching":      {block("matching", many(3, "links %d = rechts %d")), block("matching", many(60, sentences(1)+" %d = %d "+sentences(1)))},
		"picture-words": {block("picture-words", nouns(t, 3)), block("picture-words", nouns(t, 60))},
		"articles":      {block("articles", "Tisch, Tasche, Buch"), block("articles colours", nouns(t, 60))},
		"plural":        {block("plural", "Tisch, Tasche, Buch"), block("plural example", nouns(t, 60)+explicit(long))},
		"memory":        {block("memory", "Tisch, Tasche, Buch"), block("memory", nouns(t, 60))},
		"word-search":   {block("word-search", "Tisch, Tasche, Lampe"), block("word-search pictures size=20", nouns(t, 20))},
		"scrambled-words": {
			block("scrambled-words", "Lampe, Tasche, Schule"),
			block("scrambled-words example", "Lampe, Tasche, Schule"+explicit("Hausaufgabenbetreuung")),
		},
		"syllables": {block("syllables", "Lampe, Tasche, Schule"), block("syllables pictures", nouns(t, 60))},
		"scrambled-sentences": {
			block("scrambled-sentences", "Ich gehe heim."),
			block("scrambled-sentences example", strings.ReplaceAll(sentences(1), ".", "")+" und "+strings.ReplaceAll(sentences(1), ".", "")+".\n"+many(40, "Das hier ist der lange Satz %d.")),
		},
		"true-false":      {block("true-false", "+ Ja.\n- Nein.\n+ Doch."), block("true-false example", "- "+sentences(60)+"\n"+many(60, "+ Satz %d ist wahr. // "+sentences(1)))},
		"multiple-choice": {block("multiple-choice", "Was?\n+ Ja.\n- Nein."), block("multiple-choice", sentences(40)+"?\n+ "+sentences(40)+"\n- nein\n\n"+many(40, "Frage %d?\n+ ja\n- nein\n"))},
		"questions":       {block("questions", "Wo? = Hier.\nWer? = Ich.\nWas? = Das."), block("questions lines=100", many(3, "Frage %d "+sentences(10)+"? = "+sentences(10)))},
		"order":           {block("order", "Zuerst.\nDann.\nZuletzt."), block("order", many(40, "%d "+sentences(2)))},
		"categories": {
			block("categories columns=\"Obst | Kleidung\"", "Apfel = Obst\nBirne = Obst\nHose = Kleidung"),
			block("categories columns=\"Obst | Kleidung\"", many(60, "Ding %d = Obst")+"\nHose = Kleidung") + block("categories columns=\""+strings.ReplaceAll(many(10, "Spalte "+long+" %d"), "\n", " | ")+"\"", many(10, "Ding %d "+long+" = Spalte "+long+" %d")),
		},
		"odd-one-out": {block("odd-one-out", "Apfel, Birne, [Hose] // Obst"), block("odd-one-out", many(40, "Apfel "+long+", Birne, Kirsche %d, [Hose %d] // "+sentences(2)))},
		"transform":   {block("transform", "Ich gehe. = Du gehst."), block("transform example", many(40, "%d "+sentences(3)+" = Satz %d "+sentences(2)))},
		"clock":       {block("clock", "7:00 = sieben Uhr\n8:00 = acht Uhr\n9:30 = halb zehn"), block("clock", many(23, "%d:05 = fünf nach %d "+long)+"\n24:00 = "+sentences(3))},
		"colouring":   {block("colouring", "Der Tisch ist rot. = tisch rot"), block("colouring", each("Der %s ist rot, "+sentences(1)+" = %s rot"))},
		"substitution": {
			block("substitution", "Ich esse {Brot}.\nKäse\nWurst"),
			block("substitution", many(30, "Ich esse {Brot %d} "+sentences(1))+"\n"+sentences(4)+"\n"+many(80, "Käse %d")),
		},
		"ask-answer":        {block("ask-answer", "Wie heißt du?"), block("ask-answer", many(60, "%d "+sentences(2)))},
		"role-cards":        {block("role-cards", "Kind: Du fragst."), block("role-cards", strings.Repeat("N", 40)+": "+sentences(80)+"\nKind: Du fragst.\nOma: Du hilfst.")},
		"frame":             {block("frame", "Ich heiße …"), block("frame lines=100 ruling=0", many(60, "%d "+sentences(1)))},
		"tracing":           {block("tracing", "Mo"), block("tracing ruling=0 rows=100 script=la", long+"\n"+sentences(3))},
		"letter-hunt":       {block("letter-hunt letters=M distractors=N", ""), block("letter-hunt letters=\"SCH sch\" distractors=\"MMM NNN WWW\" rows=20 columns=20", "")},
		"initial-sounds":    {block("initial-sounds sound=T", "+ Tisch\n- Apfel\n+ Tasche"), block("initial-sounds sound=T", each("+ %s"))},
		"sound-position":    {block("sound-position sound=T", "Tisch = start"), block("sound-position sound=T", each("%s = middle"))},
		"syllable-table":    {block("syllable-table", "ma me mi"), block("syllable-table", strings.TrimSpace(strings.Repeat("schmu ", 40))+"\n"+long+" ma\n"+many(40, "ma me mi"))},
		"reading-lines":     {block("reading-lines", "Mo am"), block("reading-lines", many(60, "%d "+sentences(1)))},
		"picture-sentences": {block("picture-sentences", "Das ist ein Tisch. :tisch:\nDas ist ein Apfel. :apfel:\nDas ist eine Tasche. :tasche:"), block("picture-sentences", pictureLines(pictures))},
		"bingo":             {block("bingo boards=2", many(6, "Wort %d")), block("bingo boards=40 size=5", many(60, "Straßenbahn %d"))},
		"domino":            {block("domino", many(3, "links %d = rechts %d")), block("domino", many(60, "eine lange linke Seite mit Text %d = eine lange rechte Straßenbahnseite %d"))},
		"crossword": {
			block("crossword", "Tisch = :tisch:\nStuhl = :stuhl:\nSchere = Damit schneidet man Papier.\nHeft = Ich schreibe in mein ___."),
			block("crossword size=20 example", crossClues(t, pictures)),
		},
		"conjugation": {block("conjugation", "gehen"), block("conjugation tense=perfect example", verbs(t, 21))},
	}
}

// crossClues are words to cross, every second one asked for by its picture.
func crossClues(t testing.TB, words []string) string {
	t.Helper()
	var out []string
	for i, w := range words[:12] {
		clue := ":" + strings.ToLower(w) + ":"
		if i%2 == 0 {
			clue = fmt.Sprintf("Nummer %d: ", i) + strings.Repeat("Das kennt ein "+long+". ", 4)
		}
		out = append(out, w+" = "+clue)
	}
	return strings.Join(out, "\n")
}

// verbs are n verbs of the table with one perfect each, one a line.
func verbs(t testing.TB, n int) string {
	var out []string
	for _, w := range library(t).engine.Words().All() {
		if w.PartOfSpeech == "verb" && w.Remark == "" && !strings.Contains(w.Forms.Auxiliary, "/") && !strings.Contains(w.Lemma, " ") && len(out) < n {
			out = append(out, w.Lemma)
		}
	}
	if len(out) < n {
		t.Fatalf("only %d verbs", len(out))
	}
	return strings.Join(out, "\n")
}

func explicit(word string) string { return "\ndas " + word + " | die " + word + "e\n" }

func pictureLines(words []string) string {
	var out []string
	for i, w := range words {
		out = append(out, fmt.Sprintf("Satz %d: %s :%s:", i, sentences(1), strings.ToLower(w)))
	}
	return strings.Join(out, "\n")
}

// bigTable is a Markdown table.
func bigTable(columns, rows int) string {
	var b strings.Builder
	b.WriteString(strings.Repeat("| Kopf ", columns) + "|\n" + strings.Repeat("|---", columns) + "|\n")
	for range rows {
		b.WriteString(strings.Repeat("| eine Zelle mit Text ", columns) + "|\n")
	}
	return b.String()
}

// rect is where something stands on a page, in mm.
type rect struct {
	x0, y0, x1, y1 float64
	what           string
}

// inks are the rectangles of all texts and pictures of a page.
func inks(p *page.Page) []rect {
	var out []rect
	for _, b := range texts(p) {
		out = append(out, rect{b.x0, b.y0, b.x1, b.y1, b.text})
	}
	for _, item := range p.Items {
		if pic, ok := item.(page.Picture); ok {
			out = append(out, rect{pic.X, pic.Y, pic.X + pic.W, pic.Y + pic.H, "picture " + pic.Alt})
		}
	}
	return out
}

// points is how many points a segment has.
var points = map[picture.Op]int{picture.MoveTo: 1, picture.LineTo: 1, picture.CubicTo: 3}

// shapes are the rectangles of all lines and areas of a page.
func shapes(p *page.Page) []rect {
	var out []rect
	for _, item := range p.Items {
		path, ok := item.(page.Path)
		if !ok {
			continue
		}
		r := rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1), "shape"}
		for _, segment := range path.Shape.Path {
			for _, pt := range segment.Points[:points[segment.Op]] {
				r.x0, r.x1 = math.Min(r.x0, pt.X), math.Max(r.x1, pt.X)
				r.y0, r.y1 = math.Min(r.y0, pt.Y), math.Max(r.y1, pt.Y)
			}
		}
		out = append(out, r)
	}
	return out
}

// The foot of a page begins here; nothing else may stand in it.
const footTop, footRule = 278.0, 281.0

// checkPlaces reports what leaves the type area and what is printed over something.
func checkPlaces(t *testing.T, n int, p *page.Page) {
	t.Helper()
	all := inks(p)
	for i, a := range all {
		foot := a.y0 > footRule
		if a.x0 < 20 || a.x1 > page.A4Width-15 || a.y0 < 10 || (!foot && a.y1 > footTop) || a.y1 > page.A4Height-8 {
			t.Errorf("page %d: %q runs out at %.0f–%.0f, %.0f mm", n, a.what, a.x0, a.x1, a.y1)
		}
		for _, b := range all[i+1:] {
			w, h := math.Min(a.x1, b.x1)-math.Max(a.x0, b.x0), math.Min(a.y1, b.y1)-math.Max(a.y0, b.y0)
			if w > 0.5 && h > 0.5 {
				t.Errorf("page %d: %q stands over %q", n, a.what, b.what)
			}
		}
	}
	for _, s := range shapes(p) {
		if s.x0 < 20 || s.x1 > page.A4Width-15 || s.y0 < 8 || (s.y1 > footTop && s.y0 != footRule) {
			t.Errorf("page %d: a shape runs out at %.0f–%.0f, %.0f–%.0f mm", n, s.x0, s.x1, s.y0, s.y1)
		}
	}
}

// Ensure that every block type stays in its place, with next to nothing in it and
// with far too much, for children and for adults, and that none is forgotten here.
func TestEveryBlockStaysInPlace(t *testing.T) {
	b := library(t)
	table := probes(t)
	for _, spec := range materials.Specs {
		p, ok := table[spec.Type]
		if !ok {
			continue // for the teacher, or not yet printed: other tests
		}
		for size, body := range map[string]string{"small": p.small, "extreme": p.extreme} {
			t.Run(spec.Type+"/"+size, func(t *testing.T) {
				for _, front := range []string{"", "kind: handout\naudience: [staff]\n", "levels: [alpha]\n"} {
					sheet := b.build(t, parse(t, front, body), nil)
					for n, page := range pages(sheet) {
						checkPlaces(t, n+1, page)
						checkTags(t, n+1, page)
					}
					if content(sheet.Pupil.Pages[0]) == "" {
						t.Error("the sheet is empty")
					}
				}
			})
		}
	}
}

// Ensure that what can't be printed is refused in a way that helps.
func TestUnprintableBlocks(t *testing.T) {
	b := library(t)
	table := probes(t)
	for _, spec := range append(slices.Clone(materials.Specs), materials.Spec{Type: "hologram", Label: "hologram"}) {
		if _, ok := table[spec.Type]; ok || spec.Type == "note" || spec.Type == "listening" {
			continue
		}
		m := parse(t, "", "Ein Satz.\n")
		m.Blocks = append(m.Blocks, materials.Block{Type: spec.Type})
		_, err := b.engine.Build(m, b.options)
		message := materials.ErrorMessage(err)
		if materials.ErrorCode(err) != materials.CodeContent || !strings.Contains(message, "„"+spec.Label+"“ lässt sich noch nicht drucken. Bitte") {
			t.Errorf("%s: %v", spec.Type, err)
		}
	}
}

// Ensure that content without room is refused with a reason, never cut off.
func TestNoRoom(t *testing.T) {
	b := library(t)
	for name, tc := range map[string]struct{ body, want string }{
		"a wide table":       {bigTable(30, 2), "30 Spalten"},
		"a wide tick table":  {block("categories columns=\""+strings.ReplaceAll(lines(30, "Spalte %d"), "\n", " | ")+"\"", lines(30, "etwas Langes und noch mehr %d = Spalte %d")), "30 Spalten"},
		"a long domino text": {block("domino", lines(3, "links %d = "+sentences(9)+"%d")), "zu lang für eine Karte"},
		"a long bingo entry": {block("bingo size=5 boards=2", lines(40, long+" "+long+" %d")), "zu lang für eine Karte"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := b.engine.Build(parse(t, "", tc.body), b.options)
			if materials.ErrorCode(err) != materials.CodeContent || !strings.Contains(materials.ErrorMessage(err), tc.want) {
				t.Errorf("error %v, want one with %q", err, tc.want)
			}
		})
	}
}

// Ensure that titles of any length leave room for the sheet.
func TestLongTitle(t *testing.T) {
	b := library(t)
	for _, title := range []string{sentences(2), sentences(40), strings.Repeat("Ä", 3000)} {
		sheet := b.build(t, parse(t, "title: \""+title+"\"\n", block("text", sentences(60))+block("cloze", "Ich [bin] da.\nDu [bist] da.")), nil)
		for n, p := range pages(sheet) {
			checkPlaces(t, n+1, p)
		}
	}
}
