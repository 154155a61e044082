// Package picture turns SVG drawings into paths that every painter can draw. It
// knows the shapes of the bundled picture sets and neither fonts nor pages.
package picture
