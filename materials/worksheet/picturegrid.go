package worksheet

import (
	"slices"

	"lernkoffer/materials/picture"
)

// pictured is a picture with its word and what is drawn under it.
type pictured struct {
	pic   *picture.Picture
	alt   string
	below func(c *canvas, x, y float64) // drawn 6 mm high, centred at x
}

// pictureGrid sets pictures in rows of n, each size mm high.
func (b *builder) pictureGrid(pics []pictured, n int, size float64) []piece {
	n = max(n, 1)
	width := b.look.width / float64(n)
	var out []piece
	for line := range slices.Chunk(pics, n) {
		h := size
		for _, p := range line {
			if p.below != nil {
				h = size + 8
			}
		}
		out = append(out, piece{height: h, before: 2.5, draw: func(c *canvas, x, y float64) {
			for i, p := range line {
				centre := x + width*(float64(i)+0.5)
				b.figure(c, centre-size/2, y, size, size, p.pic, p.alt)
				if p.below != nil {
					p.below(c, centre, y+size+1)
				}
			}
		}})
	}
	return out
}
