package materials

import "slices"

// Facet is a property that teachers filter by.
type Facet string

// The facets, by the names that flags and JSON use.
const (
	FacetLevel      Facet = "level"
	FacetAudience   Facet = "audience"
	FacetAge        Facet = "age"
	FacetCompetence Facet = "competence"
	FacetTopic      Facet = "topic"
	FacetField      Facet = "field"
	FacetKind       Facet = "kind"
	FacetLanguage   Facet = "language"
	FacetDuration   Facet = "duration"
	FacetSocial     Facet = "social"
	FacetLicence    Facet = "licence"
	FacetPublisher  Facet = "publisher"
	FacetOwn        Facet = "own" // note, favourite
)

// FacetInfo is a facet with its German name and, where they are closed, its values.
type FacetInfo struct {
	Facet  Facet
	Label  string
	Values List // empty where values come from the library (publisher)
}

// Ages and durations are offered in bands; a material is in every band that it
// touches, in years and in minutes.
var (
	AgeBands = List{
		{"3-5", "3 bis 5 Jahre"},
		{"6-9", "6 bis 9 Jahre"},
		{"10-13", "10 bis 13 Jahre"},
		{"14-18", "14 bis 18 Jahre"},
		{"19-", "Erwachsene"},
	}
	DurationBands = List{
		{"-15", "bis 15 Minuten"}, {"16-30", "16 bis 30 Minuten"}, {"31-45", "31 bis 45 Minuten"}, {"46-", "länger"},
	}
	OwnMarks = List{{"note", "mit Notiz"}, {"favourite", "Favorit"}}
)

// Facets lists all facets in their order of display.
var Facets = []FacetInfo{
	{FacetLevel, "Niveau", Levels},
	{FacetTopic, "Thema", Topics},
	{FacetAge, "Alter", AgeBands},
	{FacetKind, "Materialart", Kinds},
	{FacetCompetence, "Fertigkeit", Competences},
	{FacetAudience, "Zielgruppe", Audiences},
	{FacetField, "Handlungsfeld", Fields},
	{FacetLanguage, "Sprache", Languages},
	{FacetDuration, "Dauer", DurationBands},
	{FacetSocial, "Sozialform", SocialForms},
	{FacetLicence, "Lizenz", Licences},
	{FacetPublisher, "Herausgeber", nil},
	{FacetOwn, "Meine Sachen", OwnMarks},
}

// FacetNamed returns the facet with the given name.
func FacetNamed(name string) (FacetInfo, bool) {
	i := slices.IndexFunc(Facets, func(f FacetInfo) bool { return string(f.Facet) == name })
	if i < 0 {
		return FacetInfo{}, false
	}
	return Facets[i], true
}

// Values returns the values that the material has for a facet. FacetOwn is not
// a property of the material: see Annotations.
func (m *Meta) Values(f Facet) []string {
	switch f {
	case FacetLevel:
		return m.Levels
	case FacetAudience:
		return m.Audience
	case FacetAge:
		return m.ageBands()
	case FacetCompetence:
		return m.Competences
	case FacetTopic:
		return m.Topics
	case FacetField:
		return m.Fields
	case FacetKind:
		return []string{m.Kind}
	case FacetLanguage:
		return m.Languages
	case FacetDuration:
		return m.durationBand()
	case FacetSocial:
		return m.Social
	case FacetLicence:
		return []string{m.Licence}
	case FacetPublisher:
		return []string{m.ID.Publisher()}
	}
	return nil
}

func (m *Meta) ageBands() []string {
	if m.Age.From == 0 && m.Age.To == 0 {
		return nil
	}
	starts := []int{3, 6, 10, 14, 19, 1000}
	var bands []string
	for i, band := range AgeBands {
		if m.Age.From < starts[i+1] && m.Age.To >= starts[i] {
			bands = append(bands, band.Key)
		}
	}
	return bands
}

func (m *Meta) durationBand() []string {
	switch d := m.Duration; {
	case d <= 0:
		return nil
	case d <= 15:
		return []string{"-15"}
	case d <= 30:
		return []string{"16-30"}
	case d <= 45:
		return []string{"31-45"}
	}
	return []string{"46-"}
}

// Filter chooses by facets: values of one facet are alternatives, facets combine.
type Filter map[Facet][]string

// Toggle adds value to the facet, or takes it away where it is chosen.
func (f Filter) Toggle(facet Facet, value string) {
	if i := slices.Index(f[facet], value); i >= 0 {
		f[facet] = slices.Delete(f[facet], i, i+1)
		if len(f[facet]) == 0 {
			delete(f, facet)
		}
		return
	}
	f[facet] = append(f[facet], value)
}

// Empty reports whether nothing is chosen.
func (f Filter) Empty() bool {
	for _, values := range f {
		if len(values) > 0 {
			return false
		}
	}
	return true
}

// Clone returns an independent copy.
func (f Filter) Clone() Filter {
	c := make(Filter, len(f))
	for facet, values := range f {
		c[facet] = slices.Clone(values)
	}
	return c
}
