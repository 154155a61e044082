package typeset_test

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"lernkoffer/materials/typeset"
)

var update = flag.Bool("update", false, "shape the cases of testdata/harfbuzz.txt anew with hb-shape")

const harfbuzzFile = "testdata/harfbuzz.txt"

// harfbuzzCase is a text that one font shapes in one run.
type harfbuzzCase struct {
	file, family, language string
	liga                   bool
	text, want             string
}

func readHarfbuzz(t *testing.T) []harfbuzzCase {
	t.Helper()
	data, err := os.ReadFile(harfbuzzFile)
	if err != nil {
		t.Fatal(err)
	}
	var cases []harfbuzzCase
	lines := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) < 5 {
			t.Fatalf("%s:%d: too few fields", harfbuzzFile, n)
		}
		c := harfbuzzCase{file: f[0], family: f[1], language: f[2], liga: f[3] == "liga", text: f[4]}
		if len(f) > 5 {
			c.want = f[5]
		}
		cases = append(cases, c)
	}
	if len(cases) == 0 {
		t.Fatal("no cases")
	}
	return cases
}

// Ensure that glyphs and their places are those of HarfBuzz: kerning, joined
// school scripts, marks. A newer shaping module has broken them before.
func TestShapesLikeHarfBuzz(t *testing.T) {
	cases := readHarfbuzz(t)
	if *update {
		updateHarfbuzz(t, cases)
	}
	for _, c := range cases {
		t.Run(c.file+" "+c.text, func(t *testing.T) {
			lines := mustLayout(t, typeset.Options{}, typeset.Span{Text: c.text, Style: typeset.Style{
				Family: typeset.Family(c.family), Size: 12, Language: c.language, NoLiga: !c.liga,
				Bold: strings.Contains(c.file, "Bold"),
			}})
			if len(lines) != 1 || len(lines[0].Runs) != 1 {
				t.Fatalf("%d lines, runs %q; a case has to be of one run", len(lines), texts(lines))
			}
			if got := notation(lines[0].Runs[0]); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// notation writes a run as hb-shape does, in font units.
func notation(r typeset.Run) string {
	units := func(v float64) int { return int(math.Round(v * float64(r.Font.UnitsPerEm) / 1000)) }
	var glyphs []string
	for _, g := range r.Glyphs {
		s := fmt.Sprint(g.ID)
		if x, y := units(g.XOffset), units(g.YOffset); x != 0 || y != 0 {
			s += fmt.Sprintf("@%d,%d", x, y)
		}
		glyphs = append(glyphs, s+fmt.Sprintf("+%d", units(g.Advance)))
	}
	return "[" + strings.Join(glyphs, "|") + "]"
}

func updateHarfbuzz(t *testing.T, cases []harfbuzzCase) {
	t.Helper()
	var out bytes.Buffer
	out.WriteString("# What hb-shape makes of texts (Debian libharfbuzz-bin); renew with -update.\n" +
		"# Fields: font file, family, language, liga or noliga, text, output\n")
	for i, c := range cases {
		feature := "--features=liga=1"
		kind := "liga"
		if !c.liga {
			feature, kind = "--features=liga=0", "noliga"
		}
		cmd := exec.Command("hb-shape", "--no-glyph-names", "--no-clusters", feature, "--language="+c.language,
			"--text="+c.text, filepath.Join(fontFolder, c.file))
		shaped, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		cases[i].want = strings.TrimSpace(string(shaped))
		fmt.Fprintf(&out, "%s\t%s\t%s\t%s\t%s\t%s\n", c.file, c.family, c.language, kind, c.text, cases[i].want)
	}
	if err := os.WriteFile(harfbuzzFile, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}
