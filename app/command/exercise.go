package command

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lernkoffer/app"
	"lernkoffer/materials"
	"lernkoffer/materials/exercise"
)

// exerciseFlags say what an exercise is made of.
type exerciseFlags struct {
	words, text, material string
	opts                  exercise.Options
	list                  bool
}

func (r *runner) exercise() *cobra.Command {
	var f exerciseFlags
	cmd := &cobra.Command{Use: "exercise TYP (--words THEMA | --text DATEI | --material ID)", Short: "Eine Übung als Daten: Aufgaben und Lösung"}
	fl := cmd.Flags()
	fl.StringVar(&f.words, "words", "", "aus den Wörtern zu diesem `THEMA`")
	fl.StringVar(&f.text, "text", "", "aus dem Text dieser `DATEI`")
	fl.StringVar(&f.material, "material", "", "aus dem ersten passenden Baustein des Materials mit dieser `ID`")
	fl.Uint64Var(&f.opts.Seed, "seed", 1, "`STARTZAHL`: gleiche Zahl, gleiche Übung")
	fl.StringVar(&f.opts.Level, "level", "", "`NIVEAU`, bei Wörtern auch die leichteren")
	fl.StringVar(&f.opts.Group, "group", "A", "`GRUPPE`: A, B")
	fl.IntVar(&f.opts.Count, "count", 0, "höchstens diese `ZAHL` von Aufgaben")
	fl.BoolVar(&f.list, "list", false, "alle Übungstypen nennen")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if f.list {
			return r.listExercises()
		}
		if err := exactly("der Übungstyp")(cmd, args); err != nil {
			return err
		}
		if err := f.check(args[0]); err != nil {
			return err
		}
		s, err := r.holding(cmd, materials.ID(f.material))
		if err != nil {
			return err
		}
		ex, err := r.makeExercise(s, args[0], f)
		if err != nil {
			return err
		}
		envelope := ex.Envelope()
		return r.print(envelope, func(w io.Writer) { printExercise(w, envelope) })
	}
	return cmd
}

type typeJSON struct {
	Type    string   `json:"type"`
	Options []string `json:"options"`
}

func (r *runner) listExercises() error {
	var out []typeJSON
	for _, t := range exercise.Types() {
		options := t.Options
		if options == nil {
			options = []string{}
		}
		out = append(out, typeJSON{t.Type, options})
	}
	return r.print(out, func(w io.Writer) {
		for _, t := range exercise.Types() {
			fmt.Fprintf(w, "%-20s %s\n", t.Type, t.Label)
		}
	})
}

func (f *exerciseFlags) check(name string) error {
	known := slices.ContainsFunc(exercise.Types(), func(t exercise.TypeInfo) bool { return t.Type == name })
	given := 0
	for _, s := range []string{f.words, f.text, f.material} {
		if s != "" {
			given++
		}
	}
	switch {
	case !known:
		return usage("Den Übungstyp „%s“ gibt es nicht. exercise --list nennt alle.", shorten(name))
	case given != 1:
		return usage("Woraus soll die Übung werden? Bitte eines von: --words THEMA, --text DATEI, --material ID.")
	case f.opts.Group != "A" && f.opts.Group != "B":
		return usage("--group „%s“ gibt es nicht. Möglich sind: A, B.", shorten(f.opts.Group))
	case f.opts.Count < 0:
		return usage("--count %d ist keine mögliche Anzahl.", f.opts.Count)
	}
	if f.opts.Level != "" {
		if err := oneOf("level", f.opts.Level, materials.Levels); err != nil {
			return err
		}
	}
	if f.words != "" {
		return oneOf("words", f.words, materials.Topics)
	}
	return nil
}

func (r *runner) makeExercise(s *app.Services, name string, f exerciseFlags) (exercise.Exercise, error) {
	switch {
	case f.words != "":
		words := s.Library.Words().Filter(materials.WordFilter{Topic: f.words, Levels: upTo(f.opts.Level)})
		return exercise.FromWords(name, words, f.opts)
	case f.text != "":
		text, err := r.readText(f.text)
		if err != nil {
			return nil, err
		}
		return exercise.FromText(name, text, s.Library.Words(), f.opts)
	}
	m, err := s.Library.Material(materials.ID(f.material))
	if err != nil {
		return nil, err
	}
	for _, blk := range m.Blocks {
		if blk.Type == name && blk.ForLevel(f.opts.Level) {
			o := f.opts
			o.Block = blk.Options
			return exercise.FromBlock(blk, s.Library.Words(), o)
		}
	}
	return nil, materials.Errorf(materials.CodeContent, "„%s“ hat keinen Baustein vom Typ %s.", m.Title, name)
}

// upTo returns the levels up to the given one; all for "".
func upTo(level string) []string {
	if level == "" {
		return nil
	}
	return materials.Levels.Keys()[:materials.Levels.Index(level)+1]
}

// mostText is the size in bytes of the largest text read.
const mostText = 1 << 20

func (r *runner) readText(path string) (string, error) {
	file, err := os.Open(r.path(path))
	if err != nil {
		return "", &materials.Error{Code: materials.CodeNotFound, Message: fmt.Sprintf("Die Datei „%s“ ist nicht lesbar.", path), Err: err}
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, mostText+1))
	if err != nil {
		return "", &materials.Error{Code: materials.CodeNotFound, Message: fmt.Sprintf("Die Datei „%s“ ist nicht lesbar.", path), Err: err}
	}
	if len(data) > mostText {
		return "", materials.Errorf(materials.CodeContent, "Die Datei „%s“ ist größer als 1 MB. Bitte nehmen Sie einen kürzeren Text.", path)
	}
	return strings.ToValidUTF8(string(data), "\uFFFD"), nil
}

func printExercise(w io.Writer, e exercise.Envelope) {
	fmt.Fprintf(w, "%s\n%s (Startzahl %d, Gruppe %s)\n\n", e.Type, e.Instruction, e.Seed, e.Group)
	printValue(w, "Aufgaben", e.Items)
	printValue(w, "Daten", e.Data)
	printValue(w, "Lösung", e.Solution)
}
