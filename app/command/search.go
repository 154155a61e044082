package command

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lernkoffer/materials"
)

type searchJSON struct {
	Total  int                                `json:"total"`
	TookMS float64                            `json:"took_ms"`
	Facets map[materials.Facet]map[string]int `json:"facets"`
	Hits   []hitJSON                          `json:"hits"`
}

type hitJSON struct {
	ID      materials.ID `json:"id"`
	Title   string       `json:"title"`
	Kind    string       `json:"kind"`
	Levels  []string     `json:"levels"`
	Snippet string       `json:"snippet"`
	Score   float64      `json:"score"`
	Explain []string     `json:"explain,omitempty"`
}

func (r *runner) search() *cobra.Command {
	var limit int
	var explain bool
	choices := map[materials.Facet]*[]string{}
	cmd := &cobra.Command{
		Use:   "search [SUCHE]",
		Short: "Material finden; ohne Suchwort alles auflisten",
	}
	for _, info := range materials.Facets {
		choices[info.Facet] = cmd.Flags().StringSlice(string(info.Facet), nil, facetUsage(info))
	}
	cmd.Flags().IntVar(&limit, "limit", 20, "höchstens diese `ZAHL` von Treffern; 0 für alle")
	cmd.Flags().BoolVar(&explain, "explain", false, "zu jedem Treffer sagen, warum er dort steht")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		filter, err := filterOf(choices)
		if err != nil {
			return err
		}
		if limit < 0 {
			return usage("--limit %d ist keine mögliche Anzahl.", limit)
		}
		s, err := r.reading(cmd)
		if err != nil {
			return err
		}
		start := r.env.Now()
		res, err := s.Searcher.Search(cmd.Context(), materials.Query{Text: strings.Join(args, " "), Filter: filter, Limit: limit})
		if err != nil {
			return err
		}
		took := r.env.Now().Sub(start)
		return r.print(searchResult(res, took, explain), func(w io.Writer) { printHits(w, res, explain) })
	}
	return cmd
}

func facetUsage(info materials.FacetInfo) string {
	// What stands in back quotes names the value in the list of flags.
	words := strings.Fields(info.Label)
	words[len(words)-1] = "`" + strings.ToUpper(words[len(words)-1]) + "`"
	label := strings.Join(words, " ")
	if len(info.Values) == 0 {
		return "nur " + label
	}
	return label + ": " + strings.Join(info.Values.Keys(), ", ")
}

// filterOf checks the values of the facet flags against their closed lists.
func filterOf(choices map[materials.Facet]*[]string) (materials.Filter, error) {
	filter := materials.Filter{}
	for _, info := range materials.Facets {
		for _, value := range *choices[info.Facet] {
			if len(info.Values) > 0 && !info.Values.Has(value) {
				return nil, usage("--%s „%s“ gibt es nicht. Möglich sind: %s.", info.Facet, shorten(value), strings.Join(info.Values.Keys(), ", "))
			}
			if !slices.Contains(filter[info.Facet], value) {
				filter[info.Facet] = append(filter[info.Facet], value)
			}
		}
	}
	return filter, nil
}

func searchResult(res *materials.Result, took time.Duration, explain bool) searchJSON {
	out := searchJSON{Total: res.Total, TookMS: float64(took.Microseconds()) / 1000, Facets: map[materials.Facet]map[string]int{}, Hits: []hitJSON{}}
	for facet, counts := range res.Counts {
		out.Facets[facet] = map[string]int{}
		for value, n := range counts {
			if n > 0 {
				out.Facets[facet][value] = n
			}
		}
	}
	for _, h := range res.Hits {
		hit := hitJSON{ID: h.Meta.ID, Title: h.Meta.Title, Kind: h.Meta.Kind, Levels: h.Meta.Levels, Snippet: h.Snippet, Score: h.Score}
		if hit.Levels == nil {
			hit.Levels = []string{}
		}
		if explain {
			hit.Explain = h.Reasons
		}
		out.Hits = append(out.Hits, hit)
	}
	return out
}

func printHits(w io.Writer, res *materials.Result, explain bool) {
	if res.Total == 0 {
		fmt.Fprintln(w, "Nichts gefunden. Versuchen Sie ein kürzeres Wort oder weniger Filter.")
		return
	}
	fmt.Fprintf(w, "%d %s\n", res.Total, plural(res.Total, "Material", "Materialien"))
	for _, h := range res.Hits {
		fmt.Fprintf(w, "\n%s\n  %s · %s\n", h.Meta.Title, h.Meta.ID, facts(h.Meta))
		if h.Snippet != "" {
			fmt.Fprintf(w, "  %s\n", h.Snippet)
		}
		if explain {
			for _, reason := range h.Reasons {
				fmt.Fprintf(w, "  + %s\n", reason)
			}
		}
	}
	if n := res.Total - len(res.Hits); n > 0 {
		fmt.Fprintf(w, "\n… und %d weitere (--limit 0 zeigt alle)\n", n)
	}
}

// facts is the line under a title: kind, level, age, time.
func facts(m *materials.Meta) string {
	parts := []string{materials.Kinds.Label(m.Kind)}
	for _, level := range m.Levels {
		parts = append(parts, materials.Levels.Label(level))
	}
	if m.Age.To > 0 && m.Age.To < 99 {
		parts = append(parts, fmt.Sprintf("%d–%d Jahre", m.Age.From, m.Age.To))
	}
	if m.Duration > 0 {
		parts = append(parts, fmt.Sprintf("%d Minuten", m.Duration))
	}
	return strings.Join(parts, " · ")
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
