// Package page is the display list that every painter draws: a page of paper as
// a value. It has no behaviour. Lengths are millimetres from the top left corner
// of the paper, y downwards.
package page
