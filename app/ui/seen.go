package ui

import (
	"context"

	"lernkoffer/materials"
)

// The screens that others lead to, by the names of their routes.
const (
	StartScreen   = "start"
	LibraryScreen = "bibliothek" // its parameters are those of an app.Place
	ReaderScreen  = "material"   // its parameters are the id of the material
)

// Read leads to the pages of a material.
func (c *Context) Read(id materials.ID) { c.Go(Route{Screen: ReaderScreen, Params: string(id)}) }

// Seen keeps that the teacher looked at a material, so that Start leads back to
// it. One that is not kept is no loss, and nobody is told.
func (c *Context) Seen(id materials.ID) {
	own := c.Services.Own
	if own == nil {
		return
	}
	Load(c, &c.seen, func(context.Context) (struct{}, error) {
		return struct{}{}, own.Visited(id)
	}, func(struct{}, error) {})
}
