// Package search finds materials: it understands German spelling, inflection and
// compounds well enough for half a word typed in a hurry, and counts every facet
// along the way. It works on the contracts of the domain and knows no files.
package search
