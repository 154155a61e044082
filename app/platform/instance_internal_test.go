package platform

import (
	"context"
	"net"
	"strings"
	"testing"
	"time"
)

// Ensure that who connects and then does nothing keeps no window from closing:
// neither by saying nothing nor by not reading the answer.
func TestSilentClient(t *testing.T) {
	large := Answer{Stdout: []byte(strings.Repeat("x", 8<<20))}
	for name, tc := range map[string]struct {
		request  string
		patience time.Duration
	}{
		"says nothing":  {"", time.Hour},
		"reads nothing": {"{}", time.Millisecond},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			asked := make(chan struct{}, 1)
			server, err := listen(dir, func(context.Context, Request) Answer { asked <- struct{}{}; return large }, tc.patience)
			if err != nil {
				t.Fatal(err)
			}
			path, err := socketPath(dir)
			if err != nil {
				t.Fatal(err)
			}
			conn, err := net.Dial("unix", path)
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Close()
			if _, err := conn.Write([]byte(tc.request)); err != nil {
				t.Fatal(err)
			}
			if tc.request != "" {
				<-asked
			}
			if err := server.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}
