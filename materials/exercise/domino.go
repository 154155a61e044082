package exercise

import (
	"slices"

	"lernkoffer/materials"
)

// Domino is tiles that make a closed ring: the right half of a tile asks, the
// left half of the next answers.
type Domino struct {
	Head
	Tiles [][2]string // left half, right half; in the order of printing
	Pairs [][2]string // question, answer
}

// NewDomino makes a ring of pairs. It refuses a text that stands twice on one
// side, or on both: then another tile would fit too.
func NewDomino(rows []materials.Row, o Options) (*Domino, error) {
	var questions, answers []string
	for _, r := range rows {
		if len(r.Left) == 0 || len(r.Right) == 0 {
			return nil, refuseRow(r, "Hier fehlt eine Seite des Paars. Bitte schreiben Sie „links = rechts“.")
		}
		questions, answers = append(questions, r.Left.String()), append(answers, r.Right.String())
	}
	if s, double := firstDouble(append(append([]string{}, questions...), answers...)); double {
		return nil, refuse("„%s“ steht zweimal, da passen zwei Steine. Bitte ändern Sie eines der Paare.", s)
	}
	pairs := make([][2]string, len(questions))
	for i := range pairs {
		pairs[i] = [2]string{questions[i], answers[i]}
	}
	pairs = sample(o, "domino", pairs, o.Count)
	if err := enough(len(pairs), fewest, "Paare"); err != nil {
		return nil, err
	}
	d := &Domino{Head: o.head("domino"), Tiles: dominoTiles(pairs, o, o.group()), Pairs: pairs}
	if o.group() == GroupB {
		first := dominoTiles(pairs, Options{Seed: o.Seed}, GroupA)
		for again := GroupB; slices.Equal(d.Tiles, first); {
			again += "'"
			d.Tiles = dominoTiles(pairs, o, again)
		}
	}
	return d, nil
}

// dominoTiles draws a ring of the pairs and the order in which it is printed: in
// the order of the ring the cut tiles would tell it.
func dominoTiles(pairs [][2]string, o Options, name string) [][2]string {
	ring := newDice(o.Seed, "domino ring", name).order(len(pairs))
	tiles := make([][2]string, len(ring))
	for i, p := range ring {
		tiles[i] = [2]string{pairs[p][1], pairs[ring[(i+1)%len(ring)]][0]}
	}
	p, _ := arranged(o, "domino tiles", len(tiles), notSorted, nil)
	return take(tiles, p)
}

// Envelope returns items {left, right} as pairs, data.tiles and data.pairs, and
// the ring, beginning with the first tile printed, as the solution.
func (d *Domino) Envelope() Envelope {
	items := make([]pairJSON, len(d.Pairs))
	for i, p := range d.Pairs {
		items[i] = pairJSON{p[0], p[1]}
	}
	return Envelope{Head: d.Head, Items: items, Data: map[string]any{"tiles": d.Tiles, "pairs": d.Pairs}, Solution: d.ring()}
}

// ring returns the tiles as they lie on the table.
func (d *Domino) ring() [][2]string {
	answer, byLeft := map[string]string{}, map[string][2]string{}
	for _, p := range d.Pairs {
		answer[p[0]] = p[1]
	}
	for _, t := range d.Tiles {
		byLeft[t[0]] = t
	}
	out := make([][2]string, 0, len(d.Tiles))
	for t := d.Tiles[0]; len(out) < len(d.Tiles); t = byLeft[answer[t[1]]] {
		out = append(out, t)
	}
	return out
}
