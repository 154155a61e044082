package source_test

import (
	"archive/zip"
	"bytes"
	"testing"
	"testing/fstest"

	"lernkoffer/materials"
	"lernkoffer/materials/source"
)

const pictureList = "picture,set,file,grade,licence,author,source,alt\n" +
	"openmoji/1FA91,openmoji,1FA91,A,CC-BY-SA-4.0,OpenMoji,OpenMoji,Stuhl\n" +
	"own/tisch,own,tisch,A,CC-BY-SA-4.0,Lernkoffer-Redaktion,Lernkoffer,Tisch\n"

// Ensure that pictures come out of the zip and of the folder, in both variants,
// and that nothing is shown that the list lacks.
func TestReadPictures(t *testing.T) {
	var archive bytes.Buffer
	w := zip.NewWriter(&archive)
	for _, name := range []string{"black/1FA91.svg", "color/1FA91.svg", "color/1F52B.svg"} {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	sets, err := source.ReadPictures(fstest.MapFS{
		"pictures.csv":        {Data: []byte(pictureList)},
		"openmoji.zip":        {Data: archive.Bytes()},
		"own/black/tisch.svg": {Data: []byte("tisch")},
	})
	if err != nil {
		t.Fatal(err)
	}

	for _, tc := range []struct {
		name   string
		colour bool
		want   string
		code   materials.Code
	}{
		{"openmoji/1FA91", true, "color/1FA91.svg", 0},
		{"openmoji/1FA91", false, "black/1FA91.svg", 0},
		{"own/tisch", false, "tisch", 0},
		{"own/tisch", true, "", materials.CodeDamaged},
		{"openmoji/1F52B", true, "", materials.CodeNotFound},
	} {
		got, err := sets.SVG(tc.name, tc.colour)
		if string(got) != tc.want || materials.ErrorCode(err) != tc.code {
			t.Errorf("SVG(%s, %v) = %q, %v", tc.name, tc.colour, got, err)
		}
	}
	if info, ok := sets.Info("openmoji/1FA91"); !ok || info.Alt != "Stuhl" || info.Licence != "CC-BY-SA-4.0" {
		t.Errorf("Info = %+v, %v", info, ok)
	}
}

// Ensure that a wrong list is told by line.
func TestReadPicturesRefuses(t *testing.T) {
	_, err := source.ReadPictures(fstest.MapFS{"pictures.csv": {Data: []byte(
		"picture,set,file,grade,licence,author,source,alt\nopenmoji/1FA91,openmoji,1FA91,A,GPL,x,x,Stuhl\n")}})
	content, ok := err.(*materials.ContentError)
	if !ok || len(content.Findings) != 1 || content.Findings[0].Line != 2 {
		t.Errorf("error = %v, want one finding in line 2", err)
	}
}
