// Package export is the dialog that makes a PDF of a material, or prints it: how
// the sheet should be, how many pages that gives, and where the file goes. Its
// model knows no Fyne; it is the same wherever a material is shown.
package export
