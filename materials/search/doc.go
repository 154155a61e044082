// Package search finds materials: it understands German spelling, inflection and
// compounds well enough for half a word typed in a hurry, and counts every facet
// along the way. It works on the contracts of the domain and knows no files.
//
// A query is words, all of which must be found, „phrases“ in quotes, and -words
// that must not be found. Of a query the first 200 letters and 16 words count.
// Function words (der, und, in …) are passed over where other words are there.
//
// What is kept in memory lies in three layers that are made when they are first
// needed: facets (enough for an empty query), the words of the library, and the
// teacher's own remarks. Refresh makes anew only what has changed.
package search
