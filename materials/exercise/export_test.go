package exercise

// RudeWords lets tests look for what must not be found.
func RudeWords() []string { return rudeWords() }
