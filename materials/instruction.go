package materials

// Instruction is a task instruction of the closed list: one imperative that
// pupils learn once. Its key names its pictogram too.
type Instruction struct {
	Key    string
	Text   string // to pupils: du, or ihr for pairs and groups
	Formal string // to parents and staff: Sie
}

// Instructions is the closed list (content guide, section 2).
var Instructions = []Instruction{
	{"look", "Sieh dir die Bilder an.", "Sehen Sie sich die Bilder an."},
	{"listen", "Hör zu.", "Hören Sie zu."},
	{"repeat", "Hör zu und sprich nach.", "Hören Sie zu und sprechen Sie nach."},
	{"read", "Lies.", "Lesen Sie."},
	{"read-aloud", "Lies laut vor.", "Lesen Sie laut vor."},
	{"say", "Sprich.", "Sprechen Sie."},
	{"ask-answer", "Frag und antworte.", "Fragen und antworten Sie."},
	{"talk", "Sprecht zu zweit.", "Sprechen Sie zu zweit."},
	{"act", "Spielt den Dialog.", "Spielen Sie den Dialog."},
	{"play", "Spielt zusammen.", "Spielen Sie zusammen."},
	{"tick", "Kreuze an.", "Kreuzen Sie an."},
	{"circle", "Kreise ein.", "Kreisen Sie ein."},
	{"underline", "Unterstreiche.", "Unterstreichen Sie."},
	{"cross-out", "Streich durch.", "Streichen Sie durch."},
	{"connect", "Verbinde.", "Verbinden Sie."},
	{"sort", "Sortiere.", "Sortieren Sie."},
	{"number", "Nummeriere.", "Nummerieren Sie."},
	{"order", "Bring in die richtige Reihenfolge.", "Bringen Sie in die richtige Reihenfolge."},
	{"show", "Zeig auf das Bild.", "Zeigen Sie auf das Bild."},
	{"trace", "Spure nach.", "Spuren Sie nach."},
	{"copy", "Schreib ab.", "Schreiben Sie ab."},
	{"write", "Schreib.", "Schreiben Sie."},
	{"complete", "Ergänze.", "Ergänzen Sie."},
	{"answer", "Beantworte die Fragen.", "Beantworten Sie die Fragen."},
	{"correct", "Korrigiere die Fehler.", "Korrigieren Sie die Fehler."},
	{"find", "Such die Wörter.", "Suchen Sie die Wörter."},
	{"search-text", "Such die Stelle im Text.", "Suchen Sie die Stelle im Text."},
	{"draw", "Male ein Bild.", "Malen Sie ein Bild."},
	{"colour", "Male an.", "Malen Sie an."},
	{"cut", "Schneide aus.", "Schneiden Sie aus."},
	{"glue", "Kleb auf.", "Kleben Sie auf."},
	{"fold", "Falte das Blatt.", "Falten Sie das Blatt."},
	{"clap", "Klatsch die Silben.", "Klatschen Sie die Silben."},
	{"measure", "Miss und schreib.", "Messen und schreiben Sie."},
	{"check", "Kontrolliere.", "Kontrollieren Sie."},
	{"compare", "Vergleicht eure Lösungen.", "Vergleichen Sie Ihre Lösungen."},
	{"self", "Was kannst du schon? Kreuze an.", "Was können Sie schon? Kreuzen Sie an."},
	{"present", "Stell es der Klasse vor.", "Stellen Sie es der Gruppe vor."},
}

// InstructionFor returns the instruction with the given key.
func InstructionFor(key string) (Instruction, bool) {
	for _, in := range Instructions {
		if in.Key == key {
			return in, true
		}
	}
	return Instruction{}, false
}
