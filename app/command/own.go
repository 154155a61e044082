package command

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lernkoffer/app"
	"lernkoffer/materials"
)

func (r *runner) note() *cobra.Command {
	cmd := &cobra.Command{Use: "note", Short: "Notizen zu Materialien"}
	add := &cobra.Command{
		Use: "add ID TEXT", Short: "Eine Notiz anlegen",
		Args: func(cmd *cobra.Command, args []string) error {
			return exactly("die Kennung des Materials", "der Text")(cmd, args[:min(len(args), 2)])
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := r.withOwn(cmd)
			if err != nil {
				return err
			}
			if _, err := s.Library.Material(materials.ID(args[0])); err != nil {
				return err
			}
			n, err := s.Own.PutNote(materials.Note{Material: materials.ID(args[0]), Text: strings.Join(args[1:], " ")})
			if err != nil {
				return err
			}
			return r.print(n, func(w io.Writer) { fmt.Fprintf(w, "Notiz %s gespeichert.\n", n.ID) })
		},
	}
	list := &cobra.Command{
		Use: "list [ID]", Short: "Notizen zeigen", Args: between(0, "die Kennung des Materials"),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := r.withOwn(cmd)
			if err != nil {
				return err
			}
			notes, err := s.Own.Notes(materials.ID(strings.Join(args, "")))
			if err != nil {
				return err
			}
			if notes == nil {
				notes = []materials.Note{}
			}
			return r.print(notes, func(w io.Writer) { printNotes(w, s, notes) })
		},
	}
	remove := &cobra.Command{
		Use: "delete NOTIZ", Short: "Eine Notiz löschen", Args: exactly("die Kennung der Notiz"),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := r.withOwn(cmd)
			if err != nil {
				return err
			}
			if err := s.Own.DeleteNote(args[0]); err != nil {
				return err
			}
			return r.print(map[string]string{"deleted": args[0]}, func(w io.Writer) { fmt.Fprintln(w, "Notiz gelöscht.") })
		},
	}
	cmd.AddCommand(add, list, remove)
	return group(cmd)
}

func printNotes(w io.Writer, s *app.Services, notes []materials.Note) {
	if len(notes) == 0 {
		fmt.Fprintln(w, "Keine Notizen.")
		return
	}
	titles := titlesOf(s)
	for _, n := range notes {
		fmt.Fprintf(w, "%s (%s)\n  %s · %s\n", titles(n.Material), n.Material, n.Changed.Format("2. 1. 2006, 15:04 Uhr"), n.ID)
		for line := range strings.Lines(n.Text) {
			fmt.Fprintf(w, "  %s\n", strings.TrimRight(line, "\n"))
		}
	}
}

// titlesOf returns what names a material to people; own things outlive it.
func titlesOf(s *app.Services) func(materials.ID) string {
	titles := map[materials.ID]string{}
	for _, m := range s.Library.Metas() {
		titles[m.ID] = m.Title
	}
	return func(id materials.ID) string {
		return cmp.Or(titles[id], "Material nicht mehr in der Bibliothek")
	}
}

func (r *runner) favourite() *cobra.Command {
	cmd := &cobra.Command{Use: "favourite", Short: "Favoriten"}
	set := func(use, short string, on bool) *cobra.Command {
		return &cobra.Command{
			Use: use + " ID", Short: short, Args: exactly("die Kennung des Materials"),
			RunE: func(cmd *cobra.Command, args []string) error { return r.setFavourite(cmd, materials.ID(args[0]), on) },
		}
	}
	list := &cobra.Command{
		Use: "list", Short: "Favoriten zeigen", Args: exactly(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := r.withOwn(cmd)
			if err != nil {
				return err
			}
			marked, err := s.Own.Marked()
			if err != nil {
				return err
			}
			ids := []materials.ID{}
			for id, m := range marked {
				if m.Favourite {
					ids = append(ids, id)
				}
			}
			slices.Sort(ids)
			return r.print(ids, func(w io.Writer) {
				if len(ids) == 0 {
					fmt.Fprintln(w, "Keine Favoriten.")
				}
				titles := titlesOf(s)
				for _, id := range ids {
					fmt.Fprintf(w, "%s (%s)\n", titles(id), id)
				}
			})
		},
	}
	cmd.AddCommand(set("add", "Einen Favoriten merken", true), set("remove", "Einen Favoriten streichen", false), list)
	return group(cmd)
}

func (r *runner) setFavourite(cmd *cobra.Command, id materials.ID, on bool) error {
	s, err := r.withOwn(cmd)
	if err != nil {
		return err
	}
	if on {
		if _, err := s.Library.Material(id); err != nil {
			return err
		}
	}
	if err := s.Own.SetFavourite(id, on); err != nil {
		return err
	}
	return r.print(map[string]any{"id": id, "favourite": on}, func(w io.Writer) {
		if on {
			fmt.Fprintln(w, "Als Favorit gemerkt.")
		} else {
			fmt.Fprintln(w, "Nicht mehr Favorit.")
		}
	})
}
