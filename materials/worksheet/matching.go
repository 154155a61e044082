package worksheet

import (
	"fmt"
	"slices"
	"strings"

	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
)

// How many pairs can be connected at a time: both ends of a line have to stand on
// one page. More are divided into several exercises below each other.
const (
	mostPairs        = 20
	mostPicturePairs = 24
	mostSentences    = 10
	mostClocks       = 14
)

// inTurns makes an exercise of every most things at the most, all of about the same
// size, and puts them below each other.
func inTurns[T any](things []T, most int, o exercise.Options, turn func([]T, exercise.Options) (part, error)) (part, error) {
	turns := max(1, (len(things)+most-1)/most)
	var out part
	for i := range turns {
		from, to := i*len(things)/turns, (i+1)*len(things)/turns
		own := o
		own.Seed += uint64(i) << 48
		p, err := turn(things[from:to], own)
		if err != nil {
			return part{}, err
		}
		if i > 0 {
			p.pupil = space(p.pupil, 8)
		}
		out.pupil, out.key = append(out.pupil, p.pupil...), append(out.key, p.key...)
	}
	return out, nil
}

// matching connects two texts.
func matching(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	return inTurns(blk.Rows, mostPairs, o, func(rows []materials.Row, o exercise.Options) (part, error) {
		ex, err := exercise.NewMatching(rows, o)
		if err != nil {
			return part{}, err
		}
		return part{pupil: b.connectRows(b.textSides(ex.Left), b.textSides(ex.Right)), key: b.pairKey(ex)}, nil
	})
}

// pairKey lists the right pairs of a matching.
func (b *builder) pairKey(ex *exercise.Matching) []piece {
	var out []piece
	for i, pair := range ex.Solution {
		out = append(out, b.keyLine(fmt.Sprintf("%d. %s – %s", i+1, ex.Left[pair[0]].String(), ex.Right[pair[1]].String()))...)
	}
	return out
}

// pictureWords connects pictures with words.
func pictureWords(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	words, err := b.wordsOf(blk)
	if err != nil {
		return part{}, err
	}
	return inTurns(words, mostPicturePairs, o, func(words []materials.Word, o exercise.Options) (part, error) {
		ex, err := exercise.NewPictureWords(words, o)
		if err != nil {
			return part{}, err
		}
		var pictures, lemmas []side
		for _, w := range ex.Pictures {
			s, err := b.pictureSide(w, 15)
			if err != nil {
				return part{}, err
			}
			pictures = append(pictures, s)
		}
		for _, w := range ex.Words {
			lemmas = append(lemmas, b.textSide(materials.Plain(w.Lemma)))
		}
		var key []string
		for n, w := range ex.Pictures {
			key = append(key, fmt.Sprintf("Bild %d: %s", n+1, w.Lemma))
		}
		return part{pupil: b.connectAround(pictures, lemmas), key: b.keyLine(strings.Join(key, " · "))}, nil
	})
}

// pictureSentences connects sentences with pictures.
func pictureSentences(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	return inTurns(blk.Rows, mostSentences, o, func(rows []materials.Row, o exercise.Options) (part, error) {
		ex, err := exercise.NewPictureSentences(rows, o)
		if err != nil {
			return part{}, err
		}
		var right []side
		lemmas := make([]string, len(ex.Pictures))
		for i, ref := range ex.Pictures {
			w, ok := b.words.Resolve(ref)
			if !ok || w.Picture == "" {
				return part{}, noPicture(ref)
			}
			s, err := b.pictureSide(w, 20)
			if err != nil {
				return part{}, err
			}
			right, lemmas[i] = append(right, s), w.Lemma
		}
		var key []string
		for _, pair := range ex.Solution {
			key = append(key, ex.Sentences[pair[0]].String()+" ("+lemmas[pair[1]]+")")
		}
		return part{pupil: b.connectRows(b.textSides(ex.Sentences), right), key: b.keyLine(strings.Join(key, " · "))}, nil
	})
}

// clock has faces (or digital times) to connect with the spoken times.
func clock(b *builder, blk *materials.Block, o exercise.Options) (part, error) {
	analogue := blk.Options.Get("style") != "digital" && !slices.ContainsFunc(blk.Rows, func(r materials.Row) bool {
		_, _, ok := clockTime(r.Left.String())
		return !ok
	})
	return inTurns(blk.Rows, mostClocks, o, func(rows []materials.Row, o exercise.Options) (part, error) {
		ex, err := exercise.NewMatching(rows, o)
		if err != nil {
			return part{}, err
		}
		if !analogue {
			return part{pupil: b.connectRows(b.textSides(ex.Left), b.textSides(ex.Right)), key: b.pairKey(ex)}, nil
		}
		clocks := make([]side, len(ex.Left))
		for i, text := range ex.Left {
			clocks[i] = clockSide(text.String())
		}
		return part{pupil: b.connectAround(clocks, b.textSides(ex.Right)), key: b.pairKey(ex)}, nil
	})
}
