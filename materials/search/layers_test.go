package search_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/search"
)

// counted is a shelf that counts how often a text is read.
type counted struct {
	shelf
	reads atomic.Int64
}

func (c *counted) Source(id materials.ID) ([]byte, error) {
	c.reads.Add(1)
	return c.shelf.Source(id)
}

// Ensure that a list without words reads no texts, and that a favourite does not
// make the texts be read again.
func TestTextsAreReadOnce(t *testing.T) {
	c := &counted{shelf: library(t)}
	d := &desk{marked: map[materials.ID]materials.Marked{}}
	x := search.New(c, d)

	ids(t, x, materials.Query{Filter: materials.Filter{materials.FacetLevel: {"A1"}}})
	if n := c.reads.Load(); n != 0 {
		t.Errorf("%d texts read for a list without words", n)
	}
	ids(t, x, materials.Query{Text: "Schere"})
	d.marked["lernkoffer/wort"] = materials.Marked{Favourite: true}
	x.Refresh()
	if got := ids(t, x, materials.Query{Text: "Hund", Filter: materials.Filter{materials.FacetOwn: {"favourite"}}}); !slices.Equal(got, []string{"wort"}) {
		t.Errorf("found %v", got)
	}
	if n := c.reads.Load(); n != int64(len(c.metas)) {
		t.Errorf("%d texts read, want each of %d once", n, len(c.metas))
	}
}

// Ensure that a changed library and a rewritten own material are seen after a
// refresh, and that a result given out before stays as it was.
func TestRefresh(t *testing.T) {
	s := library(t)
	s.metas = append(s.metas, materials.Meta{ID: "own/blatt", Title: "Mein Blatt", Kind: "worksheet"})
	s.bodies["own/blatt"] = "Kastanien sammeln"
	c := &counted{shelf: s}
	x := search.New(c, nil)
	before, err := x.Search(t.Context(), materials.Query{Text: "Kastanien"})
	if err != nil || before.Total != 1 {
		t.Fatalf("%+v, %v", before, err)
	}

	s.bodies["own/blatt"] = "Eicheln sammeln"
	x.Refresh()
	if got := ids(t, x, materials.Query{Text: "Eicheln"}); !slices.Equal(got, []string{"blatt"}) {
		t.Errorf("a rewritten own material: %v", got)
	}
	c.metas = slices.Clone(c.metas)
	c.metas[0].Title = "Neuer Titel"
	x.Refresh()
	if got := ids(t, x, materials.Query{Text: "neuer titel"}); !slices.Equal(got, []string{c.metas[0].ID.Slug()}) {
		t.Errorf("a new title: %v", got)
	}
	if before.Hits[0].Meta.Title != "Mein Blatt" {
		t.Error("an old result has changed")
	}
}

// Ensure that the library's metas may be sorted anew under the index.
func TestMetasAreCopied(t *testing.T) {
	s := library(t)
	x := search.New(s, nil)
	want := ids(t, x, materials.Query{})
	slices.Reverse(s.metas)
	if got := ids(t, x, materials.Query{}); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// broken is an own store that can't be read.
type broken struct{ desk }

var errBroken = errors.New("broken")

func (broken) Notes(materials.ID) ([]materials.Note, error) { return nil, errBroken }

// Ensure that what fails is told, and that an ended context ends a search.
func TestSearchFails(t *testing.T) {
	if _, err := search.New(library(t), broken{}).Search(t.Context(), materials.Query{}); !errors.Is(err, errBroken) {
		t.Errorf("a broken own store: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	x := search.New(library(t), nil)
	if _, err := x.Search(ctx, materials.Query{Text: "x"}); !errors.Is(err, context.Canceled) {
		t.Errorf("an ended context: %v", err)
	}
	if got := ids(t, x, materials.Query{Text: "Schere"}); len(got) != 1 {
		t.Errorf("the next search finds %v", got)
	}
}

// Ensure that the counts of own marks and of open lists are there, 0 too, and that
// an unknown value fits nothing.
func TestOpenFacets(t *testing.T) {
	d := desk{
		notes:  []materials.Note{{Material: "lernkoffer/wort", Text: "a"}, {Material: "lernkoffer/wort", Text: "b"}, {Material: "weg/weg", Text: "c"}},
		marked: map[materials.ID]materials.Marked{},
	}
	x := search.New(library(t), d)
	res, err := x.Search(t.Context(), materials.Query{Text: "Wort"})
	if err != nil {
		t.Fatal(err)
	}
	own := res.Counts[materials.FacetOwn]
	if n, ok := own["favourite"]; own["note"] != 1 || n != 0 || !ok {
		t.Errorf("own marks: %v", own)
	}
	if got := res.Counts[materials.FacetPublisher]["lernkoffer"]; got != res.Total {
		t.Errorf("publisher: %d, want %d", got, res.Total)
	}
	for _, f := range []materials.Filter{{materials.FacetPublisher: {"niemand"}}, {"colour": {"red"}}} {
		if got := ids(t, x, materials.Query{Filter: f}); len(got) != 0 {
			t.Errorf("%v fits %v", f, got)
		}
	}
	if got := ids(t, x, materials.Query{Filter: materials.Filter{materials.FacetLevel: nil}}); len(got) != 5 {
		t.Errorf("a facet without a choice leaves %v", got)
	}
}

// Ensure that the limit cuts the list and not the total, and that words beyond the
// limits of a query count for nothing.
func TestLimits(t *testing.T) {
	x := search.New(library(t), nil)
	res, err := x.Search(t.Context(), materials.Query{Limit: 2})
	if err != nil || res.Total != 5 || len(res.Hits) != 2 {
		t.Errorf("%+v, %v", res, err)
	}
	if got := ids(t, x, materials.Query{Text: strings.Repeat("Hund ", 16) + "xyzzy"}); !slices.Equal(got, []string{"wort"}) {
		t.Errorf("with a seventeenth word: %v", got)
	}
	if got := ids(t, x, materials.Query{Text: "Hund" + strings.Repeat(" ", 200) + "xyzzy"}); !slices.Equal(got, []string{"wort"}) {
		t.Errorf("behind 200 letters: %v", got)
	}
}
