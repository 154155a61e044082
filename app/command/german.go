package command

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// german gives help and usage errors in German; cobra's own texts are English.
func german(root *cobra.Command) {
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { printHelp(cmd.OutOrStdout(), cmd) })
	root.SetVersionTemplate("Lernkoffer {{.Version}}\n")
	root.SetHelpCommand(helpCommand())
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return flagError(cmd, err) })
	group(root)
	root.InitDefaultVersionFlag()
	root.Flags().Lookup("version").Usage = "die Version des Programms"
	translate(root)
}

func translate(cmd *cobra.Command) {
	cmd.DisableFlagsInUseLine = true
	cmd.InitDefaultHelpFlag()
	cmd.Flags().Lookup("help").Usage = "diese Hilfe"
	for _, sub := range cmd.Commands() {
		translate(sub)
	}
}

func helpCommand() *cobra.Command {
	return &cobra.Command{Use: "help [BEFEHL]", Short: "Hilfe zu einem Befehl", RunE: func(cmd *cobra.Command, args []string) error {
		found, rest, err := cmd.Root().Find(args)
		if err != nil || len(rest) > 0 {
			return unknownCommand(found, strings.Join(rest, " "))
		}
		return found.Help()
	}}
}

// group makes a command one that only holds others.
func group(cmd *cobra.Command) *cobra.Command {
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return unknownCommand(cmd, args[0])
		}
		return nil
	}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
	return cmd
}

func unknownCommand(root *cobra.Command, name string) error {
	var names []string
	for _, cmd := range root.Commands() {
		if cmd.IsAvailableCommand() {
			names = append(names, cmd.Name())
		}
	}
	return usage("Den Befehl „%s“ gibt es nicht. Möglich sind: %s.", shorten(name), strings.Join(names, ", "))
}

// flagError says what the flag library's English message says.
func flagError(cmd *cobra.Command, err error) error {
	help := " Hilfe: " + cmd.CommandPath() + " --help"
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var wrong *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if short := unknown.GetSpecifiedShortnames(); short != "" {
			name = "-" + short
		}
		return usage("Die Angabe „%s“ gibt es hier nicht.%s", shorten(name), help)
	case errors.As(err, &missing):
		return usage("Hinter „--%s“ fehlt der Wert.%s", missing.GetSpecifiedName(), help)
	case errors.As(err, &wrong):
		return usage("--%s „%s“ ist falsch, erwartet wird %s.%s", wrong.GetFlag().Name, shorten(wrong.GetValue()), expected(wrong.GetFlag()), help)
	}
	return usage("Eine Angabe ist falsch geschrieben. Angaben beginnen mit -- und einem Namen.%s", help)
}

// expected says what the value of a flag is to be.
func expected(flag *pflag.Flag) string {
	switch flag.Value.Type() {
	case "int":
		return "eine Zahl"
	case "uint64":
		return "eine ganze Zahl ab 0"
	case "bool":
		return "kein Wert, true oder false"
	}
	return "ein Wert oder mehrere, durch Komma getrennt"
}

// shorten keeps what a caller typed readable in a message.
func shorten(s string) string { return readable(s, 80) }

// readable cuts a text after so many characters and shows those that would
// command a terminal, and bytes that are no character, as U+FFFD.
func readable(s string, most int) string {
	n := 0
	for i := range s {
		if n++; n > most {
			s = s[:i] + " …"
			break
		}
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return utf8.RuneError
		}
		return r
	}, s)
}

// exactly demands as many arguments as it has names, which the message uses.
func exactly(names ...string) cobra.PositionalArgs { return between(len(names), names...) }

// between demands at least so many arguments and at most one for each name.
func between(least int, names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return usage("Es fehlt: %s. So geht es: %s", names[len(args)], cmd.UseLine())
		case len(args) > len(names):
			return usage("„%s“ ist zu viel. So geht es: %s", shorten(args[len(names)]), cmd.UseLine())
		}
		return nil
	}
}
