package ui

import (
	"strconv"
	"strings"
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

var months = []string{
	"month.january", "month.february", "month.march", "month.april", "month.may", "month.june",
	"month.july", "month.august", "month.september", "month.october", "month.november", "month.december",
}

// LongDate returns a day as "12. November", with the year if that is not now's.
func LongDate(t, now time.Time) string {
	s := strconv.Itoa(t.Day()) + "." + nbsp + lang.L(months[t.Month()-1])
	if t.Year() != now.Year() {
		s += nbsp + strconv.Itoa(t.Year())
	}
	return s
}

// Ago says when something was as one would say it now: "heute, 7:40 Uhr",
// "gestern", "Donnerstag", then the day.
func Ago(t, now time.Time) string {
	day := func(t time.Time) time.Time {
		return time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, time.UTC)
	}
	switch days := int(day(now).Sub(day(t)).Hours() / 24); {
	case days == 0:
		return lang.L("ago.today", map[string]any{"Time": strings.TrimPrefix(t.Format("15:04"), "0")})
	case days == 1:
		return lang.L("ago.yesterday")
	case days > 1 && days < 7:
		return lang.L(strings.ToLower(t.Weekday().String()))
	}
	return LongDate(t, now)
}

// ISODate returns an ISO date as "1. 11. 2026", "" if it is none.
func ISODate(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return ""
	}
	return Date(t, time.Time{})
}
