package command

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"lernkoffer/app"
	"lernkoffer/materials"
)

// Globals are the flags that every command knows.
type Globals struct {
	Data  string // --data: all state below this folder
	JSON  bool
	Quiet bool
	UI    string // language of messages; German is the only one yet
}

// Env is the world that a command runs in.
type Env struct {
	// Open makes the services ready, with the own store if own is true; progress is
	// told in counted steps. The returned function gives them back.
	Open func(ctx context.Context, g Globals, own bool, progress materials.Progress) (*app.Services, func() error, error)
	// Forward hands the command to the window that has the own store open. ok is
	// false if none answers. Nil in the window itself.
	Forward func(ctx context.Context, g Globals, args []string) (a Answer, ok bool)

	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Dir            string // the caller's working folder, for relative paths
	Now            func() time.Time
	Version        string
	Name           string // of the program, as help names it; "lernkoffer" if empty
}

// Answer is what a window says to a command that was handed to it.
type Answer struct {
	Stdout, Stderr []byte
	Code           int
}

// Run executes one command and returns its exit code.
func Run(ctx context.Context, env Env, args []string) int {
	out := &output{w: env.Stdout}
	env.Stdout = out
	r := &runner{env: env, args: args}
	root := r.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if closing := r.close(); err == nil {
		err = closing
	}
	var forwarded forwardedError
	if errors.As(err, &forwarded) {
		return r.repeat(forwarded.answer)
	}
	if out.err != nil {
		err = out.err
	}
	return r.report(err)
}

// runner carries one command.
type runner struct {
	env     Env
	args    []string
	globals Globals
	closer  func() error
}

func (r *runner) root() *cobra.Command {
	root := &cobra.Command{
		Use:           cmp.Or(r.env.Name, "lernkoffer"),
		Short:         "Unterrichtsmaterial für Deutsch als Zweitsprache finden, anpassen und drucken",
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       r.env.Version,
	}
	root.SetIn(r.env.Stdin)
	root.SetOut(r.env.Stdout)
	root.SetErr(r.env.Stderr)
	flags := root.PersistentFlags()
	flags.StringVar(&r.globals.Data, "data", "", "alles in diesem `ORDNER` halten (tragbar)")
	flags.BoolVar(&r.globals.JSON, "json", false, "Ergebnis als JSON")
	flags.BoolVar(&r.globals.Quiet, "quiet", false, "keine Fortschrittsmeldungen")
	flags.StringVar(&r.globals.UI, "ui", "de", "`SPRACHE` der Meldungen: de; en ist vorgesehen, noch sind alle deutsch")
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		if r.globals.UI != "de" && r.globals.UI != "en" {
			return usage("Die Sprache „%s“ gibt es nicht. Möglich sind: de, en.", shorten(r.globals.UI))
		}
		return nil
	}
	root.AddCommand(r.search(), r.show(), r.words(), r.exercise(), r.worksheet(), r.note(),
		r.favourite(), r.lint(), r.importing(), r.preview(), r.status())
	german(root)
	return root
}

// services opens what the command works with. With own, the teacher's store is
// part of it: where a window holds it, the command is handed over.
func (r *runner) services(cmd *cobra.Command, own bool) (*app.Services, error) {
	s, closer, err := r.env.Open(cmd.Context(), r.globals, own, r.progress("Bibliothek wird eingerichtet"))
	if err != nil {
		return nil, err
	}
	r.closer = closer
	for _, remark := range s.Report {
		r.say("Hinweis: %s", remark)
	}
	if !own || s.Own != nil {
		return s, nil
	}
	if r.env.Forward != nil {
		if err := r.close(); err != nil {
			return nil, err
		}
		if answer, ok := r.env.Forward(cmd.Context(), r.globals, r.args); ok {
			return nil, forwardedError{answer}
		}
		if s, r.closer, err = r.env.Open(cmd.Context(), r.globals, own, nil); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// withOwn opens the services for a command that can do nothing without own things.
func (r *runner) withOwn(cmd *cobra.Command) (*app.Services, error) {
	s, err := r.services(cmd, true)
	if err != nil {
		return nil, err
	}
	if s.Own == nil {
		return nil, s.OwnErr
	}
	return s, nil
}

// holding opens the services for a command that reads these materials: with the
// own store if one of them is in it.
func (r *runner) holding(cmd *cobra.Command, ids ...materials.ID) (*app.Services, error) {
	own := slices.ContainsFunc(ids, func(id materials.ID) bool { return id.Publisher() == materials.OwnPublisher })
	if own {
		return r.withOwn(cmd)
	}
	return r.services(cmd, false)
}

// reading opens the services for a command that goes on without own things, and
// says so.
func (r *runner) reading(cmd *cobra.Command) (*app.Services, error) {
	s, err := r.services(cmd, true)
	if err == nil && s.Own == nil {
		r.say("Hinweis: %s Die Ausgabe enthält Ihre Notizen und Favoriten nicht.", materials.ErrorMessage(s.OwnErr))
	}
	return s, err
}

func (r *runner) close() error {
	if r.closer == nil {
		return nil
	}
	closer := r.closer
	r.closer = nil
	return closer()
}

// repeat says what a window has answered and returns its exit code.
func (r *runner) repeat(a Answer) int {
	if _, err := r.env.Stdout.Write(a.Stdout); err != nil {
		return r.report(err)
	}
	if _, err := r.env.Stderr.Write(a.Stderr); err != nil {
		return int(materials.CodeInternal)
	}
	return a.Code
}

// forwardedError says that a window has answered for us.
type forwardedError struct{ answer Answer }

func (forwardedError) Error() string { return "answered by the window" }

// mostMessage is the length in characters of the longest message: some quote
// what a caller typed.
const mostMessage = 1000

// report prints an error for people and returns its exit code.
func (r *runner) report(err error) int {
	if err == nil {
		return 0
	}
	var content *materials.ContentError
	if errors.As(err, &content) {
		for _, f := range content.Findings {
			fmt.Fprintln(r.env.Stderr, readable(f.String(), mostMessage))
		}
		return int(materials.CodeContent)
	}
	if errors.Is(err, context.Canceled) {
		fmt.Fprintln(r.env.Stderr, "Abgebrochen.")
		return int(materials.CodeInternal)
	}
	var known *materials.Error
	if !errors.As(err, &known) {
		fmt.Fprintf(r.env.Stderr, "Fehler: %s\n(%v)\n", materials.ErrorMessage(err), err)
		return int(materials.CodeInternal)
	}
	fmt.Fprintf(r.env.Stderr, "Fehler: %s\n", readable(known.Message, mostMessage))
	return int(known.Code)
}

func usage(format string, args ...any) error {
	return materials.Errorf(materials.CodeUsage, format, args...)
}

// say writes a remark, unless the caller wants quiet.
func (r *runner) say(format string, args ...any) {
	if !r.globals.Quiet {
		fmt.Fprintf(r.env.Stderr, format+"\n", args...)
	}
}

// progress counts steps on stderr, one line that grows in tenths.
func (r *runner) progress(label string) materials.Progress {
	last := -1
	return func(done, total int) {
		if total == 0 {
			return
		}
		if tenth := done * 10 / total; tenth != last {
			last = tenth
			r.say("%s: %d von %d", label, done, total)
		}
	}
}

// path makes a path of the caller absolute.
func (r *runner) path(p string) string {
	if p == "" || filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(r.env.Dir, p)
}

// print writes the result: v as JSON, or what human prints.
func (r *runner) print(v any, human func(w io.Writer)) error {
	if !r.globals.JSON {
		human(r.env.Stdout)
		return nil
	}
	enc := json.NewEncoder(r.env.Stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}
