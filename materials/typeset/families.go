package typeset

import (
	"cmp"
	"slices"
	"strings"
)

// file names a font file in the file system given to NewFonts.
type file string

const (
	andikaRegular file = "Andika-Regular.ttf"
	andikaBold    file = "Andika-Bold.ttf"
	naskhRegular  file = "NotoNaskhArabic-Regular.ttf"
)

// faces are the files of a family; bold is "" where it has none.
type faces struct{ regular, bold file }

var families = map[Family]faces{
	FamilyText:  {andikaRegular, andikaBold},
	FamilyGrund: {regular: "playwrite-de-grund-400.ttf"},
	FamilyVA:    {regular: "playwrite-de-va-400.ttf"},
	FamilyLA:    {regular: "playwrite-de-la-400.ttf"},
	FamilySAS:   {regular: "playwrite-de-sas-400.ttf"},
}

// fallbacks are asked in this order for what the family lacks.
var fallbacks = []faces{{andikaRegular, andikaBold}, {regular: naskhRegular}}

// manner is how a font is used besides others.
type manner struct {
	upright bool    // it has no slanted form in the tradition of its script
	optical float64 // factor on the size, so that it looks as large
}

var manners = map[file]manner{naskhRegular: {upright: true, optical: 1.15}}

// arabic are the languages written in Arabic script: their digits, spaces and
// marks have to come from the Arabic font too.
var arabic = map[string]bool{
	"ar": true, "ckb": true, "fa": true, "prs": true, "ps": true, "sd": true, "ug": true, "ur": true,
}

// rightToLeft are all languages written from right to left.
var rightToLeft = map[string]bool{"he": true, "yi": true}

// base returns the language of a BCP 47 tag: "ar" of "ar-SY".
func base(tag string) string {
	language, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return language
}

func isRTL(tag string) bool {
	b := base(tag)
	return arabic[b] || rightToLeft[b]
}

// chain lists the files to be asked for a style's characters, first to last.
func (s Style) chain() ([]file, bool) {
	family, ok := families[cmp.Or(s.Family, FamilyText)]
	if !ok {
		return nil, false
	}
	order := append([]faces{family}, fallbacks...)
	if arabic[base(s.Language)] {
		order = append([]faces{{regular: naskhRegular}}, order...)
	}
	var files []file
	for _, f := range order {
		name := f.regular
		if s.Bold && f.bold != "" {
			name = f.bold
		}
		if !slices.Contains(files, name) {
			files = append(files, name)
		}
	}
	return files, true
}
