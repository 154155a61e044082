// Command generate makes those files below assets that come from named
// packages: the archive of pictures, and the extracts of a dictionary and of
// hyphenation patterns that the tests of the word table compare with.
//
// It is run from the root of the repository, needs npm and writes the same bytes
// each time:
//
//	go run ./assets/generate
//
// What people write stays in their hands: words.csv, the gloss tables and
// pictures.csv, the list of pictures that may be used, are only read.
package main
