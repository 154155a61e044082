package command

import (
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lernkoffer/app"
	"lernkoffer/materials"
	"lernkoffer/materials/page"
	"lernkoffer/materials/typeset"
	"lernkoffer/materials/worksheet"
)

// sheetFlags are what a sheet can be told.
type sheetFlags struct {
	out, part, group, level, script, ruling, png, reprint string
	seed                                                  uint64
	gloss                                                 []string
	grey, notes, specimen                                 bool
}

func (f *sheetFlags) register(cmd *cobra.Command) {
	fl := cmd.Flags()
	fl.StringVar(&f.out, "out", "", "PDF-`DATEI`; sonst <name>.pdf im aktuellen Ordner")
	fl.StringVar(&f.part, "solution", "with", "Lösung als `TEIL`: with, separate, none, only")
	fl.StringVar(&f.group, "group", "A", "`GRUPPE`: A, B")
	fl.Uint64Var(&f.seed, "seed", 0, "`STARTZAHL`; sonst aus Kennung und Version")
	fl.StringVar(&f.level, "level", "", "nur Bausteine für dieses `NIVEAU`")
	fl.StringSliceVar(&f.gloss, "gloss", nil, "Wortliste in bis zu drei `SPRACHEN`, zum Beispiel uk,ar")
	fl.StringVar(&f.script, "script", "", "`SCHRIFT` zum Nachspuren: print, grund, va, la, sas")
	fl.StringVar(&f.ruling, "ruling", "", "`LINEATUR`: 0, 1, 2, 3, 4")
	fl.BoolVar(&f.grey, "grey", false, "ohne Farbe")
	fl.StringVar(&f.png, "png", "", "Seiten als Bilder in diesen `ORDNER`")
}

var parts = []worksheet.Part{worksheet.PartWith, worksheet.PartSeparate, worksheet.PartNone, worksheet.PartOnly}

// options checks the flags and turns them into the engine's options.
func (f *sheetFlags) options() (worksheet.Options, error) {
	o := worksheet.Options{
		Group: f.group, Seed: uint32(f.seed), Level: f.level, Gloss: f.gloss,
		Script: typeset.Family(f.script), Ruling: f.ruling, Grey: f.grey,
	}
	switch {
	case !slices.Contains(parts, worksheet.Part(f.part)):
		return o, usage("--solution „%s“ gibt es nicht. Möglich sind: with, separate, none, only.", shorten(f.part))
	case f.group != "A" && f.group != "B":
		return o, usage("--group „%s“ gibt es nicht. Möglich sind: A, B.", shorten(f.group))
	case f.seed > math.MaxUint32:
		return o, usage("--seed %d ist zu groß. Möglich ist 1 bis %d.", f.seed, uint32(math.MaxUint32))
	case f.script != "" && !slices.Contains([]string{"print", "grund", "va", "la", "sas"}, f.script):
		return o, usage("--script „%s“ gibt es nicht. Möglich sind: print, grund, va, la, sas.", shorten(f.script))
	case f.ruling != "" && !slices.Contains([]string{"0", "1", "2", "3", "4"}, f.ruling):
		return o, usage("--ruling „%s“ gibt es nicht. Möglich sind: 0, 1, 2, 3, 4.", shorten(f.ruling))
	case len(f.gloss) > 3:
		return o, usage("--gloss nimmt höchstens drei Sprachen, es sind %d.", len(f.gloss))
	}
	if f.level != "" {
		if err := oneOf("level", f.level, materials.Levels); err != nil {
			return o, err
		}
	}
	for _, lang := range f.gloss {
		if err := oneOf("gloss", lang, materials.Languages); err != nil {
			return o, err
		}
	}
	return o, nil
}

func (r *runner) worksheet() *cobra.Command {
	var f sheetFlags
	cmd := &cobra.Command{
		Use: "worksheet ID…", Short: "Material als Arbeitsblatt drucken (PDF)",
		Long: "Setzt jedes Material als Seiten und schreibt eine PDF-Datei. Gleiche Angaben geben immer dasselbe Blatt.",
	}
	f.register(cmd)
	cmd.Flags().BoolVar(&f.notes, "notes", false, "Seite für Sie mit Ihren Notizen")
	cmd.Flags().StringVar(&f.reprint, "reprint", "", "dasselbe Blatt noch einmal: `CODE` vom Fuß des Blatts")
	cmd.Flags().BoolVar(&f.specimen, "specimen", false, "Musterblatt mit allem, was der Satz kann")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		o, err := f.options()
		if err != nil {
			return err
		}
		if err := f.subject(cmd, args); err != nil {
			return err
		}
		s, err := r.forSheets(cmd, f, args)
		if err != nil {
			return err
		}
		sheets, name, err := buildSheets(s, f, o, args)
		if err != nil {
			return err
		}
		return r.writeSheets(cmd.Context(), s, f, sheets, name)
	}
	return cmd
}

// subject checks that the caller says once what is to be printed.
func (f *sheetFlags) subject(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0 && f.reprint == "" && !f.specimen:
		return usage("Es fehlt: die Kennung eines Materials. So geht es: %s", cmd.UseLine())
	case len(args) > 0 && f.reprint != "":
		return usage("--reprint nennt das Material schon selbst; bitte lassen Sie die Kennung weg.")
	case f.specimen && (len(args) > 0 || f.reprint != ""):
		return usage("--specimen druckt das Musterblatt; bitte lassen Sie Kennung und --reprint weg.")
	}
	return nil
}

// forSheets opens what the sheets are made from. A reprint code may be that of an
// own material; without own things it is looked for in the library.
func (r *runner) forSheets(cmd *cobra.Command, f sheetFlags, args []string) (*app.Services, error) {
	switch {
	case f.notes:
		return r.withOwn(cmd)
	case f.reprint != "":
		return r.reading(cmd)
	}
	ids := make([]materials.ID, len(args))
	for i, arg := range args {
		ids[i] = materials.ID(arg)
	}
	return r.holding(cmd, ids...)
}

// buildSheets sets what the flags name and returns the file name for it.
func buildSheets(s *app.Services, f sheetFlags, o worksheet.Options, args []string) ([]*worksheet.Sheet, string, error) {
	if f.specimen {
		m, err := app.Specimen()
		if err != nil {
			return nil, "", err
		}
		sheet, err := s.Sheets.Build(m, o)
		return []*worksheet.Sheet{sheet}, m.ID.Slug(), err
	}
	ids := make([]materials.ID, len(args))
	for i, arg := range args {
		ids[i] = materials.ID(arg)
	}
	if f.reprint != "" {
		code, err := worksheet.ParseCode(f.reprint, s.Library.Metas())
		if err != nil {
			return nil, "", err
		}
		ids = []materials.ID{code.Material}
		o.Seed, o.Level, o.Script, o.Ruling = code.Options.Seed, code.Options.Level, code.Options.Script, code.Options.Ruling
		o.Group = code.Options.Group
		if f.group == "B" {
			o.Group = "B"
		}
	}
	var sheets []*worksheet.Sheet
	for _, id := range ids {
		sheet, err := s.Sheet(id, o, f.notes)
		if err != nil && len(ids) > 1 {
			err = named(string(id), err)
		}
		if err != nil {
			return nil, "", err
		}
		sheets = append(sheets, sheet)
	}
	return sheets, ids[0].Slug(), nil
}

type sheetJSON struct {
	Files []string `json:"files"`
	Pages int      `json:"pages"`
	Codes []string `json:"codes"`
}

func (r *runner) writeSheets(ctx context.Context, s *app.Services, f sheetFlags, sheets []*worksheet.Sheet, name string) error {
	docs := app.Join(sheets, worksheet.Part(f.part))
	var files []string
	var err error
	if f.png != "" {
		files, err = s.WritePNG(ctx, docs, r.path(f.png), name)
	}
	if err == nil && (f.png == "" || f.out != "") {
		out := f.out
		if out == "" {
			out = name + ".pdf"
		}
		var written []string
		written, err = s.WritePDF(docs, r.path(out))
		files = append(files, written...)
	}
	if err != nil {
		return err
	}
	result := sheetJSON{Files: files, Pages: pageCount(docs)}
	for _, sheet := range sheets {
		result.Codes = append(result.Codes, sheet.Code)
	}
	return r.print(result, func(w io.Writer) {
		fmt.Fprintln(w, strings.Join(files, "\n"))
		r.say("%d %s, Nachdruck-Code %s", result.Pages, plural(result.Pages, "Seite", "Seiten"), strings.Join(result.Codes, ", "))
	})
}

func pageCount(docs []*page.Document) int {
	n := 0
	for _, doc := range docs {
		n += len(doc.Pages)
	}
	return n
}
