package source

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"lernkoffer/materials"
)

// PackFile is the name of the file that makes a folder a collection.
const PackFile = "pack.toml"

// Pack is what pack.toml says of a collection.
type Pack struct {
	materials.Pack
	MinApp string // the oldest program version that reads it
}

var (
	packName    = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)
	packVersion = regexp.MustCompile(`^[0-9]+(\.[0-9]+)*$`)
	packKeys    = []string{"id", "publisher", "version", "title", "licence", "min_app"}
)

// ReadPack reads pack.toml at the root of fsys. Content errors are a
// *materials.ContentError with every finding.
func ReadPack(fsys fs.FS) (Pack, error) {
	src, err := fs.ReadFile(fsys, PackFile)
	if err != nil {
		return Pack{}, fmt.Errorf("read pack: %w", err)
	}
	return parsePack(src)
}

func parsePack(src []byte) (Pack, error) {
	rep := &report{file: PackFile}
	text, ok := decode(src, rep)
	if !ok {
		return Pack{}, rep.err()
	}
	values := map[string]any{}
	meta, err := toml.Decode(strings.Join(text.lines, ""), &values)
	if err != nil {
		line := 0
		var parse toml.ParseError
		if errors.As(err, &parse) {
			line = parse.Position.Line
		}
		rep.add(line, "toml", "Die Datei ist kein gültiges TOML. Erwartet werden Zeilen der Form title = \"Grundpaket\".")
		return Pack{}, rep.err()
	}
	for _, key := range meta.Keys() {
		if len(key) == 1 && !slices.Contains(packKeys, key[0]) {
			rep.add(keyLine(text.lines, key[0]), "toml", "%s", NotAllowed(key[0], packKeys))
		}
	}
	get := func(key string, valid func(string) bool, expected string) string {
		v, given := values[key]
		s, isText := v.(string)
		switch {
		case !given:
			rep.add(0, "toml", "Es fehlt „%s“. Erwartet wird %s.", key, expected)
		case !isText || !valid(s):
			rep.add(keyLine(text.lines, key), "toml", "%s: „%v“ geht nicht. Erwartet wird %s.", key, v, expected)
		}
		return s
	}
	const name = "ein Name aus kleinen Buchstaben, Ziffern und Bindestrichen in Anführungszeichen"
	const version = "eine Versionsnummer wie \"2026.11.1\""
	p := Pack{
		Pack: materials.Pack{
			ID:        get("id", packName.MatchString, name),
			Publisher: get("publisher", packName.MatchString, name),
			Version:   get("version", packVersion.MatchString, version),
			Title:     get("title", func(s string) bool { return strings.TrimSpace(s) != "" }, "der Titel in Anführungszeichen"),
			Licence:   get("licence", materials.Licences.Has, "eine Lizenz: "+strings.Join(materials.Licences.Keys(), ", ")),
		},
		MinApp: get("min_app", packVersion.MatchString, version),
	}
	return p, rep.err()
}

// keyLine returns the line that sets a key, 0 if it is not found.
func keyLine(lines []string, key string) int {
	for i, line := range lines {
		if name, _, ok := strings.Cut(line, "="); ok && strings.Trim(strings.TrimSpace(name), `"'`) == key {
			return i + 1
		}
	}
	return 0
}
