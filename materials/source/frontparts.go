package source

import (
	"regexp"
	"slices"

	"go.yaml.in/yaml/v3"

	"lernkoffer/materials"
)

// slotTypes are the types of slots of a letter.
var slotTypes = []string{"date", "time", "place", "amount", "euro", "name", "choice", "phone", "text"}

var (
	slotName = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)
	yearName = regexp.MustCompile(`^\d{4}$`)
)

func readSlots(h *head, n *yaml.Node, m *materials.Material) {
	for _, p := range h.pairs(n, "slots") {
		slot := materials.Slot{Name: p.key.Value}
		if !slotName.MatchString(slot.Name) {
			h.wrong(p.key, "slots", "„%s“ ist kein gültiger Name. Erwartet werden kleine Buchstaben, Ziffern und Bindestriche.", slot.Name)
		}
		for _, q := range h.pairs(p.value, "slots") {
			switch q.key.Value {
			case "type":
				slot.Type = h.scalar(q.value, "type")
				if slot.Type != "" && !slices.Contains(slotTypes, slot.Type) {
					h.wrong(q.value, "type", "%s", NotAllowed(slot.Type, slotTypes))
				}
			case "required":
				slot.Required = h.truth(q.value, "required")
			case "example":
				slot.Example = h.scalar(q.value, "example")
			case "choices":
				slot.Choices = h.texts(q.value, "choices")
			default:
				h.wrong(q.key, "slots", "%s", NotAllowed(q.key.Value, []string{"type", "required", "example", "choices"}))
			}
		}
		if p.value.Kind == yaml.MappingNode && slot.Type == "" {
			h.wrong(p.key, "slots", "Bei „%s“ fehlt die Art, zum Beispiel type: date.", slot.Name)
		}
		if (slot.Type == "choice") != (len(slot.Choices) > 0) {
			h.wrong(p.key, "slots", "„choices: […]“ gehört zu type: choice, und nur dorthin.")
		}
		m.Slots = append(m.Slots, slot)
	}
}

func readLiteracy(h *head, n *yaml.Node, m *materials.Material) {
	l := &materials.Literacy{}
	for _, p := range h.pairs(n, "literacy") {
		switch p.key.Value {
		case "grapheme":
			l.Grapheme = h.text(p.value, "grapheme")
		case "known":
			l.Known = h.texts(p.value, "known")
		case "next":
			l.Next = h.text(p.value, "next")
		default:
			h.wrong(p.key, "literacy", "%s", NotAllowed(p.key.Value, []string{"grapheme", "known", "next"}))
		}
	}
	if n.Kind == yaml.MappingNode && l.Grapheme == "" {
		h.wrong(n, "literacy", "Erwartet wird der Buchstabe, zum Beispiel grapheme: M m.")
	}
	m.Literacy = l
}

func readFeast(h *head, n *yaml.Node, m *materials.Material) {
	f := &materials.Feast{}
	for _, p := range h.pairs(n, "feast") {
		switch p.key.Value {
		case "rule":
			f.Rule = h.text(p.value, "rule")
		case "eve":
			f.Eve = h.truth(p.value, "eve")
		case "note":
			f.Note = h.text(p.value, "note")
		case "known":
			f.Known = readKnown(h, p.value)
		default:
			h.wrong(p.key, "feast", "%s", NotAllowed(p.key.Value, []string{"rule", "eve", "note", "known"}))
		}
	}
	if n.Kind == yaml.MappingNode && f.Rule == "" {
		h.wrong(n, "feast", "Erwartet wird die Regel für das Datum, zum Beispiel rule: persian-new-year.")
	}
	m.Feast = f
}

// readKnown reads the dates of a feast. The year is the feast's own: a date may
// lie in the year before or behind.
func readKnown(h *head, n *yaml.Node) map[string]string {
	known := map[string]string{}
	for _, p := range h.pairs(n, "known") {
		if !yearName.MatchString(p.key.Value) {
			h.wrong(p.key, "known", "Erwartet wird ein Jahr mit vier Ziffern, zum Beispiel 2027: 2027-03-21.")
			continue
		}
		known[p.key.Value] = h.date(p.value, "known")
	}
	return known
}

func readSources(h *head, n *yaml.Node, m *materials.Material) {
	for _, item := range h.list(n, "sources") {
		c := materials.Citation{}
		for _, p := range h.pairs(item, "sources") {
			switch p.key.Value {
			case "text":
				c.Text = h.text(p.value, "text")
			case "seen":
				c.Seen = h.scalar(p.value, "seen")
			case "verify":
				c.Verify = h.truth(p.value, "verify")
			default:
				h.wrong(p.key, "sources", "%s", NotAllowed(p.key.Value, []string{"text", "seen", "verify"}))
			}
		}
		if item.Kind == yaml.MappingNode && c.Text == "" {
			h.wrong(item, "sources", "Bei einer Quelle fehlt „text:“.")
		}
		m.Sources = append(m.Sources, c)
	}
}
