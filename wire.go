package main

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/BurntSushi/toml"

	"lernkoffer/app"
	"lernkoffer/app/command"
	"lernkoffer/app/platform"
	"lernkoffer/assets"
	"lernkoffer/materials"
	"lernkoffer/materials/search"
	"lernkoffer/materials/source"
	"lernkoffer/materials/typeset"
	"lernkoffer/materials/worksheet"
	"lernkoffer/storage"
	"lernkoffer/storage/place"
)

//go:embed FyneApp.toml
var about string

// program reads version and id from FyneApp.toml, the one place that has them.
func program() (app.Program, error) {
	var file struct {
		Details struct{ ID, Version string }
	}
	if _, err := toml.Decode(about, &file); err != nil {
		return app.Program{}, fmt.Errorf("FyneApp.toml: %w", err)
	}
	return app.Program{Version: file.Details.Version, ID: file.Details.ID}, nil
}

// run is the command line: it executes args and returns the exit code.
func run(args []string) int {
	if len(args) == 2 && args[0] == storage.CheckFlag {
		return storage.CheckMain(args[1])
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	env, err := processEnv()
	if err != nil {
		fmt.Fprintf(os.Stderr, "Fehler: %s\n(%v)\n", materials.ErrorMessage(err), err)
		return int(materials.CodeInternal)
	}
	return command.Run(ctx, env, args)
}

// processEnv is the world of a command of this process.
func processEnv() (command.Env, error) {
	about, err := program()
	if err != nil {
		return command.Env{}, err
	}
	dir, err := os.Getwd()
	if err != nil {
		return command.Env{}, err
	}
	return command.Env{
		Open: open, Forward: forward, Version: about.Version,
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Dir: dir, Now: time.Now, Name: programName(os.Args),
	}, nil
}

// programName is what the caller typed to start us, for help.
func programName(args []string) string {
	if len(args) > 0 && strings.Contains(filepath.Base(args[0]), "lernkofferctl") {
		return "lernkofferctl"
	}
	return "lernkoffer"
}

// open makes the services ready: the bundled library is installed if there is
// none, the own store opened if it is wanted.
func open(ctx context.Context, g command.Globals, own bool, progress materials.Progress) (*app.Services, func() error, error) {
	about, err := program()
	if err != nil {
		return nil, nil, err
	}
	dirs, err := place.Current().Resolve(g.Data)
	if err != nil {
		return nil, nil, err
	}
	bundle := materials.Bundle{Library: assets.Library, Words: assets.Words}
	installed, err := storage.EnsureBundled(ctx, dirs, bundle, progress)
	if err != nil {
		return nil, nil, err
	}
	library, err := storage.OpenLibrary(dirs)
	if err != nil {
		return nil, nil, err
	}
	pictures, err := source.ReadPictures(assets.Pictures)
	if err != nil {
		return nil, nil, errors.Join(err, library.Close())
	}
	about.DataDir, about.Build = dirs.User, build()
	s := &app.Services{Pictures: pictures, Save: storage.Save, Cache: dirs.Cache, Program: about, Report: remarks(installed, library)}
	closers := []func() error{library.Close}
	if own {
		closers = append(closers, openOwn(s, dirs))
	}
	s.Library = library
	s.Searcher = search.New(library, nil)
	if user, ok := s.Own.(*storage.User); ok {
		joined := storage.WithOwn(library, user)
		s.Library, s.Searcher = joined, search.New(joined, user)
	}
	s.Sheets = &worksheet.Engine{
		Fonts: typeset.NewFonts(assets.Fonts), Pictures: pictures, Pictograms: assets.Pictograms, Words: s.Library.Words,
	}
	s.Authors = app.Folders{Words: s.Library.Words, Pictures: pictures, Fonts: s.Sheets.Fonts}
	return s, func() error { return closeAll(closers) }, nil
}

// build tells the running executable from others by its size and time.
func build() string {
	executable, err := os.Executable()
	if err != nil {
		return ""
	}
	info, err := os.Stat(executable)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%d-%d", info.Size(), info.ModTime().UnixNano())
}

// openOwn opens the own store, or says in s why it can't be had.
func openOwn(s *app.Services, dirs place.Dirs) func() error {
	executable, err := os.Executable()
	if err != nil {
		executable = "" // the store is then checked in this process
	}
	user, report, err := storage.OpenUser(dirs, storage.Options{Executable: executable})
	if err != nil {
		s.OwnErr = err
		return func() error { return nil }
	}
	s.Own, s.Report = user, append(s.Report, present(report.Message)...)
	return user.Close
}

// remarks are what a teacher should know of the library: that the older one is
// still in use, which packs are damaged.
func remarks(installed storage.Installed, library *storage.Library) []string {
	out := present(materials.ErrorMessage(installed.Kept))
	if installed.Repaired {
		out = append(out, "Die Bibliothek war beschädigt und wurde neu eingerichtet. Ihre Notizen waren nicht betroffen.")
	}
	for _, problem := range library.Problems() {
		out = append(out, materials.ErrorMessage(problem))
	}
	return out
}

// present is a text as a list, empty if there is none.
func present(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

// closeAll closes in the order opposite to opening.
func closeAll(closers []func() error) error {
	var errs []error
	for _, closer := range slices.Backward(closers) {
		errs = append(errs, closer())
	}
	return errors.Join(errs...)
}

// forward hands a command to the window that has the own store open.
func forward(ctx context.Context, g command.Globals, args []string) (command.Answer, bool) {
	dirs, err := place.Current().Resolve(g.Data)
	if err != nil {
		return command.Answer{}, false
	}
	dir, err := os.Getwd()
	if err != nil {
		return command.Answer{}, false
	}
	answer, err := platform.Ask(ctx, dirs.User, platform.Request{Args: args, Dir: dir})
	if err != nil {
		return command.Answer{}, false
	}
	return command.Answer(answer), true
}

// serve answers second processes with the services of the window. A request
// without a command shows the window.
func serve(s *app.Services, show func()) (stop func() error, err error) {
	told := *s
	told.Report = nil // the window has shown it
	server, err := platform.Listen(s.Program.DataDir, func(ctx context.Context, r platform.Request) platform.Answer {
		if len(r.Args) == 0 {
			show()
			return platform.Answer{}
		}
		var out, errOut bytes.Buffer
		code := command.Run(ctx, command.Env{
			Open: func(context.Context, command.Globals, bool, materials.Progress) (*app.Services, func() error, error) {
				return &told, func() error { return nil }, nil
			},
			Stdin: bytes.NewReader(nil), Stdout: &out, Stderr: &errOut, Dir: r.Dir, Now: time.Now, Version: s.Program.Version,
		}, r.Args)
		return platform.Answer{Stdout: out.Bytes(), Stderr: errOut.Bytes(), Code: code}
	})
	if err != nil {
		return nil, err
	}
	return server.Close, nil
}
