package command_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"syscall"
	"testing"

	"lernkoffer/app"
	"lernkoffer/app/command"
	"lernkoffer/materials"
)

// Ensure that a command which the window answers says what the window says, and
// that the window finds the library free.
func TestForward(t *testing.T) {
	w := newWorld()
	w.lacksOwn()
	var asked []string
	w.Forward = func(_ context.Context, g command.Globals, args []string) (command.Answer, bool) {
		if w.opened != w.closed || !g.JSON {
			t.Errorf("forwarded with services open %d times, closed %d times; globals %+v", w.opened, w.closed, g)
		}
		asked = args
		return command.Answer{Stdout: []byte("Ergebnis"), Stderr: []byte("Hinweis"), Code: 9}, true
	}
	args := []string{"note", "add", "lernkoffer/klassenzimmer", "Text", "--json"}
	w.run(t, 9, args...)
	if !slices.Equal(asked, args) || w.out.String() != "Ergebnis" || w.errOut.String() != "Hinweis" {
		t.Errorf("asked %q, said %q and %q", asked, w.out.String(), w.errOut.String())
	}
}

// Ensure that without an answer reading goes on and says so, and writing ends
// with the reason why the store can't be had.
func TestNoAnswer(t *testing.T) {
	w := newWorld()
	w.lacksOwn()
	w.Forward = func(context.Context, command.Globals, []string) (command.Answer, bool) {
		return command.Answer{}, false
	}
	for _, args := range [][]string{{"search"}, {"status"}} {
		w.run(t, 0, args...)
		if got := w.errOut.String(); !strings.HasPrefix(got, "Hinweis: Lernkoffer ist schon geöffnet. Die Ausgabe enthält Ihre") {
			t.Errorf("%v says %q", args, got)
		}
	}
	for _, args := range [][]string{
		{"note", "add", "lernkoffer/klassenzimmer", "Text"},
		{"note", "list"},
		{"favourite", "add", "lernkoffer/klassenzimmer"},
		{"show", "own/blatt"},
	} {
		w.run(t, 4, args...)
		if got := w.errOut.String(); got != "Fehler: Lernkoffer ist schon geöffnet.\n" || w.out.Len() > 0 {
			t.Errorf("%v says %q and %q", args, got, w.out.String())
		}
	}
	w.run(t, 0, "show", "lernkoffer/klassenzimmer")
	if w.errOut.Len() > 0 {
		t.Errorf("a command without own things says %q", w.errOut.String())
	}
}

// Ensure that status tells why own things are missing.
func TestStatusOfClosedStore(t *testing.T) {
	for code, state := range map[materials.Code]string{
		materials.CodeBusy: "busy", materials.CodeDamaged: "damaged", materials.CodeProgram: "newer",
	} {
		w := newWorld()
		w.services.Own, w.services.OwnErr = nil, materials.Errorf(code, "Geht nicht.")
		w.run(t, 0, "status", "--json")
		if !strings.Contains(w.out.String(), `"state": "`+state+`"`) {
			t.Errorf("code %d: no state %s in %s", code, state, w.out.String())
		}
		w.run(t, 0, "status")
		if !strings.Contains(w.out.String(), "nicht geöffnet") || strings.Contains(w.out.String(), "0 Notizen") {
			t.Errorf("code %d: %s", code, w.out.String())
		}
	}
}

// Ensure that what happened at the opening is told, unless quiet is wanted.
func TestReport(t *testing.T) {
	w := newWorld()
	w.services.Report = []string{"Die Bibliothek wurde neu eingerichtet."}
	w.run(t, 0, "words")
	if got := w.errOut.String(); got != "Hinweis: Die Bibliothek wurde neu eingerichtet.\n" {
		t.Errorf("said %q", got)
	}
	w.run(t, 0, "words", "--quiet")
	if w.errOut.Len() > 0 {
		t.Errorf("quiet said %q", w.errOut.String())
	}
}

// Ensure that progress is told in tenths and not by the step.
func TestProgress(t *testing.T) {
	w := newWorld()
	open := w.Open
	w.Open = func(ctx context.Context, g command.Globals, own bool, p materials.Progress) (*app.Services, func() error, error) {
		for done := range 1001 {
			p(done, 1000)
		}
		p(0, 0)
		return open(ctx, g, own, p)
	}
	w.run(t, 0, "words")
	if got := strings.Count(w.errOut.String(), "\n"); got != 11 || !strings.Contains(w.errOut.String(), ": 500 von 1000\n") {
		t.Errorf("%d lines of progress: %s", got, w.errOut.String())
	}
}

// Ensure that each kind of failure has its exit code and is said in German.
func TestFailures(t *testing.T) {
	for _, tc := range []struct {
		err  error
		code int
		says string
	}{
		{materials.Errorf(materials.CodeDamaged, "Kaputt."), 8, "Fehler: Kaputt.\n"},
		{fmt.Errorf("open: %w", materials.Errorf(materials.CodeProgram, "Zu alt.")), 10, "Fehler: Zu alt.\n"},
		{&materials.Error{Code: materials.CodeDiskFull, Message: "Voll.", Err: syscall.ENOSPC}, 9, "Fehler: Voll.\n"},
		{&materials.ContentError{Findings: []materials.Finding{{File: "a.md", Line: 3, Message: "Falsch."}, {File: "a.md", Line: 4, Message: "Auch."}}}, 11, "a.md:3: Falsch.\na.md:4: Auch.\n"},
		{errors.New("boom"), 1, "Fehler: Das hat nicht geklappt. Ihre Daten sind unverändert. Bitte versuchen Sie es noch einmal.\n(boom)\n"},
		{fmt.Errorf("stopped: %w", context.Canceled), 1, "Abgebrochen.\n"},
		{materials.Errorf(materials.CodeUsage, "%s", "a\x1bb\xffc"), 2, "Fehler: a\uFFFDb\uFFFDc\n"},
	} {
		w := newWorld()
		w.Open = func(context.Context, command.Globals, bool, materials.Progress) (*app.Services, func() error, error) {
			return nil, nil, tc.err
		}
		w.run(t, tc.code, "search", "--json")
		if w.errOut.String() != tc.says || w.out.Len() > 0 {
			t.Errorf("%v: said %q and %q, want %q", tc.err, w.errOut.String(), w.out.String(), tc.says)
		}
	}
}

// failing takes some bytes and then nothing.
type failing struct {
	room int
	err  error
}

func (f *failing) Write(p []byte) (int, error) {
	if len(p) > f.room {
		return 0, f.err
	}
	f.room -= len(p)
	return len(p), nil
}

// Ensure that a result which could not be written is no success, whatever the
// command and however much of it came through.
func TestLostOutput(t *testing.T) {
	for _, args := range [][]string{
		{"search"},
		{"search", "--json"},
		{"words"},
		{"show", "lernkoffer/klassenzimmer"},
		{"status", "--json"},
		{"note", "add", "lernkoffer/klassenzimmer", "Text"},
		{"--help"},
	} {
		for _, room := range []int{0, 10} {
			for err, code := range map[error]int{syscall.ENOSPC: 9, io.ErrClosedPipe: 4} {
				w := newWorld()
				w.Stdout = &failing{room, err}
				w.run(t, code, args...)
				if got := w.errOut.String(); !strings.HasPrefix(got, "Fehler: Die Ausgabe ist unvollständig") {
					t.Errorf("%v: said %q", args, got)
				}
			}
		}
	}
}
