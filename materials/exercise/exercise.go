package exercise

import "lernkoffer/materials"

// Options are those of any exercise.
type Options struct {
	Seed  uint64
	Level string
	Group string // "A" (also if empty) or "B": same items, other order or place
	Count int    // how many items at most; 0 for all that fit
	// Block holds the options of the block that asks for the exercise.
	Block materials.Options
}

// Head is what every exercise says of itself.
type Head struct {
	Type        string `json:"type"`
	Seed        uint64 `json:"seed"`
	Level       string `json:"level"`
	Group       string `json:"group"`
	Instruction string `json:"instruction"` // the German sentence
}

// Envelope is the form in which exercises leave the program as JSON.
type Envelope struct {
	Head
	Items    any `json:"items"`
	Data     any `json:"data"`
	Solution any `json:"solution"`
}

// Exercise is any exercise of this package.
type Exercise interface {
	Envelope() Envelope
}
