// Package ui is the kernel of the window: what every screen is given, how work
// leaves the screen's goroutine and comes back, the frame with its rail and menu,
// dialogs, history. It knows the services and no single screen.
package ui
