package source_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"lernkoffer/materials"
	"lernkoffer/materials/source"
)

const (
	wordHead  = "id,lemma,article,plural,plural_note,pos,syllables,level,topics,forms,picture,picture_grade,example,variants,remark\n"
	wordTable = wordHead +
		"schule,Schule,die,Schulen,,noun,Schu-le,A1,school,,openmoji/1F3EB,A,Meine Schule ist sehr groß.,,\n" +
		"aufstehen,aufstehen,,,,verb,auf-ste-hen,A1,verbs time,steht auf; ist aufgestanden,,,Ich stehe auf.,,\n" +
		"kurze-hose,kurze Hose,die,kurze Hosen,,noun,kur-ze Ho-se,A1,clothes,,,,\"Im Sommer, am See.\",,\n" +
		"joghurt,Joghurt,der,Joghurts,,noun,Jo-ghurt,A1,food,,own/joghurt,B,Ich esse einen Joghurt.,das Joghurt,\n" +
		"maus#media,Maus,die,Mäuse,,noun,Maus,A1,media,,,,Die Maus ist neu.,,am Computer\n"
	glossHead  = "word,text,transliteration,status,source\n"
	glossTable = glossHead + "schule,школа,schkola,source-confirmed,CLDR\naufstehen,вставати,,unchecked,\n"
)

func TestReadWords(t *testing.T) {
	words, err := source.ReadWords(fstest.MapFS{
		"words.csv": {Data: []byte(wordTable)}, "gloss-uk.csv": {Data: []byte(glossTable)},
		"README.md": {Data: []byte("not a table")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(words) != 5 {
		t.Fatalf("read %d words, want 5", len(words))
	}
	want := materials.Word{
		ID: "schule", Lemma: "Schule", PartOfSpeech: "noun", Article: "die", Plural: "Schulen",
		Syllables: []string{"Schu", "le"}, Level: "A1", Topics: []string{"school"},
		Picture: "openmoji/1F3EB", PictureGrade: "A", Example: "Meine Schule ist sehr groß.",
		Glosses: map[string]materials.Gloss{
			"uk": {Text: "школа", Transliteration: "schkola", Status: "source-confirmed", Source: "CLDR"},
		},
	}
	if !reflect.DeepEqual(words[0], want) {
		t.Errorf("got  %+v\nwant %+v", words[0], want)
	}
	if got, want := words[1].Forms, (materials.Forms{Third: "steht auf", Auxiliary: "ist", Perfect: "aufgestanden"}); got != want {
		t.Errorf("forms %+v, want %+v", got, want)
	}
	if got := words[3].Variants; !reflect.DeepEqual(got, []string{"das Joghurt"}) {
		t.Errorf("variants %q", got)
	}
}

func TestWordsAreWrittenBackAsTheyWere(t *testing.T) {
	words, err := source.ReadWords(fstest.MapFS{
		"words.csv": {Data: []byte(wordTable)}, "gloss-uk.csv": {Data: []byte(glossTable)},
	})
	if err != nil {
		t.Fatal(err)
	}
	files, err := source.WriteWords(words)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"words.csv": wordTable, "gloss-uk.csv": glossTable} {
		if got := string(files[name]); got != want {
			t.Errorf("%s:\n%s\nwant:\n%s", name, got, want)
		}
	}
}

func TestReadWordsSaysWhatIsWrong(t *testing.T) {
	const good = "schule,Schule,die,Schulen,,noun,Schu-le,A1,school,,,,Satz.,,\n"
	tests := map[string]struct {
		table, gloss string
		file         string
		line         int
		message      string
	}{
		"columns":       {"id,lemma\n", "", "words.csv", 1, "Erwartet wird: id,lemma,article"},
		"empty":         {"", "", "words.csv", 1, "leer"},
		"values":        {wordHead + "schule,Schule\n", "", "words.csv", 2, "erwartet werden 15"},
		"quote":         {wordHead + "schule,\"Schule,die\n", "", "words.csv", 2, "Anführungszeichen"},
		"article":       {wordHead + strings.Replace(good, "die", "dia", 1), "", "words.csv", 2, "Meinen Sie „die“?"},
		"part":          {wordHead + strings.Replace(good, "noun", "nomen", 1), "", "words.csv", 2, "Meinen Sie „noun“?"},
		"level":         {wordHead + strings.Replace(good, "A1", "A3", 1), "", "words.csv", 2, "Erlaubt: alpha, A1"},
		"topic":         {wordHead + strings.Replace(good, "school", "schule", 1), "", "words.csv", 2, "Meinen Sie „school“?"},
		"syllables":     {wordHead + strings.Replace(good, "Schu-le", "", 1), "", "words.csv", 2, "Silben"},
		"double":        {wordHead + good + good, "", "words.csv", 3, "schon in Zeile 2"},
		"forms":         {wordHead + "gehen,gehen,,,,verb,ge-hen,A1,verbs,geht,,,Satz.,,\n", "", "words.csv", 2, "steht auf; ist aufgestanden"},
		"not NFC":       {wordHead + strings.Replace(good, "Satz", "Sa\u0308tze", 1), "", "words.csv", 2, "NFC"},
		"not UTF-8":     {wordHead + "\xff", "", "words.csv", 2, "UTF-8"},
		"gloss unknown": {wordHead + good, glossHead + "schulle,школа,,unchecked,\n", "gloss-uk.csv", 2, "steht nicht in words.csv"},
		"gloss status":  {wordHead + good, glossHead + "schule,школа,,ok,\n", "gloss-uk.csv", 2, "Erlaubt: source-confirmed"},
		"gloss double":  {wordHead + good, glossHead + "schule,школа,,unchecked,\nschule,школа,,unchecked,\n", "gloss-uk.csv", 3, "schon eine Übersetzung"},
		"gloss empty":   {wordHead + good, glossHead + "schule,,,unchecked,\n", "gloss-uk.csv", 2, "leer"},
	}
	for name, tc := range tests {
		t.Run(name, func(t *testing.T) {
			files := fstest.MapFS{"words.csv": {Data: []byte(tc.table)}}
			if tc.gloss != "" {
				files["gloss-uk.csv"] = &fstest.MapFile{Data: []byte(tc.gloss)}
			}
			_, err := source.ReadWords(files)
			wantFinding(t, err, tc.file, tc.line, tc.message)
		})
	}
}

func TestReadWordsRefusesAGlossFileOfNoLanguage(t *testing.T) {
	_, err := source.ReadWords(fstest.MapFS{
		"words.csv": {Data: []byte(wordTable)}, "gloss-xx.csv": {Data: []byte(glossTable)},
	})
	wantFinding(t, err, "gloss-xx.csv", 0, "Erlaubt: uk, ar")
}

// wantFinding fails unless err holds a finding at the place with the words.
func wantFinding(t *testing.T, err error, file string, line int, message string) {
	t.Helper()
	var content *materials.ContentError
	if !errors.As(err, &content) {
		t.Fatalf("got %v, want a ContentError", err)
	}
	if materials.ErrorCode(err) != materials.CodeContent {
		t.Errorf("code %d, want %d", materials.ErrorCode(err), materials.CodeContent)
	}
	for _, f := range content.Findings {
		if f.File == file && f.Line == line && strings.Contains(f.Message, message) {
			return
		}
	}
	t.Errorf("no finding at %s:%d with %q in:\n%v", file, line, message, content.Findings)
}
