package command

import (
	"strings"

	"github.com/spf13/cobra"
)

// german gives help and usage errors in German; cobra's own texts are English.
func german(root *cobra.Command) {
	root.SetHelpTemplate(helpTemplate)
	root.SetVersionTemplate("Lernkoffer {{.Version}}\n")
	root.SetHelpCommand(&cobra.Command{Use: "help [BEFEHL]", Short: "Hilfe zu einem Befehl", RunE: func(cmd *cobra.Command, args []string) error {
		found, _, err := cmd.Root().Find(args)
		if err != nil {
			return unknownCommand(cmd.Root(), strings.Join(args, " "))
		}
		return found.Help()
	}})
	root.CompletionOptions.DisableDefaultCmd = true
	root.InitDefaultHelpFlag()
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return flagError(cmd, err) })
	root.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return unknownCommand(cmd, args[0])
		}
		return nil
	}
	root.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
	for _, cmd := range append(root.Commands(), root) {
		translate(cmd)
	}
}

func translate(cmd *cobra.Command) {
	cmd.InitDefaultHelpFlag()
	cmd.Flags().Lookup("help").Usage = "diese Hilfe"
	if cmd.Version != "" {
		cmd.InitDefaultVersionFlag()
		cmd.Flags().Lookup("version").Usage = "die Version des Programms"
	}
	for _, sub := range cmd.Commands() {
		translate(sub)
	}
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

// flagError says what cobra's English message says.
func flagError(cmd *cobra.Command, err error) error {
	text := err.Error()
	help := " Hilfe: " + cmd.CommandPath() + " --help"
	switch {
	case strings.HasPrefix(text, "unknown flag: "):
		return usage("Die Angabe „%s“ gibt es hier nicht.%s", shorten(strings.TrimPrefix(text, "unknown flag: ")), help)
	case strings.HasPrefix(text, "unknown shorthand flag: "):
		return usage("Eine Angabe gibt es hier nicht (%s).%s", shorten(text), help)
	case strings.HasPrefix(text, "flag needs an argument: "):
		return usage("Hinter „%s“ fehlt der Wert.%s", strings.TrimPrefix(text, "flag needs an argument: "), help)
	}
	if _, rest, ok := strings.Cut(text, " for "); ok {
		return usage("Der Wert für %s ist falsch, erwartet wird eine Zahl.%s", shorten(rest), help)
	}
	return usage("Die Angaben sind falsch (%s).%s", shorten(text), help)
}

// shorten keeps what a caller typed readable in a message.
func shorten(s string) string {
	const most = 80
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + " …"
	}
	return s
}

// exactly demands n arguments, named for the message.
func exactly(names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < len(names):
			return usage("Es fehlt: %s. So geht es: %s", names[len(args)], cmd.UseLine())
		case len(args) > len(names):
			return usage("„%s“ ist zu viel. So geht es: %s", shorten(args[len(names)]), cmd.UseLine())
		}
		return nil
	}
}

const helpTemplate = `{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}

{{end}}So geht es:
  {{if .Runnable}}{{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} BEFEHL

Befehle:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Angaben:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

Für alle Befehle:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
`
