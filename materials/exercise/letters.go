package exercise

import (
	"slices"
	"strings"
	"unicode"
)

// gridLetters returns the letters of a lemma as they stand in the cells of a grid:
// capitals, Ä, Ö and Ü in cells of their own, no hyphens. Unicode has no single
// capital for ß, so it stays.
func gridLetters(lemma string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' {
			return -1
		}
		return unicode.ToUpper(r)
	}, lemma)
}

// fitsGrid refuses a lemma that is no single word or has fewer than least or more
// than most letters.
func fitsGrid(lemma string, least, most int) error {
	letters := []rune(gridLetters(lemma))
	switch {
	case slices.ContainsFunc(letters, func(r rune) bool { return !unicode.IsLetter(r) }):
		return refuse("„%s“ ist nicht ein einziges Wort und lässt sich nicht in Felder schreiben. Bitte streichen Sie es.", lemma)
	case len(letters) < least:
		return refuse("„%s“ ist zu kurz. Bitte nehmen Sie Wörter mit mindestens %d Buchstaben.", lemma, least)
	case len(letters) > most:
		return refuse("„%s“ hat mehr als %d Buchstaben und passt in kein Gitter. Bitte streichen Sie das Wort.", lemma, most)
	}
	return nil
}
