// Package assets embeds what Lernkoffer carries with it: fonts, pictures, words,
// the bundled library and the interface texts. It holds files only and knows
// nothing of their meaning.
package assets
