// Package present puts what is known of a material into German words: short for
// cards, longer for panes. It knows the closed lists and nothing of windows.
package present
