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
	"io/fs"
	"os"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"lernkoffer/app"
	"lernkoffer/app/command"
	"lernkoffer/app/platform"
	"lernkoffer/app/screen/browse"
	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/assets"
	"lernkoffer/materials"
)

func main() {
	var g command.Globals
	flags := flag.NewFlagSet("lernkoffer", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&g.Data, "data", "", "")
	flags.StringVar(&g.UI, "ui", "de", "")
	if err := flags.Parse(os.Args[1:]); err != nil || flags.NArg() > 0 {
		os.Exit(run(os.Args[1:])) // a command
	}
	if _, ok := forward(context.Background(), g, nil); ok {
		return // a window is there, and was asked to show itself
	}
	if err := window(g); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(int(materials.ErrorCode(err)))
	}
}

// window puts the program together and shows it.
func window(g command.Globals) error {
	about, err := program()
	if err != nil {
		return err
	}
	look, err := theme.New(assets.Fonts, assets.Icons)
	if err != nil {
		return err
	}
	icon, err := fs.ReadFile(assets.Icons, "lernkoffer.png")
	if err != nil {
		return err
	}
	return ui.Run(context.Background(), ui.Program{
		App: fyneapp.NewWithID(about.ID), Theme: look, Icon: fyne.NewStaticResource("lernkoffer.png", icon), Texts: assets.Lang,
		Desktop: ui.Desktop{OpenFile: platform.OpenFile, OpenFolder: platform.OpenFolder, Documents: platform.Documents},
		Start: func(ctx context.Context, p materials.Progress) (*app.Services, func() error, error) {
			return open(ctx, g, true, p)
		},
		Serve:   serve,
		Screens: []ui.Entry{browse.Entry},
	})
}
