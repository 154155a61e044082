// Package disk writes files so that a crash at any point leaves the old one or
// the new one, keeps processes apart by lock files, and says in German why a disk
// refuses. It knows nothing of what is in the files.
package disk
