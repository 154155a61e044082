package start

import (
	"cmp"
	"slices"
	"time"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"lernkoffer/app"
	"lernkoffer/materials"
)

// Model is what the screen shows.
type Model struct {
	services *app.Services
	now      Content
}

// Content is what there is to show at a time.
type Content struct {
	Tiles []Tile
	// Recent are the materials looked at last, newest first, and Notes the own notes
	// written last; those on what the library no longer has are left out.
	Recent []Recent
	Notes  []Note
	// Favourites is the number of materials that are marked.
	Favourites int
	News       News
	// OwnErr says why there are no own things to show.
	OwnErr error
}

// Recent is a material that was looked at.
type Recent struct {
	Meta *materials.Meta
	When time.Time
}

// Note is an own note with its material.
type Note struct {
	Meta *materials.Meta
	materials.Note
}

// News is what the library got last.
type News struct {
	Date     string // ISO, of the newest change; "" if there is none
	New      int    // materials of that date in their first version
	Improved int    // and in a later one
	// Newest are materials that were not looked at lately, newest first.
	Newest []*materials.Meta
}

// How much of each is kept to be shown: what fits on a large screen.
const (
	mostRecent = 16
	mostNotes  = 8
	mostNewest = 16
)

// NewModel returns the model of services, loaded.
func NewModel(s *app.Services) *Model {
	m := &Model{services: s}
	m.Load()
	return m
}

// Content returns what was loaded last.
func (m *Model) Content() *Content { return &m.now }

// Load looks again at library and own things.
func (m *Model) Load() {
	metas := m.services.Library.Metas()
	byID := make(map[materials.ID]*materials.Meta, len(metas))
	for i := range metas {
		byID[metas[i].ID] = &metas[i]
	}
	m.now = Content{Tiles: counted(tiles(metas), metas)}
	m.now.OwnErr = m.loadOwn(byID)
	m.now.News = m.news(metas)
}

// loadOwn reads what the teacher looked at and wrote.
func (m *Model) loadOwn(byID map[materials.ID]*materials.Meta) error {
	own := m.services.Own
	if own == nil {
		return cmp.Or(m.services.OwnErr, error(materials.Errorf(materials.CodeBusy, "Ihre eigenen Sachen sind gerade nicht offen.")))
	}
	visits, err := own.History()
	if err != nil {
		return err
	}
	for _, v := range visits {
		if meta := byID[v.Material]; meta != nil && len(m.now.Recent) < mostRecent {
			m.now.Recent = append(m.now.Recent, Recent{meta, v.When})
		}
	}
	notes, err := own.Notes("")
	if err != nil {
		return err
	}
	slices.SortStableFunc(notes, func(a, b materials.Note) int { return b.Changed.Compare(a.Changed) })
	for _, n := range notes {
		if meta := byID[n.Material]; meta != nil && len(m.now.Notes) < mostNotes {
			m.now.Notes = append(m.now.Notes, Note{meta, n})
		}
	}
	marked, err := own.Marked()
	if err != nil {
		return err
	}
	for id, mark := range marked {
		if mark.Favourite && byID[id] != nil {
			m.now.Favourites++
		}
	}
	return nil
}

// news says what came last. Own materials are no news.
func (m *Model) news(metas []materials.Meta) News {
	var news News
	var fresh []*materials.Meta
	for i := range metas {
		meta := &metas[i]
		if meta.ID.Publisher() == materials.OwnPublisher || meta.Changed == "" {
			continue
		}
		if meta.Changed > news.Date {
			news = News{Date: meta.Changed}
		}
		switch {
		case meta.Changed != news.Date:
		case meta.Version > 1:
			news.Improved++
		default:
			news.New++
		}
		if !slices.ContainsFunc(m.now.Recent, func(r Recent) bool { return r.Meta.ID == meta.ID }) {
			fresh = append(fresh, meta)
		}
	}
	collator := collate.New(language.German)
	slices.SortFunc(fresh, func(a, b *materials.Meta) int {
		return cmp.Or(cmp.Compare(b.Changed, a.Changed), collator.CompareString(a.Title, b.Title), cmp.Compare(a.ID, b.ID))
	})
	news.Newest = fresh[:min(len(fresh), mostNewest)]
	return news
}
