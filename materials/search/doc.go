// Package search finds materials by words and facets. It analyses German text
// and keeps all that it needs in memory; where materials and a teacher's remarks
// come from, it does not know.
package search
