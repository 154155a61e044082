// Package theme gives the window its colours, sizes, faces and icons. Fonts and
// icons come from outside as file systems: the package embeds nothing and knows
// no screens.
package theme
