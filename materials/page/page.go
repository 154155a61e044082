package page

import (
	"time"

	"lernkoffer/materials/picture"
	"lernkoffer/materials/typeset"
)

// A4 is the paper of a worksheet in mm, upright.
const (
	A4Width  = 210.0
	A4Height = 297.0
)

// Document is a sequence of pages with what is known of the whole.
type Document struct {
	Title    string
	Author   string
	Subject  string
	Keywords []string
	Language string    // BCP 47
	Created  time.Time // printed into the file; fixed for equal input
	Pages    []*Page
}

// Page is a sheet's side: items are painted in their order.
type Page struct {
	Width, Height float64
	Items         []Item
}

// Item is one of Text, Path, Picture, Begin, End.
type Item interface{ item() }

// Text draws a run; X and Y are the start of the paragraph's left edge and the
// baseline, the run's own X comes on top.
type Text struct {
	X, Y   float64
	Run    typeset.Run
	Colour picture.Colour
	Dotted bool // drawn as the dots of Run.Dots, for tracing
}

// Path draws a shape; its lengths are mm on the page.
type Path struct{ Shape picture.Shape }

// Picture draws a picture into the box at X, Y of W × H, keeping its proportions
// and centred.
type Picture struct {
	X, Y, W, H float64
	Picture    *picture.Picture
	Grey       bool
	Alt        string // "" for decoration
}

// Role is what a tagged part of the page is, by the names of PDF 1.7, 14.8.4.
type Role string

// The roles in use. RoleArtifact is what repeats or decorates and is not read.
const (
	RoleHeading1 Role = "H1"
	RoleHeading2 Role = "H2"
	RoleHeading3 Role = "H3"
	RoleText     Role = "P"
	RoleList     Role = "L"
	RoleItem     Role = "LI"
	RoleTable    Role = "Table"
	RoleRow      Role = "TR"
	RoleHead     Role = "TH"
	RoleCell     Role = "TD"
	RoleFigure   Role = "Figure"
	RoleSection  Role = "Sect"
	RoleArtifact Role = "Artifact"
)

// Begin opens a tagged part; End closes the innermost one. They nest within a
// page and are balanced there.
type Begin struct {
	Role     Role
	Language string // where it differs from the document
	Alt      string // of figures
}

// End closes what Begin opened.
type End struct{}

func (Text) item()    {}
func (Path) item()    {}
func (Picture) item() {}
func (Begin) item()   {}
func (End) item()     {}
