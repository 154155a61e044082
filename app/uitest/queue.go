package uitest

import (
	"slices"
	"sync"
	"testing"
	"time"
)

// Queue keeps posted functions until the test runs them on its own goroutine.
type Queue struct {
	mu      sync.Mutex
	waiting []func()
	arrived chan struct{}
}

// NewQueue returns an empty queue.
func NewQueue() *Queue { return &Queue{arrived: make(chan struct{}, 1)} }

// Post adds f; any goroutine may call it.
func (q *Queue) Post(f func()) {
	q.mu.Lock()
	q.waiting = append(q.waiting, f)
	q.mu.Unlock()
	select {
	case q.arrived <- struct{}{}:
	default:
	}
}

// Len returns the number of functions that wait.
func (q *Queue) Len() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	return len(q.waiting)
}

// Run runs what waits, and what that posts in turn.
func (q *Queue) Run() {
	for {
		q.mu.Lock()
		waiting := q.waiting
		q.waiting = nil
		q.mu.Unlock()
		if len(waiting) == 0 {
			return
		}
		for _, f := range waiting {
			f()
		}
	}
}

// hang is when a test gives up: far longer than any work in it takes.
const hang = time.Minute

// Settle runs what is posted until idle says that no more will come.
func (q *Queue) Settle(t testing.TB, idle func() bool) {
	t.Helper()
	give := time.NewTimer(hang)
	defer give.Stop()
	for {
		q.Run()
		if idle() && q.Len() == 0 {
			return
		}
		select {
		case <-q.arrived:
		case <-give.C:
			t.Fatal("work under way never ended")
		}
	}
}

// Clock is a time that stands until it is advanced.
type Clock struct {
	now    time.Time
	timers []*timer
}

type timer struct {
	due time.Time
	do  func()
}

// NewClock returns a clock at a November morning.
func NewClock() *Clock {
	return &Clock{now: time.Date(2026, 11, 20, 7, 40, 0, 0, time.Local)}
}

// Now returns its time.
func (c *Clock) Now() time.Time { return c.now }

// After is a widgets.After.
func (c *Clock) After(d time.Duration, f func()) (stop func()) {
	tm := &timer{c.now.Add(d), f}
	c.timers = append(c.timers, tm)
	return func() {
		c.timers = slices.DeleteFunc(c.timers, func(o *timer) bool { return o == tm })
	}
}

// Advance lets time pass and runs what is due, in its order.
func (c *Clock) Advance(d time.Duration) {
	c.now = c.now.Add(d)
	for {
		next := -1
		for i, tm := range c.timers {
			if !tm.due.After(c.now) && (next < 0 || tm.due.Before(c.timers[next].due)) {
				next = i
			}
		}
		if next < 0 {
			return
		}
		tm := c.timers[next]
		c.timers = slices.Delete(c.timers, next, next+1)
		tm.do()
	}
}
