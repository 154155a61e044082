// Package platform is what differs between systems and processes: the socket
// between a window and a second process, and how files are opened. It knows no
// materials and no widgets.
package platform
