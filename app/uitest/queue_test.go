package uitest_test

import (
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"lernkoffer/app/uitest"
)

// Ensure that settling waits for what another goroutine posts, and runs what that
// posts in turn.
func TestQueueSettles(t *testing.T) {
	q := uitest.NewQueue()
	var busy atomic.Int32
	busy.Store(1)
	var seen []int
	go q.Post(func() {
		seen = append(seen, 1)
		q.Post(func() {
			seen = append(seen, 2)
			busy.Store(0)
		})
	})

	q.Settle(t, func() bool { return busy.Load() == 0 })

	if !slices.Equal(seen, []int{1, 2}) {
		t.Errorf("ran %v", seen)
	}
}

// Ensure that timers run in the order in which they are due, once, and not after
// they were stopped.
func TestClock(t *testing.T) {
	c := uitest.NewClock()
	var ran []string
	add := func(d time.Duration, name string) func() {
		return c.After(d, func() { ran = append(ran, name) })
	}
	add(2*time.Second, "late")
	add(time.Second, "early")
	stop := add(time.Second, "stopped")
	stop()
	add(time.Minute, "far")

	c.Advance(3 * time.Second)
	c.Advance(3 * time.Second)

	if !slices.Equal(ran, []string{"early", "late"}) {
		t.Errorf("ran %v", ran)
	}
}
