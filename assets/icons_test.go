package assets_test

import (
	"encoding/csv"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"lernkoffer/assets"
)

// Ensure that every icon is on record with its licence, and that no record is of a
// file that is not there.
func TestIconsAreOnRecord(t *testing.T) {
	f, err := assets.Icons.Open("CREDITS.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var recorded []string
	for _, row := range rows[1:] {
		if len(row) != 5 || slices.Contains(row, "") {
			t.Errorf("an incomplete record: %q", row)
		}
		recorded = append(recorded, row[0])
	}
	var there []string
	err = fs.WalkDir(assets.Icons, ".", func(name string, d fs.DirEntry, err error) error {
		if strings.HasSuffix(name, ".svg") || strings.HasSuffix(name, ".png") {
			there = append(there, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(there) < 20 {
		t.Fatalf("only %d icons", len(there))
	}
	slices.Sort(recorded)
	slices.Sort(there)
	if !slices.Equal(recorded, there) {
		t.Errorf("on record: %q\nthere: %q", recorded, there)
	}
}
