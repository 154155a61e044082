package materials

import "slices"

// Term is one value of a closed list: the key that files and flags use, and the
// label that people read.
type Term struct {
	Key   string
	Label string
}

// List is a closed list in its order of display.
type List []Term

// Has reports whether key is in the list.
func (l List) Has(key string) bool { return l.Index(key) >= 0 }

// Index returns the place of key in the list, -1 if it is not there.
func (l List) Index(key string) int {
	return slices.IndexFunc(l, func(t Term) bool { return t.Key == key })
}

// Label returns the German label of key, key itself if it is not in the list.
func (l List) Label(key string) string {
	if i := l.Index(key); i >= 0 {
		return l[i].Label
	}
	return key
}

// Keys returns the keys in the order of the list.
func (l List) Keys() []string {
	keys := make([]string, len(l))
	for i, t := range l {
		keys[i] = t.Key
	}
	return keys
}

// The closed lists. Keys never change; a new one is added with its label.
var (
	Levels = List{
		{"alpha", "Alphabetisierung"}, {"A1", "A1"}, {"A2", "A2"}, {"B1", "B1"}, {"B2", "B2"},
	}
	Audiences = List{
		{"kita", "Kita"},
		{"primary", "Grundschule"},
		{"lower-secondary", "Sekundarstufe I"},
		{"upper-secondary", "Sekundarstufe II"},
		{"vocational", "Berufskolleg"},
		{"parents", "Eltern"},
		{"teachers", "Lehrkräfte"},
		{"staff", "Fachkräfte"},
	}
	Kinds = List{
		{"worksheet", "Arbeitsblatt"},
		{"vocabulary", "Wortschatz"},
		{"reading", "Lesetext"},
		{"listening", "Hörtext"},
		{"dialogue", "Dialog"},
		{"grammar", "Grammatik"},
		{"literacy", "Alphabetisierung"},
		{"game", "Spiel"},
		{"test", "Test"},
		{"letter", "Elternbrief"},
		{"phrases", "Redemittel"},
		{"sign", "Schild"},
		{"handout", "Handreichung"},
		{"idea", "Unterrichtsidee"},
		{"observation", "Beobachtungsbogen"},
		{"profile", "Sprachprofil"},
		{"feast", "Fest"},
		{"series", "Reihe"},
	}
	Competences = List{
		{"listening", "Hören"},
		{"speaking", "Sprechen"},
		{"reading", "Lesen"},
		{"writing", "Schreiben"},
		{"mediation", "Sprachmittlung"},
		{"vocabulary", "Wortschatz"},
		{"grammar", "Grammatik"},
		{"pronunciation", "Aussprache"},
		{"spelling", "Rechtschreibung"},
		{"literacy", "Schrift lernen"},
		{"academic-language", "Bildungssprache"},
		{"intercultural", "Interkulturelles Lernen"},
	}
	Fields = List{
		{"counselling", "Beratung"},
		{"schooling", "Beschulung"},
		{"accompaniment", "Begleitung"},
		{"administration", "Verwaltung"},
		{"kita", "Kita"},
		{"school", "Schule"},
		{"health", "Gesundheit"},
		{"economy", "Wirtschaft"},
		{"sport", "Sport"},
	}
	Topics = List{
		{"school", "Schule"},
		{"body", "Körper"},
		{"clothes", "Kleidung"},
		{"food", "Essen und Trinken"},
		{"family", "Familie"},
		{"home", "Wohnen"},
		{"town", "Stadt"},
		{"traffic", "Verkehr"},
		{"time", "Zeit und Alltag"},
		{"health", "Gesundheit"},
		{"shopping", "Einkaufen"},
		{"jobs", "Berufe"},
		{"animals", "Tiere"},
		{"weather", "Wetter"},
		{"nature", "Natur"},
		{"numbers", "Zahlen"},
		{"colours", "Farben und Formen"},
		{"sport", "Sport und Spiel"},
		{"media", "Musik und Medien"},
		{"tools", "Werkzeug"},
		{"feelings", "Gefühle"},
		{"feasts", "Feste"},
		{"office", "Amt und Dokumente"},
		{"position", "Lage und Richtung"},
		{"verbs", "Verben"},
		{"qualities", "Eigenschaften"},
		{"identity", "Identität"},
		{"languages", "Sprachen"},
		{"rights", "Rechte"},
		{"arrival", "Ankommen"},
	}
	PartsOfSpeech = List{
		{"noun", "Nomen"},
		{"verb", "Verb"},
		{"adjective", "Adjektiv"},
		{"adverb", "Adverb"},
		{"pronoun", "Pronomen"},
		{"preposition", "Präposition"},
		{"number", "Zahlwort"},
		{"phrase", "Wendung"},
		{"other", "andere"},
	}
	SocialForms = List{
		{"single", "allein"}, {"pair", "zu zweit"}, {"group", "Gruppe"}, {"class", "ganze Klasse"},
	}
	// Languages are BCP 47 tags, shown by name and never by flag.
	Languages = List{
		{"de", "Deutsch"},
		{"uk", "Ukrainisch"},
		{"ar", "Arabisch"},
		{"tr", "Türkisch"},
		{"fa", "Farsi"},
		{"prs", "Dari"},
		{"ru", "Russisch"},
		{"pl", "Polnisch"},
		{"ro", "Rumänisch"},
		{"bg", "Bulgarisch"},
		{"kmr", "Kurmancî"},
		{"ckb", "Soranî"},
		{"sq", "Albanisch"},
		{"ti", "Tigrinya"},
		{"so", "Somali"},
		{"en", "Englisch"},
		{"fr", "Französisch"},
		{"es", "Spanisch"},
		{"it", "Italienisch"},
		{"el", "Griechisch"},
		{"sr", "Serbisch"},
		{"hr", "Kroatisch"},
		{"bs", "Bosnisch"},
		{"ps", "Paschto"},
		{"ur", "Urdu"},
		{"vi", "Vietnamesisch"},
		{"ta", "Tamil"},
		{"he", "Hebräisch"},
		{"ka", "Georgisch"},
		{"hy", "Armenisch"},
	}
	// Licences are SPDX ids, and school-only for what may not leave a school.
	Licences = List{
		{"CC-BY-SA-4.0", "CC BY-SA 4.0"},
		{"CC-BY-4.0", "CC BY 4.0"},
		{"CC-BY-SA-3.0", "CC BY-SA 3.0"},
		{"CC-BY-3.0", "CC BY 3.0"},
		{"CC0-1.0", "CC0 1.0"},
		{"Apache-2.0", "Apache 2.0"},
		{"MIT", "MIT"},
		{"OFL-1.1", "SIL OFL 1.1"},
		{"Unicode-3.0", "Unicode 3.0"},
		{"school-only", "nur für die eigene Schule"},
	}
	Reviews = List{
		{"draft", "Entwurf"}, {"edited", "überarbeitet"}, {"approved", "freigegeben"},
	}
	GlossStatuses = List{
		{"source-confirmed", "durch eine Quelle bestätigt"},
		{"reviewed", "geprüft"},
		{"reviewed-differs", "geprüft, weicht ab"},
		{"unchecked", "nicht geprüft"},
	}
	SensitiveTopics = List{
		{"flight", "Flucht"},
		{"family", "Familie"},
		{"body", "Körper"},
		{"religion", "Religion"},
		{"identity", "Identität"},
		{"politics", "Politik"},
		{"death", "Tod"},
		{"racism", "Rassismus"},
	}
)
