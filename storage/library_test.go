package storage_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"lernkoffer/materials"
	"lernkoffer/materials/materialstest"
	"lernkoffer/storage"
	"lernkoffer/storage/internal/disk"
	"lernkoffer/storage/place"
)

func ensure(t *testing.T, dirs place.Dirs, b materials.Bundle) storage.Installed {
	t.Helper()
	in, err := storage.EnsureBundled(t.Context(), dirs, b, nil)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func openLibrary(t *testing.T, dirs place.Dirs) *storage.Library {
	t.Helper()
	l, err := storage.OpenLibrary(dirs)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

// bundle returns the fixture's bundle, changed, and the version of its main pack.
func bundle(t *testing.T, version string, change func(files fstest.MapFS)) materials.Bundle {
	t.Helper()
	b := materialstest.NewFixture().Bundle
	files := b.Library.(fstest.MapFS)
	toml := files["lernkoffer/pack.toml"]
	toml.Data = bytes.Replace(toml.Data, []byte("2026.11.1"), []byte(version), 1)
	if change != nil {
		change(files)
	}
	return b
}

// files returns the names in a folder and below with their contents.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		out[filepath.ToSlash(name)] = string(read(t, path))
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return out
}

func TestLibrary(t *testing.T) {
	materialstest.TestLibrary(t, func(t *testing.T, f materialstest.Fixture) materials.Library {
		dirs := dataDirs(t)
		ensure(t, dirs, f.Bundle)
		return openLibrary(t, dirs)
	})
}

// Ensure that the first start installs with counted progress, and the second has
// nothing to do.
func TestFirstStart(t *testing.T) {
	dirs := dataDirs(t)
	_, err := storage.OpenLibrary(dirs)
	wantCode(t, err, materials.CodeNotFound)

	last, total := 0, 0
	in, err := storage.EnsureBundled(t.Context(), dirs, bundle(t, "2026.11.1", nil), func(done, of int) {
		if done < last {
			t.Errorf("progress fell from %d to %d", last, done)
		}
		last, total = done, of
	})
	if err != nil || len(in.Packs) != 2 || in.Repaired || in.Kept != nil {
		t.Fatalf("installed %+v, %v", in, err)
	}
	if last != total || total != 5 { // three materials, two files
		t.Errorf("progress ended at %d of %d", last, total)
	}
	before := files(t, dirs.Library)
	names := slices.Sorted(maps.Keys(before))
	if want := []string{"CURRENT", "lock", "packs/bochum.stadt-2026.9.db", "packs/lernkoffer.grundpaket-2026.11.1.db"}; !slices.Equal(names, want) {
		t.Errorf("files %q, want %q", names, want)
	}

	in = ensure(t, dirs, bundle(t, "2026.11.1", nil))
	if len(in.Packs) > 0 || !maps.Equal(files(t, dirs.Library), before) {
		t.Errorf("the second start installed %+v", in)
	}
}

// Ensure that a newer bundle replaces an older one, never the other way, and that
// the last two manifests keep their files.
func TestNewerBundle(t *testing.T) {
	dirs := dataDirs(t)
	ensure(t, dirs, bundle(t, "2026.9.1", nil))
	old := openLibrary(t, dirs)

	in := ensure(t, dirs, bundle(t, "2026.11.1", func(f fstest.MapFS) {
		f["lernkoffer/aepfel.md"].Data = bytes.Replace(f["lernkoffer/aepfel.md"].Data, []byte("Äpfel und Grüße"), []byte("Äpfel und Süßes"), 1)
	}))
	if len(in.Packs) != 1 || in.Packs[0].Version != "2026.11.1" {
		t.Errorf("installed %+v", in)
	}
	l := openLibrary(t, dirs)
	if m, err := l.Material("lernkoffer/aepfel"); err != nil || m.Title != "Äpfel und Süßes" || l.Status().Generation != 2 {
		t.Errorf("%+v, %v, %+v", m, err, l.Status())
	}
	if m, err := old.Material("lernkoffer/aepfel"); err != nil || m.Title != "Äpfel und Grüße" {
		t.Errorf("who has the old one open reads on: %+v, %v", m, err)
	}

	if in := ensure(t, dirs, bundle(t, "2026.10", nil)); len(in.Packs) > 0 {
		t.Errorf("an older bundle was installed: %+v", in)
	}
	// The same version from other sources: a program that was built again.
	ensure(t, dirs, bundle(t, "2026.11.1", nil))
	var packs []string
	for name := range files(t, dirs.Library) {
		if strings.Contains(name, "grundpaket") {
			packs = append(packs, strings.TrimPrefix(name, "packs/lernkoffer.grundpaket-"))
		}
	}
	slices.Sort(packs)
	if want := []string{"2026.11.1+2.db", "2026.11.1.db"}; !slices.Equal(packs, want) {
		t.Errorf("pack files %q, want %q", packs, want)
	}
}

// Ensure that a teacher's remarks outlive a newer library, whether their material
// is changed or gone.
func TestNotesSurviveInstall(t *testing.T) {
	dirs := dataDirs(t)
	ensure(t, dirs, bundle(t, "1", nil))
	u, _ := openUser(t, dirs, storage.Options{})
	for _, id := range []materials.ID{"lernkoffer/aepfel", room} {
		if _, err := u.PutNote(materials.Note{Material: id, Text: "zu " + string(id)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(u.SetFavourite("lernkoffer/aepfel", true), u.SetTags(room, []string{"5a"})); err != nil {
		t.Fatal(err)
	}

	ensure(t, dirs, bundle(t, "2", func(f fstest.MapFS) {
		delete(f, "lernkoffer/aepfel.md")
		f["lernkoffer/klassenzimmer.md"].Data = append(f["lernkoffer/klassenzimmer.md"].Data, "\nNeu.\n"...)
	}))

	_, err := openLibrary(t, dirs).Material("lernkoffer/aepfel")
	wantCode(t, err, materials.CodeNotFound)
	wantTexts(t, u, "zu lernkoffer/aepfel", "zu lernkoffer/klassenzimmer")
	marked, err := u.Marked()
	if err != nil || !marked["lernkoffer/aepfel"].Favourite || !slices.Equal(marked[room].Tags, []string{"5a"}) {
		t.Errorf("marked %+v, %v", marked, err)
	}
}

// Ensure that whatever is damaged is made again, and that the packs of others
// stay in use.
func TestRepair(t *testing.T) {
	const main = "packs/lernkoffer.grundpaket-2026.11.1.db"
	for _, tc := range []struct {
		name   string
		file   string
		damage func([]byte) []byte
	}{
		{"pack cut", main, func(b []byte) []byte { return b[:5000] }},
		{"pack empty", main, func([]byte) []byte { return nil }},
		{"pack foreign", main, func([]byte) []byte { return []byte("<html>Login</html>") }},
		{"one byte flipped", main, func(b []byte) []byte { b[len(b)-100] ^= 1; return b }},
		{"pack gone", main, nil},
		{"manifest empty", "CURRENT", func([]byte) []byte { return nil }},
		{"manifest cut", "CURRENT", func(b []byte) []byte { return b[:len(b)/2] }},
		{"manifest foreign", "CURRENT", func([]byte) []byte { return []byte(`{"name":"x"}`) }},
		{"manifest leads outside", "CURRENT", func(b []byte) []byte {
			return bytes.Replace(b, []byte("lernkoffer.grundpaket"), []byte("../../lernkoffer.grundpaket"), 1)
		}},
		{"manifest gone", "CURRENT", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			dirs := dataDirs(t)
			b := bundle(t, "2026.11.1", nil)
			ensure(t, dirs, b)
			path := filepath.Join(dirs.Library, filepath.FromSlash(tc.file))
			if tc.damage == nil {
				if err := os.Remove(path); err != nil {
					t.Fatal(err)
				}
			} else {
				write(t, path, tc.damage(read(t, path)))
			}

			in := ensure(t, dirs, b)

			if len(in.Packs) == 0 {
				t.Error("nothing was installed")
			}
			if tc.damage != nil && !in.Repaired {
				t.Error("the repair is not told")
			}
			l := openLibrary(t, dirs)
			if len(l.Problems()) > 0 || len(l.Metas()) != 3 {
				t.Errorf("%d materials, problems %v", len(l.Metas()), l.Problems())
			}
			if in := ensure(t, dirs, b); len(in.Packs) > 0 {
				t.Errorf("installed again: %+v", in)
			}
		})
	}
}

// Ensure that a lost manifest does not lose the packs that others brought.
func TestRepairKeepsOthers(t *testing.T) {
	dirs := dataDirs(t)
	ensure(t, dirs, bundle(t, "1", nil))
	ensure(t, dirs, bundle(t, "2", nil))
	write(t, filepath.Join(dirs.Library, "CURRENT"), []byte("{"))

	in := ensure(t, dirs, bundle(t, "2", func(f fstest.MapFS) {
		delete(f, "bochum/pack.toml")
		delete(f, "bochum/stadtplan.md")
	}))

	if len(in.Packs) != 1 || !in.Repaired {
		t.Errorf("installed %+v", in)
	}
	l := openLibrary(t, dirs)
	if got := l.Status().Publishers; len(l.Problems()) > 0 || !slices.Equal(got, []string{"bochum", "lernkoffer"}) {
		t.Errorf("publishers %q, problems %v", got, l.Problems())
	}
}

// Ensure that one damaged pack does not take the others away.
func TestOpenWithDamagedPack(t *testing.T) {
	dirs := dataDirs(t)
	ensure(t, dirs, bundle(t, "2026.11.1", nil))
	stadt := filepath.Join(dirs.Library, "packs", "bochum.stadt-2026.9.db")
	flipped := read(t, stadt)
	flipped[len(flipped)-50] ^= 1
	write(t, stadt, flipped)

	l := openLibrary(t, dirs)
	if len(l.Metas()) != 2 || len(l.Problems()) != 1 {
		t.Fatalf("%d materials, problems %v", len(l.Metas()), l.Problems())
	}
	wantCode(t, l.Problems()[0], materials.CodeDamaged)

	write(t, filepath.Join(dirs.Library, "packs", "lernkoffer.grundpaket-2026.11.1.db"), []byte("x"))
	_, err := storage.OpenLibrary(dirs)
	wantCode(t, err, materials.CodeDamaged)
}

// Ensure that the library of a newer program is left to it.
func TestNewerLibrary(t *testing.T) {
	for _, key := range []string{"format", "pack_format"} {
		dirs := dataDirs(t)
		ensure(t, dirs, bundle(t, "2026.11.1", nil))
		path := filepath.Join(dirs.Library, "CURRENT")
		var manifest map[string]any
		if err := json.Unmarshal(read(t, path), &manifest); err != nil {
			t.Fatal(err)
		}
		if key == "format" {
			manifest[key] = 99
		} else {
			manifest["packs"].([]any)[0].(map[string]any)[key] = 99
		}
		text, err := json.Marshal(manifest)
		if err != nil {
			t.Fatal(err)
		}
		write(t, path, text)
		before := files(t, dirs.Library)

		_, err = storage.EnsureBundled(t.Context(), dirs, bundle(t, "2027.1", nil), nil)

		wantCode(t, err, materials.CodeProgram)
		if !maps.Equal(files(t, dirs.Library), before) {
			t.Errorf("%s: the library was changed", key)
		}
	}
}

// Ensure that a place that can't be written is a sentence with code 4, and that
// an older library stays in use where the newer can't be written.
func TestUnwritableLibrary(t *testing.T) {
	file := filepath.Join(t.TempDir(), "datei")
	write(t, file, nil)
	dirs := dirsIn(t, file)
	dirs.Library = filepath.Join(file, "library")
	_, err := storage.EnsureBundled(t.Context(), dirs, bundle(t, "1", nil), nil)
	wantCode(t, err, materials.CodeBusy)

	dirs = dataDirs(t)
	ensure(t, dirs, bundle(t, "1", nil))
	lock := filepath.Join(dirs.Library, "lock") // where a folder is, no lock can be
	if err := errors.Join(os.Remove(lock), os.Mkdir(lock, 0o700)); err != nil {
		t.Fatal(err)
	}
	in, err := storage.EnsureBundled(t.Context(), dirs, bundle(t, "2", nil), nil)
	if err != nil || in.Kept == nil {
		t.Errorf("installed %+v, %v", in, err)
	}
	if got := openLibrary(t, dirs).Status().Packs[1].Version; got != "1" {
		t.Errorf("version %s in use", got)
	}
}

// Ensure that giving up leaves the library as it was.
func TestCancelledInstall(t *testing.T) {
	dirs := dataDirs(t)
	ctx, cancel := context.WithCancel(t.Context())
	_, err := storage.EnsureBundled(ctx, dirs, bundle(t, "1", nil), func(int, int) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error = %v", err)
	}
	for name := range files(t, dirs.Library) {
		if name != "lock" {
			t.Errorf("left behind: %s", name)
		}
	}
}

func process(t *testing.T, dirs place.Dirs, role, arg string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "STORAGE_TEST_ROLE="+role, "STORAGE_TEST_DATA="+dirs.User, "STORAGE_TEST_ARG="+arg)
	return cmd
}

// Ensure that processes that start at the same time for the first time install
// one library between them.
func TestFirstStartOfSeveralProcesses(t *testing.T) {
	dirs := dataDirs(t)
	const n = 4
	if err := dirs.Create(); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(dirs.Library, 0o755); err != nil {
		t.Fatal(err)
	}
	// All see that nothing is installed, then wait for the same lock.
	lock, err := disk.Acquire(t.Context(), filepath.Join(dirs.Library, "lock"))
	if err != nil {
		t.Fatal(err)
	}
	outputs := make([]bytes.Buffer, n)
	commands := make([]*exec.Cmd, n)
	for i := range commands {
		commands[i] = process(t, dirs, "install", "")
		commands[i].Stdout, commands[i].Stderr = &outputs[i], &outputs[i]
		if err := commands[i].Start(); err != nil {
			t.Fatal(err)
		}
	}
	time.Sleep(300 * time.Millisecond)
	if err := lock.Release(); err != nil {
		t.Fatal(err)
	}
	for i, cmd := range commands {
		if err := cmd.Wait(); err != nil || outputs[i].String() != "1 3\n" {
			t.Errorf("process %d: %v, %s", i, err, outputs[i].String())
		}
	}
	got := slices.Sorted(maps.Keys(files(t, dirs.Library)))
	if want := []string{"CURRENT", "lock", "packs/bochum.stadt-2026.9.db", "packs/lernkoffer.grundpaket-2026.11.1.db"}; !slices.Equal(got, want) {
		t.Errorf("files %q, want %q", got, want)
	}
}

// Ensure that an installer that is killed at any step harms nothing.
func TestKilledInstaller(t *testing.T) {
	for step := range 6 {
		dirs := dataDirs(t)
		older := bundle(t, "2026.1", nil)
		if step%2 == 0 {
			ensure(t, dirs, older)
		}
		if err := process(t, dirs, "install", fmt.Sprint(step)).Run(); err == nil && step < 3 {
			t.Errorf("the installer was not killed at step %d", step)
		}
		if step%2 == 0 {
			if l := openLibrary(t, dirs); len(l.Metas()) != 3 || len(l.Problems()) > 0 {
				t.Errorf("killed at step %d: %d materials, %v", step, len(l.Metas()), l.Problems())
			}
		}
		ensure(t, dirs, bundle(t, "2027.1", nil))
		if l := openLibrary(t, dirs); len(l.Metas()) != 3 || l.Status().Packs[1].Version != "2027.1" {
			t.Errorf("after step %d: %+v", step, l.Status())
		}
		for name := range files(t, dirs.Library) {
			if strings.Contains(name, "unfertig") {
				t.Errorf("killed at step %d: left behind: %s", step, name)
			}
		}
	}
}
