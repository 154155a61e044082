// Package source reads and writes the form in which authors keep content: a
// Markdown file with a YAML head for each material, CSV tables for words and
// their glosses, and pack.toml for a collection. The syntax is described in
// section 15 of the content guide.
//
// It turns text into the values of package materials and back, and says of bad
// text where it is wrong and what was expected. What was read is written byte
// for byte where nothing changed. It knows nothing of how material is checked
// beyond its syntax (package lint), stored or printed.
package source
