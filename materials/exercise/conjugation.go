package exercise

import (
	"slices"
	"strings"

	"lernkoffer/materials"
)

// Conjugation is a table of persons and verbs to be filled in.
type Conjugation struct {
	Head
	Tense   string // "present" or "perfect"
	Persons []string
	Verbs   []materials.Word
	Table   [][]string // rows of forms: one for each person, a column for each verb
}

// persons are those of a table without the option.
var persons = []string{"ich", "du", "er/sie/es", "wir", "ihr", "sie/Sie"}

// person maps what may stand before a form to the place of the form. A bare "sie" is
// two persons, so it is none of them.
var person = map[string]int{
	"ich": 0, "du": 1, "er": 2, "es": 2, "man": 2, "er/sie": 2, "er/es": 2, "er/sie/es": 2, "er/es/sie": 2,
	"wir": 3, "ihr": 4, "Sie": 5, "sie/Sie": 5,
}

// conjugated is how many verbs a table from a list of words has without a count.
const conjugated = 4

// NewConjugation makes a table of verbs. Options of the block: tense (present or
// perfect; present without it) and persons (a list, six without it). It refuses
// words that are no verbs, verbs twice, and verbs whose forms can't be made for
// certain from the infinitive, the third person and the perfect of the word table.
func NewConjugation(verbs []materials.Word, o Options) (*Conjugation, error) {
	c := &Conjugation{Head: o.head("conjugation"), Tense: o.Block.Get("tense"), Persons: o.Block.List("persons")}
	if c.Tense == "" {
		c.Tense = "present"
	}
	if c.Tense != "present" && c.Tense != "perfect" {
		return nil, refuse("Die Zeit „%s“ gibt es hier nicht. Möglich sind „present“ und „perfect“.", c.Tense)
	}
	if len(c.Persons) == 0 {
		c.Persons = persons
	}
	for _, p := range c.Persons {
		if _, ok := person[p]; !ok {
			return nil, refuse("Die Person „%s“ ist nicht eindeutig. Möglich sind: %s.", p, strings.Join(persons, ", "))
		}
	}
	if len(distinctExact(c.Persons)) < len(c.Persons) {
		return nil, refuse("Eine Person steht zweimal. Bitte ändern Sie „persons“.")
	}
	if err := onlyOnce(verbs); err != nil {
		return nil, err
	}
	verbs = sample(o, "conjugation", verbs, o.Count)
	if err := enough(len(verbs), 1, "Verb"); err != nil {
		return nil, err
	}
	c.Verbs = forGroup(verbs, o, "conjugation")
	if err := c.fill(); err != nil {
		return nil, err
	}
	return c, nil
}

// fill makes the forms.
func (c *Conjugation) fill() error {
	c.Table = make([][]string, len(c.Persons))
	for _, w := range c.Verbs {
		forms, err := inTense(w, c.Tense)
		if err != nil {
			return err
		}
		for i, p := range c.Persons {
			c.Table[i] = append(c.Table[i], forms[person[p]])
		}
	}
	return nil
}

func inTense(w materials.Word, tense string) (verbForms, error) {
	if tense == "perfect" {
		return perfect(w)
	}
	v, err := takeApart(w)
	if err != nil {
		return verbForms{}, err
	}
	return v.present(), nil
}

// conjugationBlock makes the table of a block with a verb in each row.
func conjugationBlock(rows []materials.Row, words *materials.WordList, o Options) (Exercise, error) {
	verbs, err := BlockWords(materials.Block{Type: "conjugation", Rows: rows}, words)
	if err != nil {
		return nil, err
	}
	ex, err := NewConjugation(verbs, o)
	if err != nil {
		return nil, err
	}
	return ex, nil
}

// ofThings lists verbs that people seldom say of themselves.
var ofThings = []string{"brennen", "heilen", "kosten", "scheinen", "wachsen"}

// conjugationWords takes the verbs of a pool whose forms are certain.
func conjugationWords(pool []materials.Word, o Options) (*Conjugation, error) {
	tense := o.Block.Get("tense")
	var verbs []materials.Word
	for _, i := range newDice(o.Seed, "conjugation", "choice").order(len(pool)) {
		if _, err := inTense(pool[i], tense); err == nil && !slices.Contains(ofThings, pool[i].Lemma) {
			verbs = append(verbs, pool[i])
		}
	}
	if len(verbs) == 0 {
		return nil, refuse("In dieser Auswahl ist kein Verb, dessen Formen sich sicher bilden lassen. Bitte wählen Sie ein anderes Thema, zum Beispiel „verbs“.")
	}
	count := o.Count
	if count == 0 {
		count = conjugated
	}
	verbs = verbs[:min(count, len(verbs))]
	slices.SortFunc(verbs, func(a, b materials.Word) int { return strings.Compare(a.ID, b.ID) })
	return NewConjugation(slices.CompactFunc(verbs, func(a, b materials.Word) bool { return a.Lemma == b.Lemma }), o)
}

// Envelope returns items {verb, forms}, data.tense, data.persons, data.verbs and
// data.table as rows of cells; the solution is the rows.
func (c *Conjugation) Envelope() Envelope {
	type itemJSON struct {
		Verb  string   `json:"verb"`
		Forms []string `json:"forms"`
	}
	items := make([]itemJSON, len(c.Verbs))
	for i, w := range c.Verbs {
		items[i].Verb = w.Lemma
		for _, row := range c.Table {
			items[i].Forms = append(items[i].Forms, row[i])
		}
	}
	data := map[string]any{"tense": c.Tense, "persons": c.Persons, "verbs": lemmas(c.Verbs), "table": c.Table}
	return Envelope{Head: c.Head, Items: items, Data: data, Solution: c.Table}
}
