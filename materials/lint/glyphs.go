package lint

import "fmt"

// checkGlyphs finds characters that would be printed as boxes.
func checkGlyphs(c *checker) {
	if c.Missing == nil {
		return
	}
	lines := append(append(c.headLines(), c.optionLines()...), c.lines()...)
	for _, l := range lines {
		for _, r := range c.Missing(l.text, l.language) {
			c.error(l.number, "Das Zeichen %s kann nicht gedruckt werden: Keine Schrift enthält es. Nehmen Sie ein anderes.", describe(r))
		}
	}
}

func describe(r rune) string { return fmt.Sprintf("„%c“ (U+%04X)", r, r) }
