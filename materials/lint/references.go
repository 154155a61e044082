package lint

import (
	"regexp"
	"slices"
	"strings"

	"lernkoffer/materials"
)

// checkReferences wants what text= and use= name.
func checkReferences(c *checker) {
	for _, b := range c.Material.Blocks {
		if id := b.Options.Get("text"); id != "" && blockWithID(c.Material, id) == nil {
			c.error(b.Line, "text=%s: Einen Baustein mit id=%s gibt es in diesem Material nicht.%s", id, id, idsOf(c.Material))
		}
		if use := b.Options.Get("use"); use != "" {
			c.use(b.Line, use)
		}
	}
}

func (c *checker) use(number int, use string) {
	id, part, ok := strings.Cut(use, "#")
	if !ok || !materials.ID(id).Valid() || part == "" {
		c.error(number, "use=%s: Erwartet wird herausgeber/material#baustein.", use)
		return
	}
	if c.Materials == nil {
		return
	}
	other, ok := c.Materials(materials.ID(id))
	switch {
	case !ok:
		c.error(number, "use=%s: Das Material %s gibt es nicht.", use, id)
	case blockWithID(other, part) == nil:
		c.error(number, "use=%s: In %s gibt es keinen Baustein mit id=%s.%s", use, id, part, idsOf(other))
	}
}

func blockWithID(m *materials.Material, id string) *materials.Block {
	for i := range m.Blocks {
		if m.Blocks[i].Options.Get("id") == id {
			return &m.Blocks[i]
		}
	}
	return nil
}

func idsOf(m *materials.Material) string {
	var ids []string
	for _, b := range m.Blocks {
		if id := b.Options.Get("id"); id != "" {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return ""
	}
	return " Vorhanden: " + strings.Join(ids, ", ") + "."
}

var quotation = regexp.MustCompile(`„([^„“]*(?:„[^„“]*“[^„“]*)*)“`)

// checkEvidence wants what stands in „…“ behind // word for word in the text
// that the block names.
func checkEvidence(c *checker) {
	for _, b := range c.Material.Blocks {
		text := blockWithID(c.Material, b.Options.Get("text"))
		if b.Options.Get("text") == "" || text == nil {
			continue
		}
		whole := spaces(blockText(*text))
		for _, row := range b.Rows {
			for _, m := range quotation.FindAllStringSubmatch(row.Key.String(), -1) {
				if !strings.Contains(whole, spaces(m[1])) {
					c.error(row.Line, "Der Beleg „%s“ steht nicht wörtlich im Text „%s“. Übernehmen Sie die Stelle genau.", m[1], b.Options.Get("text"))
				}
			}
		}
	}
}

// blockText returns what a block says, without marks.
func blockText(b materials.Block) string {
	var parts []string
	for _, row := range b.Rows {
		parts = append(parts, row.Left.String(), row.Right.String())
		for _, cell := range row.Cells {
			parts = append(parts, cell.String())
		}
	}
	for _, p := range b.Prose {
		parts = append(parts, p.Text.String())
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "\n")
}

// spaces makes any run of spaces one: evidence may break a line elsewhere.
func spaces(s string) string { return strings.Join(strings.Fields(s), " ") }
