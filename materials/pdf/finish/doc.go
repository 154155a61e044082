// Package finish knows the syntax of PDF, and it alone: it writes the operators
// of page contents, and it revises the file that fpdf makes of them, adding
// fonts, pictures, the structure for screen readers and metadata. It must not
// know the display list of package page nor where on the paper things stand.
package finish
