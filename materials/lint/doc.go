// Package lint checks content by the rules of the content guide: words that the
// table lacks, ambiguous tasks, evidence that does not stand in its text, stale
// translations, typography, sentence length and more.
//
// Every finding has a stable rule name and a German message: what is wrong, what
// was expected, what to do. An error keeps material from being released, a
// warning does not. The package judges and never changes content; it knows
// nothing of storage, screens or the command line.
package lint
