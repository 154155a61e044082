package ui

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2/lang"
)

// Count returns the text of a key for a number: "<key>.one" for 1, else
// "<key>.other", with the number as N. Fyne's own plurals go by the system's
// language, not by that of the texts.
func Count(key string, n int) string {
	form := key + ".other"
	if n == 1 {
		form = key + ".one"
	}
	return lang.L(form, map[string]any{"N": n})
}

// nbsp keeps the parts of a date on one line.
const nbsp = "\u00a0"

// Date returns a day as "1. 11. 2026", and without the year if that is now's.
func Date(t, now time.Time) string {
	s := strconv.Itoa(t.Day()) + "." + nbsp + strconv.Itoa(int(t.Month())) + "."
	if t.Year() != now.Year() {
		s += nbsp + strconv.Itoa(t.Year())
	}
	return s
}

// ISODate returns an ISO date as "1. 11. 2026", "" if it is none.
func ISODate(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return ""
	}
	return Date(t, time.Time{})
}
