// Package pages makes the images of pages that screens show: painted off the
// screen's goroutine, remembered in memory, and thumbnails on disk as well. It
// knows no screen and no widget.
package pages
