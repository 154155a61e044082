package pages

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"lernkoffer/app"
	"lernkoffer/app/uitest"
	"lernkoffer/assets"
	"lernkoffer/materials"
)

var files = uitest.Files{Fonts: assets.Fonts, Icons: assets.Icons, Texts: assets.Lang, Pictograms: assets.Pictograms}

// Ensure that thumbnails are made one at a time, in the order in which they are in
// sight, and that those scrolled away are left out.
func TestThumbnails(t *testing.T) {
	w := uitest.New(t, files, 800, 600)
	w.Context.Services = uitest.Services(t, files)
	metas := w.Context.Services.Library.Metas()
	sight := metas[:3]
	var thumbs *Thumbnails
	var made []string
	look := func() {
		for i := range sight {
			if img := thumbs.Get(&sight[i], 100); img != nil && !slices.Contains(made, sight[i].ID.Slug()) {
				made = append(made, sight[i].ID.Slug())
				if b := img.Bounds(); b.Dx() != 100 || b.Dy() != 142 {
					t.Errorf("the image is %v", b)
				}
			}
		}
	}
	thumbs = NewThumbnails(w.Context, func() {
		sight = metas[2:] // scrolled on after the first
		look()
	})
	look()
	w.Settle()

	want := []string{metas[2].ID.Slug(), metas[3].ID.Slug(), metas[4].ID.Slug()}
	if !slices.Equal(made, want) {
		t.Errorf("made in sight: %v, want %v", made, want)
	}
	if _, ok := thumbs.images.Get(Key{ID: metas[1].ID, Version: 1, Pixels: 100}); ok {
		t.Error("a page that nobody looks at was made")
	}
}

// thumbnail returns the thumbnail of the material "arzt" as a window makes it.
func thumbnail(t *testing.T, s *app.Services) image.Image {
	t.Helper()
	w := uitest.New(t, files, 800, 600)
	w.Context.Services = s
	var img image.Image
	var thumbs *Thumbnails
	arzt := materials.Meta{ID: "lernkoffer/arzt", Version: 1}
	thumbs = NewThumbnails(w.Context, func() { img = thumbs.Get(&arzt, 100) })
	thumbs.Get(&arzt, 100)
	w.Settle()
	if img == nil {
		t.Fatal("no thumbnail")
	}
	return img
}

func cached(t *testing.T, s *app.Services) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(s.Cache, "thumbnails", "*"))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// Ensure that a thumbnail is taken from the disk by the hash of its content, that
// a damaged one is made again, and that other content is another file.
func TestThumbnailsOnDisk(t *testing.T) {
	s := uitest.Services(t, files)
	s.Cache = t.TempDir()
	first := thumbnail(t, s)
	names := cached(t, s)
	if len(names) != 1 {
		t.Fatalf("in the cache: %q", names)
	}
	if b := first.Bounds(); b.Dx() != 100 {
		t.Errorf("the image is %v", b)
	}
	write := func(content []byte) {
		t.Helper()
		if err := os.WriteFile(names[0], content, 0o600); err != nil {
			t.Fatal(err)
		}
	}

	var marked bytes.Buffer
	if err := png.Encode(&marked, image.NewGray(image.Rect(0, 0, 7, 7))); err != nil {
		t.Fatal(err)
	}
	write(marked.Bytes())
	if b := thumbnail(t, s).Bounds(); b.Dx() != 7 {
		t.Errorf("not taken from the disk: %v", b)
	}
	write(marked.Bytes()[:marked.Len()/2])
	if b := thumbnail(t, s).Bounds(); b.Dx() != 100 {
		t.Errorf("a damaged image is shown: %v", b)
	}
	if b := thumbnail(t, s).Bounds(); b.Dx() != 100 || len(cached(t, s)) != 1 {
		t.Errorf("after repair: %v, %q", b, cached(t, s))
	}

	other := uitest.Services(t, files, uitest.Material("arzt", "Beim Zahnarzt", "B1", "health", "2026-08-01"))
	other.Cache = s.Cache
	thumbnail(t, other)
	if got := cached(t, s); len(got) != 2 {
		t.Errorf("in the cache after a change: %q", got)
	}
}

// Ensure that a folder that can't be used does no harm.
func TestThumbnailsWithoutDisk(t *testing.T) {
	s := uitest.Services(t, files)
	s.Cache = filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(s.Cache, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	thumbnail(t, s)
}

// Ensure that the folder keeps to its size: what was used longest ago goes first,
// and what a crash left behind.
func TestCacheIsBound(t *testing.T) {
	s := uitest.Services(t, files)
	s.Cache = t.TempDir()
	now := time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC)
	c := newCache(s, func() time.Time { return now })
	put := func(name string) string {
		path := filepath.Join(c.dir, name)
		c.put(path, image.NewGray(image.Rect(0, 0, 40, 40)))
		now = now.Add(24 * time.Hour)
		return path
	}
	old, used := put("a.png"), put("b.png")
	info, err := os.Stat(old)
	if err != nil {
		t.Fatal(err)
	}
	left := filepath.Join(c.dir, "new-123")
	if err := os.Rename(put("c.png"), left); err != nil {
		t.Fatal(err)
	}
	now = now.Add(24 * time.Hour)
	if _, ok := c.get(old); !ok { // used again, so that b is the older one
		t.Error("a is gone")
	}

	c.room, c.untidy = 2*info.Size(), 0
	c.tidy()
	if got := cached(t, s); len(got) != 2 {
		t.Errorf("within its room: %q", got)
	}
	c.room--
	c.tidy()
	if got := cached(t, s); !slices.Equal(got, []string{old}) || slices.Contains(got, used) {
		t.Errorf("in the cache: %q", got)
	}
}

// Ensure that what was used longest ago goes first.
func TestLRU(t *testing.T) {
	l := NewLRU[string, int](2)
	l.Put("a", 1)
	l.Put("b", 2)
	l.Get("a")
	l.Put("c", 3)
	l.Put("c", 4)
	if _, ok := l.Get("b"); ok {
		t.Error("b is still there")
	}
	a, okA := l.Get("a")
	c, okC := l.Get("c")
	if !okA || !okC || a != 1 || c != 4 {
		t.Errorf("a %d %v, c %d %v", a, okA, c, okC)
	}
}
