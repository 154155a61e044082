package ui

import (
	"fmt"
	"io/fs"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// Translate makes the window, and Fyne's own dialogs in it, speak German. Fyne
// chooses its language by the system's and has no way to say otherwise, so the
// German texts are given out as those of the system's language.
func Translate(files fs.FS) error {
	texts, err := fs.ReadFile(files, "de.json")
	if err != nil {
		return fmt.Errorf("ui: %w", err)
	}
	name := lang.SystemLocale().LanguageString() + ".json"
	if err := lang.AddTranslations(fyne.NewStaticResource(name, texts)); err != nil {
		return fmt.Errorf("ui: %s: %w", name, err)
	}
	return nil
}
