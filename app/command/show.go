package command

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lernkoffer/materials"
)

func (r *runner) show() *cobra.Command {
	return &cobra.Command{
		Use: "show ID", Short: "Ein Material zeigen", Args: exactly("die Kennung des Materials"),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := r.holding(cmd, materials.ID(args[0]))
			if err != nil {
				return err
			}
			m, err := s.Library.Material(materials.ID(args[0]))
			if err != nil {
				return err
			}
			source, err := s.Library.Source(m.ID)
			if err != nil {
				return err
			}
			return r.print(withoutNull(*m), func(w io.Writer) { printMaterial(w, m, source) })
		},
	}
}

// withoutNull gives a list that is missing an empty one, so that a script may
// always go through it.
func withoutNull(m materials.Material) materials.Material {
	for _, list := range []*[]string{
		&m.Levels, &m.Audience, &m.Competences, &m.Topics, &m.Fields, &m.Languages, &m.Social, &m.Authors,
	} {
		if *list == nil {
			*list = []string{}
		}
	}
	if m.Review == nil {
		m.Review = map[string]string{}
	}
	if m.Blocks == nil {
		m.Blocks = []materials.Block{}
	}
	return m
}

func printMaterial(w io.Writer, m *materials.Material, source []byte) {
	fmt.Fprintf(w, "%s\n%s · %s\n\n%s\n\n", m.Title, m.ID, facts(&m.Meta), m.Summary)
	line := func(label string, list materials.List, keys []string) {
		var labels []string
		for _, key := range keys {
			labels = append(labels, list.Label(key))
		}
		if len(labels) > 0 {
			fmt.Fprintf(w, "%-14s %s\n", label+":", strings.Join(labels, ", "))
		}
	}
	line("Thema", materials.Topics, m.Topics)
	line("Für", materials.Audiences, m.Audience)
	line("Fertigkeit", materials.Competences, m.Competences)
	line("Handlungsfeld", materials.Fields, m.Fields)
	line("Sozialform", materials.SocialForms, m.Social)
	line("Sprachen", materials.Languages, m.Languages)
	line("Heikel", materials.SensitiveTopics, m.Sensitive)
	fmt.Fprintf(w, "%-14s %s, Version %d\n", "Lizenz:", materials.Licences.Label(m.Licence), m.Version)
	fmt.Fprintf(w, "%-14s %s\n", "Geprüft:", reviews(m))
	body := string(source)
	if _, rest, ok := strings.Cut(body, "\n---"); ok {
		body = strings.TrimLeft(rest, "-\r\n")
	}
	fmt.Fprintf(w, "\n%s\n", strings.TrimSpace(body))
}

// reviews says per language who has looked at the text.
func reviews(m *materials.Material) string {
	var parts []string
	for _, lang := range m.Languages {
		state, ok := m.Review[lang]
		if !ok {
			continue
		}
		list := materials.GlossStatuses
		if slices.Contains(materials.Reviews.Keys(), state) {
			list = materials.Reviews
		}
		parts = append(parts, materials.Languages.Label(lang)+" "+list.Label(state))
	}
	if len(parts) == 0 {
		return "noch nicht"
	}
	return strings.Join(parts, ", ")
}
