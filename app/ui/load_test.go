package ui_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"lernkoffer/app/ui"
	"lernkoffer/app/uitest"
)

func newContext(t *testing.T) (*ui.Context, *uitest.Queue) {
	t.Helper()
	test.NewTempApp(t)
	q := uitest.NewQueue()
	return ui.NewContext(t.Context(), test.NewTempWindow(t, nil), q.Post, uitest.NewClock().After), q
}

// Ensure that an old answer never overwrites a new one, though it comes later.
func TestLoadDropsStaleAnswers(t *testing.T) {
	c, q := newContext(t)
	var place ui.Latest
	var shown []string
	release := make(chan struct{})
	show := func(s string, err error) {
		if err != nil {
			t.Error(err)
		}
		shown = append(shown, s)
	}

	ui.Load(c, &place, func(context.Context) (string, error) { <-release; return "old", nil }, show)
	ui.Load(c, &place, func(context.Context) (string, error) { return "new", nil }, func(s string, err error) {
		show(s, err)
		close(release) // the old one ends only now
	})
	q.Settle(t, c.Idle)

	if len(shown) != 1 || shown[0] != "new" {
		t.Errorf("shown: %q", shown)
	}
}

// Ensure that a newer load tells the older one to stop, and that places don't
// disturb each other.
func TestLoadCancelsTheOlder(t *testing.T) {
	c, q := newContext(t)
	var place, other ui.Latest
	stopped := make(chan error, 1)
	var answers int

	ui.Load(c, &place, func(ctx context.Context) (int, error) {
		<-ctx.Done()
		stopped <- ctx.Err()
		return 0, ctx.Err()
	}, func(int, error) { t.Error("the older answer was shown") })
	ui.Load(c, &other, func(context.Context) (int, error) { return 1, nil }, func(int, error) { answers++ })
	ui.Load(c, &place, func(context.Context) (int, error) { return 2, nil }, func(int, error) { answers++ })
	q.Settle(t, c.Idle)

	if err := <-stopped; !errors.Is(err, context.Canceled) {
		t.Errorf("the older work ended with %v", err)
	}
	if answers != 2 {
		t.Errorf("%d answers, want 2", answers)
	}
}

// Ensure that an error reaches the place that asked, and that cancelling keeps it
// away.
func TestLoadErrors(t *testing.T) {
	c, q := newContext(t)
	var place ui.Latest
	fault := errors.New("fault")
	work := func(context.Context) (int, error) { return 0, fault }
	var got error

	ui.Load(c, &place, work, func(_ int, err error) { got = err })
	q.Settle(t, c.Idle)
	if !errors.Is(got, fault) {
		t.Errorf("got %v", got)
	}

	ui.Load(c, &place, work, func(int, error) { t.Error("a cancelled load was answered") })
	place.Cancel()
	q.Settle(t, c.Idle)
}

// Ensure that a timer that was stopped does not run, not even if it had gone off
// and waits in the queue.
func TestAfterPost(t *testing.T) {
	posted := make(chan func(), 2)
	after := ui.AfterPost(func(f func()) { posted <- f })
	ran := false
	stop := after(time.Nanosecond, func() { ran = true })
	f := <-posted
	stop()
	f()
	if ran {
		t.Error("a stopped timer ran")
	}
	after(time.Nanosecond, func() { ran = true })
	(<-posted)()
	if !ran {
		t.Error("the timer did not run")
	}
}
