package picture_test

import (
	"archive/zip"
	"io/fs"
	"os"
	"path"
	"testing"

	"lernkoffer/materials/picture"
)

// Ensure that every bundled drawing can be drawn and shows something.
func TestBundledDrawings(t *testing.T) {
	openmoji, err := zip.OpenReader("../../assets/pictures/openmoji.zip")
	if err != nil {
		t.Fatal(err)
	}
	defer openmoji.Close()

	for name, set := range map[string]fs.FS{"pictograms": os.DirFS("../../assets/pictograms"), "openmoji": openmoji} {
		n := 0
		err := fs.WalkDir(set, ".", func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path.Ext(file) != ".svg" {
				return err
			}
			n++
			svg, err := fs.ReadFile(set, file)
			if err != nil {
				return err
			}
			if p, err := picture.Parse(svg); err != nil || len(p.Shapes) == 0 {
				t.Errorf("%s/%s: %v, or nothing in it", name, file, err)
			}
			return nil
		})
		if err != nil || n == 0 {
			t.Errorf("%s: %d drawings, %v", name, n, err)
		}
	}
}
