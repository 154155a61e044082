package source

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/unicode/norm"

	"lernkoffer/materials"
)

// head reads values of the front matter. Its methods report a wrong value and
// return a zero value then, so that one run finds everything.
type head struct {
	rep    *report
	offset int // of the head's first line in the file, less one
}

func (h *head) wrong(n *yaml.Node, key, format string, args ...any) {
	h.rep.add(n.Line+h.offset, "front-matter", key+": "+format, args...)
}

// text returns a scalar that is text. A number or a date is not: YAML would
// read it so, and other programs would too.
func (h *head) text(n *yaml.Node, key string) string {
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		h.wrong(n, key, "Hier wird ein Text erwartet.")
		return ""
	}
	if n.Tag != "!!str" {
		h.wrong(n, key, "Hier wird ein Text erwartet. Setzen Sie %s in Anführungszeichen: \"%s\".", n.Value, n.Value)
		return ""
	}
	return h.scalar(n, key)
}

// scalar returns a scalar's text, whatever YAML thinks that it is.
func (h *head) scalar(n *yaml.Node, key string) string {
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		h.wrong(n, key, "Hier wird ein einzelner Wert erwartet.")
		return ""
	}
	switch {
	case !norm.NFC.IsNormalString(n.Value):
		h.wrong(n, key, "Der Text ist nicht in Unicode-NFC gespeichert.")
	case strings.ContainsFunc(n.Value, forbidden):
		h.wrong(n, key, "Der Text enthält ein unsichtbares Steuerzeichen.")
	case strings.TrimSpace(n.Value) == "":
		h.wrong(n, key, "Der Wert ist leer. Tragen Sie etwas ein oder löschen Sie die Zeile.")
	}
	return n.Value
}

func (h *head) number(n *yaml.Node, key string, low, high int) int {
	v, err := strconv.Atoi(n.Value)
	if n.Kind != yaml.ScalarNode || err != nil || v < low || v > high {
		h.wrong(n, key, "Hier wird eine ganze Zahl von %d bis %d erwartet.", low, high)
		return 0
	}
	return v
}

func (h *head) truth(n *yaml.Node, key string) bool {
	if n.Kind != yaml.ScalarNode || n.Tag != "!!bool" {
		h.wrong(n, key, "Hier wird true oder false erwartet.")
		return false
	}
	return n.Value == "true"
}

var datePattern = regexp.MustCompile(`^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$`)

func (h *head) date(n *yaml.Node, key string) string {
	if n.Kind != yaml.ScalarNode || !datePattern.MatchString(n.Value) {
		h.wrong(n, key, "Hier wird ein Datum der Form 2026-11-22 erwartet.")
		return ""
	}
	return n.Value
}

// list returns the nodes of a list.
func (h *head) list(n *yaml.Node, key string) []*yaml.Node {
	if n.Kind != yaml.SequenceNode {
		h.wrong(n, key, "Hier wird eine Liste in eckigen Klammern erwartet, zum Beispiel [A1, A2].")
		return nil
	}
	return n.Content
}

func (h *head) texts(n *yaml.Node, key string) []string {
	var out []string
	for _, item := range h.list(n, key) {
		out = append(out, h.text(item, key))
	}
	return out
}

// term returns a value of a closed list.
func (h *head) term(n *yaml.Node, key string, allowed materials.List) string {
	value := h.scalar(n, key)
	if value == "" || allowed.Has(value) {
		return value
	}
	if meant, ok := termFor(value, allowed); ok {
		h.wrong(n, key, "„%s“ ist nicht vorgesehen. Schreiben Sie %s. Erlaubt: %s.", value, meant, strings.Join(allowed.Keys(), ", "))
	} else {
		h.wrong(n, key, "%s", NotAllowed(value, allowed.Keys()))
	}
	return ""
}

// terms returns values of a closed list, each once.
func (h *head) terms(n *yaml.Node, key string, allowed materials.List) []string {
	out := []string{}
	for _, item := range h.list(n, key) {
		value := h.term(item, key, allowed)
		if value != "" && slices.Contains(out, value) {
			h.wrong(item, key, "„%s“ steht zweimal.", value)
		}
		out = append(out, value)
	}
	return out
}

// pair is a key with its value in a mapping.
type pair struct{ key, value *yaml.Node }

// pairs returns the entries of a mapping and reports keys that stand twice.
func (h *head) pairs(n *yaml.Node, key string) []pair {
	if n.Kind != yaml.MappingNode {
		h.wrong(n, key, "Hier werden Angaben der Form „name: wert“ erwartet.")
		return nil
	}
	var out []pair
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		if k.Kind != yaml.ScalarNode {
			h.wrong(k, key, "Hier wird ein Name vor dem Doppelpunkt erwartet.")
			continue
		}
		if seen[k.Value] {
			h.wrong(k, key, "„%s“ steht zweimal. Löschen Sie eine der Zeilen.", k.Value)
			continue
		}
		seen[k.Value] = true
		out = append(out, pair{k, n.Content[i+1]})
	}
	return out
}
