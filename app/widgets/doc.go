// Package widgets holds the parts that screens are made of: text, paper, things to
// press, lists. They draw and report what a person intends by On… functions; they
// know plain values, no materials and no services.
package widgets
