package platform

import (
	"bytes"
	"testing"
)

// Ensure that a window that can't be made ends the program, and that the log says
// what it says in any case.
func TestGraphicsWatch(t *testing.T) {
	var out bytes.Buffer
	failed := 0
	w := &graphicsWatch{log: &out, fail: func() { failed++ }}
	for _, line := range []string{"Fyne error:  clipboard\n", "Fyne error:  window creation error\n"} {
		if n, err := w.Write([]byte(line)); n != len(line) || err != nil {
			t.Errorf("wrote %d of %d: %v", n, len(line), err)
		}
	}
	if failed != 1 || out.String() != "Fyne error:  clipboard\nFyne error:  window creation error\n" {
		t.Errorf("failed %d times, log %q", failed, out.String())
	}
}
