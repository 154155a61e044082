package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// checkJSON looks at a JSON text, which must be one value without null in it. The
// path is like .hits[0].id; [*] takes all elements, and the check must hold for
// each. The checks are
//
//	is VALUE       equal; a string is written without quotes
//	like PATTERN   a string, or the text of a value, that the pattern matches
//	len N          so many elements or fields
//	min N          at least so many elements or fields, or a number not below N
//	keys NAME…     an object with these fields and no others
//	in VALUE…      one of the values
//	env NAME       returns the value for a variable
func checkJSON(text, path, op string, args []string) (string, error) {
	if strings.Contains(text, "null") && regexp.MustCompile(`[:\[,]\s*null\b`).MatchString(text) {
		return "", fmt.Errorf("null in %.300s", text)
	}
	var root any
	if err := json.Unmarshal([]byte(text), &root); err != nil {
		return "", fmt.Errorf("no JSON: %w in %.300s", err, text)
	}
	values, err := follow(root, path)
	if err != nil {
		return "", err
	}
	if len(values) == 0 {
		return "", fmt.Errorf("%s: nothing there", path)
	}
	for _, v := range values {
		ok, err := holds(v, op, args)
		if err != nil {
			return "", err
		}
		if !ok {
			return "", fmt.Errorf("%s is %.300s, want %s %s", path, plain(v), op, strings.Join(args, " "))
		}
	}
	return plain(values[0]), nil
}

var pathStep = regexp.MustCompile(`^(?:\.([\w-]+)|\.?\[(\d+|\*)\])`)

// follow returns what a path leads to.
func follow(v any, path string) ([]any, error) {
	if path == "" || path == "." {
		return []any{v}, nil
	}
	m := pathStep.FindStringSubmatch(path)
	if m == nil {
		return nil, fmt.Errorf("bad path %q", path)
	}
	var next []any
	switch node := v.(type) {
	case map[string]any:
		child, ok := node[m[1]]
		if !ok {
			return nil, fmt.Errorf("no %s in %.200s", path, plain(v))
		}
		next = []any{child}
	case []any:
		if m[2] == "*" {
			next = node
			break
		}
		i, err := strconv.Atoi(m[2])
		if err != nil || i >= len(node) {
			return nil, fmt.Errorf("no %s in %.200s", path, plain(v))
		}
		next = []any{node[i]}
	default:
		return nil, fmt.Errorf("no %s in %.200s", path, plain(v))
	}
	var out []any
	for _, child := range next {
		found, err := follow(child, path[len(m[0]):])
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

func holds(v any, op string, args []string) (bool, error) {
	if op != "keys" && op != "in" && len(args) != 1 {
		return false, fmt.Errorf("%s takes one value", op)
	}
	switch op {
	case "is":
		return plain(v) == args[0], nil
	case "in":
		return slices.Contains(args, plain(v)), nil
	case "like":
		return regexp.MatchString(args[0], plain(v))
	case "len", "min":
		n, err := strconv.ParseFloat(args[0], 64)
		size := sizeOf(v)
		return size == n || op == "min" && size > n, err
	case "keys":
		node, ok := v.(map[string]any)
		want := slices.Sorted(slices.Values(args))
		return ok && slices.Equal(slices.Sorted(maps.Keys(node)), want), nil
	case "env":
		return true, nil
	}
	return false, fmt.Errorf("unknown check %q", op)
}

// sizeOf is the number of elements or fields, or a number itself.
func sizeOf(v any) float64 {
	switch v := v.(type) {
	case []any:
		return float64(len(v))
	case map[string]any:
		return float64(len(v))
	case float64:
		return v
	}
	return -1
}

// plain is a string as it is, and everything else as JSON.
func plain(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	data, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(data)
}

// Ensure that the scripts' own check can fail.
func TestCheckJSON(t *testing.T) {
	const text = `{"total": 2, "hits": [{"id": "a/x"}, {"id": "a/y", "levels": []}]}`
	for _, tc := range []struct {
		check string
		ok    bool
	}{
		{".total is 2", true},
		{".total is 3", false},
		{".total min 2", true},
		{".total min 3", false},
		{".hits len 2", true},
		{".hits[0].id is a/x", true},
		{".hits[*].id like ^a/", true},
		{".hits[*].id like x$", false},
		{".hits[*].id in a/x a/y", true},
		{".hits[2].id is a/x", false},
		{".hits[*].levels len 0", false}, // the first has none
		{".hits[0] keys id", true},
		{".hits[1] keys id", false},
		{". keys hits total", true},
		{".more is 1", false},
		{".total equals 2", false},
	} {
		f := strings.Fields(tc.check)
		if _, err := checkJSON(text, f[0], f[1], f[2:]); (err == nil) != tc.ok {
			t.Errorf("%s: %v", tc.check, err)
		}
	}
	for _, broken := range []string{`{"a": null}`, `{} {}`, ``, `[1, null]`} {
		if _, err := checkJSON(broken, ".", "min", []string{"0"}); err == nil {
			t.Errorf("%q passed", broken)
		}
	}
}
