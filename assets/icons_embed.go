package assets

import "embed"

//go:embed icons
var icons embed.FS

//go:embed lang/*.json
var translations embed.FS

var (
	// Icons holds tabler/<name>.svg, outline icons whose colour is currentColor, and
	// lernkoffer.{svg,png}, the icon of the program.
	Icons = root(icons, "icons")
	// Lang holds <language>.json: the texts of the window, Fyne's own among them.
	Lang = root(translations, "lang")
)
