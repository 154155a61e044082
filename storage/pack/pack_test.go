package pack_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"lernkoffer/materials"
	"lernkoffer/materials/materialstest"
	"lernkoffer/storage/pack"
)

// collection returns the bigger collection of the fixture.
func collection(t testing.TB) (fstest.MapFS, materialstest.Fixture) {
	t.Helper()
	f := materialstest.NewFixture()
	sub, err := fs.Sub(f.Bundle.Library, "lernkoffer")
	if err != nil {
		t.Fatal(err)
	}
	out := fstest.MapFS{}
	err = fs.WalkDir(sub, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(sub, name)
		out[name] = &fstest.MapFile{Data: content}
		return err
	})
	if err != nil || len(out) != 3 {
		t.Fatalf("collection of %d files, %v", len(out), err)
	}
	return out, f
}

func build(t testing.TB, files, words fs.FS) (string, pack.Manifest) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "lernkoffer.grundpaket-2026.11.1.db")
	m, err := pack.Build(context.Background(), files, words, path, nil)
	if err != nil {
		t.Fatal(err)
	}
	return path, m
}

func open(t testing.TB, path string) *pack.Pack {
	t.Helper()
	p, err := pack.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

// Ensure that a pack gives back what its sources say.
func TestRoundTrip(t *testing.T) {
	files, f := collection(t)
	big := bytes.Repeat([]byte("Straßenbahn "), 60_000) // three chunks
	files["bilder/linie 61.svg"] = &fstest.MapFile{Data: []byte("<svg/>")}
	files["bilder/kopie.svg"] = &fstest.MapFile{Data: []byte("<svg/>")}
	files["ton/groß.ogg"] = &fstest.MapFile{Data: big}
	files["leer.txt"] = &fstest.MapFile{}
	files["briefe/ausflug.md"] = &fstest.MapFile{Data: bytes.Replace(files["aepfel.md"].Data, []byte("/aepfel"), []byte("/ausflug"), 1)}
	files["briefe/bus.svg"] = &fstest.MapFile{Data: []byte("<svg>Bus</svg>")}
	files["README.md"] = &fstest.MapFile{Data: []byte("# Über diese Sammlung\n")}
	files["bilder/.DS_Store"] = &fstest.MapFile{Data: []byte("x")}

	path, built := build(t, files, f.Bundle.Words)
	p := open(t, path)

	m := p.Manifest()
	if m.Format != pack.Format || m.Pack != f.Packs[1] || m.MinApp != "0.1.0" || m.Materials != 3 || m.Words != 2 || m.Attachments != 5 {
		t.Errorf("manifest: %+v", m)
	}
	if err := pack.Verify(path, built.SHA256); err != nil {
		t.Errorf("hash: %v", err)
	}
	built.SHA256 = ""
	if m != built {
		t.Errorf("manifest read %+v, built %+v", m, built)
	}

	trip := f.Materials[1].Meta
	trip.ID = "lernkoffer/ausflug"
	f.Sources[trip.ID] = files["briefe/ausflug.md"].Data
	metas, err := p.Metas()
	if want := []materials.Meta{f.Materials[1].Meta, trip, f.Materials[2].Meta}; err != nil || !reflect.DeepEqual(metas, want) {
		t.Errorf("metas, %v:\ngot  %+v\nwant %+v", err, metas, want)
	}
	for _, meta := range metas {
		text, err := p.Source(meta.ID)
		if err != nil || !bytes.Equal(text, f.Sources[meta.ID]) {
			t.Errorf("source of %s: %q, %v", meta.ID, text, err)
		}
		if got, err := p.Material(meta.ID); err != nil || !reflect.DeepEqual(got.Meta, meta) || len(got.Blocks) != 1 {
			t.Errorf("material %s: %+v, %v", meta.ID, got, err)
		}
	}
	if words, err := p.Words(); err != nil || !reflect.DeepEqual(words, f.Words) {
		t.Errorf("words, %v:\ngot  %+v\nwant %+v", err, words, f.Words)
	}

	names, err := p.Attachments()
	if want := []string{"bilder/kopie.svg", "bilder/linie 61.svg", "briefe/bus.svg", "leer.txt", "ton/groß.ogg"}; err != nil || !slices.Equal(names, want) {
		t.Errorf("attachments %q, %v", names, err)
	}
	for _, name := range names {
		if got, err := p.Attachment(name); err != nil || !bytes.Equal(got, files[name].Data) {
			t.Errorf("attachment %s: %d bytes, %v", name, len(got), err)
		}
	}
	// An attachment is meant from where the material lies.
	if got, err := p.Beside(trip.ID, "bus.svg"); err != nil || string(got) != "<svg>Bus</svg>" {
		t.Errorf("beside a material: %s, %v", got, err)
	}
	for _, err := range []error{second(p.Attachment("README.md")), second(p.Beside("lernkoffer/aepfel", "bus.svg")), second(p.Beside(trip.ID, "../../x")), second(p.Beside("a/b", "bus.svg")), second(p.Source("lernkoffer/nichts")), second(p.Material("")), second(p.Attachment(""))} {
		if materials.ErrorCode(err) != materials.CodeNotFound {
			t.Errorf("error = %v, want code %d", err, materials.CodeNotFound)
		}
	}
}

func second[T any](_ T, err error) error { return err }

// Ensure that the same sources give the same bytes, and others another identity.
func TestDeterministic(t *testing.T) {
	files, f := collection(t)
	for i := range 40 {
		files[fmt.Sprintf("bild-%d.svg", i)] = &fstest.MapFile{Data: bytes.Repeat([]byte{byte(i)}, 9000*i)}
	}
	path, first := build(t, files, f.Bundle.Words)
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		path, again := build(t, files, f.Bundle.Words)
		if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) || again != first {
			t.Fatalf("other bytes from the same sources: %+v, %+v, %v", first, again, err)
		}
	}

	hash := func() string {
		t.Helper()
		h, err := pack.SourceHash(files, f.Bundle.Words)
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	if hash() != first.Source {
		t.Error("the hash of the sources is not that of the pack")
	}
	files["aepfel.md"] = &fstest.MapFile{Data: append(bytes.Clone(files["aepfel.md"].Data), '\n')}
	changed := hash()
	files["birne.md"] = files["aepfel.md"]
	delete(files, "aepfel.md")
	if renamed := hash(); changed == first.Source || renamed == changed {
		t.Error("changed or renamed sources have the same hash")
	}
}

// Ensure that sources with errors give no pack, but all findings.
func TestContentErrors(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(files fstest.MapFS)
		code   materials.Code
		want   []string // in the findings, by file
	}{
		{"no pack.toml", func(f fstest.MapFS) { delete(f, "pack.toml") }, materials.CodeNotFound, nil},
		{"broken pack.toml", func(f fstest.MapFS) { f["pack.toml"] = &fstest.MapFile{Data: []byte("id = ")} }, materials.CodeContent, []string{"pack.toml"}},
		{"no front matter", func(f fstest.MapFS) {
			f["aepfel.md"] = &fstest.MapFile{Data: []byte("# Äpfel\n")}
			f["birnen.md"] = &fstest.MapFile{Data: []byte("# Birnen\n")}
		}, materials.CodeContent, []string{"aepfel.md", "birnen.md"}},
		{"publisher of own materials", func(f fstest.MapFS) {
			f["pack.toml"].Data = bytes.Replace(f["pack.toml"].Data, []byte(`"lernkoffer"`), []byte(`"own"`), 1)
		}, materials.CodeContent, []string{"pack.toml"}},
		{"id twice", func(f fstest.MapFS) { f["kopie.md"] = f["aepfel.md"] }, materials.CodeContent, []string{"kopie.md"}},
		{"id of another publisher", func(f fstest.MapFS) {
			f["aepfel.md"].Data = bytes.Replace(f["aepfel.md"].Data, []byte("id: lernkoffer/"), []byte("id: bochum/"), 1)
		}, materials.CodeContent, []string{"aepfel.md"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			files, f := collection(t)
			tc.change(files)
			dir := t.TempDir()
			_, err := pack.Build(t.Context(), files, f.Bundle.Words, filepath.Join(dir, "x.db"), nil)
			if materials.ErrorCode(err) != tc.code || materials.ErrorMessage(err) == "" {
				t.Fatalf("error = %v, want code %d", err, tc.code)
			}
			var list *materials.ContentError
			if tc.want != nil && !errors.As(err, &list) {
				t.Fatalf("no findings in %v", err)
			}
			for _, file := range tc.want {
				if !slices.ContainsFunc(list.Findings, func(f materials.Finding) bool { return f.File == file && f.Message != "" }) {
					t.Errorf("no finding for %s in %v", file, list.Findings)
				}
			}
			wantEmpty(t, dir)
		})
	}
}

// Ensure that bad words are found beside bad materials.
func TestBadWords(t *testing.T) {
	files, _ := collection(t)
	files["aepfel.md"] = &fstest.MapFile{Data: []byte("# Äpfel\n")}
	_, err := pack.Build(t.Context(), files, fstest.MapFS{"words.csv": {Data: []byte("wort\nTisch\n")}}, filepath.Join(t.TempDir(), "x.db"), nil)
	var list *materials.ContentError
	if !errors.As(err, &list) {
		t.Fatalf("error = %v, want findings", err)
	}
	seen := map[string]bool{}
	for _, f := range list.Findings {
		seen[f.File] = true
	}
	if !seen["aepfel.md"] || !seen["words.csv"] {
		t.Errorf("findings of %v", slices.Sorted(maps.Keys(seen)))
	}
}

// Ensure that progress is counted in steps that only rise, up to the total.
func TestProgress(t *testing.T) {
	files, f := collection(t)
	last, total := -1, 0
	_, err := pack.Build(t.Context(), files, f.Bundle.Words, filepath.Join(t.TempDir(), "x.db"), func(done, of int) {
		if done != last+1 {
			t.Errorf("step %d after %d", done, last)
		}
		last, total = done, of
	})
	if err != nil {
		t.Fatal(err)
	}
	if last != total || total != 3 { // two materials and the writing
		t.Errorf("ended at %d of %d", last, total)
	}
}

// Ensure that a build that is given up leaves nothing behind.
func TestCancel(t *testing.T) {
	files, f := collection(t)
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	_, err := pack.Build(ctx, files, f.Bundle.Words, filepath.Join(dir, "x.db"), func(done, _ int) {
		if done == 1 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error = %v", err)
	}
	wantEmpty(t, dir)
}

// Ensure that a place that can't be written is named.
func TestUnwritable(t *testing.T) {
	files, f := collection(t)
	if _, err := pack.Build(t.Context(), files, f.Bundle.Words, filepath.Join(t.TempDir(), "none", "x.db"), nil); err == nil {
		t.Error("built into a folder that is not there")
	}
}

func wantEmpty(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) > 0 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

// synthetic returns a collection of n materials of the usual size.
func synthetic(n int) fstest.MapFS {
	files := fstest.MapFS{"pack.toml": {Data: []byte(materialstest.PackTOML(materials.Pack{
		ID: "gross", Publisher: "lernkoffer", Version: "1", Title: "Groß", Licence: "CC-BY-SA-4.0",
	}))}}
	template := materialstest.NewFixture().Materials[2].Meta
	body := "Du lernst zwölf Wörter aus dem Klassenzimmer.\n\n" +
		"``` words\nTisch, Stuhl, Tafel, Heft, Buch, Schere\n```\n\n" +
		"``` cloze bank distractors=2\n" + strings.Repeat("Ich schreibe mit dem [Bleistift] auf das **große** Blatt.\n", 20) + "```\n\n" +
		strings.Repeat("Lina sitzt auf dem Stuhl und liest. Danach geht sie mit Samir auf den Schulhof.\n\n", 20)
	for i := range n {
		m := template
		m.ID = materials.ID(fmt.Sprintf("lernkoffer/material-%05d", i))
		m.Title = fmt.Sprintf("Material %d", i)
		files[m.ID.Slug()+".md"] = &fstest.MapFile{Data: []byte(materialstest.Markdown(m, body))}
	}
	return files
}

func BenchmarkBuild1000(b *testing.B) {
	files := synthetic(1000)
	dir := b.TempDir()
	for b.Loop() {
		if _, err := pack.Build(b.Context(), files, nil, filepath.Join(dir, "x.db"), nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpen1000(b *testing.B) {
	path, m := build(b, synthetic(1000), nil)
	for b.Loop() {
		if err := pack.Verify(path, m.SHA256); err != nil {
			b.Fatal(err)
		}
		p, err := pack.Open(path)
		if err != nil {
			b.Fatal(err)
		}
		if metas, err := p.Metas(); err != nil || len(metas) != 1000 {
			b.Fatal(len(metas), err)
		}
		p.Close()
	}
}
