package command

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
)

// printValue shows exercise data to people: one entry a line.
func printValue(w io.Writer, label string, v any) {
	data, err := json.Marshal(v)
	if err != nil || string(data) == "null" || string(data) == "{}" {
		return
	}
	fmt.Fprintf(w, "%s:\n", label)
	var list []json.RawMessage
	var fields map[string]json.RawMessage
	switch {
	case json.Unmarshal(data, &list) == nil:
		for i, item := range list {
			fmt.Fprintf(w, "  %d. %s\n", i+1, item)
		}
	case json.Unmarshal(data, &fields) == nil:
		for _, key := range sortedKeys(fields) {
			fmt.Fprintf(w, "  %s: %s\n", key, fields[key])
		}
	default:
		fmt.Fprintf(w, "  %s\n", data)
	}
}

func sortedKeys(m map[string]json.RawMessage) []string { return slices.Sorted(maps.Keys(m)) }
