package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"lernkoffer/app/command"
	"lernkoffer/storage"
)

// TestMain lets the test binary play the program, and the check of a store that
// the program starts.
func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == storage.CheckFlag {
		os.Exit(storage.CheckMain(os.Args[2]))
	}
	testscript.Main(m, map[string]func(){"lernkofferctl": func() { os.Exit(run(os.Args[1:])) }})
}

// Ensure that the command line keeps its contract. Each script has its own data
// folder. Beside the built-in commands scripts know:
//
//	ctl CODE ARGS…             run the program, expect the exit code and decent output
//	sh CODE SCRIPT             the same for a line of shell
//	json FILE PATH OP VALUE…   see checkJSON
//	window open|mute|close     a window that holds the store, and answers or does not
//	flip FILE OFFSET           damage a byte
//	shorten FILE SIZE          cut a file off
//	edit FILE OLD NEW          replace a text, which must be there
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("LERNKOFFER_DATA", env.WorkDir+"/daten")
			env.Setenv("IM", "lernkoffer/im-klassenzimmer-grundschule")
			closeWindow := func() {}
			env.Values[windowKey{}] = &closeWindow
			env.Defer(func() { closeWindow() })
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"ctl": func(ts *testscript.TestScript, _ bool, args []string) {
				expectExit(ts, args[0], append([]string{"lernkofferctl"}, args[1:]...))
			},
			"sh": func(ts *testscript.TestScript, _ bool, args []string) {
				expectExit(ts, args[0], []string{"sh", "-c", args[1]})
			},
			"json":    jsonCommand,
			"window":  windowCommand,
			"flip":    flipCommand,
			"shorten": shortenCommand,
			"edit":    editCommand,
		},
	})
}

// foreign finds words that a teacher must not meet: those of the libraries below.
var foreign = regexp.MustCompile(`(?i)\b(unknown|invalid|usage|flags?:|required|panic|goroutine|strconv|no such file|permission denied|not found|bbolt)\b`)

// expectExit runs a program and expects an exit code. A failure says why in
// German on stderr and has no result; a success has no word of failure.
func expectExit(ts *testscript.TestScript, code string, args []string) {
	want, err := strconv.Atoi(code)
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[0], args[1:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	stdout, stderr := ts.ReadFile("stdout"), ts.ReadFile("stderr")
	switch {
	case got != want:
		ts.Fatalf("exit code %d, want %d", got, want)
	case foreign.MatchString(stderr):
		ts.Fatalf("stderr says %q", foreign.FindString(stderr))
	case want == 0 && strings.Contains(stderr, "Fehler: "):
		ts.Fatalf("a success with an error message")
	case want != 0 && strings.TrimSpace(stderr) == "":
		ts.Fatalf("a failure without a message")
	case want != 0 && want != 11 && strings.TrimSpace(stdout) != "":
		ts.Fatalf("a failure with a result")
	}
}

func jsonCommand(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 3 {
		ts.Fatalf("usage: json FILE PATH OP VALUE…")
	}
	value, err := checkJSON(ts.ReadFile(args[0]), args[1], args[2], args[3:])
	ts.Check(err)
	if args[2] == "env" {
		ts.Setenv(args[3], value)
	}
}

type windowKey struct{}

// windowCommand lets the process of the test play the window of the script's store.
func windowCommand(ts *testscript.TestScript, _ bool, args []string) {
	current := ts.Value(windowKey{}).(*func())
	if args[0] == "close" {
		(*current)()
		*current = func() {}
		return
	}
	s, closeServices, err := open(context.Background(), command.Globals{Data: ts.Getenv("LERNKOFFER_DATA")}, true, nil)
	ts.Check(err)
	if s.Own == nil {
		ts.Fatalf("the window has no store: %v", s.OwnErr)
	}
	stop := func() error { return nil }
	if args[0] == "open" {
		stop, err = serve(s, func() {})
		ts.Check(err)
	}
	*current = func() { ts.Check(errors.Join(stop(), closeServices())) }
}

func flipCommand(ts *testscript.TestScript, _ bool, args []string) {
	offset, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_RDWR, 0)
	ts.Check(err)
	defer f.Close()
	b := make([]byte, 1)
	_, err = f.ReadAt(b, offset)
	ts.Check(err)
	b[0] ^= 0xFF
	_, err = f.WriteAt(b, offset)
	ts.Check(err)
}

func shortenCommand(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), size))
}

func editCommand(ts *testscript.TestScript, _ bool, args []string) {
	old := ts.ReadFile(args[0])
	if !strings.Contains(old, args[1]) {
		ts.Check(fmt.Errorf("%s does not hold %q", args[0], args[1]))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(old, args[1], args[2], 1)), 0o600))
}
