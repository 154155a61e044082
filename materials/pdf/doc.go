// Package pdf paints pages into a PDF file that prints, is searched and read out
// well. fpdf is its container of pages; the operators and all else that is PDF
// come from package finish. It must not know materials, exercises or screens.
package pdf
