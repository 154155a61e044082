package assets_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"lernkoffer/assets"
	"lernkoffer/materials"
)

var (
	variants = []string{"black", "color"}
	// shapes are what a drawing may consist of: all that the painters know.
	shapes = strings.Fields("path circle line rect polyline polygon ellipse")
)

// openmoji opens the archive of the pictures that we took over.
func openmoji(t *testing.T) *zip.Reader {
	t.Helper()
	data, err := fs.ReadFile(assets.Pictures, "openmoji.zip")
	if err != nil {
		t.Fatal(err)
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return archive
}

// drawing returns the SVG of a picture in one of its variants.
func drawing(t *testing.T, archive *zip.Reader, row map[string]string, variant string) []byte {
	t.Helper()
	var fsys fs.FS = archive
	name := variant + "/" + row["file"] + ".svg"
	if row["set"] == "own" {
		fsys, name = assets.Pictures, "own/"+name
	}
	svg, err := fs.ReadFile(fsys, name)
	if err != nil {
		t.Errorf("%s: %v", row["picture"], err)
	}
	return svg
}

// Ensure that every picture of the list is there in colour and for copiers, is no
// empty sheet and carries what has to be said about it.
func TestPictures(t *testing.T) {
	archive := openmoji(t)
	seen := map[string]bool{}
	for _, row := range table(t, assets.Pictures, "pictures.csv") {
		id := row["picture"]
		if seen[id] || id != row["set"]+"/"+row["file"] {
			t.Errorf("%s: stands twice or is not set/file", id)
		}
		seen[id] = true
		if !materials.Licences.Has(row["licence"]) || row["author"] == "" || row["source"] == "" {
			t.Errorf("%s: licence %q, author %q, source %q", id, row["licence"], row["author"], row["source"])
		}
		if len([]rune(row["alt"])) < 2 {
			t.Errorf("%s: no text for those who don't see it", id)
		}
		for _, v := range variants {
			if svg := drawing(t, archive, row, v); svg != nil {
				checkDrawing(t, v+" "+id, svg, row["set"] == "own")
			}
		}
	}
	if len(seen) < 900 {
		t.Errorf("only %d pictures", len(seen))
	}
	for _, f := range archive.File {
		_, code, _ := strings.Cut(strings.TrimSuffix(f.Name, ".svg"), "/")
		if !seen["openmoji/"+code] {
			t.Errorf("openmoji.zip has %s, which the list doesn't allow", f.Name)
		}
	}
}

// checkDrawing fails unless an SVG is on our grid, has only shapes that we can
// paint, and at least one that leaves a mark on white paper.
func checkDrawing(t *testing.T, name string, svg []byte, ours bool) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(svg))
	marks := 0
	inherited := []map[string]string{{}}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		switch e := token.(type) {
		case xml.EndElement:
			inherited = inherited[:len(inherited)-1]
		case xml.StartElement:
			style := paints(inherited[len(inherited)-1], e)
			inherited = append(inherited, style)
			switch shape := slices.Contains(shapes, e.Name.Local); {
			case e.Name.Local == "svg" && style["viewBox"] != "0 0 72 72":
				t.Errorf("%s: the grid is %q", name, style["viewBox"])
			case e.Name.Local == "svg", e.Name.Local == "g":
			case shape && (leavesMark(style["stroke"], "none") || leavesMark(style["fill"], "#000")):
				marks++
			case !shape && ours:
				t.Errorf("%s: element %s", name, e.Name.Local)
			}
		}
	}
	if marks == 0 {
		t.Errorf("%s is blank", name)
	}
}

func paints(inherited map[string]string, e xml.StartElement) map[string]string {
	style := map[string]string{}
	for _, key := range []string{"fill", "stroke"} {
		style[key] = inherited[key]
	}
	for _, a := range e.Attr {
		style[a.Name.Local] = a.Value
	}
	return style
}

func leavesMark(paint, initial string) bool {
	if paint == "" {
		paint = initial
	}
	return !slices.Contains([]string{"none", "white", "#fff", "#ffffff"}, strings.ToLower(paint))
}

// Ensure that every picture of a word may be shown, and that there are enough.
func TestWordPicturesResolve(t *testing.T) {
	allowed := map[string]bool{}
	for _, row := range table(t, assets.Pictures, "pictures.csv") {
		allowed[row["picture"]] = true
	}
	pictured := 0
	for _, w := range words(t) {
		switch {
		case w["picture"] == "" && w["picture_grade"] != "":
			t.Errorf("%s has a grade and no picture", w["id"])
		case w["picture"] == "":
		case !allowed[w["picture"]]:
			t.Errorf("%s: the picture %s is not in pictures.csv", w["id"], w["picture"])
		case !slices.Contains([]string{"A", "B"}, w["picture_grade"]):
			t.Errorf("%s: grade %q", w["id"], w["picture_grade"])
		default:
			pictured++
		}
	}
	if pictured < 1300 {
		t.Errorf("only %d words have a picture", pictured)
	}
}

// Ensure that each embedded font has its credits, and each credit its font.
func TestFontCredits(t *testing.T) {
	credited := map[string]bool{}
	for _, row := range table(t, assets.Fonts, "CREDITS.csv") {
		if row["licence"] != "OFL-1.1" || row["copyright"] == "" || row["source"] == "" {
			t.Errorf("%s: licence %q, copyright %q, source %q", row["file"], row["licence"], row["copyright"], row["source"])
		}
		credited[row["file"]] = true
	}
	files, err := fs.Glob(assets.Fonts, "*.ttf")
	if err != nil || len(files) != len(credited) {
		t.Errorf("%d fonts and %d credits (%v)", len(files), len(credited), err)
	}
	for _, f := range files {
		if !credited[f] {
			t.Errorf("%s has no credits", f)
		}
	}
}
