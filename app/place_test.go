package app_test

import (
	"reflect"
	"testing"

	"lernkoffer/app"
	"lernkoffer/materials"
)

// Ensure that a place comes back from a route as it was, and strange parameters
// lead nowhere bad.
func TestPlace(t *testing.T) {
	for _, want := range []app.Place{
		{Filter: materials.Filter{}},
		{
			Text: "Sätze & Wörter=?", Sort: app.SortNewest, Material: "lernkoffer/arzt",
			Filter: materials.Filter{materials.FacetKind: {"game", "vocabulary"}, materials.FacetField: {"kita"}},
		},
	} {
		if got, err := app.ParsePlace(want.Params()); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q became %+v, %v", want.Params(), got, err)
		}
	}

	one := app.Place{Filter: materials.Filter{materials.FacetKind: {"game", "vocabulary"}}}
	other := app.Place{Filter: materials.Filter{materials.FacetKind: {"vocabulary", "game"}}}
	if one.Params() != other.Params() {
		t.Errorf("one place, two routes: %q, %q", one.Params(), other.Params())
	}
	if got, err := app.ParsePlace("f.foo=bar&sort=99&was"); err != nil || !got.Filter.Empty() || got.Sort != app.SortBest {
		t.Errorf("strange: %+v, %v", got, err)
	}
	if _, err := app.ParsePlace("%zz"); materials.ErrorCode(err) != materials.CodeUsage {
		t.Errorf("no parameters: %v", err)
	}
}

// FuzzParsePlace: whatever is read is written so that it is read again as the same.
func FuzzParsePlace(f *testing.F) {
	for _, seed := range []string{"", "q=a&f.kind=game&f.kind=letter&sort=2&id=a/b", "f.kind=&f.kind=", "%", "q=%ff", "sort=-1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, params string) {
		p, err := app.ParsePlace(params)
		if err != nil {
			return
		}
		again, err := app.ParsePlace(p.Params())
		if err != nil || !reflect.DeepEqual(again, p) {
			t.Errorf("%q is %+v, then %+v, %v", params, p, again, err)
		}
	})
}
