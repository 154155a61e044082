// Package browse is the screen Bibliothek: find material by words and facets, look
// at its pages, keep a note, make a PDF. Its model knows no Fyne; the view turns
// what people do into calls of the model and shows what it says.
package browse
