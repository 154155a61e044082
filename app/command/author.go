package command

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"lernkoffer/app"
	"lernkoffer/materials"
	"lernkoffer/materials/worksheet"
)

func (r *runner) lint() *cobra.Command {
	return &cobra.Command{
		Use: "lint PFAD", Short: "Material prüfen: Datei oder Ordner", Args: exactly("Datei oder Ordner"),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := r.services(cmd, false)
			if err != nil {
				return err
			}
			drafts, findings, err := s.Authors.Read(cmd.Context(), r.path(args[0]))
			if err != nil {
				return err
			}
			if findings == nil {
				findings = []materials.Finding{}
			}
			err = r.print(findings, func(w io.Writer) {
				for _, f := range findings {
					fmt.Fprintf(w, "%s [%s, %s]\n", f, severityLabel(f.Severity), f.Rule)
				}
				fmt.Fprintf(w, "%d %s geprüft, %d Fehler, %d Hinweise\n", len(drafts),
					plural(len(drafts), "Material", "Materialien"), count(findings, materials.SeverityError), count(findings, materials.SeverityWarning))
			})
			if err == nil && count(findings, materials.SeverityError) > 0 {
				err = materials.Errorf(materials.CodeContent, "Der Inhalt hat Fehler. Nichts wurde verändert.")
			}
			return err
		},
	}
}

func severityLabel(s materials.Severity) string {
	if s == materials.SeverityError {
		return "Fehler"
	}
	return "Hinweis"
}

func count(findings []materials.Finding, severity materials.Severity) int {
	n := 0
	for _, f := range findings {
		if f.Severity == severity {
			n++
		}
	}
	return n
}

// readClean reads a path for use: errors in the content end the command.
func (r *runner) readClean(cmd *cobra.Command, s *app.Services, path string) ([]app.Draft, error) {
	drafts, findings, err := s.Authors.Read(cmd.Context(), r.path(path))
	if err != nil {
		return nil, err
	}
	var wrong []materials.Finding
	for _, f := range findings {
		if f.Severity == materials.SeverityError {
			wrong = append(wrong, f)
			continue
		}
		r.say("Hinweis: %s", f)
	}
	if len(wrong) > 0 {
		return nil, &materials.ContentError{Findings: wrong}
	}
	if len(drafts) == 0 {
		return nil, materials.Errorf(materials.CodeContent, "In „%s“ ist kein Material. Erwartet werden Dateien mit der Endung .md.", path)
	}
	return drafts, nil
}

func (r *runner) preview() *cobra.Command {
	var f sheetFlags
	cmd := &cobra.Command{Use: "preview PFAD", Short: "Eigenes Material als Seiten ansehen (PDF)", Args: exactly("Datei oder Ordner")}
	f.register(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		o, err := f.options()
		if err != nil {
			return err
		}
		s, err := r.services(cmd, false)
		if err != nil {
			return err
		}
		drafts, err := r.readClean(cmd, s, args[0])
		if err != nil {
			return err
		}
		var sheets []*worksheet.Sheet
		for _, d := range drafts {
			o.Attachment = d.Attachment
			sheet, err := s.Sheets.Build(d.Material, o)
			if err != nil {
				return named(d.Name, err)
			}
			sheets = append(sheets, sheet)
		}
		return r.writeSheets(cmd.Context(), s, f, sheets, drafts[0].Material.ID.Slug())
	}
	return cmd
}

// named puts the name of a file or material before what is said of it.
func named(name string, err error) error {
	var known *materials.Error
	if !errors.As(err, &known) {
		return fmt.Errorf("%s: %w", name, err)
	}
	return &materials.Error{Code: known.Code, Message: name + ": " + known.Message, Err: err}
}

type importJSON struct {
	ID    materials.ID `json:"id"`
	Title string       `json:"title"`
	File  string       `json:"file"`
	New   bool         `json:"new"`
}

func (r *runner) importing() *cobra.Command {
	var dry bool
	cmd := &cobra.Command{
		Use: "import PFAD", Short: "Material in die eigenen Materialien übernehmen", Args: exactly("Datei oder Ordner"),
		Long: "Liest Markdown-Dateien und legt sie unter own/… in Ihre eigenen Materialien. Material von Herausgebern bleibt unberührt.",
	}
	cmd.Flags().BoolVar(&dry, "dry-run", false, "nur zeigen, was geschähe")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		s, err := r.withOwn(cmd)
		if err != nil {
			return err
		}
		drafts, err := r.readClean(cmd, s, args[0])
		if err != nil {
			return err
		}
		done, err := importDrafts(s, drafts, dry)
		if err != nil {
			return err
		}
		return r.print(done, func(w io.Writer) {
			for _, d := range done {
				state := "ersetzt"
				if d.New {
					state = "neu"
				}
				fmt.Fprintf(w, "%s (%s, %s)\n", d.Title, d.ID, state)
			}
			if dry {
				fmt.Fprintln(w, "Probelauf: Nichts wurde verändert.")
			}
		})
	}
	return cmd
}

func importDrafts(s *app.Services, drafts []app.Draft, dry bool) ([]importJSON, error) {
	metas, err := s.Own.OwnMetas()
	if err != nil {
		return nil, err
	}
	known := map[materials.ID]bool{}
	for _, m := range metas {
		known[m.ID] = true
	}
	files, err := filesOf(drafts)
	if err != nil {
		return nil, err
	}
	done := []importJSON{}
	for i, d := range drafts {
		id := materials.ID(materials.OwnPublisher + "/" + d.Material.ID.Slug())
		if !dry {
			if id, err = s.Own.PutOwn(d.Material.ID.Slug(), d.Source, files[i]); err != nil {
				return nil, named(d.Name, err)
			}
		}
		done = append(done, importJSON{ID: id, Title: d.Material.Title, File: d.Name, New: !known[id]})
		known[id] = true
	}
	if !dry {
		s.Searcher.Refresh()
	}
	return done, nil
}

// filesOf reads what the drafts need before any of them is put: all of them can be
// taken over, and none hides another.
func filesOf(drafts []app.Draft) ([]map[string][]byte, error) {
	names := map[string]string{}
	out := make([]map[string][]byte, len(drafts))
	for i, d := range drafts {
		slug := d.Material.ID.Slug()
		if first, double := names[slug]; double {
			return nil, materials.Errorf(materials.CodeContent,
				"„%s“ und „%s“ bekämen dieselbe Kennung %s/%s. Bitte ändern Sie „id“ in einer der Dateien. Nichts wurde verändert.",
				first, d.Name, materials.OwnPublisher, slug)
		}
		names[slug] = d.Name
		var err error
		if out[i], err = attachmentsOf(d); err != nil {
			return nil, named(d.Name, err)
		}
	}
	return out, nil
}

// attachmentsOf reads the files that a draft's pictures name.
func attachmentsOf(d app.Draft) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, blk := range d.Material.Blocks {
		name := materials.AttachmentName(blk)
		if name == "" {
			continue
		}
		data, err := d.Attachment(name)
		if err != nil {
			return nil, err
		}
		files[name] = data
	}
	return files, nil
}
