package source

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"lernkoffer/materials"
)

var pictureColumns = []string{"picture", "set", "file", "grade", "licence", "author", "source", "alt"}

// mostPicture bounds in bytes what is read of one drawing.
const mostPicture = 1 << 20

// PictureSets are the picture sets of a folder: pictures.csv lists what may be
// shown; a set is a zip of its name or a folder, with black/ and color/ in it. It
// is safe for concurrent use.
type PictureSets struct {
	infos map[string]materials.PictureInfo
	files map[string]string // picture → file in its set
	sets  map[string]fs.FS
}

var _ materials.Pictures = (*PictureSets)(nil)

// ReadPictures opens the sets that pictures.csv of the folder names. Content
// errors are a *materials.ContentError.
func ReadPictures(fsys fs.FS) (*PictureSets, error) {
	src, err := fs.ReadFile(fsys, "pictures.csv")
	if err != nil {
		return nil, fmt.Errorf("read picture list: %w", err)
	}
	p := &PictureSets{infos: map[string]materials.PictureInfo{}, files: map[string]string{}, sets: map[string]fs.FS{}}
	rep := &report{file: "pictures.csv"}
	for _, r := range readTable(src, pictureColumns, rep) {
		name, set := r.fields[0], r.fields[1]
		if !materials.Licences.Has(r.fields[4]) {
			rep.add(r.line, "licence", "Die Lizenz „%s“ gibt es nicht. Erwartet wird eine von: %s", r.fields[4], strings.Join(materials.Licences.Keys(), ", "))
		}
		if !fs.ValidPath(name) || !fs.ValidPath(r.fields[2]) || path.Base(set) != set {
			rep.add(r.line, "picture", "Der Bildname „%s“ ist ungültig. Erwartet wird: satz/datei", name)
			continue
		}
		p.infos[name] = materials.PictureInfo{Name: name, Licence: r.fields[4], Author: r.fields[5], Source: r.fields[6], Alt: r.fields[7]}
		p.files[name] = r.fields[2]
		if _, ok := p.sets[set]; !ok {
			if p.sets[set], err = openSet(fsys, set); err != nil {
				return nil, err
			}
		}
	}
	return p, rep.err()
}

// openSet opens <set>.zip, or the folder of the set.
func openSet(fsys fs.FS, set string) (fs.FS, error) {
	data, err := fs.ReadFile(fsys, set+".zip")
	if errors.Is(err, fs.ErrNotExist) {
		return fs.Sub(fsys, set)
	}
	if err != nil {
		return nil, fmt.Errorf("read picture set: %w", err)
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("picture set %s: %w", set, err)
	}
	return archive, nil
}

// Info returns what is on record of a picture.
func (p *PictureSets) Info(name string) (materials.PictureInfo, bool) {
	info, ok := p.infos[name]
	return info, ok
}

// SVG returns a picture's drawing; CodeNotFound for one that is not listed,
// CodeDamaged for one that can't be read.
func (p *PictureSets) SVG(name string, colour bool) ([]byte, error) {
	file, ok := p.files[name]
	if !ok {
		return nil, materials.Errorf(materials.CodeNotFound, "Das Bild „%s“ gibt es nicht.", name)
	}
	set, _, _ := strings.Cut(name, "/")
	variant := "black"
	if colour {
		variant = "color"
	}
	f, err := p.sets[set].Open(path.Join(variant, file+".svg"))
	if err != nil {
		return nil, damagedPicture(name, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostPicture))
	if err != nil {
		return nil, damagedPicture(name, err)
	}
	return data, nil
}

func damagedPicture(name string, err error) error {
	return &materials.Error{Code: materials.CodeDamaged, Message: fmt.Sprintf("Das Bild „%s“ ist nicht lesbar.", name), Err: err}
}
