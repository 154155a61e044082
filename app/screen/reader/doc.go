// Package reader is the screen Material: its pages large, what is known of it, the
// words of the sheet, and what the teacher keeps to it: notes on the whole and on
// passages, tags, a star, when it was used. Its model knows no Fyne.
package reader
