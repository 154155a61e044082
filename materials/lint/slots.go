package lint

import (
	"maps"
	"slices"
	"strings"

	"lernkoffer/materials"
)

// checkSlots compares the slots that a letter uses with those that its head
// declares, and those of a translation with the German ones.
func checkSlots(c *checker) {
	declared := map[string]bool{}
	for _, s := range c.Material.Slots {
		declared[s.Name] = true
	}
	used := map[string]bool{}
	for _, b := range c.Material.Blocks {
		if b.Type != "letter-part" {
			continue
		}
		var german map[string]bool
		for _, row := range b.Rows {
			slots := slotsOf(row.Left)
			maps.Copy(used, slots)
			for _, name := range slices.Sorted(maps.Keys(slots)) {
				if !declared[name] {
					c.error(row.Line, "Das Feld {%s} steht nicht unter „slots:“ im Kopf. Ergänzen Sie es dort mit seiner Art, zum Beispiel %s: {type: date}.", name, name)
				}
			}
			switch {
			case row.Speaker == "de":
				german = slots
				c.slotPlaces(row)
			case german != nil && !maps.Equal(slots, german):
				c.error(row.Line, "Die Übersetzung (%s) hat andere Felder als die deutsche Zeile. Erwartet: %s.", row.Speaker, slotNames(german))
			}
		}
	}
	for _, s := range c.Material.Slots {
		if !used[s.Name] {
			c.error(c.key("slots"), "slots: Das Feld „%s“ kommt in keinem Baustein vor. Löschen Sie es im Kopf oder setzen Sie {%s} ein.", s.Name, s.Name)
		}
	}
}

// slotPlaces warns of slots inside a sentence, which no other language can
// follow: their case, gender and word order differ.
func (c *checker) slotPlaces(row materials.Row) {
	before := ""
	for _, s := range row.Left {
		if s.Kind == materials.SpanSlot {
			if lead := strings.TrimSpace(before); lead != "" && !strings.HasSuffix(lead, ":") {
				c.warn(row.Line, "Das Feld {%s} steht mitten im Satz. Erwartet wird „Bezeichnung: {%s}“.", s.Text, s.Text)
			}
		}
		before += s.Text
	}
}

func slotsOf(t materials.Text) map[string]bool {
	out := map[string]bool{}
	for _, s := range t {
		if s.Kind == materials.SpanSlot {
			out[s.Text] = true
		}
	}
	return out
}

func slotNames(slots map[string]bool) string {
	if len(slots) == 0 {
		return "keine"
	}
	return "{" + strings.Join(slices.Sorted(maps.Keys(slots)), "}, {") + "}"
}
