package typeset_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"lernkoffer/materials/typeset"
)

const nbsp = "\u00A0"

func TestLayoutBreaksLines(t *testing.T) {
	for _, c := range []struct {
		name  string
		text  string
		width float64
		want  []string
	}{
		{"at spaces, which stay in the text", "Das ist ein langer Satz.", 28, []string{"Das ist ein ", "langer Satz."}},
		{"not at a no-break space", "Wir gehen z." + nbsp + "B. ins Kino.", 28, []string{"Wir gehen ", "z." + nbsp + "B. ins Kino."}},
		{"behind a hyphen", "Bus-Haltestelle", 22, []string{"Bus-", "Haltestelle"}},
		{"not inside a range", "Kinder von 8–14", 26, []string{"Kinder von ", "8–14"}},
		{"at a soft hyphen, which shows", "Schul\u00ADbus\u00ADhalte\u00ADstelle", 22, []string{"Schulbus\u00AD", "haltestelle"}},
		{"soft hyphens inside of a line are dropped", "Schul\u00ADbus", 0, []string{"Schulbus"}},
		{"at line feeds", "eins\nzwei\n\nvier", 0, []string{"eins", "zwei", "", "vier"}},
		{"a line feed at the end makes no line", "eins\n", 0, []string{"eins"}},
		{"of other systems too", "eins\r\nzwei", 0, []string{"eins", "zwei"}},
		{"quotation marks stay with their words", "Er sagt: „Hallo“ und geht.", 29, []string{"Er sagt: ", "„Hallo“ und ", "geht."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines := mustLayout(t, typeset.Options{Width: c.width}, plain(c.text))
			if got := texts(lines); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
			for _, l := range lines {
				if c.width > 0 && l.Width > c.width+1e-6 {
					t.Errorf("%q is %.2f mm wide in %.2f mm", text(l), l.Width, c.width)
				}
			}
		})
	}
}

// Ensure that a word too long for its column is broken rather than printed over
// what is beside it.
func TestLayoutBreaksLongWords(t *testing.T) {
	const word = "Donaudampfschifffahrtsgesellschaftskapitän"
	for _, family := range []typeset.Family{typeset.FamilyText, typeset.FamilySAS} {
		span := plain("Der " + word)
		span.Style.Family = family
		lines := mustLayout(t, typeset.Options{Width: 25}, span)
		if got := strings.ReplaceAll(strings.Join(texts(lines), ""), "\u00AD", ""); got != "Der "+word {
			t.Errorf("%s: text %q is not what was given", family, got)
		}
		if text(lines[0]) != "Der " {
			t.Errorf("%s: the word does not begin on a line of its own: %q", family, texts(lines))
		}
		for _, l := range lines {
			if l.Width > 25+1e-6 {
				t.Errorf("%s: %q is %.2f mm wide", family, text(l), l.Width)
			}
		}
	}
}

func TestHyphenation(t *testing.T) {
	for _, c := range []struct {
		name     string
		text     string
		language string
		on       bool
		width    float64
		want     []string
	}{
		{"off", "Wir warten an der Bushaltestelle.", "", false, 50, []string{"Wir warten an der ", "Bushaltestelle."}},
		{"on", "Wir warten an der Bushaltestelle.", "", true, 50, []string{"Wir warten an der Bus\u00AD", "haltestelle."}},
		{"as the author says", "Wir warten an der Bushalte\u00ADstelle.", "", true, 50, []string{"Wir warten an der ", "Bushaltestelle."}},
		{"what has no room is parted in any case", "Zuckerfest", "", false, 20, []string{"Zucker\u00AD", "fest"}},
		{"not in other languages", "Zuckerfest", "tr", true, 20, []string{"Zuckerfes", "t"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			span := plain(c.text)
			span.Style.Language = c.language
			lines := mustLayout(t, typeset.Options{Width: c.width, Hyphenate: c.on}, span)
			if got := texts(lines); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// Ensure that German words part where they should.
func TestWordsPart(t *testing.T) {
	for _, want := range []string{
		"Do-nau-dampf-schiff-fahrt", "Schul-weg", "Kin-der-gar-ten", "Leh-re-rin", "Ein-ver-ständ-nis-er-klä-rung",
		"Stra-ßen-bahn", "Über-set-zung", "aber", "Zu-cker", "Fe-ri-en-kurs", "Klas-sen-zim-mer",
	} {
		word := strings.ReplaceAll(want, "-", "")
		lines := mustLayout(t, typeset.Options{Width: 0.001, Hyphenate: true}, plain(word))
		// With no room at all, a line ends wherever it may.
		var parts []string
		part := ""
		for _, l := range lines {
			s, hyphen := strings.CutSuffix(text(l), "\u00AD")
			if part += s; hyphen {
				parts = append(parts, part)
				part = ""
			}
		}
		if got := strings.Join(append(parts, part), "-"); got != want {
			t.Errorf("%s parts as %s", want, got)
		}
	}
}

func TestLayoutOfNothing(t *testing.T) {
	for _, spans := range [][]typeset.Span{nil, {plain("")}, {plain("\u00AD")}} {
		if lines := mustLayout(t, typeset.Options{Width: 50}, spans...); len(lines) != 0 {
			t.Errorf("%v: %d lines", spans, len(lines))
		}
	}
}

// Ensure that no column is too narrow to end.
func TestLayoutInNoRoom(t *testing.T) {
	lines := mustLayout(t, typeset.Options{Width: 0.001}, plain("Haus"),
		typeset.Span{Box: &typeset.Box{Width: 10}, Style: plain("").Style})
	if got := len(lines); got != 5 {
		t.Errorf("%d lines, want one for each letter and the box: %q", got, texts(lines))
	}
}

func TestBoxesStandInTheLine(t *testing.T) {
	gap := typeset.Span{
		Text: "Lücke", Style: plain("").Style, Tag: 7,
		Box: &typeset.Box{Width: 20, Ascent: 9, Descent: 4},
	}
	width := fonts.Measure("Der Hund wohnt im ", gap.Style) + 20
	lines := mustLayout(t, typeset.Options{Width: width + 5}, plain("Der Hund wohnt im "), gap, plain("."))

	if len(lines) != 1 || len(lines[0].Runs) != 3 {
		t.Fatalf("got %q", texts(lines))
	}
	line, box := lines[0], lines[0].Runs[1]
	if box.Box == nil || box.Font != nil || box.Text != "Lücke" || box.Tag != 7 || box.Width != 20 {
		t.Errorf("box run is %+v", box)
	}
	if want := line.Runs[0].Width; math.Abs(box.X-want) > 1e-9 {
		t.Errorf("box at %.3f, want behind the text at %.3f", box.X, want)
	}
	if line.Ascent < 9 || line.Descent < 4 {
		t.Errorf("slot %.2f/%.2f is too low for the box", line.Ascent, line.Descent)
	}

	// A full stop or a question mark never begins a line.
	for _, mark := range []string{".", "?", "!", ",", "“"} {
		lines := mustLayout(t, typeset.Options{Width: width + 0.2}, plain("Der Hund wohnt im "), gap, plain(mark))
		if len(lines) != 2 || lines[1].Runs[0].Box == nil || text(lines[1]) != "Lücke"+mark {
			t.Errorf("%q: got %q", mark, texts(lines))
		}
	}
}

func TestLayoutAligns(t *testing.T) {
	width := fonts.Measure("Haus", plain("").Style)
	for _, c := range []struct {
		align    typeset.Align
		language string
		want     float64
	}{
		{typeset.AlignStart, "de", 0},
		{typeset.AlignCentre, "de", (100 - width) / 2},
		{typeset.AlignEnd, "de", 100 - width},
		{typeset.AlignStart, "ar", 100 - width},
		{typeset.AlignEnd, "ar", 0},
	} {
		// The German word opens the Arabic paragraph only by the first span.
		first := typeset.Span{Style: typeset.Style{Size: 12, Language: c.language}}
		lines := mustLayout(t, typeset.Options{Width: 100, Align: c.align}, first, plain("Haus"))
		if got := lines[0].Runs[0].X; math.Abs(got-c.want) > 1e-9 {
			t.Errorf("align %d in %s: x %.3f, want %.3f", c.align, c.language, got, c.want)
		}
	}
}

// Ensure that spaces at a line's end count in neither direction.
func TestSpacesHangOutOfTheLine(t *testing.T) {
	for _, c := range []struct{ language, word string }{{"de", "Haus"}, {"ar", "بيت"}} {
		style := typeset.Style{Size: 12, Language: c.language}
		bare := mustLayout(t, typeset.Options{Width: 100}, typeset.Span{Text: c.word, Style: style})[0]
		spaced := mustLayout(t, typeset.Options{Width: 100}, typeset.Span{Text: c.word + "  ", Style: style})[0]
		if math.Abs(bare.Width-spaced.Width) > 1e-9 {
			t.Errorf("%s: width %.3f with spaces, %.3f without", c.language, spaced.Width, bare.Width)
		}
		word := spaced.Runs[0]
		if c.language == "ar" {
			word = spaced.Runs[len(spaced.Runs)-1]
		}
		if edge := word.X + word.Width; c.language == "ar" && math.Abs(edge-100) > 1e-9 {
			t.Errorf("ar: the word ends at %.3f, not at the right edge", edge)
		}
		if got := len(strings.Fields(text(spaced))); got != 1 || !strings.Contains(text(spaced), "  ") {
			t.Errorf("%s: text %q", c.language, text(spaced))
		}
	}
}

// Ensure that a no-break space is part of the line: authors set it for its room.
func TestNoBreakSpacesCount(t *testing.T) {
	bare := mustLayout(t, typeset.Options{}, plain("Haus"))[0].Width
	if got := mustLayout(t, typeset.Options{}, plain("Haus"+nbsp))[0].Width; got < bare+0.5 {
		t.Errorf("%.3f mm with the space, %.3f mm without", got, bare)
	}
}

func TestLeadingMakesTheSlot(t *testing.T) {
	for _, leading := range []float64{0, 1, 2} {
		want := leading
		if leading == 0 {
			want = 1.35
		}
		line := mustLayout(t, typeset.Options{Leading: leading}, plain("Haus"))[0]
		if got := line.Height() / (12 * typeset.MMPerPoint); math.Abs(got-want) > 1e-9 {
			t.Errorf("leading %g: slot of %.3f sizes", leading, got)
		}
	}
	mixed := mustLayout(t, typeset.Options{Leading: 1}, plain("klein "),
		typeset.Span{Text: "GROSS", Style: typeset.Style{Size: 24}})[0]
	if got := mixed.Height() / typeset.MMPerPoint; math.Abs(got-24) > 1e-9 {
		t.Errorf("a line with 24 pt in it is %.2f pt high", got)
	}
}

func TestStylesTravel(t *testing.T) {
	spans := []typeset.Span{
		{Text: "normal ", Style: typeset.Style{Size: 12}, Tag: 1},
		{Text: "fett ", Style: typeset.Style{Size: 12, Bold: true}, Tag: 2},
		{Text: "schräg", Style: typeset.Style{Size: 12, Italic: true}, Tag: 3},
	}
	runs := mustLayout(t, typeset.Options{}, spans...)[0].Runs
	if len(runs) != 3 {
		t.Fatalf("%d runs", len(runs))
	}
	for i, r := range runs {
		if r.Tag != i+1 || r.Style != spans[i].Style || r.Text != spans[i].Text {
			t.Errorf("run %d is %q, tag %d, style %+v", i, r.Text, r.Tag, r.Style)
		}
		if r.Slant != spans[i].Style.Italic {
			t.Errorf("run %d: slant %v", i, r.Slant)
		}
	}
	if runs[0].Font.Name != "Andika" || runs[1].Font.Name != "Andika-Bold" || runs[2].Font != runs[0].Font {
		t.Errorf("fonts %s, %s, %s", runs[0].Font.Name, runs[1].Font.Name, runs[2].Font.Name)
	}
}

// Ensure that every character of the text is found again on exactly one glyph:
// search in a PDF depends on it.
func TestGlyphsCarryTheText(t *testing.T) {
	for _, c := range []struct{ language, text string }{
		{"de", "Schifffahrt „Äpfel“ für 5 €"},
		{"vi", "o\u031b\u0309 e\u0302\u0323"},
		{"ar", "مُعَلِّمَة لا"},
		{"fa", "می\u200Cخواهم"},
	} {
		lines := mustLayout(t, typeset.Options{}, typeset.Span{Text: c.text, Style: typeset.Style{Size: 12, Language: c.language}})
		var got []string
		for _, r := range lines[0].Runs {
			if r.Glyphs[0].Text == "" {
				t.Errorf("%s: a run begins inside of a cluster", c.text)
			}
			for _, g := range r.Glyphs {
				if r.RTL {
					got = slices.Insert(got, 0, g.Text)
				} else {
					got = append(got, g.Text)
				}
			}
		}
		if s := strings.Join(got, ""); s != c.text {
			t.Errorf("glyphs carry %q, want %q", s, c.text)
		}
	}
}
