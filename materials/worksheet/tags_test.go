package worksheet_test

import (
	"slices"
	"strings"
	"testing"

	"lernkoffer/materials"
	"lernkoffer/materials/page"
	"lernkoffer/materials/worksheet"
)

const root page.Role = "Document"

// parents says in what a part may stand; what is not named may stand in anything
// that holds no mere text.
var parents = map[page.Role][]page.Role{
	page.RoleList:     {root, page.RoleItem, page.RoleCell},
	page.RoleItem:     {page.RoleList},
	page.RoleTable:    {root},
	page.RoleRow:      {page.RoleTable},
	page.RoleHead:     {page.RoleRow},
	page.RoleCell:     {page.RoleRow},
	page.RoleHeading1: {root},
	page.RoleHeading2: {root},
	page.RoleHeading3: {root},
	page.RoleText:     {root, page.RoleItem, page.RoleCell, page.RoleHead},
}

// structural parts hold other parts only.
var structural = []page.Role{root, page.RoleList, page.RoleTable, page.RoleRow}

// checkTags reports parts that are not closed on their page or stand where readers
// do not expect them, text outside of any part and figures that say nothing.
func checkTags(t *testing.T, n int, p *page.Page) {
	t.Helper()
	open := []page.Role{root}
	for _, item := range p.Items {
		top := open[len(open)-1]
		read := !slices.Contains(open, page.RoleArtifact)
		switch item := item.(type) {
		case page.Begin:
			if allowed := parents[item.Role]; read && allowed != nil && !slices.Contains(allowed, top) {
				t.Errorf("page %d: %s in %s", n, item.Role, top)
			}
			if item.Role == page.RoleFigure && item.Alt == "" {
				t.Errorf("page %d: a figure without words", n)
			}
			open = append(open, item.Role)
		case page.End:
			if len(open) == 1 {
				t.Fatalf("page %d: a part ends that did not begin", n)
			}
			open = open[:len(open)-1]
		case page.Text:
			if read && slices.Contains(structural, top) {
				t.Errorf("page %d: %q stands directly in %s", n, item.Run.Text, top)
			}
		case page.Picture:
			if read && item.Alt == "" {
				t.Errorf("page %d: a picture without words", n)
			}
		case page.Path:
			if read && top != page.RoleFigure {
				t.Errorf("page %d: a line is read as part of %s", n, top)
			}
		}
	}
	if len(open) > 1 {
		t.Errorf("page %d: %v stay open", n, open[1:])
	}
}

// Ensure that screen readers find their way in every bundled material.
func TestTags(t *testing.T) {
	each(t, func(t *testing.T, b *bundled, m *materials.Material) {
		sheet := b.build(t, m, nil)
		for n, p := range pages(sheet) {
			checkTags(t, n+1, p)
		}
		for _, doc := range sheet.Documents(worksheet.PartSeparate) {
			checkOutline(t, doc)
		}
	})
}

// checkOutline reports headings that leave a level out.
func checkOutline(t *testing.T, doc *page.Document) {
	t.Helper()
	level := 0
	for n, p := range doc.Pages {
		for _, item := range p.Items {
			begin, ok := item.(page.Begin)
			if !ok {
				continue
			}
			own := 1 + slices.Index([]page.Role{page.RoleHeading1, page.RoleHeading2, page.RoleHeading3}, begin.Role)
			if own == 0 {
				continue
			}
			if own > level+1 {
				t.Errorf("page %d: a heading of level %d below one of level %d", n+1, own, level)
			}
			level = own
		}
	}
	if level == 0 {
		t.Error("no heading")
	}
}

// heard is what a reader hears of a page: roles and their texts.
func heard(p *page.Page) string {
	var b strings.Builder
	silent := 0
	depth := []bool{}
	for _, item := range p.Items {
		switch item := item.(type) {
		case page.Begin:
			quiet := item.Role == page.RoleArtifact
			depth = append(depth, quiet)
			if quiet {
				silent++
			} else if silent == 0 {
				b.WriteString("<" + string(item.Role) + ">" + item.Alt)
			}
		case page.End:
			last := len(depth) - 1
			if depth[last] {
				silent--
			} else if silent == 0 {
				b.WriteString("</>")
			}
			depth = depth[:last]
		case page.Text:
			if silent == 0 {
				b.WriteString(item.Run.Text)
			}
		}
	}
	return b.String()
}

// Ensure that lists, tables, gaps and headings are heard as what they are.
func TestHeard(t *testing.T) {
	b := library(t)
	for name, tc := range map[string]struct{ body, want string }{
		"a gap":             {block("cloze", "Ich [bin] da.\nDu [bist] da."), "<L><LI><P>1.Ich <Figure>Lücke</> da.</></><LI><P>2.Du <Figure>Lücke</> da.</></></>"},
		"a task":            {block("cloze", "Ich [bin] da.\nDu [bist] da."), "<H1>Probe</><P>A1, A2</><H2>1Ergänze.</>"},
		"a task in section": {"## Teil\n\n" + block("cloze", "Ich [bin] da.\nDu [bist] da."), "<H2>Teil</><H3>1Ergänze.</>"},
		"a list in a list":  {"- a\n  - b\n- c\n", "<L><LI><P>•a</><L><LI><P>•b</></></></><LI><P>•c</></></>"},
		"a table":           {"| K | L |\n|---|---|\n| a | b |\n", "<Table><TR><TH><P>K</></><TH><P>L</></></><TR><TD><P>a</></><TD><P>b</></></></>"},
		"a solved example":  {block("true-false example", "+ Ja.\n- Nein.\n- Nie."), "<TR><TD><P>1.Ja.</></><TD><Figure>angekreuzt</></><TD></></>"},
		"a clock":           {block("clock", "7:00 = sieben Uhr\n8:00 = acht Uhr\n9:30 = halb zehn"), "<Figure>Uhr: 9:30</>"},
		"words":             {block("words", "Tisch, Buch"), "<L><LI><P>Tisch</></><LI><P>Buch</></></>"},
	} {
		t.Run(name, func(t *testing.T) {
			sheet := b.build(t, parse(t, "", tc.body), nil)
			if got := heard(sheet.Pupil.Pages[0]); !strings.Contains(got, tc.want) {
				t.Errorf("heard %s\nwant %s", got, tc.want)
			}
		})
	}
}
