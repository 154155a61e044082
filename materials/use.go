package materials

import (
	"strings"
	"time"
	"unicode/utf8"
)

// Use is that a material was used in a class.
type Use struct {
	ID       string `json:"id"`
	Material ID     `json:"material"`
	Day      string `json:"day"`             // ISO date
	Class    string `json:"class,omitempty"` // as the teacher calls it
}

// MaxClass is the length of a class's name in bytes.
const MaxClass = 80

// Uses is the store of when a teacher used what. Changes are on disk when the
// call returns; errors are those of Annotations.
type Uses interface {
	// Uses returns the uses of a material, or all for "": the latest day first, and
	// of one day what was stored last.
	Uses(id ID) ([]Use, error)
	// PutUse stores a use: a new one where ID is empty. It returns it as stored.
	PutUse(u Use) (Use, error)
	// DeleteUse removes a use; CodeNotFound if there is none.
	DeleteUse(useID string) error
}

// Checked returns the use as every store keeps it: the class without space too
// many. It fails with CodeContent where the day is none or the class too long or
// no UTF-8, with CodeNotFound where Material is no id.
func (u Use) Checked() (Use, error) {
	u.Class = strings.Join(strings.Fields(u.Class), " ")
	if err := u.Material.Check(); err != nil {
		return Use{}, err
	}
	if _, err := time.Parse(time.DateOnly, u.Day); err != nil {
		return Use{}, Errorf(CodeContent, "„%.20s“ ist kein Tag. Schreiben Sie ihn so: 24. 11. 2026.", strings.ToValidUTF8(u.Day, "?"))
	}
	if len(u.Class) > MaxClass || !utf8.ValidString(u.Class) {
		return Use{}, Errorf(CodeContent, "Der Name der Klasse ist zu lang oder kein gültiger Text. Bitte kürzen Sie ihn.")
	}
	return u, nil
}
