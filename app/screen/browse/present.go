package browse

import (
	"fmt"
	"strings"

	"lernkoffer/materials"
)

// The texts in this file put together what the closed lists say in German.

// levelLabel is short enough for a tag: "A1", "Alpha", "A1–B1".
func levelLabel(m *materials.Meta) string {
	short := func(key string) string {
		if key == "alpha" {
			return "Alpha"
		}
		return materials.Levels.Label(key)
	}
	switch n := len(m.Levels); n {
	case 0:
		return ""
	case 1:
		return short(m.Levels[0])
	default:
		return short(m.Levels[0]) + "–" + short(m.Levels[n-1])
	}
}

func kindLabel(m *materials.Meta) string { return materials.Kinds.Label(m.Kind) }

func ages(m *materials.Meta) string {
	switch {
	case m.Age.From == 0 && (m.Age.To == 0 || m.Age.To >= 99):
		return "" // age is no matter
	case m.Age.To >= 99:
		return fmt.Sprintf("ab %d", m.Age.From)
	case m.Age.From == m.Age.To:
		return fmt.Sprint(m.Age.From)
	}
	return fmt.Sprintf("%d–%d", m.Age.From, m.Age.To)
}

// shortFacts is the second line of a card: "8–14 J. · 30 min".
func shortFacts(m *materials.Meta) string {
	var parts []string
	if a := ages(m); a != "" {
		parts = append(parts, a+"\u00a0J.")
	}
	if m.Duration > 0 {
		parts = append(parts, fmt.Sprintf("%d\u00a0min", m.Duration))
	}
	return strings.Join(parts, " · ")
}

func audience(m *materials.Meta) string {
	parts := labels(materials.Audiences, m.Audience)
	if a := ages(m); a != "" {
		parts = append(parts, a+"\u00a0Jahre")
	}
	return strings.Join(parts, ", ")
}

func duration(m *materials.Meta) string {
	var parts []string
	if m.Duration > 0 {
		parts = append(parts, fmt.Sprintf("%d\u00a0Minuten", m.Duration))
	}
	parts = append(parts, labels(materials.SocialForms, m.Social)...)
	return strings.Join(parts, ", ")
}

func labels(l materials.List, keys []string) []string {
	out := make([]string, len(keys))
	for i, key := range keys {
		out[i] = l.Label(key)
	}
	return out
}

// worthSaving reports whether a text is a note at all.
func worthSaving(text string) bool { return strings.TrimSpace(text) != "" }
