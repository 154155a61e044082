package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// variants are the two forms of each picture: for the screen and colour
// printers, and for copiers.
var variants = []string{"black", "color"}

// pictures packs the OpenMoji drawings that pictures.csv lists, unchanged.
func (g generator) pictures(ctx context.Context) error {
	rows, err := readTable(filepath.Join(g.assets, "pictures", "pictures.csv"))
	if err != nil {
		return err
	}
	wanted := map[string]string{} // path in the package → entry of the archive
	for _, row := range rows {
		if row["set"] != "openmoji" {
			continue
		}
		for _, v := range variants {
			wanted[fmt.Sprintf("%s/svg/%s.svg", v, row["file"])] = fmt.Sprintf("%s/%s.svg", v, row["file"])
		}
	}
	files, err := g.npm.files(ctx, openmoji, func(name string) bool { return wanted[name] != "" })
	if err != nil {
		return err
	}
	entries := make(map[string][]byte, len(files))
	for name, entry := range wanted {
		src, ok := files[name]
		if !ok {
			return fmt.Errorf("OpenMoji has no %s", name)
		}
		entries[entry] = slices.Concat(bytes.TrimSpace(src), []byte("\n"))
	}
	archive, err := zipFiles(entries)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(g.assets, "pictures", "openmoji.zip"), archive, 0o644)
}

// zipFiles packs files in the order of their names and without times, so that
// the same files make the same bytes.
func zipFiles(files map[string][]byte) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(out, flate.BestCompression)
	})
	for _, name := range slices.SortedFunc(maps.Keys(files), strings.Compare) {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return nil, fmt.Errorf("pack %s: %w", name, err)
		}
		if _, err := f.Write(files[name]); err != nil {
			return nil, fmt.Errorf("pack %s: %w", name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("pack pictures: %w", err)
	}
	return b.Bytes(), nil
}
