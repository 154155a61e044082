// Package storage keeps what Lernkoffer knows on disk: the library, which is
// read-only and shared by all users of a machine, and a teacher's own store.
//
// # Library
//
// A library is a folder of immutable pack files (package pack) and the manifest
// CURRENT, which names those in use. New packs are written beside the old ones,
// then CURRENT is replaced: readers are never blocked, several packs change
// together or not at all, and a crash at any point leaves the old library.
//
// # Own store
//
// user.db holds notes, favourites, tags and settings. One process at a time has
// it open. Every change is on disk when the call returns. Nothing that installs
// or updates libraries opens it. A damaged store is put aside, never overwritten,
// and the newest sound copy takes its place.
//
// The package knows nothing of screens, of how material is searched or printed.
package storage
