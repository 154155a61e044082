// Package place says where things lie on a machine: the library, a teacher's own
// data, the cache and the configuration. It holds the one precedence for them:
//
//  1. the flag --data DIR: everything below DIR, so that a stick carries it all
//  2. the environment variable LERNKOFFER_DATA, with the same meaning
//  3. the configuration of the machine (a school's policy), then the user's own
//  4. the defaults of the system
//
// It knows nothing of what is in the files.
package place
