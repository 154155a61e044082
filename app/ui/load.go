package ui

import (
	"context"
	"time"

	"lernkoffer/app/widgets"
)

// Latest numbers the loads for one place on the screen, so that an old answer
// never overwrites a new one. The zero value is ready.
type Latest struct {
	number int
	cancel context.CancelFunc
}

// Cancel gives up the load under way: its answer will be dropped.
func (l *Latest) Cancel() {
	l.number++
	if l.cancel != nil {
		l.cancel()
		l.cancel = nil
	}
}

// Load does work off the screen's goroutine and hands the answer to done on it,
// unless a newer load of the same place has begun. It is the one place below app
// that starts goroutines.
func Load[T any](c *Context, l *Latest, work func(context.Context) (T, error), done func(T, error)) {
	l.Cancel()
	ctx, cancel := context.WithCancel(c.base)
	l.cancel = cancel
	number := l.number
	c.running.Add(1)
	go func() {
		value, err := work(ctx)
		c.Post(func() {
			defer c.running.Add(-1)
			defer cancel()
			if l.number == number {
				done(value, err)
			}
		})
	}()
}

// AfterPost makes timers whose functions are posted.
func AfterPost(post func(func())) widgets.After {
	return func(d time.Duration, f func()) (stop func()) {
		stopped := false
		timer := time.AfterFunc(d, func() {
			post(func() {
				if !stopped {
					f()
				}
			})
		})
		return func() {
			stopped = true
			timer.Stop()
		}
	}
}
