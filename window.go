//go:build cgo

package main

import (
	"context"
	"io/fs"

	"lernkoffer/app"
	"lernkoffer/app/command"
	"lernkoffer/app/platform"
	"lernkoffer/app/screen/browse"
	"lernkoffer/app/screen/reader"
	"lernkoffer/app/screen/start"
	"lernkoffer/app/theme"
	"lernkoffer/app/ui"
	"lernkoffer/assets"
	"lernkoffer/materials"
)

// windowProgram puts together what the window is made of.
func windowProgram(g command.Globals) (ui.Program, error) {
	look, err := theme.New(assets.Fonts, assets.Icons)
	if err != nil {
		return ui.Program{}, err
	}
	icon, err := fs.ReadFile(assets.Icons, "lernkoffer.png")
	if err != nil {
		return ui.Program{}, err
	}
	return ui.Program{
		Theme: look, Icon: icon, Texts: assets.Lang,
		Desktop: ui.Desktop{OpenFile: platform.OpenFile, OpenFolder: platform.OpenFolder, Documents: platform.Documents},
		Start: func(ctx context.Context, p materials.Progress) (*app.Services, func() error, error) {
			return open(ctx, g, true, p)
		},
		Serve:   serve,
		Screens: []ui.Entry{start.Entry, browse.Entry, reader.Entry},
	}, nil
}
