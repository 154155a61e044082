package place

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/BurntSushi/toml"

	"lernkoffer/materials"
)

// config is the part of a configuration file that says where things lie. Other
// rooms have their own keys in the same file.
type config struct {
	Data    string `toml:"data"`
	Library string `toml:"library"`
}

// over returns c, with what it leaves open taken from other.
func (c config) over(other config) config {
	if c.Data == "" {
		c.Data = other.Data
	}
	if c.Library == "" {
		c.Library = other.Library
	}
	return c
}

func readConfig(path string) (config, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return config{}, nil
	}
	var c config
	if err == nil {
		_, err = toml.Decode(string(text), &c)
	}
	if err == nil {
		return c, nil
	}
	line := ""
	var parse toml.ParseError
	if errors.As(err, &parse) {
		line = fmt.Sprintf(" (Zeile %d)", parse.Position.Line)
	}
	return config{}, &materials.Error{
		Code: materials.CodeUsage, Err: err,
		Message: fmt.Sprintf("Die Konfiguration „%s“ ist nicht lesbar%s. Erwartet werden Zeilen wie: data = \"/pfad/zum/ordner\".", path, line),
	}
}
