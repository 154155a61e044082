// Package command is the command line: the same work as in the window, for
// scripts, servers and screens that are not there. Results go to stdout, all
// else to stderr; exit codes are those of materials.Code.
package command
