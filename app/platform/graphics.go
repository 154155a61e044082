package platform

import (
	"bytes"
	"io"
	"log"
	"os"

	"lernkoffer/materials"
)

// noGraphics is told where the system can't draw a window.
const noGraphics = "Lernkoffer kann auf diesem Rechner kein Fenster zeichnen: Die Grafik kann kein OpenGL 2.1. " +
	"Ihre Daten sind unverändert. Bitte erneuern Sie den Grafiktreiber, oder starten Sie „Lernkoffer (Software-Grafik)“. " +
	"Auf der Kommandozeile arbeitet Lernkoffer auch so: lernkofferctl --help"

// WatchGraphics looks at the log for what Fyne 2.7.1 says where it can't make a
// window: it would go on without one and never end. The person is told, and exit
// is called with the code for what is not there.
func WatchGraphics(exit func(code int)) {
	log.SetOutput(&graphicsWatch{log: os.Stderr, fail: func() {
		showMessage("Lernkoffer", noGraphics)
		exit(int(materials.CodeNotFound))
	}})
}

// graphicsWatch writes a log on and looks at its lines.
type graphicsWatch struct {
	log  io.Writer
	fail func()
}

func (g *graphicsWatch) Write(line []byte) (int, error) {
	n, err := g.log.Write(line)
	if bytes.Contains(line, []byte("window creation error")) {
		g.fail()
	}
	return n, err
}
