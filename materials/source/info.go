package source

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"lernkoffer/materials"
)

var (
	optionKey  = regexp.MustCompile(`^[a-z][a-z-]*$`)
	partNumber = regexp.MustCompile(`^[A-Z]?[0-9]+[a-z]?$`)
	blockID    = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)
)

// readInfo reads a fence's info string: the type, then flags and key=value.
func readInfo(info string, line int, rep *report) (string, materials.Options) {
	words, ok := infoWords(info)
	if !ok {
		rep.add(line, "option", "In der Kopfzeile des Bausteins fehlt ein schließendes Anführungszeichen: %s", short(info))
		return "", nil
	}
	if len(words) == 0 {
		rep.add(line, "block-type", "Die Art des Bausteins fehlt. Erwartet wird zum Beispiel ``` cloze.")
		return "", nil
	}
	blockType := words[0]
	spec, known := materials.SpecFor(blockType)
	switch {
	case blockType == "prose":
		rep.add(line, "block-type", "Fließtext steht ohne Baustein zwischen den anderen. Löschen Sie die beiden Zeilen mit ```.")
		return "", nil
	case !known:
		rep.add(line, "block-type", "Art des Bausteins: %s", NotAllowed(blockType, blockTypes()))
		return "", nil
	}
	var options materials.Options
	for i, word := range words[1:] {
		option := readOption(word)
		if blockType == "letter-part" && i == 0 {
			if !partNumber.MatchString(word) {
				rep.add(line, "option", "Nach letter-part wird die Nummer erwartet, zum Beispiel 5 oder 5a; gefunden: %s", short(word))
			}
		} else if !checkOption(spec, option, line, rep) {
			continue
		}
		if options.Has(option.Key) {
			rep.add(line, "option", "„%s“ steht zweimal.", short(option.Key))
			continue
		}
		options = append(options, option)
	}
	if blockType == "letter-part" && len(words) == 1 {
		rep.add(line, "option", "Nach letter-part fehlt die Nummer, zum Beispiel letter-part 5a.")
	}
	return blockType, options
}

// infoWords cuts an info string at spaces outside quotes. A backslash before a
// quote or a backslash makes it a letter.
func infoWords(info string) ([]string, bool) {
	var words []string
	var word strings.Builder
	quoted, begun, escaped := false, false, false
	for _, r := range info {
		switch {
		case escaped:
			word.WriteRune('\\')
			word.WriteRune(r)
			escaped = false
		case quoted && r == '\\':
			escaped = true
		case r == '"':
			quoted, begun = !quoted, true
			word.WriteRune(r)
		case !quoted && (r == ' ' || r == '\t'):
			if begun {
				words = append(words, word.String())
			}
			word.Reset()
			begun = false
		default:
			begun = true
			word.WriteRune(r)
		}
	}
	if quoted {
		return nil, false
	}
	if begun {
		words = append(words, word.String())
	}
	return words, true
}

// readOption takes "key" or "key=value" apart.
func readOption(word string) materials.Option {
	key, value, hasValue := strings.Cut(word, "=")
	if !hasValue {
		return materials.Option{Key: key, Flag: true}
	}
	if len(value) >= 2 && value[0] == '"' && value[len(value)-1] == '"' {
		value = unquote.Replace(value[1 : len(value)-1])
	}
	return materials.Option{Key: key, Value: value}
}

var (
	unquote = strings.NewReplacer(`\"`, `"`, `\\`, `\`)
	quote   = strings.NewReplacer(`"`, `\"`, `\`, `\\`)
)

// flags are options that never have a value, in any block.
var flags = []string{"optional", "bank", "reuse", "audio", "chat", "chunks", "colours", "pictures"}

// closedValues are the options whose values are of a closed list.
var closedValues = map[string][]string{
	"for":    {"pupil", "teacher"},
	"age":    {"child", "teen", "adult", "neutral"},
	"unit":   {"minute", "day"},
	"style":  {"digital", "analogue"},
	"ruling": {"0", "1", "2", "3", "4"},
	"role":   {"greeting", "text", "line", "head", "item", "closing", "signature", "slip-head", "fill", "tick", "tick-fill"},
}

// checkOption reports whether the option may stay; it says what is wrong.
func checkOption(spec materials.Spec, o materials.Option, line int, rep *report) bool {
	if !optionKey.MatchString(o.Key) || !spec.Allows(o.Key) {
		rep.add(line, "option", "Angabe am Baustein „%s“: %s", spec.Type, NotAllowed(o.Key, optionNames(spec)))
		return false
	}
	if slices.Contains(flags, o.Key) && !o.Flag {
		rep.add(line, "option", "„%s“ steht ohne Wert: %s statt %s=%s.", o.Key, o.Key, o.Key, o.Value)
		return false
	}
	if allowed := closedValues[o.Key]; allowed != nil && !slices.Contains(allowed, o.Value) {
		rep.add(line, "option", "%s=: %s", o.Key, NotAllowed(o.Value, allowed))
		return false
	}
	switch o.Key {
	case "level":
		levels := materials.SplitList(o.Value)
		if len(levels) == 0 {
			rep.add(line, "option", "level= ist leer. Erlaubt: %s.", strings.Join(materials.Levels.Keys(), ", "))
		}
		for _, level := range levels {
			if !materials.Levels.Has(level) {
				rep.add(line, "option", "level=: %s", NotAllowed(level, materials.Levels.Keys()))
			}
		}
	case "id":
		if !blockID.MatchString(o.Value) {
			rep.add(line, "option", "id=: Erwartet werden kleine Buchstaben, Ziffern und Bindestriche, gefunden: „%s“.", o.Value)
		}
	case "points", "rows", "boards":
		if n, err := strconv.Atoi(o.Value); err != nil || n < 1 || n > 100 {
			rep.add(line, "option", "%s=: Erwartet wird eine Zahl von 1 bis 100, gefunden: „%s“.", o.Key, o.Value)
		}
	case "lines", "example":
		if n, err := strconv.Atoi(o.Value); !o.Flag && (err != nil || n < 1 || n > 100) {
			rep.add(line, "option", "%s=: Erwartet wird eine Zahl von 1 bis 100 oder kein Wert, gefunden: „%s“.", o.Key, o.Value)
		}
	}
	return true
}

func blockTypes() []string {
	var names []string
	for _, s := range materials.Specs {
		if s.Type != "prose" {
			names = append(names, s.Type)
		}
	}
	return names
}

func optionNames(spec materials.Spec) []string {
	return append(slices.Clone(spec.Options), materials.CommonOptions...)
}
