// Package notes shows the notes on a material and lets the teacher write: saved
// with every letter, taken back by undo. It knows neither the screen that it
// stands on nor the pages that passages are of.
package notes
