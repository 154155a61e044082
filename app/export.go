package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"lernkoffer/materials"
	"lernkoffer/materials/page"
	"lernkoffer/materials/pdf"
	"lernkoffer/materials/raster"
	"lernkoffer/materials/worksheet"
)

// Sheet sets a material of the library as pages. With notes, a teacher's copy
// has the notes that are kept to it.
func (s *Services) Sheet(id materials.ID, o worksheet.Options, notes bool) (*worksheet.Sheet, error) {
	m, err := s.Library.Material(id)
	if err != nil {
		return nil, err
	}
	o.Attachment = func(name string) ([]byte, error) { return s.Library.Attachment(id, name) }
	if notes {
		if s.Own == nil {
			return nil, s.OwnErr
		}
		if o.Notes, err = s.Own.Notes(id); err != nil {
			return nil, err
		}
	}
	return s.Sheets.Build(m, o)
}

// Join puts the pages of several sheets into the documents that part asks for. A
// sheet without a solution has no part in solutions alone; none is left where no
// sheet has any.
func Join(sheets []*worksheet.Sheet, part worksheet.Part) []*page.Document {
	var out []*page.Document
	for _, sheet := range sheets {
		if part == worksheet.PartOnly && sheet.Solution == nil {
			continue
		}
		for i, doc := range sheet.Documents(part) {
			if i == len(out) {
				out = append(out, doc)
				continue
			}
			joined := *out[i]
			joined.Pages = append(slices.Clip(joined.Pages), doc.Pages...)
			out[i] = &joined
		}
	}
	return out
}

// errNoSolution is said where solutions alone are wanted and there are none.
var errNoSolution = materials.Errorf(materials.CodeContent, "Zu diesem Material gibt es kein Lösungsblatt.")

// WritePDF writes documents to path; a second one goes beside it as
// "<name>-loesung.pdf". It returns the files written, and CodeContent where there
// is nothing to write.
func (s *Services) WritePDF(docs []*page.Document, path string) ([]string, error) {
	if len(docs) == 0 {
		return nil, errNoSolution
	}
	files := make([][]byte, len(docs))
	for i, doc := range docs {
		var err error
		if files[i], err = pdf.Bytes(doc); err != nil {
			return nil, fmt.Errorf("pdf: %w", err)
		}
	}
	var written []string
	for i, data := range files {
		name := path
		if i > 0 {
			ext := filepath.Ext(path)
			name = strings.TrimSuffix(path, ext) + "-loesung" + ext
		}
		if err := s.Save(name, func(w io.Writer) error { _, err := w.Write(data); return err }); err != nil {
			return written, err
		}
		written = append(written, name)
	}
	return written, nil
}

// pngScale is 150 dpi in pixels per mm.
const pngScale = 150 / 25.4

// WritePNG paints each page into a file of the folder, by the painter of the
// preview. The folder is made where there is none. It returns the files written.
func (s *Services) WritePNG(ctx context.Context, docs []*page.Document, dir, name string) ([]string, error) {
	if len(docs) == 0 {
		return nil, errNoSolution
	}
	if err := makeFolder(dir); err != nil {
		return nil, err
	}
	var written []string
	for _, doc := range docs {
		for _, p := range doc.Pages {
			if err := ctx.Err(); err != nil {
				return written, err
			}
			img, err := raster.Render(p, pngScale)
			if err != nil {
				return written, fmt.Errorf("png: %w", err)
			}
			var buf bytes.Buffer
			if err := png.Encode(&buf, img); err != nil {
				return written, fmt.Errorf("png: %w", err)
			}
			file := filepath.Join(dir, fmt.Sprintf("%s-%02d.png", name, len(written)+1))
			if err := s.Save(file, func(w io.Writer) error { _, err := buf.WriteTo(w); return err }); err != nil {
				return written, err
			}
			written = append(written, file)
		}
	}
	return written, nil
}

func makeFolder(dir string) error {
	err := os.MkdirAll(dir, 0o777)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.ENOSPC):
		return &materials.Error{
			Code: materials.CodeDiskFull, Err: err,
			Message: fmt.Sprintf("Der Ordner „%s“ konnte nicht angelegt werden: Der Datenträger ist voll.", dir),
		}
	}
	return &materials.Error{
		Code: materials.CodeBusy, Err: err,
		Message: fmt.Sprintf("Der Ordner „%s“ konnte nicht angelegt werden. Dort steht eine Datei, oder der Ort ist schreibgeschützt.", dir),
	}
}
