// Package typeset turns text into lines of placed glyphs: it chooses fonts,
// shapes, breaks lines. Lengths are millimetres, font sizes points. It knows no
// pages, no colours and no file formats but fonts.
package typeset
