//go:build cgo

// Lernkoffer finds, annotates and prints teaching material for German as a second
// language. Without a command it opens its window; lernkofferctl is the same
// program without one.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"

	fyneapp "fyne.io/fyne/v2/app"

	"lernkoffer/app/command"
	"lernkoffer/app/platform"
	"lernkoffer/app/ui"
	"lernkoffer/materials"
)

func main() {
	var g command.Globals
	flags := flag.NewFlagSet("lernkoffer", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&g.Data, "data", "", "")
	flags.StringVar(&g.UI, "ui", "de", "")
	if err := flags.Parse(os.Args[1:]); err != nil || flags.NArg() > 0 {
		os.Exit(run(os.Args[1:])) // a command, or a mistake that it explains
	}
	if _, ok := forward(context.Background(), g, nil); ok {
		return // a window is there, and was asked to show itself
	}
	platform.WatchGraphics(os.Exit)
	if err := window(g); err != nil {
		fmt.Fprintln(os.Stderr, materials.ErrorMessage(err), err)
		os.Exit(int(materials.ErrorCode(err)))
	}
}

// window shows the window until it is closed.
func window(g command.Globals) error {
	about, err := program()
	if err != nil {
		return err
	}
	p, err := windowProgram(g)
	if err != nil {
		return err
	}
	p.App = fyneapp.NewWithID(about.ID)
	return ui.Run(context.Background(), p)
}
