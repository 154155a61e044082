// Package exercise makes exercises: pure functions of input, options and seed
// that return tasks and solution as data. The same input gives the same exercise
// for ever. It refuses what would have two right answers, with the reason, and
// knows nothing of paper.
package exercise
