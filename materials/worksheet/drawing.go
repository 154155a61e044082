package worksheet

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"lernkoffer/materials"
	"lernkoffer/materials/picture"
)

// drawingCache keeps parsed drawings for all sheets of an engine.
type drawingCache struct{ byName sync.Map }

func (d *drawingCache) get(name string, load func() ([]byte, error)) (*picture.Picture, error) {
	if p, ok := d.byName.Load(name); ok {
		return p.(*picture.Picture), nil
	}
	svg, err := load()
	if err != nil {
		return nil, err
	}
	p, err := picture.Parse(svg)
	if err != nil {
		return nil, fmt.Errorf("picture %s: %w", name, err)
	}
	stored, _ := d.byName.LoadOrStore(name, p)
	return stored.(*picture.Picture), nil
}

// pictogram returns the drawing of an instruction, nil if it has none.
func (b *builder) pictogram(key string) *picture.Picture {
	if b.e.Pictograms == nil {
		return nil
	}
	p, err := b.e.drawings.get("pictogram/"+key, func() ([]byte, error) { return fs.ReadFile(b.e.Pictograms, key+".svg") })
	if err != nil {
		return nil
	}
	return p
}

// wordPicture returns the picture of a word with its alternative text.
func (b *builder) wordPicture(ref string) (*picture.Picture, string, bool) {
	w, ok := b.words.Resolve(ref)
	if !ok || w.Picture == "" {
		return nil, "", false
	}
	p, ok := b.picture(w.Picture, !b.o.Grey)
	return p, w.Lemma, ok
}

// picture returns a picture of the sets and remembers whom to credit.
func (b *builder) picture(name string, colour bool) (*picture.Picture, bool) {
	variant := "black/"
	if colour {
		variant = "colour/"
	}
	p, err := b.e.drawings.get(variant+name, func() ([]byte, error) { return b.e.Pictures.SVG(name, colour) })
	if err != nil {
		b.fail(&materials.Error{Code: materials.CodeContent, Message: fmt.Sprintf("Das Bild „%s“ fehlt oder ist beschädigt.", name), Err: err})
		return nil, false
	}
	b.credit(name)
	return p, true
}

// setTitles are the names under which picture sets want to be credited; our own
// drawings need no credit beside the sheet's.
var setTitles = map[string]string{"openmoji": "OpenMoji", "own": ""}

// credit remembers whom to name at the foot of the page.
func (b *builder) credit(name string) {
	info, ok := b.e.Pictures.Info(name)
	if !ok {
		return
	}
	set, _, _ := strings.Cut(name, "/")
	title, known := setTitles[set]
	if !known {
		title = info.Author
	}
	if title == "" {
		return
	}
	credit := title + " (" + materials.Licences.Label(info.Licence) + ")"
	if !slices.Contains(b.credits, credit) {
		b.credits = append(b.credits, credit)
	}
}

// wordsOf resolves the words of a block. A word outside the table stands in the
// explicit form "das Ladekabel | die Ladekabel".
func (b *builder) wordsOf(blk *materials.Block) ([]materials.Word, error) {
	words := make([]materials.Word, 0, len(blk.Rows))
	for _, row := range blk.Rows {
		w, err := b.wordOf(row)
		if err != nil {
			return nil, err
		}
		words = append(words, w)
	}
	return words, nil
}

func (b *builder) wordOf(row materials.Row) (materials.Word, error) {
	if len(row.Cells) == 0 {
		ref := row.Left.String()
		if w, ok := b.words.Resolve(ref); ok {
			return w, nil
		}
		return materials.Word{}, materials.Errorf(materials.CodeContent,
			"Das Wort „%s“ steht nicht in der Wortliste.", ref)
	}
	w := materials.Word{PartOfSpeech: "noun", Lemma: row.Cells[0].String()}
	if article, lemma, ok := strings.Cut(w.Lemma, " "); ok && slices.Contains([]string{"der", "die", "das"}, article) {
		w.Article, w.Lemma = article, lemma
	}
	w.ID = strings.ToLower(strings.ReplaceAll(w.Lemma, " ", "-"))
	if len(row.Cells) > 1 {
		w.Plural = strings.TrimPrefix(row.Cells[1].String(), "die ")
	}
	return w, nil
}
