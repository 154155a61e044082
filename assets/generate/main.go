package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
)

// generator knows where the assets are and where the packages come from.
type generator struct {
	assets string
	npm    npm
}

func main() {
	root := flag.String("root", ".", "root of the repository")
	packages := flag.String("packages", "", "folder with package archives that are there already")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *root, *packages); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, root, packages string) error {
	if packages == "" {
		dir, err := os.MkdirTemp("", "lernkoffer-generate-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		packages = dir
	}
	g := generator{assets: filepath.Join(root, "assets"), npm: npm{dir: packages}}
	words, err := g.readWords()
	if err != nil {
		return err
	}
	steps := []struct {
		name string
		make func() error
	}{
		{"pictures", func() error { return g.pictures(ctx) }},
		{"dictionary", func() error { return g.dictionary(ctx, words) }},
		{"hyphenation", func() error { return g.hyphenation(ctx, words) }},
	}
	for _, s := range steps {
		if err := s.make(); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return nil
}
