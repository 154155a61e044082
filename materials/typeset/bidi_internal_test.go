package typeset

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"
)

// Ensure that levels are those of the Unicode Character Database wherever its
// cases have no explicit embeddings or isolates, which we leave out.
func TestLevelsConform(t *testing.T) {
	file, err := os.Open("testdata/BidiCharacterTest.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()

	cases := 0
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, ";")
		var text []rune
		for _, hex := range strings.Fields(fields[0]) {
			r, err := strconv.ParseUint(hex, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			text = append(text, rune(r))
		}
		cases++
		got := levels(text, fields[2] == "1")
		for i, want := range strings.Fields(fields[3]) {
			if want != "x" && want != strconv.Itoa(int(got[i])) {
				t.Errorf("%s, right to left %s: levels %v, want %s", fields[0], fields[2], got, fields[3])
				break
			}
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	if cases == 0 {
		t.Fatal("no cases")
	}
}
