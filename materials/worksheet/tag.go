package worksheet

import "lernkoffer/materials/page"

// tag is a part of the page as a screen reader hears it. Its identity counts: two
// lists that follow each other are two tags.
type tag struct {
	role page.Role
	lang string // where it differs from the document
}

func heading(role page.Role) *tag { return &tag{role: role} }

// turn closes and opens parts until those of want are open, and returns these.
func (c *canvas) turn(open, want []*tag) []*tag {
	same := 0
	for same < min(len(open), len(want)) && open[same] == want[same] {
		same++
	}
	for range open[same:] {
		c.end()
	}
	for _, t := range want[same:] {
		c.add(page.Begin{Role: t.role, Language: t.lang})
	}
	return want
}

// beginSome opens a part if there is a role.
func (c *canvas) beginSome(role page.Role) {
	if role != "" {
		c.begin(role)
	}
}

func (c *canvas) endSome(role page.Role) {
	if role != "" {
		c.end()
	}
}

// list makes a list of items, each of them a run of pieces.
func list(items ...[]piece) []piece {
	var out []piece
	for _, item := range items {
		out = append(out, inside(item, &tag{role: page.RoleItem})...)
	}
	return inside(out, &tag{role: page.RoleList})
}

// bare drops what pieces are read as, for text inside a part that has only text.
func bare(pieces []piece) []piece {
	for i := range pieces {
		pieces[i].parts = nil
	}
	return pieces
}
