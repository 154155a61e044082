// Package uitest drives a window in tests: what is posted runs on the test's own
// goroutine, time passes when the test says so, and things are found by what a
// person reads on them. Only tests import it.
package uitest
