package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"lernkoffer/app"
	"lernkoffer/app/command"
	"lernkoffer/materials"
	"lernkoffer/materials/worksheet"
)

// Ensure that version and id come from FyneApp.toml, by which installers name the
// program too, and that the changes of the version are told.
func TestProgram(t *testing.T) {
	file := readFile(t, "FyneApp.toml")
	got, err := program()
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct{ key, got, form string }{
		{"Version", got.Version, `^\d+\.\d+\.\d+$`},
		{"ID", got.ID, `^[a-z]+(\.[a-z]+)+$`},
	} {
		m := regexp.MustCompile(`(?m)^` + tc.key + ` *= *"(.*)"$`).FindStringSubmatch(file)
		if m == nil || m[1] != tc.got || !regexp.MustCompile(tc.form).MatchString(tc.got) {
			t.Errorf("%s is %q, the file says %q", tc.key, tc.got, m)
		}
	}
	if !strings.Contains(readFile(t, "CHANGELOG.md"), "\n## "+got.Version+"\n") {
		t.Errorf("CHANGELOG.md does not tell of %s", got.Version)
	}
	if code, out, _ := runIn(t, t.TempDir(), "--version"); code != 0 || out != "Lernkoffer "+got.Version+"\n" {
		t.Errorf("--version: %d, %q", code, out)
	}
}

// Ensure that arguments that no shell and no person would give are answered with
// a result or a short German sentence.
func TestHostileArguments(t *testing.T) {
	data := t.TempDir()
	if code, _, errOut := runIn(t, data, "status"); code != 0 {
		t.Fatalf("install: %d, %s", code, errOut)
	}
	million := strings.Repeat("Übung ", 1<<20/7)
	for _, tc := range []struct {
		name string
		code int
		args []string
	}{
		{"1 MB of words", 0, []string{"search", million}},
		{"1 MB without a space", 0, []string{"search", strings.Repeat("ß", 1<<19)}},
		{"1 MB of quotes", 0, []string{"search", strings.Repeat(`"`, 1<<20)}},
		{"1 MB of marks", 0, []string{"search", strings.Repeat("a\u0301", 1<<18)}},
		{"many words", 0, append([]string{"search"}, strings.Fields(million)...)},
		{"NUL", 0, []string{"search", "Tisch\x00Stuhl\x00"}},
		{"invalid UTF-8", 0, []string{"search", "\xff\xfe\x80Tisch\xc3"}},
		{"escapes", 0, []string{"search", "\x1b[31m\r\n\t„"}},
		{"empty", 0, []string{"search", ""}},
		{"values without end", 0, []string{"search", "--level", strings.TrimSuffix(strings.Repeat("A1,", 50_000), ",")}},
		{"long value", 2, []string{"search", "--topic", million}},
		{"long id", 3, []string{"show", million}},
		{"NUL in id", 3, []string{"show", "lernkoffer/\x00"}},
		{"invalid UTF-8 in id", 3, []string{"show", "lernkoffer/\xff"}},
		{"way out in id", 3, []string{"worksheet", "../../etc/passwd", "--out", filepath.Join(data, "x.pdf")}},
		{"long code", 2, []string{"worksheet", "--reprint", million}},
		{"long flag", 2, []string{"search", "--" + strings.Repeat("x", 1<<20)}},
		{"long command", 2, []string{million}},
		{"long type", 2, []string{"exercise", million, "--words", "school"}},
		{"NUL in a path", 3, []string{"lint", "a\x00b"}},
		{"long path", 3, []string{"lint", million}},
		{"NUL in a file to write", 4, []string{"worksheet", "lernkoffer/uhren-domino", "--out", "a\x00b.pdf"}},
		{"NUL in a text", 3, []string{"exercise", "cloze", "--text", "a\x00b"}},
		{"NUL in a note", 11, []string{"note", "add", "lernkoffer/uhren-domino", "\xff\x00"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			code, out, errOut := runIn(t, data, append(tc.args, "--json")...)
			if code != tc.code {
				t.Fatalf("code %d, want %d: %.300s", code, tc.code, errOut)
			}
			if code == 0 && (!json.Valid([]byte(out)) || errOut != "") {
				t.Errorf("result %.200s, stderr %.200s", out, errOut)
			}
			if code != 0 && (out != "" || !strings.HasPrefix(errOut, "Fehler: ") || foreign.MatchString(errOut)) {
				t.Errorf("stdout %.200s, stderr %.300s", out, errOut)
			}
			if len(errOut) > 2000 || !utf8.ValidString(errOut) || strings.ContainsAny(errOut, "\x00\x1b") {
				t.Errorf("stderr has %d bytes: %.300q", len(errOut), errOut)
			}
		})
	}
}

// Ensure that a second start shows the window that is there, and that a second
// command does not repeat what the window has told at its start.
func TestSecondStartShowsWindow(t *testing.T) {
	g := command.Globals{Data: t.TempDir()}
	if _, ok := forward(t.Context(), g, nil); ok {
		t.Fatal("a window answered before there was one")
	}
	s, closeServices, err := open(t.Context(), g, true, nil)
	if err != nil {
		t.Fatal(err)
	}
	s.Report = []string{"Die Bibliothek wurde neu eingerichtet."}
	shown := 0
	stop, err := serve(s, func() { shown++ })
	if err != nil {
		t.Fatal(err)
	}
	if answer, ok := forward(t.Context(), g, nil); !ok || answer.Code != 0 || shown != 1 {
		t.Errorf("answer = %+v, %v; shown %d times", answer, ok, shown)
	}
	if answer, ok := forward(t.Context(), g, []string{"status"}); !ok || len(answer.Stderr) > 0 || len(answer.Stdout) == 0 {
		t.Errorf("status says %q, %v; what the window has shown is not said again", answer.Stderr, ok)
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
	if _, ok := forward(t.Context(), g, nil); ok {
		t.Error("a window that was closed answered")
	}
	if err := closeServices(); err != nil {
		t.Error(err)
	}
}

// onePage is a bundled material whose sheet has one page.
const onePage = materials.ID("lernkoffer/elternbrief-ausflug")

// BenchmarkWorksheetPDF measures a one-page PDF in a program that is running.
func BenchmarkWorksheetPDF(b *testing.B) {
	s, closeServices, err := open(b.Context(), command.Globals{Data: b.TempDir()}, false, nil)
	if err != nil {
		b.Fatal(err)
	}
	defer closeServices()
	out := filepath.Join(b.TempDir(), "blatt.pdf")
	for b.Loop() {
		writeOnePage(b, s, out)
	}
}

// BenchmarkColdWorksheetPDF measures the same with the start: opening the
// installed library, reading its words, parsing fonts.
func BenchmarkColdWorksheetPDF(b *testing.B) {
	data, out := b.TempDir(), filepath.Join(b.TempDir(), "blatt.pdf")
	start := func(then func(*app.Services)) {
		s, closeServices, err := open(b.Context(), command.Globals{Data: data}, false, nil)
		if err != nil {
			b.Fatal(err)
		}
		then(s)
		if err := closeServices(); err != nil {
			b.Fatal(err)
		}
	}
	start(func(*app.Services) {}) // installs
	for b.Loop() {
		start(func(s *app.Services) { writeOnePage(b, s, out) })
	}
}

// BenchmarkFirstStart measures the installation of the bundled library.
func BenchmarkFirstStart(b *testing.B) {
	for b.Loop() {
		_, closeServices, err := open(b.Context(), command.Globals{Data: b.TempDir()}, true, nil)
		if err != nil {
			b.Fatal(err)
		}
		if err := closeServices(); err != nil {
			b.Fatal(err)
		}
	}
}

func writeOnePage(b *testing.B, s *app.Services, path string) {
	b.Helper()
	sheet, err := s.Sheet(onePage, worksheet.Options{Group: "A"}, false)
	if err != nil {
		b.Fatal(err)
	}
	docs := app.Join([]*worksheet.Sheet{sheet}, worksheet.PartNone)
	if len(docs[0].Pages) != 1 {
		b.Fatalf("%s has %d pages", onePage, len(docs[0].Pages))
	}
	if _, err := s.WritePDF(docs, path); err != nil {
		b.Fatal(err)
	}
}

// runIn runs a command of this process with its data in a folder.
func runIn(t *testing.T, data string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	env, err := processEnv()
	if err != nil {
		t.Fatal(err)
	}
	var out, errOut bytes.Buffer
	env.Stdout, env.Stderr, env.Dir = &out, &errOut, data
	code = command.Run(context.Background(), env, append([]string{"--data", data, "--quiet"}, args...))
	return code, out.String(), errOut.String()
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
