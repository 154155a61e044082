package browse

import (
	"slices"
	"testing"

	"lernkoffer/app/uitest"
	"lernkoffer/assets"
)

// Ensure that thumbnails are made one at a time, in the order in which they are in
// sight, and that those scrolled away are left out.
func TestThumbnails(t *testing.T) {
	files := uitest.Files{Fonts: assets.Fonts, Icons: assets.Icons, Texts: assets.Lang, Pictograms: assets.Pictograms}
	w := uitest.New(t, files, 800, 600)
	w.Context.Services = uitest.Services(t, files)
	metas := w.Context.Services.Library.Metas()
	sight := metas[:3]
	var thumbs *thumbnails
	var made []string
	look := func() {
		for i := range sight {
			if img := thumbs.get(&sight[i], 100); img != nil && !slices.Contains(made, sight[i].ID.Slug()) {
				made = append(made, sight[i].ID.Slug())
				if b := img.Bounds(); b.Dx() != 100 || b.Dy() != 142 {
					t.Errorf("the image is %v", b)
				}
			}
		}
	}
	thumbs = newThumbnails(w.Context, func() {
		sight = metas[2:] // scrolled on after the first
		look()
	})
	look()
	w.Settle()

	want := []string{metas[2].ID.Slug(), metas[3].ID.Slug(), metas[4].ID.Slug()}
	if !slices.Equal(made, want) {
		t.Errorf("made in sight: %v, want %v", made, want)
	}
	if _, ok := thumbs.images.get(pageKey{id: metas[1].ID, version: 1, pixels: 100}); ok {
		t.Error("a page that nobody looks at was made")
	}
}

// Ensure that what was used longest ago goes first.
func TestLRU(t *testing.T) {
	l := newLRU[string, int](2)
	l.put("a", 1)
	l.put("b", 2)
	l.get("a")
	l.put("c", 3)
	l.put("c", 4)
	if _, ok := l.get("b"); ok {
		t.Error("b is still there")
	}
	a, okA := l.get("a")
	c, okC := l.get("c")
	if !okA || !okC || a != 1 || c != 4 {
		t.Errorf("a %d %v, c %d %v", a, okA, c, okC)
	}
}
