// Package picture turns SVG drawings into paths that every painter can draw. It
// knows the shapes of the bundled picture sets and neither fonts nor pages.
//
// What it reads is a part of SVG 1.1: groups, paths and the basic shapes with
// plain colours. What it can't draw right (text, images, gradients, masks,
// filters, style sheets) is an error that names it, so that no drawing is printed
// with a piece missing. Three things are taken lightly: clips and markers count
// for nothing, the opacity of a group is that of each of its shapes.
package picture
