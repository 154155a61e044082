//go:build !cgo

// Lernkofferctl is Lernkoffer without a window: the same commands, for servers,
// scheduled tasks and scripts.
package main

import "os"

func main() { os.Exit(run(os.Args[1:])) }
