package reader

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"lernkoffer/app"
	"lernkoffer/app/export"
	"lernkoffer/materials"
)

// Model is what the screen shows of a material, and what the teacher keeps to it.
type Model struct {
	services *app.Services
	material *materials.Material
	marked   materials.Marked
	tags     []string // of all materials, the most frequent first
	uses     []materials.Use
	classes  []string // of all uses, the last one first
	passages []Passage
	moved    map[string]string // uses that came back under another id
}

// languagesKey keeps the languages that words are shown in.
const languagesKey = "reader.languages"

// NewModel returns a model that shows nothing.
func NewModel(s *app.Services) *Model { return &Model{services: s, moved: make(map[string]string)} }

// Open shows a material.
func (m *Model) Open(id materials.ID) error {
	m.material = nil
	material, err := m.services.Library.Material(id)
	if err != nil {
		return err
	}
	m.material, m.passages = material, passagesOf(material)
	return m.Reload()
}

// Reload reads again what the teacher keeps.
func (m *Model) Reload() error {
	m.marked, m.tags, m.uses, m.classes = materials.Marked{}, nil, nil, nil
	if m.material == nil || m.services.Own == nil {
		return nil
	}
	marked, err := m.services.Own.Marked()
	if err != nil {
		return err
	}
	uses, err := m.services.Own.Uses("")
	if err != nil {
		return err
	}
	m.marked, m.tags = marked[m.material.ID], frequent(marked)
	for _, u := range uses {
		if u.Material == m.material.ID {
			m.uses = append(m.uses, u)
		}
		if u.Class != "" && !slices.Contains(m.classes, u.Class) {
			m.classes = append(m.classes, u.Class)
		}
	}
	return nil
}

// frequent returns the tags of all materials, the most frequent first.
func frequent(marked map[materials.ID]materials.Marked) []string {
	counts := make(map[string]int)
	for _, mark := range marked {
		for _, tag := range mark.Tags {
			counts[tag]++
		}
	}
	tags := make([]string, 0, len(counts))
	for tag := range counts {
		tags = append(tags, tag)
	}
	slices.SortFunc(tags, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	return tags
}

// ID returns the material shown, "" if there is none.
func (m *Model) ID() materials.ID {
	if m.material == nil {
		return ""
	}
	return m.material.ID
}

// Material returns the material shown, nil if there is none.
func (m *Model) Material() *materials.Material { return m.material }

// HasTasks reports whether pupils have something to solve.
func (m *Model) HasTasks() bool {
	return m.material != nil && slices.ContainsFunc(m.material.Blocks, func(b materials.Block) bool {
		spec, _ := materials.SpecFor(b.Type)
		return spec.Numbered
	})
}

// Passages returns what notes can be tied to.
func (m *Model) Passages() []Passage { return m.passages }

// Find returns the passage that an anchor means, -1 if it is there no longer.
func (m *Model) Find(a materials.Anchor) int { return find(m.passages, a) }

// Favourite reports whether the material has a star.
func (m *Model) Favourite() bool { return m.marked.Favourite }

// Tags returns the material's tags.
func (m *Model) Tags() []string { return m.marked.Tags }

// OtherTags returns the teacher's most frequent tags that the material has not.
func (m *Model) OtherTags(most int) []string {
	var out []string
	for _, tag := range m.tags {
		if !slices.Contains(m.marked.Tags, tag) && len(out) < most {
			out = append(out, tag)
		}
	}
	return out
}

// Uses returns when the material was used, the latest first.
func (m *Model) Uses() []materials.Use { return m.uses }

// LastClass returns the class of the latest use of any material.
func (m *Model) LastClass() string {
	if len(m.classes) == 0 {
		return ""
	}
	return m.classes[0]
}

// own returns the own store, or why there is none.
func (m *Model) own() (app.Own, error) {
	if m.services.Own == nil {
		return nil, m.services.OwnErr
	}
	return m.services.Own, nil
}

// SetFavourite gives a material a star, or takes it.
func (m *Model) SetFavourite(id materials.ID, on bool) error {
	own, err := m.own()
	if err != nil {
		return err
	}
	if err := own.SetFavourite(id, on); err != nil {
		return err
	}
	m.services.Searcher.Refresh()
	return m.Reload()
}

// SetTags replaces the tags of a material.
func (m *Model) SetTags(id materials.ID, tags []string) error {
	own, err := m.own()
	if err != nil {
		return err
	}
	if err := own.SetTags(id, tags); err != nil {
		return err
	}
	m.services.Searcher.Refresh()
	return m.Reload()
}

// PutUse keeps a use; a deleted one comes back under another id.
func (m *Model) PutUse(u materials.Use) (materials.Use, error) {
	own, err := m.own()
	if err != nil {
		return materials.Use{}, err
	}
	before := u.ID
	u.ID = ""
	stored, err := own.PutUse(u)
	if err != nil {
		return materials.Use{}, err
	}
	if before != "" {
		m.moved[before] = stored.ID
	}
	return stored, m.Reload()
}

// DeleteUse removes a use.
func (m *Model) DeleteUse(id string) error {
	own, err := m.own()
	if err != nil {
		return err
	}
	for next, ok := m.moved[id]; ok; next, ok = m.moved[id] {
		id = next
	}
	if err := own.DeleteUse(id); err != nil {
		return err
	}
	return m.Reload()
}

// errDay is said where a day can't be read.
var errDay = materials.Errorf(materials.CodeContent, "Diesen Tag verstehe ich nicht. Schreiben Sie ihn so: 24. 11. oder 24. 11. 2026.")

// ParseDay reads a day as it is written: "24. 11.", "24.11.2026", "heute",
// "gestern". Without a year the last such day is meant, or one of the next month.
func ParseDay(text string, now time.Time) (string, error) {
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	text = strings.ToLower(strings.TrimSpace(text))
	switch text {
	case "heute", "":
		return today.Format(time.DateOnly), nil
	case "gestern":
		return today.AddDate(0, 0, -1).Format(time.DateOnly), nil
	}
	if day, err := time.Parse(time.DateOnly, text); err == nil {
		return day.Format(time.DateOnly), nil
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '.' || r == ' ' || r == '\u00a0' })
	if len(parts) < 2 || len(parts) > 3 {
		return "", errDay
	}
	var numbers [3]int
	var failed error
	for i, part := range parts {
		n, err := strconv.Atoi(part)
		numbers[i], failed = n, errors.Join(failed, err)
	}
	if failed != nil {
		return "", errDay
	}
	d, month, year := numbers[0], time.Month(numbers[1]), numbers[2]
	switch {
	case len(parts) == 3 && year < 100:
		year += 2000
	case len(parts) == 2:
		year = today.Year()
		if time.Date(year, month, d, 0, 0, 0, 0, time.UTC).After(today.AddDate(0, 1, 0)) {
			year--
		}
	}
	day := time.Date(year, month, d, 0, 0, 0, 0, time.UTC)
	if day.Day() != d || day.Month() != month || day.Year() != year {
		return "", errDay
	}
	return day.Format(time.DateOnly), nil
}

// Languages returns the languages that words are shown in.
func (m *Model) Languages() []string {
	if m.services.Own == nil {
		return nil
	}
	// What can't be read is chosen again.
	text, _ := m.services.Own.Setting(languagesKey)
	return export.KnownLanguages(strings.Fields(text))
}

// SetLanguages chooses the languages that words are shown in.
func (m *Model) SetLanguages(languages []string) error {
	own, err := m.own()
	if err != nil {
		return err
	}
	return own.SetSetting(languagesKey, strings.Join(languages, " "))
}

// Words returns the words of the table that the material names, each once.
func (m *Model) Words() []materials.Word {
	if m.material == nil {
		return nil
	}
	list := m.services.Library.Words()
	var out []materials.Word
	add := func(ref string) {
		w, ok := list.Resolve(ref)
		if ok && !slices.ContainsFunc(out, func(o materials.Word) bool { return o.ID == w.ID }) {
			out = append(out, w)
		}
	}
	for i := range m.material.Blocks {
		b := &m.material.Blocks[i]
		spec, _ := materials.SpecFor(b.Type)
		for _, row := range b.Rows {
			if spec.Form == materials.FormWords && len(row.Cells) == 0 {
				add(row.Left.String())
			}
			for _, text := range append([]materials.Text{row.Left, row.Right}, row.Cells...) {
				for _, span := range text {
					if span.Kind == materials.SpanPicture {
						add(span.Text)
					}
				}
			}
		}
	}
	return out
}

// Related returns what belongs together with the material: of its topics and
// levels, that with the most in common first.
func (m *Model) Related(most int) ([]*materials.Meta, error) {
	if m.material == nil || len(m.material.Topics) == 0 {
		return nil, nil
	}
	filter := materials.Filter{materials.FacetTopic: m.material.Topics}
	if len(m.material.Levels) > 0 {
		filter[materials.FacetLevel] = m.material.Levels
	}
	found, err := m.services.Searcher.Search(context.Background(), materials.Query{Filter: filter})
	if err != nil {
		return nil, err
	}
	var out []*materials.Meta
	for _, hit := range found.Hits {
		if hit.Meta.ID != m.material.ID {
			out = append(out, hit.Meta)
		}
	}
	slices.SortStableFunc(out, func(a, b *materials.Meta) int {
		return cmp.Or(cmp.Compare(m.common(b), m.common(a)), cmp.Compare(a.Title, b.Title))
	})
	return out[:min(len(out), most)], nil
}

// common is how much a material has in common with the one shown.
func (m *Model) common(o *materials.Meta) int {
	shared := func(a, b []string) (n int) {
		for _, v := range a {
			if slices.Contains(b, v) {
				n++
			}
		}
		return n
	}
	own := &m.material.Meta
	return 4*shared(own.Topics, o.Topics) + 2*shared(own.Levels, o.Levels) +
		2*shared(own.Audience, o.Audience) + shared(own.Competences, o.Competences)
}
