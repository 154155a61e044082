// Package start is the screen Start: the ways into the library by what a teacher
// has to do, what was looked at last, own notes, and what is new. Its model knows
// no Fyne; the view leads to other screens by routes alone.
package start
