package exercise

import (
	"slices"
	"strings"

	"lernkoffer/materials"
)

// TypeInfo is a type of exercise that this package makes.
type TypeInfo struct {
	Type    string   `json:"type"`
	Label   string   `json:"label"`   // German
	Options []string `json:"options"` // of its block, beside those of any block
}

// maker makes a type of exercise. Words is nil where a list of words is not
// enough; instead then says why, in a German sentence.
type maker struct {
	rows  func(rows []materials.Row, o Options) (Exercise, error)
	words func(words []materials.Word, o Options) (Exercise, error)
	// table takes rows where what stands in them is looked up in the word table.
	table   func(rows []materials.Row, words *materials.WordList, o Options) (Exercise, error)
	instead string
}

var makers = map[string]maker{
	"cloze":      {rows: made(NewCloze), words: made(ClozeFromWords)},
	"matching":   {rows: made(NewMatching), words: made(matchingWords)},
	"questions":  {rows: made(NewQuestions), instead: "Fragen brauchen einen Text, zu dem man sie stellt."},
	"transform":  {rows: made(NewTransform), instead: "Zum Umformen braucht es Sätze. Den Plural übt „plural“."},
	"categories": {rows: made(NewCategories), instead: "Welche Spalten gemeint sind, steht nicht in der Wörterliste. Artikel sortiert „articles“."},
	"odd-one-out": {
		rows:    made(NewOddOneOut),
		instead: "Was nicht passt, lässt sich aus einer Wörterliste nicht sicher sagen. Bitte schreiben Sie einen Block „odd-one-out“.",
	},
	"order":               {rows: made(NewOrder), instead: "Wörter haben keine richtige Reihenfolge. Bitte schreiben Sie einen Block „order“."},
	"true-false":          {rows: made(NewTrueFalse), instead: "Richtig oder falsch ist eine Aussage zu einem Text. Bitte schreiben Sie einen Block „true-false“."},
	"multiple-choice":     {rows: made(NewMultipleChoice), instead: "Falsche Antworten müssen sicher falsch sein, das kann eine Wörterliste nicht leisten. Bitte schreiben Sie einen Block „multiple-choice“."},
	"scrambled-sentences": {rows: made(NewScrambledSentences), instead: "Welche Satzstellungen sonst noch richtig sind, steht nicht in der Wörterliste. Bitte schreiben Sie einen Block „scrambled-sentences“."},
	"letter-hunt":         {rows: hunt, instead: "Gesucht werden Buchstaben, keine Wörter. Bitte schreiben Sie einen Block „letter-hunt“ mit „letters“ und „distractors“."},
	"domino":              {rows: made(NewDomino), instead: "Domino braucht Paare. Bitte schreiben Sie einen Block „domino“ mit Zeilen „links = rechts“."},
	"bingo":               {rows: made(NewBingo), words: made(bingoWords)},
	"picture-sentences":   {rows: made(NewPictureSentences), words: made(sentencesOfWords)},
	"crossword":           {table: crosswordBlock, words: made(CrosswordFromWords)},
	"memory":              {words: made(NewMemory)},
	"tracing":             {rows: made(NewTracing), words: made(tracingWords)},
	"conjugation":         {table: conjugationBlock, words: made(conjugationWords)},
	"picture-words":       {words: made(NewPictureWords)},
	"articles":            {words: made(NewArticles)},
	"plural":              {words: made(NewPlural)},
	"syllables":           {words: made(NewSyllables)},
	"scrambled-words":     {words: made(NewScrambledWords)},
	"word-search":         {words: made(NewWordSearch)},
}

// made lets a constructor of one type pass for one of any type. A nil pointer
// never gets into the interface.
func made[In any, E Exercise](construct func([]In, Options) (E, error)) func([]In, Options) (Exercise, error) {
	return func(in []In, o Options) (Exercise, error) {
		ex, err := construct(in, o)
		if err != nil {
			return nil, err
		}
		return ex, nil
	}
}

func hunt(_ []materials.Row, o Options) (Exercise, error) {
	ex, err := NewLetterHunt(o)
	if err != nil {
		return nil, err
	}
	return ex, nil
}

// Types lists the types in the order of the block types.
func Types() []TypeInfo {
	var out []TypeInfo
	for _, s := range materials.Specs {
		if Makes(s.Type) {
			out = append(out, TypeInfo{s.Type, s.Label, slices.Concat([]string{}, s.Options)})
		}
	}
	return out
}

// Makes reports whether blocks of the type are exercises of this package.
func Makes(blockType string) bool {
	_, ok := makers[blockType]
	return ok
}

// makerOf returns the maker of a type; CodeUsage for one that there is not.
func makerOf(kind string) (maker, error) {
	if m, ok := makers[kind]; ok {
		return m, nil
	}
	var known []string
	for _, t := range Types() {
		known = append(known, t.Type)
	}
	return maker{}, materials.Errorf(materials.CodeUsage,
		"Die Aufgabe „%s“ gibt es nicht. Möglich sind: %s.", kind, strings.Join(known, ", "))
}

// checkGroup refuses a group that is none.
func checkGroup(o Options) error {
	switch o.Group {
	case "", GroupA, GroupB:
		return nil
	}
	return materials.Errorf(materials.CodeUsage, "Die Gruppe „%s“ gibt es nicht. Möglich sind A und B.", o.Group)
}
