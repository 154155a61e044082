package source

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"lernkoffer/materials"
)

// The columns of words.csv and of each gloss-<language>.csv, in their order.
var (
	wordColumns = []string{
		"id", "lemma", "article", "plural", "plural_note", "pos", "syllables", "level", "topics", "forms",
		"picture", "picture_grade", "example", "variants", "remark",
	}
	glossColumns = []string{"word", "text", "transliteration", "status", "source"}
)

const wordsFile = "words.csv"

// ReadWords reads words.csv and every gloss-<language>.csv at the root of fsys.
// Content errors are a *materials.ContentError with every finding of all files.
func ReadWords(fsys fs.FS) ([]materials.Word, error) {
	src, err := fs.ReadFile(fsys, wordsFile)
	if err != nil {
		return nil, fmt.Errorf("read word table: %w", err)
	}
	rep := &report{file: wordsFile}
	words := readWordTable(src, rep)
	findings := rep.findings
	index := make(map[string]int, len(words))
	for i, w := range words {
		index[w.ID] = i
	}
	names, err := fs.Glob(fsys, "gloss-*.csv")
	if err != nil {
		return nil, fmt.Errorf("find gloss tables: %w", err)
	}
	for _, name := range names {
		src, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("read gloss table: %w", err)
		}
		rep := &report{file: name}
		readGlosses(name, src, words, index, rep)
		findings = append(findings, rep.findings...)
	}
	if len(findings) > 0 {
		return nil, &materials.ContentError{Findings: findings}
	}
	return words, nil
}

// record is a row of a table with its line in the file.
type record struct {
	fields []string
	line   int
}

// readTable reads a CSV file whose first row must be the given columns.
func readTable(src []byte, columns []string, rep *report) []record {
	text, ok := decode(src, rep)
	if !ok {
		return nil
	}
	r := csv.NewReader(strings.NewReader(strings.Join(text.lines, "")))
	r.FieldsPerRecord = -1
	r.ReuseRecord = false
	var rows []record
	for first := true; ; first = false {
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			line := 0
			var parse *csv.ParseError
			if errors.As(err, &parse) {
				line = parse.Line
			}
			rep.add(line, "csv", "Die Tabelle ist hier fehlerhaft: Ein Anführungszeichen fehlt oder steht zu viel. Ein Wert mit Komma steht in \"…\".")
			return rows
		}
		line, _ := r.FieldPos(0)
		switch {
		case first && !slices.Equal(fields, columns):
			rep.add(line, "csv", "Die Spalten stimmen nicht. Erwartet wird: %s", strings.Join(columns, ","))
			return nil
		case first:
		case len(fields) != len(columns):
			rep.add(line, "csv", "Die Zeile hat %d Werte, erwartet werden %d.", len(fields), len(columns))
		default:
			rows = append(rows, record{fields, line})
		}
	}
	if len(text.lines) == 0 {
		rep.add(1, "csv", "Die Tabelle ist leer. Erwartet wird als erste Zeile: %s", strings.Join(columns, ","))
	}
	return rows
}

func readGlosses(name string, src []byte, words []materials.Word, index map[string]int, rep *report) {
	lang := strings.TrimSuffix(strings.TrimPrefix(path.Base(name), "gloss-"), ".csv")
	if lang == "de" || !materials.Languages.Has(lang) {
		rep.add(0, "language", "Dateiname: %s", NotAllowed(lang, materials.Languages.Keys()[1:]))
		return
	}
	seen := map[string]bool{}
	for _, rec := range readTable(src, glossColumns, rep) {
		f := rec.fields
		g := materials.Gloss{Text: f[1], Transliteration: f[2], Status: f[3], Source: f[4]}
		i, known := index[f[0]]
		switch {
		case !known:
			rep.add(rec.line, "word", "Das Wort „%s“ steht nicht in %s.", f[0], wordsFile)
			continue
		case seen[f[0]]:
			rep.add(rec.line, "double", "Das Wort „%s“ hat hier schon eine Übersetzung.", f[0])
			continue
		case strings.TrimSpace(g.Text) == "":
			rep.add(rec.line, "gloss", "Die Übersetzung von „%s“ ist leer. Löschen Sie die Zeile oder tragen Sie das Wort ein.", f[0])
		case !materials.GlossStatuses.Has(g.Status):
			rep.add(rec.line, "status", "status: %s", NotAllowed(g.Status, materials.GlossStatuses.Keys()))
		}
		seen[f[0]] = true
		if words[i].Glosses == nil {
			words[i].Glosses = map[string]materials.Gloss{}
		}
		words[i].Glosses[lang] = g
	}
}

// WriteWords returns the files of a word table by name: words.csv and one
// gloss-<language>.csv for each language that has any.
func WriteWords(words []materials.Word) (map[string][]byte, error) {
	table := [][]string{wordColumns}
	glosses := map[string][][]string{}
	for _, w := range words {
		table = append(table, wordFields(w))
		for lang, g := range w.Glosses {
			if glosses[lang] == nil {
				glosses[lang] = [][]string{glossColumns}
			}
			glosses[lang] = append(glosses[lang], []string{w.ID, g.Text, g.Transliteration, g.Status, g.Source})
		}
	}
	files := map[string][]byte{}
	var err error
	if files[wordsFile], err = writeTable(table); err != nil {
		return nil, err
	}
	for lang, rows := range glosses {
		if files["gloss-"+lang+".csv"], err = writeTable(rows); err != nil {
			return nil, err
		}
	}
	return files, nil
}

func writeTable(rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		return nil, fmt.Errorf("write table: %w", err)
	}
	return b.Bytes(), nil
}
