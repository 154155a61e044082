package command_test

import (
	"regexp"
	"strings"
	"testing"

	"lernkoffer/app/command"
)

// contract names what the command line promises: commands and their flags.
var contract = map[string]string{
	"search":           "level audience age kind competence topic field language duration social licence publisher own limit explain",
	"show":             "",
	"words":            "topic level language",
	"exercise":         "words text material seed level group count list",
	"worksheet":        "out solution group seed level gloss script ruling grey notes png reprint specimen",
	"note add":         "",
	"note list":        "",
	"note delete":      "",
	"favourite add":    "",
	"favourite list":   "",
	"favourite remove": "",
	"lint":             "",
	"preview":          "out solution group seed level gloss script ruling grey png",
	"import":           "dry-run",
	"status":           "",
}

const globals = "data json quiet ui help"

var (
	foreign  = regexp.MustCompile(`(?i)\b(usage|flags?|available|commands?|default|string|strings|u?int|help for|use|unknown|required)\b`)
	flagLine = regexp.MustCompile(`(?m)^ +(?:-\w, +)?--([a-z-]+)`)
)

// Ensure that the help of every command is German, and names the flags of the
// contract and no others.
func TestHelp(t *testing.T) {
	for name, flags := range contract {
		w := newWorld()
		w.run(t, 0, append(strings.Fields(name), "--help")...)
		text := w.out.String()
		if w.errOut.Len() > 0 || w.opened > 0 {
			t.Errorf("%s: help says %q and opens the library %d times", name, w.errOut.String(), w.opened)
		}
		if found := foreign.FindString(text); found != "" {
			t.Errorf("%s: help says %q:\n%s", name, found, text)
		}
		if !strings.Contains(text, "So geht es:\n  lernkoffer "+name) {
			t.Errorf("%s: help does not say how it goes:\n%s", name, text)
		}
		want := map[string]bool{}
		for _, flag := range strings.Fields(flags + " " + globals) {
			want[flag] = true
		}
		for _, m := range flagLine.FindAllStringSubmatch(text, -1) {
			if !want[m[1]] {
				t.Errorf("%s: --%s is not in the contract, or named twice", name, m[1])
			}
			delete(want, m[1])
		}
		for flag := range want {
			t.Errorf("%s: help lacks --%s", name, flag)
		}
	}
}

// Ensure that help lists every command, by any of its ways, under the name that
// the program was started with.
func TestHelpOfProgram(t *testing.T) {
	for _, args := range [][]string{{}, {"--help"}, {"-h"}, {"help"}} {
		w := newWorld()
		w.Name = "lernkofferctl"
		w.run(t, 0, args...)
		text := w.out.String()
		for name := range contract {
			if word, _, _ := strings.Cut(name, " "); !strings.Contains(text, "\n  "+word+" ") {
				t.Errorf("%v: no %s in\n%s", args, word, text)
			}
		}
		if !strings.Contains(text, "\n  lernkofferctl BEFEHL\n") || foreign.MatchString(text) {
			t.Errorf("%v:\n%s", args, text)
		}
	}
	w := newWorld()
	w.run(t, 0, "help", "note", "add")
	if !strings.Contains(w.out.String(), "lernkoffer note add ID TEXT") {
		t.Error(w.out.String())
	}
	w.run(t, 0, "note")
	if !strings.Contains(w.out.String(), "\n  delete ") {
		t.Error(w.out.String())
	}
}

// Ensure that wrong use ends with 2 and a German sentence, before the library is
// opened.
func TestUsage(t *testing.T) {
	for _, tc := range []struct{ args, says string }{
		{"quark", "Den Befehl „quark“ gibt es nicht. Möglich sind: exercise, favourite, import, lint, note, preview, search, show, status, words, worksheet."},
		{"note quark", "Den Befehl „quark“ gibt es nicht. Möglich sind: add, delete, list."},
		{"help quark", "Den Befehl „quark“ gibt es nicht. Möglich sind: "},
		{"help note quark", "Den Befehl „quark“ gibt es nicht. Möglich sind: add, delete, list."},
		{"search --quark", "Die Angabe „--quark“ gibt es hier nicht. Hilfe: lernkoffer search --help"},
		{"search -xyz", "Die Angabe „-xyz“ gibt es hier nicht. Hilfe: lernkoffer search --help"},
		{"search --limit", "Hinter „--limit“ fehlt der Wert. Hilfe: lernkoffer search --help"},
		{"search --limit zehn", "--limit „zehn“ ist falsch, erwartet wird eine Zahl. Hilfe: lernkoffer search --help"},
		{"search --limit 99999999999999999999", "--limit „99999999999999999999“ ist falsch, erwartet wird eine Zahl."},
		{"search --limit -5", "--limit -5 ist keine mögliche Anzahl."},
		{`search --level A1"x`, `--level „A1"x“ ist falsch, erwartet wird ein Wert oder mehrere, durch Komma getrennt.`},
		{"search --kind quark", "--kind „quark“ gibt es nicht. Möglich sind: worksheet, vocabulary, "},
		{"status --json=vielleicht", "--json „vielleicht“ ist falsch, erwartet wird kein Wert, true oder false."},
		{"status --ui fr", "Die Sprache „fr“ gibt es nicht. Möglich sind: de, en."},
		{"status --=x", "Eine Angabe ist falsch geschrieben."},
		{"status jetzt", "„jetzt“ ist zu viel. So geht es: lernkoffer status"},
		{"show", "Es fehlt: die Kennung des Materials. So geht es: lernkoffer show ID"},
		{"note add lernkoffer/klassenzimmer", "Es fehlt: der Text. So geht es: lernkoffer note add ID TEXT"},
		{"note list a b", "„b“ ist zu viel. So geht es: lernkoffer note list [ID]"},
		{"favourite remove", "Es fehlt: die Kennung des Materials."},
		{"exercise", "Es fehlt: der Übungstyp. So geht es: lernkoffer exercise TYP (--words THEMA | --text DATEI | --material ID)"},
		{"exercise cloze", "Woraus soll die Übung werden? Bitte eines von: --words THEMA, --text DATEI, --material ID."},
		{"exercise cloze --words school --seed -1", "--seed „-1“ ist falsch, erwartet wird eine ganze Zahl ab 0."},
		{"worksheet a/b --seed 4294967296", "--seed 4294967296 ist zu groß. Möglich ist 1 bis 4294967295."},
		{"worksheet a/b --specimen", "--specimen druckt das Musterblatt; bitte lassen Sie Kennung und --reprint weg."},
		{"worksheet a/b --reprint X", "--reprint nennt das Material schon selbst; bitte lassen Sie die Kennung weg."},
		{"preview a.md --reprint X", "Die Angabe „--reprint“ gibt es hier nicht."},
	} {
		w := newWorld()
		w.run(t, 2, strings.Fields(tc.args)...)
		if got := w.errOut.String(); !strings.HasPrefix(got, "Fehler: "+tc.says) || w.out.Len() > 0 {
			t.Errorf("%s: said %q and %q, want %q", tc.args, got, w.out.String(), tc.says)
		}
		if w.opened > 0 {
			t.Errorf("%s: the library was opened", tc.args)
		}
	}
	w := newWorld()
	if code := command.Run(t.Context(), w.Env, []string{"search", "--limit", strings.Repeat("9", 1<<16)}); code != 2 || w.errOut.Len() > 400 {
		t.Errorf("code %d, %d bytes of message", code, w.errOut.Len())
	}
}
