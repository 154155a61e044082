package place

import (
	"os"
	"path/filepath"
	"runtime"

	"lernkoffer/materials"
)

// System is what the choice of folders depends on.
type System struct {
	OS  string // as runtime.GOOS
	Env func(key string) string
	// Root stands before the machine-wide folders of Linux and macOS; empty but
	// in tests.
	Root string
}

// Current returns the system that the program runs on.
func Current() System { return System{OS: runtime.GOOS, Env: os.Getenv} }

// Resolve returns the folders; data is the value of --data, "" if it was not
// given. It fails with CodeUsage for a configuration that can't be read and with
// CodeNotFound where the system names no home.
func (s System) Resolve(data string) (Dirs, error) {
	if data == "" {
		data = s.Env(EnvData)
	}
	if data != "" {
		return below(data)
	}

	dirs, machine, err := s.defaults()
	if err != nil {
		return Dirs{}, err
	}
	policy, err := readConfig(filepath.Join(machine.config, "config.toml"))
	if err != nil {
		return Dirs{}, err
	}
	own, err := readConfig(dirs.Config)
	if err != nil {
		return Dirs{}, err
	}
	chosen := policy.over(own)
	if chosen.Data != "" {
		config := dirs.Config
		if dirs, err = below(chosen.Data); err != nil {
			return Dirs{}, err
		}
		dirs.Config = config
	}
	switch {
	case chosen.Library != "":
		dirs.Library, err = filepath.Abs(chosen.Library)
	case chosen.Data == "" && holdsLibrary(machine.library):
		dirs.Library = machine.library
	}
	return dirs, err
}

// below puts everything into one folder.
func below(data string) (Dirs, error) {
	data, err := filepath.Abs(data)
	if err != nil {
		return Dirs{}, err
	}
	return Dirs{
		Library: filepath.Join(data, "library"),
		User:    data,
		Cache:   filepath.Join(data, "cache"),
		Config:  filepath.Join(data, "config.toml"),
	}, nil
}

// machine is what an administrator sets up for all users.
type machine struct{ config, library string }

func (s System) defaults() (Dirs, machine, error) {
	home := func(parts ...string) string {
		return filepath.Join(append([]string{s.Env("HOME")}, parts...)...)
	}
	var user, cache, config string
	var all machine
	switch s.OS {
	case "windows":
		local := s.Env("LOCALAPPDATA")
		if local == "" {
			return Dirs{}, machine{}, homeless("LOCALAPPDATA")
		}
		user = filepath.Join(local, "Lernkoffer")
		cache, config = filepath.Join(user, "cache"), user
		all.config = filepath.Join(s.Env("ProgramData"), "Lernkoffer")
		all.library = filepath.Join(all.config, "library")
	case "darwin":
		if s.Env("HOME") == "" {
			return Dirs{}, machine{}, homeless("HOME")
		}
		user = home("Library", "Application Support", "Lernkoffer")
		cache, config = home("Library", "Caches", "Lernkoffer"), user
		all.config = filepath.Join(s.Root, "/Library/Application Support/Lernkoffer")
		all.library = filepath.Join(all.config, "library")
	default:
		if s.Env("HOME") == "" && s.Env("XDG_DATA_HOME") == "" {
			return Dirs{}, machine{}, homeless("HOME")
		}
		user = s.xdg("XDG_DATA_HOME", home(".local", "share"))
		cache = s.xdg("XDG_CACHE_HOME", home(".cache"))
		config = s.xdg("XDG_CONFIG_HOME", home(".config"))
		all.config = filepath.Join(s.Root, "/etc/lernkoffer")
		all.library = filepath.Join(s.Root, "/var/lib/lernkoffer/library")
	}
	return Dirs{
		Library: filepath.Join(user, "library"),
		User:    user,
		Cache:   cache,
		Config:  filepath.Join(config, "config.toml"),
	}, all, nil
}

// xdg returns our folder in the base folder that key names. The XDG rule is that
// relative paths are ignored.
func (s System) xdg(key, fallback string) string {
	if base := s.Env(key); filepath.IsAbs(base) {
		return filepath.Join(base, "lernkoffer")
	}
	return filepath.Join(fallback, "lernkoffer")
}

func holdsLibrary(dir string) bool {
	info, err := os.Stat(filepath.Join(dir, "CURRENT"))
	return err == nil && info.Mode().IsRegular()
}

func homeless(key string) error {
	return materials.Errorf(materials.CodeNotFound,
		"Das System nennt keinen Ordner für Ihre Daten (%s ist leer). Bitte starten Sie mit --data ORDNER.", key)
}
