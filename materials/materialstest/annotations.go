package materialstest

import (
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"lernkoffer/materials"
)

// The materials that the suites speak of; nothing needs to be installed.
const (
	first  materials.ID = "lernkoffer/klassenzimmer"
	second materials.ID = "lernkoffer/über-uns" // no id: umlauts have no place in one
	third  materials.ID = "bochum/stadtplan"
)

// OpenAnnotations opens a store that keeps its state in the folder dir. A store
// that is opened again after Close, where it has one, holds what it held.
type OpenAnnotations func(t *testing.T, dir string) materials.Annotations

// TestAnnotations checks that a store keeps what contract and teachers expect.
func TestAnnotations(t *testing.T, open OpenAnnotations) {
	for _, tc := range []struct {
		name string
		run  func(t *testing.T, open OpenAnnotations)
	}{
		{"an empty store holds nothing", testEmpty},
		{"a note is kept as written", testPutNote},
		{"a note is changed", testChangeNote},
		{"a note is deleted", testDeleteNote},
		{"notes come oldest first", testOrder},
		{"an unknown note is an error", testUnknownNote},
		{"bad notes change nothing", testBadNotes},
		{"favourites", testFavourites},
		{"tags", testTags},
		{"what is returned is the caller's", testCopies},
		{"everything survives reopening", testReopen},
	} {
		t.Run(tc.name, func(t *testing.T) { tc.run(t, open) })
	}
}

func testEmpty(t *testing.T, open OpenAnnotations) {
	a := open(t, t.TempDir())
	wantNotes(t, a, "")
	wantNotes(t, a, first)
	wantMarked(t, a, nil)
}

func testPutNote(t *testing.T, open OpenAnnotations) {
	a := open(t, t.TempDir())
	anchor := materials.Anchor{Before: "Das ist ", Quote: "der Füller", After: "."}

	n := put(t, a, materials.Note{Material: first, Text: "  Größe prüfen: ß, Ä, „Anführung“, الصف\n", Anchor: anchor})

	if n.ID == "" || n.Created.IsZero() || !n.Created.Equal(n.Changed) {
		t.Errorf("stored note: %+v", n)
	}
	if n.Text != "Größe prüfen: ß, Ä, „Anführung“, الصف" || n.Anchor != anchor || n.Material != first {
		t.Errorf("stored note: %+v", n)
	}
	wantNotes(t, a, first, n)
	wantNotes(t, a, third)
}

func testChangeNote(t *testing.T, open OpenAnnotations) {
	a := open(t, t.TempDir())
	n := put(t, a, materials.Note{Material: first, Text: "alt"})
	other := put(t, a, materials.Note{Material: first, Text: "bleibt"})

	changed := put(t, a, materials.Note{ID: n.ID, Material: third, Text: "neu"})

	if changed.ID != n.ID || changed.Material != first || changed.Text != "neu" {
		t.Errorf("changed note: %+v; a note stays at its material", changed)
	}
	if !changed.Created.Equal(n.Created) || changed.Changed.Before(n.Changed) {
		t.Errorf("times: created %v, changed %v; first %v", changed.Created, changed.Changed, n.Created)
	}
	wantNotes(t, a, first, changed, other)
	wantNotes(t, a, third)
}

func testDeleteNote(t *testing.T, open OpenAnnotations) {
	a := open(t, t.TempDir())
	n := put(t, a, materials.Note{Material: first, Text: "weg"})
	other := put(t, a, materials.Note{Material: first, Text: "bleibt"})

	if err := a.DeleteNote(n.ID); err != nil {
		t.Fatal(err)
	}

	wantNotes(t, a, first, other)
	wantNotes(t, a, "", other)
	wantCode(t, "deleting twice", a.DeleteNote(n.ID), materials.CodeNotFound)
}

func testOrder(t *testing.T, open OpenAnnotations) {
	a := open(t, t.TempDir())
	var all, ofFirst []materials.Note
	for i := range 20 {
		id := []materials.ID{first, third}[i%2]
		n := put(t, a, materials.Note{Material: id, Text: fmt.Sprintf("Notiz %d", i)})
		all = append(all, n)
		if id == first {
			ofFirst = append(ofFirst, n)
		}
	}
	wantNotes(t, a, "", all...)
	wantNotes(t, a, first, ofFirst...)
}

func testUnknownNote(t *testing.T, open OpenAnnotations) {
	a := open(t, t.TempDir())
	for _, id := range []string{"gibt-es-nicht", "\x00", strings.Repeat("x", 5000)} {
		wantCode(t, "deleting", a.DeleteNote(id), materials.CodeNotFound)
		_, err := a.PutNote(materials.Note{ID: id, Material: first, Text: "x"})
		wantCode(t, "changing", err, materials.CodeNotFound)
	}
	wantCode(t, "deleting nothing", a.DeleteNote(""), materials.CodeNotFound)
	wantNotes(t, a, "")
}

func testBadNotes(t *testing.T, open OpenAnnotations) {
	a := open(t, t.TempDir())
	n := put(t, a, materials.Note{Material: first, Text: strings.Repeat("ü", materials.MaxNote/2)})

	for _, tc := range []struct {
		name string
		note materials.Note
		code materials.Code
	}{
		{"empty", materials.Note{Material: first, Text: " \n"}, materials.CodeContent},
		{"emptied", materials.Note{ID: n.ID, Material: first}, materials.CodeContent},
		{"too long", materials.Note{Material: first, Text: strings.Repeat("a", materials.MaxNote+1)}, materials.CodeContent},
		{"no text", materials.Note{Material: first, Text: "\xc3\x28"}, materials.CodeContent},
		{"no material", materials.Note{Text: "x"}, materials.CodeNotFound},
		{"no id", materials.Note{Material: second, Text: "x"}, materials.CodeNotFound},
	} {
		_, err := a.PutNote(tc.note)
		wantCode(t, tc.name, err, tc.code)
	}
	wantNotes(t, a, "", n)
}

func testFavourites(t *testing.T, open OpenAnnotations) {
	a := open(t, t.TempDir())
	must(t, a.SetFavourite(first, true))
	since := marked(t, a)[first].Since
	must(t, a.SetFavourite(first, true))
	must(t, a.SetFavourite(third, false))

	if since.IsZero() {
		t.Error("a favourite has no date")
	}
	wantMarked(t, a, map[materials.ID]materials.Marked{first: {Favourite: true, Since: since}})

	must(t, a.SetFavourite(first, false))
	must(t, a.SetFavourite(first, false))
	wantMarked(t, a, nil)
	wantCode(t, "no id", a.SetFavourite(second, true), materials.CodeNotFound)
}

func testTags(t *testing.T, open OpenAnnotations) {
	a := open(t, t.TempDir())
	must(t, a.SetTags(first, []string{" Klasse  5a ", "Montag", "", "Klasse 5a", "Ämter"}))
	want := materials.Marked{Tags: []string{"Klasse 5a", "Montag", "Ämter"}}
	wantMarked(t, a, map[materials.ID]materials.Marked{first: want})

	must(t, a.SetFavourite(first, true))
	want.Favourite, want.Since = true, marked(t, a)[first].Since
	wantCode(t, "too long", a.SetTags(first, []string{strings.Repeat("x", materials.MaxTag+1)}), materials.CodeContent)
	wantCode(t, "no id", a.SetTags("x", nil), materials.CodeNotFound)
	wantMarked(t, a, map[materials.ID]materials.Marked{first: want})

	must(t, a.SetTags(first, nil))
	want.Tags = nil
	wantMarked(t, a, map[materials.ID]materials.Marked{first: want})
	must(t, a.SetFavourite(first, false))
	wantMarked(t, a, nil)
}

func testCopies(t *testing.T, open OpenAnnotations) {
	a := open(t, t.TempDir())
	tags := []string{"A", "B"}
	must(t, a.SetTags(first, tags))
	tags[0] = "X"
	got := marked(t, a)
	got[first].Tags[0] = "Y"
	delete(got, first)
	wantMarked(t, a, map[materials.ID]materials.Marked{first: {Tags: []string{"A", "B"}}})
}

func testReopen(t *testing.T, open OpenAnnotations) {
	dir := t.TempDir()
	a := open(t, dir)
	n := put(t, a, materials.Note{Material: first, Text: "bleibt über Nacht"})
	gone := put(t, a, materials.Note{Material: first, Text: "geht"})
	must(t, a.DeleteNote(gone.ID))
	must(t, a.SetFavourite(third, true))
	must(t, a.SetTags(first, []string{"Montag"}))
	before := marked(t, a)

	closer, ok := a.(io.Closer)
	if ok {
		must(t, closer.Close())
		a = open(t, dir)
	}

	wantNotes(t, a, "", n)
	wantMarked(t, a, before)
	later := put(t, a, materials.Note{Material: first, Text: "am nächsten Tag"})
	wantNotes(t, a, first, n, later)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func put(t *testing.T, a materials.Annotations, n materials.Note) materials.Note {
	t.Helper()
	stored, err := a.PutNote(n)
	must(t, err)
	return stored
}

func marked(t *testing.T, a materials.Annotations) map[materials.ID]materials.Marked {
	t.Helper()
	got, err := a.Marked()
	must(t, err)
	return got
}

func wantNotes(t *testing.T, a materials.Annotations, id materials.ID, want ...materials.Note) {
	t.Helper()
	got, err := a.Notes(id)
	must(t, err)
	if !slices.EqualFunc(got, want, sameNote) {
		t.Errorf("notes on %q:\ngot  %+v\nwant %+v", id, got, want)
	}
}

func sameNote(a, b materials.Note) bool {
	sameTimes := a.Created.Equal(b.Created) && a.Changed.Equal(b.Changed)
	a.Created, a.Changed = b.Created, b.Changed
	return sameTimes && a == b
}

func wantMarked(t *testing.T, a materials.Annotations, want map[materials.ID]materials.Marked) {
	t.Helper()
	got := marked(t, a)
	if len(got) == 0 && len(want) == 0 {
		return
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("marked:\ngot  %+v\nwant %+v", got, want)
	}
}

func wantCode(t *testing.T, what string, err error, want materials.Code) {
	t.Helper()
	if got := materials.ErrorCode(err); got != want {
		t.Errorf("%s: error %v, want code %d", what, err, want)
	}
	if err != nil && materials.ErrorMessage(err) == "" {
		t.Errorf("%s: no message", what)
	}
}
