// Package boltfile guards bbolt files against damage. bbolt checksums only its
// two meta pages, reads through a memory map and trusts every page: a cut or
// overwritten file ends the process. So a file is looked at by plain reads before
// bbolt opens it, every value carries a checksum, and transactions run where a
// fault of the map becomes an error.
//
// The package knows nothing of what the buckets mean.
package boltfile
