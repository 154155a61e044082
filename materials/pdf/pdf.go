package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/go-pdf/fpdf"

	"lernkoffer/materials/page"
	"lernkoffer/materials/pdf/finish"
	"lernkoffer/materials/typeset"
)

// Write paints a document into w as PDF. Equal documents make equal bytes. It
// keeps nothing of doc and is safe for concurrent use.
func Write(w io.Writer, doc *page.Document) error {
	data, err := Bytes(doc)
	if err != nil {
		return err
	}
	if _, err := w.Write(data); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return nil
}

// Bytes paints a document as PDF. It fails where a document has no pages, or
// its tags are not balanced.
func Bytes(doc *page.Document) ([]byte, error) {
	if len(doc.Pages) == 0 {
		return nil, errors.New("pdf: no pages")
	}
	container := newContainer()
	d := newPainter(doc)
	for i, p := range doc.Pages {
		content, err := d.page(p)
		if err != nil {
			return nil, fmt.Errorf("pdf: page %d: %w", i+1, err)
		}
		container.AddPageFormat("P", fpdf.SizeType{Wd: points(p.Width), Ht: points(p.Height)})
		container.RawWriteStr(content)
	}
	var raw bytes.Buffer
	if err := container.Output(&raw); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	data, err := finish.Finish(raw.Bytes(), d.resources, d.tree, finish.Metadata{
		Title: doc.Title, Author: doc.Author, Subject: doc.Subject,
		Keywords: doc.Keywords, Language: doc.Language, Created: doc.Created,
	})
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return data, nil
}

// newContainer returns an empty file of pages without anything of fpdf's own on
// them; finish needs it plain.
func newContainer() *fpdf.Fpdf {
	f := fpdf.NewCustom(&fpdf.InitType{
		UnitStr: "pt",
		Size:    fpdf.SizeType{Wd: points(page.A4Width), Ht: points(page.A4Height)},
	})
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCompression(false)
	f.SetCatalogSort(true)
	return f
}

// points converts mm.
func points(mm float64) float64 { return mm / typeset.MMPerPoint }
