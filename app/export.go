package app

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"io"
	"path/filepath"
	"strings"

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

// Join puts the pages of several sheets into the documents that part asks for.
func Join(sheets []*worksheet.Sheet, part worksheet.Part) []*page.Document {
	if len(sheets) == 0 {
		return nil
	}
	out := sheets[0].Documents(part)
	for _, sheet := range sheets[1:] {
		for i, doc := range sheet.Documents(part) {
			if i == len(out) {
				out = append(out, doc)
				continue
			}
			joined := *out[i]
			joined.Pages = append(append([]*page.Page(nil), joined.Pages...), doc.Pages...)
			out[i] = &joined
		}
	}
	return out
}

// WritePDF writes documents to path; a second one goes beside it as
// "<name>-loesung.pdf". It returns the files written.
func (s *Services) WritePDF(docs []*page.Document, path string) ([]string, error) {
	var written []string
	for i, doc := range docs {
		name := path
		if i > 0 {
			ext := filepath.Ext(path)
			name = strings.TrimSuffix(path, ext) + "-loesung" + ext
		}
		data, err := pdf.Bytes(doc)
		if err != nil {
			return written, fmt.Errorf("pdf: %w", err)
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
// preview. It returns the files written.
func (s *Services) WritePNG(ctx context.Context, docs []*page.Document, dir, name string) ([]string, error) {
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
