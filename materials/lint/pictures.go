package lint

import (
	"path"
	"slices"

	"lernkoffer/materials"
	"lernkoffer/materials/picture"
)

// pictured are the blocks that are nothing without a picture at every word.
var pictured = []string{"picture-words", "memory"}

// checkPictures wants every picture that is to be printed, understood without
// help, and words for those who can't see it.
func checkPictures(c *checker) {
	for _, b := range c.Material.Blocks {
		if b.Type == "picture" {
			c.pictureBlock(b)
		}
		if c.Words.Len() == 0 {
			continue
		}
		if ref := b.Options.Get("picture"); ref != "" {
			c.pictureOf(b.Line, ref, false)
		}
		for _, row := range b.Rows {
			for _, span := range slices.Concat(row.Left, row.Right) {
				if span.Kind == materials.SpanPicture {
					c.pictureOf(row.Line, span.Text, true)
				}
			}
			if isWordBlock(b) && (slices.Contains(pictured, b.Type) || b.Options.Has("picture") || b.Options.Has("pictures")) {
				c.picturedRow(b, row)
			}
		}
	}
}

func (c *checker) pictureBlock(b materials.Block) {
	if b.Options.Get("alt") == "" {
		c.error(b.Line, "Dem Bild fehlt die Beschreibung. Schreiben Sie in einem Satz, was zu sehen ist: alt=\"…\".")
	}
	if ref := b.Options.Get("word"); ref != "" && c.Words.Len() > 0 {
		c.pictureOf(b.Line, ref, false)
	}
	if file := b.Options.Get("file"); file != "" && c.Attachment != nil {
		c.drawing(b.Line, file)
	}
}

// drawing wants a file beside the material that can be printed.
func (c *checker) drawing(number int, file string) {
	if path.Ext(file) == "" {
		file += ".svg"
	}
	svg, err := c.Attachment(file)
	if err != nil {
		c.error(number, "Die Bilddatei „%s“ fehlt neben dem Material. Legen Sie sie in denselben Ordner.", file)
		return
	}
	if _, err := picture.Parse(svg); err != nil {
		c.error(number, "„%s“ ist kein Bild, das sich drucken lässt. Erwartet wird eine SVG-Zeichnung. (%v)", file, err)
	}
}

// pictureOf wants a picture of a word; exact, if nothing is left without it.
func (c *checker) pictureOf(number int, ref string, exact bool) {
	w, ok := c.Words.Resolve(ref)
	switch {
	case !ok:
		c.error(number, "Das Bild „%s“ gibt es nicht: Das Wort steht nicht in der Wörterliste.%s", ref, c.meant(ref))
	case w.Picture == "" && !exact:
		c.warn(number, "Zum Wort „%s“ gibt es kein Bild; die Stelle bleibt leer. Nehmen Sie ein anderes Wort.", ref)
	case w.Picture == "":
		c.error(number, "Zum Wort „%s“ gibt es kein Bild. Nehmen Sie ein anderes Wort.", ref)
	case exact && w.PictureGrade == "C":
		c.warn(number, "Das Bild zu „%s“ ist ohne Hilfe nicht zu verstehen. Nehmen Sie ein anderes Wort.", ref)
	case c.Pictures != nil:
		if _, ok := c.Pictures.Info(w.Picture); !ok {
			c.error(number, "Das Bild %s zum Wort „%s“ fehlt in den Bildersätzen.", w.Picture, ref)
		}
	}
}

func (c *checker) picturedRow(b materials.Block, row materials.Row) {
	if len(row.Cells) > 0 {
		if slices.Contains(pictured, b.Type) {
			c.error(row.Line, "„%s“ steht nicht in der Wörterliste und hat deshalb kein Bild. Nehmen Sie hier ein Wort der Liste.", row.Cells[0])
		}
		return
	}
	if ref := row.Left.String(); c.known(ref) { // an unknown word is reported as such
		c.pictureOf(row.Line, ref, slices.Contains(pictured, b.Type))
	}
}

func (c *checker) known(ref string) bool {
	_, ok := c.Words.Resolve(ref)
	return ok
}
