package worksheet

import (
	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
)

// initialSounds has pictures to circle: those that begin with the sound.
func initialSounds(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	var pics []pictured
	var right []string
	for _, row := range blk.Rows {
		pic, alt, ok := b.wordPicture(row.Left.String())
		if !ok {
			return part{}, noPicture(row.Left.String())
		}
		pics = append(pics, pictured{pic: pic, alt: alt})
		if row.Mark == "+" {
			right = append(right, alt)
		}
	}
	return part{pupil: b.pictureGrid(pics, 6, 20), key: b.keyLine(commaList(right))}, nil
}

func noPicture(word string) error {
	return materials.Errorf(materials.CodeContent, "Zum Wort „%s“ gibt es kein Bild. Nehmen Sie ein anderes Wort.", word)
}

// soundPosition has three boxes under each picture: start, middle, end.
func soundPosition(b *builder, blk *materials.Block, _ exercise.Options) (part, error) {
	var out part
	var pics []pictured
	labels := map[string]string{"start": "Anfang", "middle": "Mitte", "end": "Ende"}
	for _, row := range blk.Rows {
		pic, alt, ok := b.wordPicture(row.Left.String())
		if !ok {
			return part{}, noPicture(row.Left.String())
		}
		pics = append(pics, pictured{pic: pic, alt: alt, below: func(c *canvas, x, y float64) {
			for k := range 3 {
				c.frame(x-9+float64(k)*6, y, 6, 5.5, 0, black, 0.3, nil)
			}
		}})
		out.key = append(out.key, b.keyLine(alt+": "+labels[row.Right.String()])...)
	}
	out.pupil = b.pictureGrid(pics, 4, 20)
	return out, nil
}
