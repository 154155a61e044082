package place_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/storage/place"
)

func env(vars map[string]string) func(string) string {
	return func(key string) string { return vars[key] }
}

// Ensure that each system has its own places.
func TestDefaults(t *testing.T) {
	root := t.TempDir()
	in := func(parts ...string) string { return filepath.Join(append([]string{root}, parts...)...) }

	for _, tc := range []struct {
		name   string
		os     string
		env    map[string]string
		want   place.Dirs
		failed bool
	}{
		{
			name: "linux", os: "linux", env: map[string]string{"HOME": in("home")},
			want: place.Dirs{
				Library: in("home/.local/share/lernkoffer/library"), User: in("home/.local/share/lernkoffer"),
				Cache: in("home/.cache/lernkoffer"), Config: in("home/.config/lernkoffer/config.toml"),
			},
		},
		{
			name: "linux with XDG folders", os: "linux",
			env: map[string]string{"XDG_DATA_HOME": in("d"), "XDG_CACHE_HOME": in("c"), "XDG_CONFIG_HOME": in("f")},
			want: place.Dirs{
				Library: in("d/lernkoffer/library"), User: in("d/lernkoffer"),
				Cache: in("c/lernkoffer"), Config: in("f/lernkoffer/config.toml"),
			},
		},
		{
			name: "a relative XDG folder is ignored", os: "linux",
			env: map[string]string{"HOME": in("home"), "XDG_DATA_HOME": "data"},
			want: place.Dirs{
				Library: in("home/.local/share/lernkoffer/library"), User: in("home/.local/share/lernkoffer"),
				Cache: in("home/.cache/lernkoffer"), Config: in("home/.config/lernkoffer/config.toml"),
			},
		},
		{
			name: "windows", os: "windows",
			env: map[string]string{"LOCALAPPDATA": in("Local"), "ProgramData": in("ProgramData")},
			want: place.Dirs{
				Library: in("Local/Lernkoffer/library"), User: in("Local/Lernkoffer"),
				Cache: in("Local/Lernkoffer/cache"), Config: in("Local/Lernkoffer/config.toml"),
			},
		},
		{
			name: "macOS", os: "darwin", env: map[string]string{"HOME": in("home")},
			want: place.Dirs{
				Library: in("home/Library/Application Support/Lernkoffer/library"),
				User:    in("home/Library/Application Support/Lernkoffer"),
				Cache:   in("home/Library/Caches/Lernkoffer"),
				Config:  in("home/Library/Application Support/Lernkoffer/config.toml"),
			},
		},
		{name: "no home", os: "linux", failed: true},
		{name: "no home on windows", os: "windows", failed: true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := place.System{OS: tc.os, Env: env(tc.env), Root: root}.Resolve("")
			if tc.failed {
				if materials.ErrorCode(err) != materials.CodeNotFound {
					t.Fatalf("error = %v, want code %d", err, materials.CodeNotFound)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got != tc.want {
				t.Errorf("got  %+v\nwant %+v", got, tc.want)
			}
		})
	}
}

// Ensure that flag, environment, policy, own configuration and default come in
// this order.
func TestPrecedence(t *testing.T) {
	root := t.TempDir()
	in := func(parts ...string) string { return filepath.Join(append([]string{root}, parts...)...) }
	vars := map[string]string{"HOME": in("home")}
	linux := place.System{OS: "linux", Env: env(vars), Root: root}
	user := func(flag string) string {
		t.Helper()
		dirs, err := linux.Resolve(flag)
		if err != nil {
			t.Fatal(err)
		}
		return dirs.User
	}
	expect := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("user folder %s, want %s", got, want)
		}
	}

	expect(user(""), in("home/.local/share/lernkoffer"))

	write(t, in("home/.config/lernkoffer/config.toml"), "data = '"+in("own")+"'\n[window]\nwidth = 3\n")
	expect(user(""), in("own"))

	write(t, in("etc/lernkoffer/config.toml"), "data = '"+in("policy")+"'\nlibrary = '"+in("shared")+"'\n")
	expect(user(""), in("policy"))
	if dirs, _ := linux.Resolve(""); dirs.Library != in("shared") || dirs.Config != in("home/.config/lernkoffer/config.toml") {
		t.Errorf("with policy: %+v", dirs)
	}

	vars[place.EnvData] = in("env")
	expect(user(""), in("env"))
	expect(user(in("flag")), in("flag"))
	if dirs, _ := linux.Resolve(in("flag")); dirs.Library != in("flag/library") || dirs.Config != in("flag/config.toml") {
		t.Errorf("--data must hold all state: %+v", dirs)
	}
}

// Ensure that a library set up for all users is used, but not with --data.
func TestMachineLibrary(t *testing.T) {
	root := t.TempDir()
	linux := place.System{OS: "linux", Root: root, Env: env(map[string]string{"HOME": filepath.Join(root, "home")})}
	machine := filepath.Join(root, "var/lib/lernkoffer/library")
	write(t, filepath.Join(machine, "CURRENT"), "{}")

	dirs, err := linux.Resolve("")
	if err != nil || dirs.Library != machine {
		t.Errorf("library %s, %v; want %s", dirs.Library, err, machine)
	}
	dirs, err = linux.Resolve(filepath.Join(root, "stick"))
	if err != nil || dirs.Library != filepath.Join(root, "stick", "library") {
		t.Errorf("library with --data: %s, %v", dirs.Library, err)
	}
}

// Ensure that a relative folder is meant from where the program was started.
func TestRelativeData(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	dirs, err := place.Current().Resolve("data")
	if err != nil {
		t.Fatal(err)
	}
	if dirs.User != filepath.Join(dir, "data") || dirs.Store() != filepath.Join(dir, "data", "user.db") {
		t.Errorf("dirs = %+v", dirs)
	}
}

// Ensure that a configuration that can't be read is named with its line.
func TestBrokenConfig(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "etc/lernkoffer/config.toml"), "# Schule\ndata = /ohne/Anführungszeichen\n")
	linux := place.System{OS: "linux", Root: root, Env: env(map[string]string{"HOME": root})}

	_, err := linux.Resolve("")

	if materials.ErrorCode(err) != materials.CodeUsage {
		t.Fatalf("error = %v, want code %d", err, materials.CodeUsage)
	}
	if msg := materials.ErrorMessage(err); !strings.Contains(msg, "config.toml") || !strings.Contains(msg, "Zeile 2") {
		t.Errorf("message names neither file nor line: %s", msg)
	}
}

// Ensure that a teacher's folders are closed to other users, and that a place
// that can't be written is a German sentence with code 4.
func TestCreate(t *testing.T) {
	dirs, err := place.Current().Resolve(filepath.Join(t.TempDir(), "a", "b"))
	if err != nil {
		t.Fatal(err)
	}
	if err := dirs.Create(); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{dirs.User, dirs.Cache} {
		info, err := os.Stat(dir)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
			t.Errorf("%s has mode %v", dir, info.Mode())
		}
	}

	file := filepath.Join(t.TempDir(), "datei")
	write(t, file, "x")
	dirs, err = place.Current().Resolve(filepath.Join(file, "sub"))
	if err != nil {
		t.Fatal(err)
	}
	err = dirs.Create()
	if materials.ErrorCode(err) != materials.CodeBusy || !strings.Contains(materials.ErrorMessage(err), file) {
		t.Errorf("error = %v, want code %d naming the folder", err, materials.CodeBusy)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
