package command_test

import (
	"bytes"
	"context"
	"testing"
	"time"

	"lernkoffer/app"
	"lernkoffer/app/command"
	"lernkoffer/materials"
	"lernkoffer/materials/materialstest"
	"lernkoffer/materials/search"
)

// world is a command's world in memory.
type world struct {
	command.Env
	services    app.Services
	out, errOut bytes.Buffer
	opened      int
	closed      int
}

// newWorld returns a world with a small library and an own store.
func newWorld() *world {
	f := materialstest.NewFixture()
	library := materialstest.NewLibrary(f.Materials, f.Sources, f.Words)
	own := materialstest.NewMemory()
	w := &world{services: app.Services{
		Library: library, Own: own, Searcher: search.New(library, own),
		Program: app.Program{Version: "1.2.3", DataDir: "/daten"},
	}}
	now := time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC)
	w.Env = command.Env{
		Open: func(_ context.Context, _ command.Globals, _ bool, p materials.Progress) (*app.Services, func() error, error) {
			w.opened++
			return &w.services, func() error { w.closed++; return nil }, nil
		},
		Stdout: &w.out, Stderr: &w.errOut, Version: "1.2.3",
		Now: func() time.Time { now = now.Add(1500 * time.Microsecond); return now },
	}
	return w
}

// run executes a command and expects an exit code.
func (w *world) run(t *testing.T, code int, args ...string) {
	t.Helper()
	w.out.Reset()
	w.errOut.Reset()
	if got := command.Run(t.Context(), w.Env, args); got != code {
		t.Errorf("%v: exit code %d, want %d; stderr: %s", args, got, code, w.errOut.String())
	}
	if w.opened != w.closed {
		t.Errorf("%v: services opened %d times, closed %d times", args, w.opened, w.closed)
	}
}

// lacksOwn takes the own store away, as a window does that has it open.
func (w *world) lacksOwn() {
	w.services.Own = nil
	w.services.OwnErr = materials.Errorf(materials.CodeBusy, "Lernkoffer ist schon geöffnet.")
}
