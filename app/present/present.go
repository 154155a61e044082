package present

import (
	"fmt"
	"strings"

	"lernkoffer/materials"
)

// Level is short enough for a tag: "A1", "Alpha", "A1–B1".
func Level(m *materials.Meta) string {
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

// Kind is the kind of a material.
func Kind(m *materials.Meta) string { return materials.Kinds.Label(m.Kind) }

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

// ShortFacts is the second line of a card: "8–14 J. · 30 min".
func ShortFacts(m *materials.Meta) string {
	var parts []string
	if a := ages(m); a != "" {
		parts = append(parts, a+"\u00a0J.")
	}
	if m.Duration > 0 {
		parts = append(parts, fmt.Sprintf("%d\u00a0min", m.Duration))
	}
	return strings.Join(parts, " · ")
}

// Audience says for whom a material is: "Grundschule, 6–10 Jahre".
func Audience(m *materials.Meta) string {
	parts := Labels(materials.Audiences, m.Audience)
	if a := ages(m); a != "" {
		parts = append(parts, a+"\u00a0Jahre")
	}
	return strings.Join(parts, ", ")
}

// Duration says how long a material takes, and in what form.
func Duration(m *materials.Meta) string {
	var parts []string
	if m.Duration > 0 {
		parts = append(parts, fmt.Sprintf("%d\u00a0Minuten", m.Duration))
	}
	parts = append(parts, Labels(materials.SocialForms, m.Social)...)
	return strings.Join(parts, ", ")
}

// Labels returns what the keys of a list are called.
func Labels(l materials.List, keys []string) []string {
	out := make([]string, len(keys))
	for i, key := range keys {
		out[i] = l.Label(key)
	}
	return out
}
