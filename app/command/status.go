package command

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"lernkoffer/app"
	"lernkoffer/materials"
)

type statusJSON struct {
	Version string                  `json:"version"`
	Library materials.LibraryStatus `json:"library"`
	Own     ownJSON                 `json:"own"`
	Index   indexJSON               `json:"index"`
	Updates string                  `json:"updates"`
}

type ownJSON struct {
	Place      string `json:"place"`
	State      string `json:"state"` // ok, busy, damaged, newer
	Notes      int    `json:"notes"`
	Favourites int    `json:"favourites"`
	Materials  int    `json:"materials"`
}

type indexJSON struct {
	Version int    `json:"version"`
	State   string `json:"state"`
}

func (r *runner) status() *cobra.Command {
	return &cobra.Command{
		Use: "status", Short: "Was installiert ist", Args: exactly(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := r.reading(cmd)
			if err != nil {
				return err
			}
			out := statusJSON{
				Version: s.Program.Version, Library: s.Library.Status(), Updates: "off",
				Index: indexJSON{Version: s.Searcher.Version(), State: "ready"},
			}
			if out.Own, err = ownStatus(s); err != nil {
				return err
			}
			return r.print(out, func(w io.Writer) { printStatus(w, out) })
		},
	}
}

func ownStatus(s *app.Services) (ownJSON, error) {
	out := ownJSON{Place: s.Program.DataDir, State: "ok"}
	if s.Own == nil {
		out.State = stateOf(s.OwnErr)
		return out, nil
	}
	notes, err := s.Own.Notes("")
	if err != nil {
		return out, err
	}
	marked, err := s.Own.Marked()
	if err != nil {
		return out, err
	}
	own, err := s.Own.OwnMetas()
	if err != nil {
		return out, err
	}
	out.Notes, out.Materials = len(notes), len(own)
	for _, m := range marked {
		if m.Favourite {
			out.Favourites++
		}
	}
	return out, nil
}

// stateOf says in a word why the own store is not open.
func stateOf(err error) string {
	switch materials.ErrorCode(err) {
	case materials.CodeDamaged:
		return "damaged"
	case materials.CodeProgram:
		return "newer"
	}
	return "busy"
}

func printStatus(w io.Writer, st statusJSON) {
	fmt.Fprintf(w, "Lernkoffer %s\n\n", st.Version)
	fmt.Fprintf(w, "Bibliothek:  %d Materialien, %d Wörter, Stand %s\n", st.Library.Materials, st.Library.Words, st.Library.Date)
	for _, p := range st.Library.Packs {
		fmt.Fprintf(w, "             %s %s (%s, %s)\n", p.Title, p.Version, p.Publisher, materials.Licences.Label(p.Licence))
	}
	if st.Own.State == "ok" {
		fmt.Fprintf(w, "Eigenes:     %d %s, %d %s, %d %s\n", st.Own.Notes, plural(st.Own.Notes, "Notiz", "Notizen"),
			st.Own.Favourites, plural(st.Own.Favourites, "Favorit", "Favoriten"),
			st.Own.Materials, plural(st.Own.Materials, "eigenes Material", "eigene Materialien"))
	} else {
		fmt.Fprintln(w, "Eigenes:     nicht geöffnet")
	}
	fmt.Fprintf(w, "             %s\n", st.Own.Place)
	fmt.Fprintf(w, "Herausgeber: %s\n", strings.Join(st.Library.Publishers, ", "))
	fmt.Fprintln(w, "Updates:     aus (dieses Programm kennt noch keine Update-Quelle)")
}
