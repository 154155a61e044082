// Package materialstest holds what tests of several rooms share: suites that
// every implementation of a contract of package materials must pass, and
// implementations that keep everything in memory, for tests of screens.
//
// It knows nothing of files and databases.
package materialstest
