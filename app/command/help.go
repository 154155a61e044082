package command

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// printHelp says in German what cobra would say in English.
func printHelp(w io.Writer, cmd *cobra.Command) {
	text := cmd.Long
	if text == "" {
		text = cmd.Short
	}
	fmt.Fprintf(w, "%s\n\nSo geht es:\n", text)
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(w, "  %s BEFEHL\n\nBefehle:\n", cmd.CommandPath())
		for _, sub := range cmd.Commands() {
			if sub.IsAvailableCommand() {
				fmt.Fprintf(w, "  %-11s %s\n", sub.Name(), sub.Short)
			}
		}
	} else {
		fmt.Fprintf(w, "  %s\n", cmd.UseLine())
	}
	printFlags(w, "Angaben", cmd.LocalNonPersistentFlags())
	global := cmd.InheritedFlags()
	if !cmd.HasParent() {
		global = cmd.PersistentFlags()
	}
	printFlags(w, "Für alle Befehle", global)
}

func printFlags(w io.Writer, title string, flags *pflag.FlagSet) {
	usages := strings.ReplaceAll(flags.FlagUsages(), "(default ", "(sonst ")
	fmt.Fprintf(w, "\n%s:\n%s", title, usages)
}
