package platform_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lernkoffer/app/platform"
)

// Ensure that a second process gets the window's answer, from a long path too.
func TestAsk(t *testing.T) {
	for name, dir := range map[string]string{
		"short": t.TempDir(),
		"long":  filepath.Join(t.TempDir(), strings.Repeat("x", 120)),
	} {
		t.Run(name, func(t *testing.T) {
			if err := os.MkdirAll(dir, 0o700); err != nil {
				t.Fatal(err)
			}
			if _, err := platform.Ask(t.Context(), dir, platform.Request{}); !errors.Is(err, platform.ErrNoWindow) {
				t.Fatalf("without a window: %v, want ErrNoWindow", err)
			}
			server, err := platform.Listen(dir, func(_ context.Context, r platform.Request) platform.Answer {
				return platform.Answer{Stdout: []byte(strings.Join(r.Args, "|") + r.Dir), Code: 4}
			})
			if err != nil {
				t.Fatal(err)
			}
			got, err := platform.Ask(t.Context(), dir, platform.Request{Args: []string{"note", "ü"}, Dir: "/d"})
			if err != nil || string(got.Stdout) != "note|ü/d" || got.Code != 4 {
				t.Errorf("answer = %+v, %v", got, err)
			}
			if err := server.Close(); err != nil {
				t.Error(err)
			}
			if _, err := platform.Ask(t.Context(), dir, platform.Request{}); !errors.Is(err, platform.ErrNoWindow) {
				t.Errorf("after the window closed: %v, want ErrNoWindow", err)
			}
		})
	}
}

// Ensure that a socket left behind by a crash does not stand in the way, and that
// nobody else may use the socket.
func TestListenOverStaleSocket(t *testing.T) {
	dir := t.TempDir()
	stale := filepath.Join(dir, "window.sock")
	if err := os.WriteFile(stale, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	server, err := platform.Listen(dir, func(context.Context, platform.Request) platform.Answer { return platform.Answer{} })
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	info, err := os.Stat(stale)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("socket: %v, %v; want mode 0600", info.Mode(), err)
	}
}
