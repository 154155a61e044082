// Package raster paints pages into pixels, for the preview and for thumbnails.
// It draws the same display list as the PDF painter, so that the preview can't
// lie, and knows nothing of windows.
package raster
