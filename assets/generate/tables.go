package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
)

// readTable returns the rows of a CSV file, each as column name to value.
func readTable(file string) ([]map[string]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", file, err)
	}
	if len(records) < 2 {
		return nil, fmt.Errorf("read %s: the table is empty", file)
	}
	rows := make([]map[string]string, 0, len(records)-1)
	for _, record := range records[1:] {
		row := make(map[string]string, len(record))
		for i, column := range records[0] {
			row[column] = record[i]
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// writeTable writes a CSV file whose first row is the columns.
func writeTable(file string, rows [][]string) error {
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, b.Bytes(), 0o644)
}

// entry is what is read of a word here.
type entry struct {
	lemma, pos, plural, note, syllables string
}

func (g generator) readWords() ([]entry, error) {
	rows, err := readTable(filepath.Join(g.assets, "words", "words.csv"))
	if err != nil {
		return nil, err
	}
	words := make([]entry, len(rows))
	for i, r := range rows {
		words[i] = entry{r["lemma"], r["pos"], r["plural"], r["plural_note"], r["syllables"]}
	}
	return words, nil
}
